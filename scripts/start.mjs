// @ts-check
/** `npm start`: from a fresh clone to a running Dvor, and back to nothing on Ctrl-C. */
import './lib/require-node.mjs';
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROGRAMS } from './lib/build.mjs';
import { describeEnding } from './lib/children.mjs';
import { asLogin, checkDatabase, ensureDatabase, localDatabaseUrl } from './lib/databases.mjs';
import { guardedRun } from './lib/guarded-run.mjs';
import { tryLock } from './lib/lock.mjs';
import { freshLog } from './lib/log-files.mjs';
import { checkPortIsFree, parsePort } from './lib/ports.mjs';
import { checkDataFolder } from './lib/postgres-folder.mjs';
import { lastingSettings } from './lib/postgres-settings.mjs';
import { initialise, locateCluster, OWNER, resetOwnerPassword, startPostgres } from './lib/postgres.mjs';
import { buildIfNeeded, installWhatIsMissing } from './lib/prepare.mjs';
import { isStillAlive } from './lib/process-info.mjs';
import { duration, Progress } from './lib/progress.mjs';
import { checkRedis, socketFolder, startRedis } from './lib/redis.mjs';
import { noteRunning } from './lib/running.mjs';
import { readOrMakeSecrets } from './lib/secrets.mjs';
import { readSettings } from './lib/settings.mjs';
import { Trouble } from './lib/trouble.mjs';
import { waitUntilReady } from './lib/wait-until-ready.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const state = path.join(root, '.dvor');
const logs = path.join(state, 'logs');
const progress = new Progress();

process.chdir(root);
await guardedRun(start, { onStop: () => progress.line('\nStopping. Data stays in .dvor') });

/** @param {import('./lib/guarded-run.mjs').Guard} guard @returns {Promise<number>} */
async function start({ children, atEnd }) {
  const begun = performance.now();
  const { empty } = parseOptions(process.argv.slice(2));
  const env = readSettings(root);
  const port = parsePort(env.PORT);
  const url = `http://localhost:${port}`;
  const place = { root, state, logs, children, progress };

  makeStateFolder();
  const { lock, holder, former } = tryLock(path.join(state, 'start.lock'), { url, watcher: children.watcher });
  if (holder) throw new Trouble(`Dvor already runs here (pid ${holder.pid}), ${holder.url}`);
  atEnd(lock.release);
  if (former?.watcher) await untilStopped(former.watcher);
  await checkPortIsFree(port);
  if (!env.DATABASE_URL) checkDataFolder(path.join(state, 'postgres'));

  progress.line('Dvor is starting');
  const programs = await installWhatIsMissing(place, {
    wanted: env.REDIS_URL ? ['chromium'] : ['redis', 'chromium'],
    env,
  });
  const { secrets, areNew } = readOrMakeSecrets(path.join(state, 'secrets.json'));
  const [ownerUrl, redisUrl] = await Promise.all([
    env.DATABASE_URL
      ? theirDatabase(env.DATABASE_URL)
      : ourDatabase({ password: secrets.databaseOwnerPassword, passwordIsNew: areNew }),
    env.REDIS_URL ? theirRedis(env.REDIS_URL) : ourRedis(String(programs.redis)),
    buildIfNeeded(place),
  ]);

  const apiPassword = env.DATABASE_API_PASSWORD ?? secrets.databaseApiPassword;
  const workerPassword = env.DATABASE_WORKER_PASSWORD ?? secrets.databaseWorkerPassword;
  const settings = {
    NODE_ENV: 'production',
    PUBLIC_URL: url,
    STORAGE_DIR: path.join(state, 'files'),
    AUTH_SECRET: secrets.authSecret,
    ...env,
    PORT: String(port),
    REDIS_URL: redisUrl,
    CHROMIUM_PATH: programs.chromium,
  };
  const owner = {
    ...settings,
    DATABASE_URL: ownerUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_API_PASSWORD: apiPassword,
    DATABASE_WORKER_PASSWORD: workerPassword,
  };
  const api = { ...settings, DATABASE_URL: asLogin(ownerUrl, { user: 'dvor_api', password: apiPassword }) };
  const worker = { ...settings, DATABASE_URL: asLogin(ownerUrl, { user: 'dvor_worker', password: workerPassword }) };
  mkdirSync(settings.STORAGE_DIR, { recursive: true });

  await progress.step('database up to date', () =>
    children.run({
      name: 'The migration',
      ...node(PROGRAMS.cli, 'migrate'),
      env: owner,
      log: freshLog(logs, 'migrate'),
    }),
  );
  await progress.step('api and worker', async () => {
    const log = freshLog(logs, 'api');
    lives(children.start({ name: 'The api', ...node(PROGRAMS.api), env: api, log, channel: true, graceMs: 15_000 }));
    lives(
      children.start({
        name: 'The worker',
        ...node(PROGRAMS.worker),
        env: worker,
        log: freshLog(logs, 'worker'),
        channel: true,
        graceMs: 30_000,
      }),
    );
    await waitUntilReady(`http://127.0.0.1:${port}/health/ready`, { log });
  });
  atEnd(
    noteRunning(path.join(state, 'running.json'), {
      pid: process.pid,
      url,
      env: { ...owner, DATABASE_URL: worker.DATABASE_URL },
    }),
  );

  if (!empty) {
    await children.run({
      name: 'The demo',
      ...node(PROGRAMS.cli, 'demo'),
      env: worker,
      log: freshLog(logs, 'demo'),
      onLine: showDemoLine,
    });
  }
  welcome({ url, empty, ms: performance.now() - begun });
  return new Promise(() => {}); // until somebody asks to stop, or a child dies

  /** @param {{ password: string, passwordIsNew: boolean }} login */
  async function ourDatabase({ password, passwordIsNew }) {
    return progress.step('PostgreSQL 18', async () => {
      const cluster = locateCluster({
        root,
        folder: path.join(state, 'postgres'),
        onNote: (line) => progress.note(line),
      });
      const log = freshLog(logs, 'postgres');
      if (!cluster.exists) await initialise(cluster, { children, password, log });
      else if (passwordIsNew) resetOwnerPassword(cluster, password);
      const server = await startPostgres(cluster, { children, settings: lastingSettings, log });
      lives(server.child);
      const login = { port: server.port, user: OWNER, password };
      await ensureDatabase(localDatabaseUrl({ ...login, database: 'postgres' }), 'dvor');
      return localDatabaseUrl({ ...login, database: 'dvor' });
    });
  }

  /** @param {string} program */
  async function ourRedis(program) {
    return progress.step('Redis', async () => {
      const folder = socketFolder(root);
      children.clearAtEnd(folder);
      const server = await startRedis({
        children,
        program,
        folder: path.join(state, 'redis'),
        socket: path.join(folder, 'redis.sock'),
        log: freshLog(logs, 'redis'),
      });
      lives(server.child);
      return server.url;
    });
  }

  /** One that was to live on and ended brings all down. @param {import('./lib/children.mjs').Child} child */
  function lives(child) {
    child.ended.then((ending) => {
      // An error that nobody catches ends the run, as it should.
      if (!children.stopping) throw new Trouble(describeEnding(child, ending));
    });
  }
}

/** @param {string} databaseUrl */
async function theirDatabase(databaseUrl) {
  await progress.step('database of DATABASE_URL', () => checkDatabase(databaseUrl));
  return databaseUrl;
}

/** @param {string} redisUrl */
async function theirRedis(redisUrl) {
  await progress.step('Redis of REDIS_URL', () => checkRedis(redisUrl));
  return redisUrl;
}

/** @param {readonly string[]} options */
function parseOptions(options) {
  const unknown = options.find((option) => option !== '--empty');
  if (unknown)
    throw new Trouble(`Unknown option ${unknown}. There is one: npm start -- --empty (without the demo organisation)`);
  return { empty: options.includes('--empty') };
}

/** A start that was killed a moment ago may still be putting its children down. @param {{ pid: number, startedAt: string }} watcher */
async function untilStopped(watcher) {
  if (isStillAlive(watcher)) progress.note('waiting for the earlier Dvor to stop');
  for (const end = Date.now() + 60_000; isStillAlive(watcher) && Date.now() < end;) await sleep(100);
}

function makeStateFolder() {
  try {
    // Open to enter: PostgreSQL may run as another user. What is secret inside is closed by itself.
    mkdirSync(logs, { recursive: true, mode: 0o755 });
    accessSync(state, constants.W_OK);
  } catch (error) {
    throw new Trouble(
      `.dvor can't be written (${/** @type {NodeJS.ErrnoException} */ (error).code}). Start Dvor as the user who started it before, or give the folder to this one.`,
    );
  }
}

/** What is meant for the log alone is JSON. @param {string} line */
function showDemoLine(line) {
  if (!line.startsWith('{')) progress.line(line && `  ${line}`);
}

/** @param {...string} args */
function node(...args) {
  return { command: process.execPath, args, cwd: root };
}

/** @param {{ url: string, empty: boolean, ms: number }} about */
function welcome({ url, empty, ms }) {
  const first = empty
    ? [`  Open ${url}/console/ to create the first organisation.`]
    : ['  Sign in as accountant@dvor.demo, resident@dvor.demo or ops@dvor.demo, password dvor-demo'];
  const lines = [
    '',
    `Dvor is ready (${duration(ms)})`,
    '',
    `  ${url}/            resident cabinet`,
    `  ${url}/console/    accountant's console`,
    `  ${url}/api/docs    API`,
    `  ${url}/queues      queues (ops only)`,
    `  ${url}/metrics     metrics`,
    '',
    ...first,
    '  Ctrl-C stops Dvor; data stays in .dvor, logs are in .dvor/logs',
    '',
  ];
  for (const line of lines) progress.line(line);
}
