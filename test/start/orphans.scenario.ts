import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { processInfo } from '../../scripts/lib/process-info.mjs';
import { eventually, holder, launch, scratchFolder, survivors } from './scratch.js';

interface Held {
  pids: number[];
  stray: number;
  watcher: number;
  sockets: string;
}

describe('whatever ends the start, nobody is left', () => {
  it('when it is killed', async () => {
    const { start, held, all } = await hold();
    process.kill(start.pid, 'SIGKILL');
    await expectNobody(all, held);
  });

  it('when it is asked to stop, and it ends without an error', async () => {
    const { start, held, all } = await hold();
    process.kill(start.pid, 'SIGTERM');
    expect(await start.exit).toBe(0);
    await expectNobody(all, held);
  });

  it('when Ctrl-C is passed on twice at once, as npm does', async () => {
    const { start, held, all } = await hold();
    process.kill(start.pid, 'SIGINT');
    process.kill(start.pid, 'SIGINT');
    expect(await start.exit).toBe(0);
    await expectNobody(all, held);
  });

  it('when its watcher was killed before it', async () => {
    const { start, held, all } = await hold();
    process.kill(held.watcher, 'SIGKILL');
    await eventually(() => watchersOf(start.pid).find((pid) => pid !== held.watcher));
    process.kill(start.pid, 'SIGKILL');
    await expectNobody(all, held);
  });

  it('when npm above it is killed, with a shell between', async () => {
    const folder = scratchFolder();
    const npm = path.join(folder, 'npm-cli.js');
    writeFileSync(
      npm,
      `require('node:child_process').spawn('sh', ['-c', '"$0" "$@"; exit', process.execPath, ...process.argv.slice(2)], { stdio: 'inherit' })`,
    );
    const { start, held, all } = await hold(folder, [npm, holder, folder], {
      ...process.env,
      npm_lifecycle_event: 'start',
    });
    process.kill(start.pid, 'SIGKILL');
    await expectNobody(all, held);
  });
});

it('opens the same data again after all was killed', async () => {
  const folder = scratchFolder();
  const first = await hold(folder);
  process.kill(first.start.pid, 'SIGKILL');
  // At once, while the watcher of the first is still at its work.
  const second = await hold(folder);
  expect(await survivors(first.held.pids)).toEqual([]);
  process.kill(second.start.pid, 'SIGTERM');
  expect(await second.start.exit).toBe(0);
});

async function hold(folder = scratchFolder(), args = [holder, folder], env: NodeJS.ProcessEnv = process.env) {
  const start = launch(process.execPath, args, { env });
  const held = JSON.parse(await start.nextLine()) as Held;
  // Only Linux tells whose child a stray in a session of its own was.
  const all = process.platform === 'linux' ? [...held.pids, held.stray] : held.pids;
  for (const pid of all) expect(processInfo(pid)).toBeDefined();
  return { start, held, all };
}

function watchersOf(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid), '-f', 'watcher.mjs'], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number);
}

async function expectNobody(pids: readonly number[], { watcher, sockets }: Held) {
  expect(await survivors([...pids, watcher])).toEqual([]);
  expect(await eventually(() => !existsSync(sockets) || undefined)).toBe(true); // a second watcher may still be clearing away
}
