import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sourceHash } from '../../scripts/lib/build.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { processesMarked, processInfo } from '../../scripts/lib/process-info.mjs';
import { eventually, launch, root, scratchFolder, survivors } from './scratch.js';

jest.setTimeout(120_000);

const MARK = 'DVOR_START_UNDER_TEST';

/** The real `npm start -- --empty`, in a folder that shares the sources and the build, but has a state of its own. */
describe('npm start', () => {
  const folder = scratchFolder({ lasting: true });
  const mark = path.basename(folder);
  let port: number;
  let running: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    port = await freePort();
    shareProject(folder);
    running = await start();
  });
  afterAll(() => processesMarked(MARK, mark).forEach((pid) => process.kill(pid, 'SIGKILL')));

  it('brings all up, empty, and offers to create the first organisation', async () => {
    expect(running.said.join('\n')).toContain('to create the first organisation');
    expect((await fetch(at('/health/ready'))).status).toBe(200);
    expect(await (await fetch(at('/api/v1/setup'))).json()).toEqual({ empty: true });
    for (const page of ['/', '/console/', '/api/docs']) expect((await fetch(at(page))).status).toBe(200);
  });

  it('does not start twice in one folder, and says so in a line', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--empty'], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(
      new RegExp(`^\\s*✗ Dvor already runs here \\(pid ${running.pid}\\), ${at('')}\\s*$`),
    );
  });

  it('starts a worker anew that was killed', async () => {
    const killed = workers()[0]!;
    process.kill(killed, 'SIGKILL');
    const next = await eventually(() => workers().find((pid) => pid !== killed));
    expect(next).not.toBe(killed);
    expect((await fetch(at('/health/ready'))).status).toBe(200);
  });

  it('leaves nobody behind when it is killed, and keeps what was entered', async () => {
    const created = await fetch(at('/api/v1/setup'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(FIRST),
    });
    expect(created.status).toBe(201);
    const all = processesMarked(MARK, mark);
    expect(all.length).toBeGreaterThan(4); // start, watcher, api, worker, PostgreSQL, Redis
    process.kill(running.pid, 'SIGKILL');
    expect(await survivors(all, { ms: 30_000 })).toEqual([]);

    running = await start();
    expect(await (await fetch(at('/api/v1/setup'))).json()).toEqual({ empty: false });
  });

  it('ends by Ctrl-C without an error and leaves nobody', async () => {
    const all = processesMarked(MARK, mark);
    process.kill(running.pid, 'SIGINT');
    expect(await running.exit).toBe(0);
    expect(await survivors(all)).toEqual([]);
  });

  function at(page: string): string {
    return `http://localhost:${port}${page}`;
  }

  function environment(): NodeJS.ProcessEnv {
    const own = { [MARK]: mark, PORT: String(port), NODE_ENV: 'production' };
    return { ...process.env, DATABASE_URL: '', REDIS_URL: '', NODE_OPTIONS: '', ...own };
  }

  async function start() {
    const { pid, exit, nextLine } = launch(process.execPath, [path.join(folder, 'scripts/start.mjs'), '--empty'], {
      env: environment(),
      lasting: true,
    });
    const said: string[] = [];
    for (let line = ''; !line.includes('Ctrl-C stops Dvor'); said.push(line)) {
      line = await nextLine();
      if (line === 'undefined') throw new Error(`It ended:\n${said.join('\n')}`);
    }
    return { pid, exit, said };
  }

  function workers(): number[] {
    return processesMarked(MARK, mark).filter((pid) => processInfo(pid)?.command.includes('worker/src/main.js'));
  }
});

/** Links what is only read; what belongs to one start, and so would meet that of another, is made anew. */
function shareProject(folder: string): void {
  cpSync(path.join(root, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  for (const name of readdirSync(root))
    if (!['scripts', '.dvor', '.git', '.env', 'test-results'].includes(name))
      symlinkSync(path.join(root, name), path.join(folder, name));
  mkdirSync(path.join(folder, '.dvor'));
  writeFileSync(path.join(folder, '.dvor/build.json'), JSON.stringify({ hash: sourceHash(folder) }));
}

const FIRST = {
  organization: {
    name: 'ООО «Начало»',
    shortName: 'УК «Начало»',
    kind: 'owners-association',
    inn: '7707083893',
    kpp: null,
    address: 'г. Барнаул, ул. Юрина, 1',
    timeZone: 'Asia/Barnaul',
  },
  administrator: { name: 'Анна Первая', email: 'anna@dvor.test', password: 'a long first password' },
};
