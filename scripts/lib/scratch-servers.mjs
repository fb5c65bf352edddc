// @ts-check
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROGRAMS } from './build.mjs';
import { ensureDatabase, localDatabaseUrl } from './databases.mjs';
import { freshLog } from './log-files.mjs';
import { initialise, locateCluster, OWNER, startPostgres } from './postgres.mjs';
import { buildIfNeeded, installWhatIsMissing } from './prepare.mjs';
import { socketFolder, startRedis } from './redis.mjs';
import { newSecrets } from './secrets.mjs';

/**
 * @typedef {object} ScratchServers
 * @property {string} folder
 * @property {string} serverUrl  the owner's, of the database `postgres`
 * @property {string} databaseUrl  the owner's, of the migrated database
 * @property {string} redisUrl
 * @property {string | undefined} chromium
 * @property {{ DATABASE_API_PASSWORD: string, DATABASE_WORKER_PASSWORD: string }} logins
 */

/**
 * PostgreSQL and Redis that live as long as this run, everything built, and a migrated database on them.
 *
 * @param {import('./prepare.mjs').Workplace} place
 * @param {{ purpose: string, database: string, settings: typeof import('./postgres-settings.mjs').passingSettings }} wanted
 * @returns {Promise<ScratchServers>}
 */
export async function scratchServers(place, { purpose, database, settings }) {
  const { root, logs, children, progress } = place;
  const programs = await installWhatIsMissing(place, { wanted: ['redis', 'chromium'], env: process.env });
  const folder = mkdtempSync(path.join(tmpdir(), `dvor-${purpose}-`));
  children.clearAtEnd(folder);
  chmodSync(folder, 0o755); // PostgreSQL may run as another user; its own folder inside is closed

  const secrets = newSecrets();
  const [serverUrl, redisUrl] = await Promise.all([postgres(), redis(), buildIfNeeded(place)]);
  await ensureDatabase(serverUrl, database);
  const databaseUrl = withDatabase(serverUrl, database);
  const logins = {
    DATABASE_API_PASSWORD: secrets.databaseApiPassword,
    DATABASE_WORKER_PASSWORD: secrets.databaseWorkerPassword,
  };
  await progress.step('migrated database', () =>
    children.run({
      name: 'The migration',
      command: process.execPath,
      args: [PROGRAMS.cli, 'migrate'],
      cwd: root,
      env: { ...process.env, ...logins, DATABASE_OWNER_URL: databaseUrl },
      log: freshLog(logs, `${purpose}-migrate`),
    }),
  );
  return { folder, serverUrl, databaseUrl, redisUrl, chromium: programs.chromium, logins };

  async function postgres() {
    return progress.step('PostgreSQL 18', async () => {
      const cluster = locateCluster({ root, folder: path.join(folder, 'postgres') });
      children.clearAtEnd(cluster.folder);
      const log = freshLog(logs, `${purpose}-postgres`);
      await initialise(cluster, { children, password: secrets.databaseOwnerPassword, log });
      const { child, port } = await startPostgres(cluster, { children, settings, log });
      children.need(child);
      return localDatabaseUrl({ port, user: OWNER, password: secrets.databaseOwnerPassword, database: 'postgres' });
    });
  }

  async function redis() {
    return progress.step('Redis', async () => {
      const sockets = socketFolder(folder);
      children.clearAtEnd(sockets);
      const server = await startRedis({
        children,
        program: String(programs.redis),
        folder: path.join(folder, 'redis'),
        socket: path.join(sockets, 'redis.sock'),
        log: freshLog(logs, `${purpose}-redis`),
        lasting: false,
      });
      children.need(server.child);
      return server.url;
    });
  }
}

/** @param {string} url @param {string} database */
function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
