// @ts-check
/**
 * A start in small, for the tests: holds a PostgreSQL, a Redis and a stray in a session of its own, and says their
 * pids. `node holder.mjs FOLDER`
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { guardedRun } from '../../scripts/lib/guarded-run.mjs';
import { freshLog } from '../../scripts/lib/log-files.mjs';
import { passingSettings } from '../../scripts/lib/postgres-settings.mjs';
import { initialise, locateCluster, startPostgres } from '../../scripts/lib/postgres.mjs';
import { socketFolder, startRedis } from '../../scripts/lib/redis.mjs';
import { findSystemPrograms } from '../../scripts/lib/system-programs.mjs';

const root = path.join(import.meta.dirname, '../..');
const folder = String(process.argv[2]);
const logs = path.join(folder, 'logs');

await guardedRun(async ({ children }) => {
  mkdirSync(logs, { recursive: true });
  const log = freshLog(logs, 'postgres');
  const cluster = locateCluster({ root, folder: path.join(folder, 'postgres') });
  if (!cluster.exists) await initialise(cluster, { children, password: 'holder', log });
  const postgres = await startPostgres(cluster, { children, settings: passingSettings, log });

  const { found } = await findSystemPrograms(['redis']);
  const sockets = socketFolder(folder);
  children.clearAtEnd(sockets);
  const redis = await startRedis({
    children,
    program: String(found.redis?.path),
    folder: path.join(folder, 'redis'),
    socket: path.join(sockets, 'redis.sock'),
    log: freshLog(logs, 'redis'),
  });

  const { worker, stray } = await startWorkerWithStray(children);
  console.log(
    JSON.stringify({
      pids: [postgres.child.pid, redis.child.pid, worker.pid],
      stray,
      watcher: children.watcher?.pid,
      sockets,
    }),
  );
  return new Promise(() => {});
});

/** What a browser does: a child of a child, in a session of its own. @param {import('../../scripts/lib/children.mjs').Children} children */
function startWorkerWithStray(children) {
  const script = `
    const stray = require('node:child_process').spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    console.log(stray.pid);
    setInterval(() => {}, 1000);`;
  return new Promise((resolve) => {
    const worker = children.start({
      name: 'worker',
      command: process.execPath,
      args: ['-e', script],
      log: freshLog(logs, 'worker'),
      onLine: (line) => resolve({ worker, stray: Number(line) }),
    });
  });
}
