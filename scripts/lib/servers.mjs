// @ts-check
import path from 'node:path';
import { checkDatabase, ensureDatabase, localDatabaseUrl } from './databases.mjs';
import { freshLog } from './log-files.mjs';
import { lastingSettings } from './postgres-settings.mjs';
import { initialise, locateCluster, OWNER, resetOwnerPassword, startPostgres } from './postgres.mjs';
import { checkRedis, socketFolder, startRedis } from './redis.mjs';

/** @typedef {import('./prepare.mjs').Workplace} Workplace */

/** The folder of the embedded PostgreSQL's data. @param {Pick<Workplace, 'state'>} place */
export function dataFolder({ state }) {
  return path.join(state, 'postgres');
}

/**
 * The database that was named to us, or our own.
 *
 * @param {Workplace} place
 * @param {{ url: string | undefined, password: string, passwordIsNew: boolean }} wanted  the password is our own server's
 * @returns {Promise<string>} its owner's address
 */
export async function provideDatabase(place, { url, password, passwordIsNew }) {
  const { root, logs, children, progress } = place;
  if (url) {
    await progress.step('database of DATABASE_URL', () => checkDatabase(url));
    return url;
  }
  return progress.step('PostgreSQL 18', async () => {
    const onNote = (/** @type {string} */ line) => progress.note(line);
    const cluster = locateCluster({ root, folder: dataFolder(place), onNote });
    const log = freshLog(logs, 'postgres');
    if (!cluster.exists) await initialise(cluster, { children, password, log });
    else if (passwordIsNew) resetOwnerPassword(cluster, password);
    const { child, port } = await startPostgres(cluster, { children, settings: lastingSettings, log });
    children.need(child);
    const login = { port, user: OWNER, password };
    await ensureDatabase(localDatabaseUrl({ ...login, database: 'postgres' }), 'dvor');
    return localDatabaseUrl({ ...login, database: 'dvor' });
  });
}

/**
 * The Redis that was named to us, or our own.
 *
 * @param {Workplace} place
 * @param {{ url: string | undefined, program: string | undefined }} wanted
 * @returns {Promise<string>} its address
 */
export async function provideRedis({ root, state, logs, children, progress }, { url, program }) {
  if (url) {
    await progress.step('Redis of REDIS_URL', () => checkRedis(url));
    return url;
  }
  return progress.step('Redis', async () => {
    const sockets = socketFolder(root);
    children.clearAtEnd(sockets);
    const { child, url: own } = await startRedis({
      children,
      program: String(program),
      folder: path.join(state, 'redis'),
      socket: path.join(sockets, 'redis.sock'),
      log: freshLog(logs, 'redis'),
    });
    children.need(child);
    return own;
  });
}
