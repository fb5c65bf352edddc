// @ts-check
import { Trouble } from './trouble.mjs';

const OLDEST_MAJOR = 15;

/**
 * @param {{ port: number, user: string, password: string, database: string }} where
 */
export function localDatabaseUrl({ port, user, password, database }) {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * The same database for another login.
 *
 * @param {string} url
 * @param {{ user: string, password: string }} login
 */
export function asLogin(url, { user, password }) {
  const other = new URL(url);
  other.username = user;
  other.password = encodeURIComponent(password);
  return other.href;
}

/**
 * Looks whether a database that was named to us answers, and is new enough.
 *
 * @param {string} url
 */
export async function checkDatabase(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol) || new URL(url).pathname.length < 2) {
    throw new Trouble('DATABASE_URL must look like postgres://owner:password@host:5432/database');
  }
  const place = `${new URL(url).host}${new URL(url).pathname}`;
  const version = await query(url, 'SHOW server_version_num').catch((error) => {
    throw new Trouble(`The database ${place} of DATABASE_URL does not answer: ${error.message || error.code}`);
  });
  const major = Math.floor(Number(version[0]?.server_version_num) / 10_000);
  if (major < OLDEST_MAJOR) throw new Trouble(`${place} is PostgreSQL ${major}; Dvor needs ${OLDEST_MAJOR} or newer.`);
}

/**
 * @param {string} serverUrl  the owner's, of any database there
 * @param {string} name
 */
export async function ensureDatabase(serverUrl, name) {
  const found = await query(serverUrl, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (found.length === 0) await query(serverUrl, `CREATE DATABASE "${name}"`);
}

/**
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<Record<string, unknown>[]>}
 */
async function query(url, sql) {
  const { default: pg } = await import('pg'); // not at the top: it comes with the dependencies, which we install
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
