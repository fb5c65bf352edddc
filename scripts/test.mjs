// @ts-check
/** `npm test`: sets up all that the tests need, runs them, and leaves nothing behind. What follows `--` goes to Jest. */
import './lib/require-node.mjs';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROGRAMS } from './lib/build.mjs';
import { ensureDatabase, localDatabaseUrl } from './lib/databases.mjs';
import { guardedRun } from './lib/guarded-run.mjs';
import { readJestSummary, summaryLine } from './lib/jest-summary.mjs';
import { freshLog } from './lib/log-files.mjs';
import { passingSettings } from './lib/postgres-settings.mjs';
import { initialise, locateCluster, OWNER, startPostgres } from './lib/postgres.mjs';
import { buildIfNeeded, installWhatIsMissing } from './lib/prepare.mjs';
import { Progress } from './lib/progress.mjs';
import { socketFolder, startRedis } from './lib/redis.mjs';
import { newSecrets } from './lib/secrets.mjs';
import { makeStateFolder } from './lib/state-folder.mjs';
import { Trouble } from './lib/trouble.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const state = path.join(root, '.dvor');
const logs = path.join(state, 'logs');
const progress = new Progress();
// A test that leaves something open keeps Jest from ending after its last test.
const LINGER_MS = 30_000;

process.chdir(root);
await guardedRun(test, { stoppedCode: 130 });

/** @param {import('./lib/guarded-run.mjs').Guard} guard @returns {Promise<number>} */
async function test({ children }) {
  /** @type {import('./lib/jest-summary.mjs').Summary} */
  let summary = { passed: 0, failed: 1, skipped: 0 };
  try {
    summary = await setUpAndRun(children);
  } catch (error) {
    console.error(error instanceof Trouble ? `\n  ✗ ${error.message}\n` : error);
  }
  await children.stopAll(); // whatever it says, it says before the last line
  progress.line(summaryLine(summary));
  return summary.failed > 0 || summary.passed === 0 ? 1 : 0;
}

/** @param {import('./lib/children.mjs').Children} children */
async function setUpAndRun(children) {
  const place = { root, state, logs, children, progress };
  makeStateFolder(state);

  progress.line('Setting up the tests');
  const programs = await installWhatIsMissing(place, { wanted: ['redis', 'chromium'], env: process.env });
  const scratch = mkdtempSync(path.join(tmpdir(), 'dvor-test-'));
  children.clearAtEnd(scratch);
  chmodSync(scratch, 0o755); // PostgreSQL may run as another user; its own folder inside is closed

  const secrets = newSecrets();
  const [serverUrl, redisUrl] = await Promise.all([temporaryDatabase(), temporaryRedis(), buildIfNeeded(place)]);
  await ensureDatabase(serverUrl, 'dvor_template');
  const logins = {
    DATABASE_API_PASSWORD: secrets.databaseApiPassword,
    DATABASE_WORKER_PASSWORD: secrets.databaseWorkerPassword,
  };
  await progress.step('template database', () =>
    children.run({
      name: 'The migration',
      command: process.execPath,
      args: [PROGRAMS.cli, 'migrate'],
      cwd: root,
      env: {
        ...process.env,
        ...logins,
        DATABASE_OWNER_URL: withDatabase(serverUrl, 'dvor_template'),
        NODE_ENV: 'test',
      },
      log: freshLog(logs, 'test-migrate'),
    }),
  );

  const results = path.join(scratch, 'jest.json');
  await runJest(results, {
    ...process.env,
    ...logins,
    TEST_DATABASE_URL: serverUrl,
    TEST_REDIS_URL: redisUrl,
    CHROMIUM_PATH: programs.chromium,
    NODE_ENV: 'test',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
  });
  return readJestSummary(results);

  async function temporaryDatabase() {
    return progress.step('PostgreSQL 18', async () => {
      const cluster = locateCluster({ root, folder: path.join(scratch, 'postgres') });
      children.clearAtEnd(cluster.folder);
      const log = freshLog(logs, 'test-postgres');
      await initialise(cluster, { children, password: secrets.databaseOwnerPassword, log });
      const { child, port } = await startPostgres(cluster, { children, settings: passingSettings, log });
      children.need(child);
      return localDatabaseUrl({ port, user: OWNER, password: secrets.databaseOwnerPassword, database: 'postgres' });
    });
  }

  async function temporaryRedis() {
    return progress.step('Redis', async () => {
      const folder = socketFolder(scratch);
      children.clearAtEnd(folder);
      const server = await startRedis({
        children,
        program: String(programs.redis),
        folder: path.join(scratch, 'redis'),
        socket: path.join(folder, 'redis.sock'),
        log: freshLog(logs, 'test-redis'),
        lasting: false,
      });
      children.need(server.child);
      return server.url;
    });
  }

  /** @param {string} output @param {NodeJS.ProcessEnv} env */
  async function runJest(output, env) {
    progress.line();
    const jest = children.start({
      name: 'Jest',
      command: process.execPath,
      args: ['node_modules/jest/bin/jest.js', ...process.argv.slice(2), '--json', `--outputFile=${output}`],
      cwd: root,
      env,
      log: path.join(logs, 'jest.log'),
      output: 'terminal',
      wholeGroup: true,
      graceMs: 5000,
    });
    while (!jest.ending && !existsSync(output)) await sleep(200);
    if (await Promise.race([jest.ended, sleep(LINGER_MS)])) return;
    progress.note(
      'Jest did not end after its last test: something was left open. Find it with: npm test -- --detectOpenHandles',
    );
  }
}

/** @param {string} url @param {string} database */
function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
