import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach } from '@jest/globals';
import { processInfo } from '../../scripts/lib/process-info.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const holder = fileURLToPath(new URL('holder.mjs', import.meta.url));

interface Scratch {
  readonly folders: string[];
  readonly processes: ChildProcess[];
}

const ofTest: Scratch = { folders: [], processes: [] };
const ofFile: Scratch = { folders: [], processes: [] };

/** A temporary folder that PostgreSQL's own user may enter, gone after the test, or after all of a file's. */
export function scratchFolder({ lasting = false } = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dvor-start-'));
  chmodSync(folder, 0o755);
  (lasting ? ofFile : ofTest).folders.push(folder);
  return folder;
}

/** Starts a process in a group of its own and gives what it prints, line by line. */
export function launch(
  command: string,
  args: string[],
  { env = process.env, lasting = false }: { env?: NodeJS.ProcessEnv; lasting?: boolean } = {},
) {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  (lasting ? ofFile : ofTest).processes.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: Number(child.pid),
    exit: new Promise<number | null>((resolve) => child.once('exit', resolve)),
    nextLine: async () => String((await lines.next()).value),
  };
}

/** Waits until none of the processes lives; gives those that still do when the time is up. */
export async function survivors(pids: readonly number[], { ms = 15_000 } = {}): Promise<number[]> {
  const alive = () => pids.filter((pid) => processInfo(pid));
  for (const end = Date.now() + ms; alive().length > 0 && Date.now() < end;) await sleep(50);
  return alive();
}

/** Looks again and again until there is something to see. */
export async function eventually<T>(look: () => T | undefined, { ms = 15_000 } = {}): Promise<T> {
  for (const end = Date.now() + ms; ; await sleep(50)) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`Nothing came in ${ms} ms of ${look}`);
  }
}

afterEach(() => putAway(ofTest));
afterAll(() => putAway(ofFile));

function putAway({ folders, processes }: Scratch): void {
  for (const { pid, exitCode } of processes.splice(0)) {
    try {
      if (pid && exitCode === null) process.kill(-pid, 'SIGKILL');
    } catch {
      // Its group is empty already.
    }
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
