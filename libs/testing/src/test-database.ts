import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one test file's own: a clone of the migrated template, dropped at the end. */
export interface TestDatabase {
  readonly name: string;
  /** As the api's login, which row-level security binds. */
  readonly apiUrl: string;
  /** As the worker's login, bound likewise but able to become the bulk writer. */
  readonly workerUrl: string;
  /** As the owner, above all policies: for looking behind the curtain. */
  readonly ownerUrl: string;
  /** One statement (several, where it has no parameters) as the owner. */
  asOwner<Rows = unknown[]>(sql: string, parameters?: readonly unknown[]): Promise<Rows>;
  drop(): Promise<void>;
}

const TEMPLATE = 'dvor_template';

/** `npm test` sets TEST_DATABASE_URL and makes the template; `template0` gives a database without a schema, another test's one a copy of it. */
export async function createTestDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = required('TEST_DATABASE_URL');
  const name = `dvor_test_${randomBytes(6).toString('hex')}`;
  await query(server, `create database ${name} template ${template}`);
  const ownerUrl = urlOf(server, name);
  return {
    name,
    apiUrl: urlOf(server, name, 'dvor_api', required('DATABASE_API_PASSWORD')),
    workerUrl: urlOf(server, name, 'dvor_worker', required('DATABASE_WORKER_PASSWORD')),
    ownerUrl,
    asOwner: async <Rows>(sql: string, parameters: readonly unknown[] = []) =>
      (await query(ownerUrl, sql, parameters)) as Rows,
    drop: async () => void (await query(server, `drop database if exists ${name} with (force)`)),
  };
}

async function query(url: string, sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string, user?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by "npm test"`);
  return value;
}
