import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One of the product's real programs in a process of its own; `npm test` has built it. */
export class ProgramProcess {
  private constructor(
    private readonly process: ChildProcess,
    private readonly said: string[],
  ) {}

  /** Waits until it says that it is ready. */
  static async start(program: 'api' | 'worker', settings: Readonly<Record<string, string>>): Promise<ProgramProcess> {
    const child = spawn(process.execPath, [`dist/apps/${program}/src/main.js`], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (data: Buffer) => said.push(data.toString()));
    const started = new ProgramProcess(child, said);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the ${program} ended with ${code}: ${said.join('')}`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return started;
  }

  /** As a machine does that loses its power. */
  kill(): Promise<unknown> {
    return this.end('SIGKILL');
  }

  /** Asks it to stop; gives its exit code. */
  stop(): Promise<unknown> {
    return this.end('SIGTERM');
  }

  get log(): string {
    return this.said.join('');
  }

  private async end(signal: NodeJS.Signals): Promise<unknown> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }
}
