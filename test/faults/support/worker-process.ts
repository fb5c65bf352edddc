import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, type TestRedis, workerSettings } from '@dvor/testing';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = 'dist/apps/worker/src/main.js'; // `npm test` has built it

/** The real worker in a process of its own. */
export class WorkerProcess {
  private constructor(
    private readonly process: ChildProcess,
    private readonly said: string[],
  ) {}

  static async start(
    database: TestDatabase,
    redis: TestRedis,
    settings: Record<string, string> = {},
  ): Promise<WorkerProcess> {
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        ...workerSettings(database, redis.url),
        LOG_LEVEL: 'warn',
        WORKER_CONCURRENCY: '2',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (data: Buffer) => said.push(data.toString()));
    const worker = new WorkerProcess(child, said);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the worker ended with ${code}: ${said.join('')}`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return worker;
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
