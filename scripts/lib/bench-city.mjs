// @ts-check
import path from 'node:path';
import pg from 'pg';
import { PROGRAMS } from './build.mjs';
import { asLogin } from './databases.mjs';
import { freshLog } from './log-files.mjs';

/** @typedef {import('./scratch-servers.mjs').ScratchServers} ScratchServers */
/** @typedef {ScratchServers & { root: string, logs: string, children: import('./children.mjs').Children, args: string[] }} Bench */

/**
 * A synthetic city in an organisation of its own, in tables that are vacuumed as they would be by the next morning.
 *
 * @param {Bench} bench
 * @param {string} accounts
 */
export async function benchCity({ databaseUrl, redisUrl, folder, logins, root, logs, children }, accounts) {
  const env = {
    ...process.env,
    DATABASE_URL: asLogin(databaseUrl, { user: 'dvor_worker', password: logins.DATABASE_WORKER_PASSWORD }),
    REDIS_URL: redisUrl,
    STORAGE_DIR: path.join(folder, 'files'),
    AUTH_SECRET: 'only for as long as this bench runs',
    LOG_LEVEL: 'warn',
  };
  const program = { command: process.execPath, cwd: root, env };
  console.log(`A city of ${accounts} accounts`);
  await children.run({
    ...program,
    name: 'The city',
    args: [PROGRAMS.cli, 'city', '--accounts', accounts],
    log: freshLog(logs, 'bench-city'),
    onLine: console.log,
  });
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  const {
    rows: [organization],
  } = await owner.query('select id from organizations order by id desc limit 1');
  return { env, program, owner, tenant: { organizationId: organization.id } };
}
