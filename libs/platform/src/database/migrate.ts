import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations.js';

export interface MigrateOptions {
  /** A role that may create roles and own the schema; a superuser, or one with CREATEROLE and BYPASSRLS. */
  readonly ownerUrl: string;
  readonly apiPassword: string;
  readonly workerPassword: string;
}

/**
 * Brings the database to today's schema and sets the passwords of the two logins. Running it twice changes nothing; of
 * several that begin at once one does it and the others wait.
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('dvor migrations'))`); // until the connection ends
    await ensureRoles(client, options);
    return { applied: await runMigrations(options.ownerUrl) };
  } finally {
    await client.end();
  }
}

async function runMigrations(url: string): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url, migrations: migrations(), migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    const applied = await source.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

const ATTEMPTS = 20;

/** Roles belong to the whole server, and no lock does: a migration of another database there may change them meanwhile. */
async function ensureRoles(client: pg.Client, options: MigrateOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      await makeRoles(client, options);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if (attempt === ATTEMPTS || !isRace(error)) throw error;
      await pause(20 * attempt);
    }
  }
}

function isRace(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message: string };
  return ['23505', '42710'].includes(code) || message === 'tuple concurrently updated';
}

/**
 * dvor_app: what the product may do; bound by row-level security. dvor_api and dvor_worker: its logins.
 * dvor_writer: may insert draft lines in bulk, outside row-level security; only the worker may become it.
 * dvor_resolver: owner of the functions that work before the tenant is known; nobody signs in as it.
 */
async function makeRoles(client: pg.Client, { apiPassword, workerPassword }: MigrateOptions): Promise<void> {
  for (const [role, attributes] of [
    ['dvor_app', 'nologin'],
    ['dvor_writer', 'nologin bypassrls'],
    ['dvor_resolver', 'nologin bypassrls'],
    ['dvor_api', 'login in role dvor_app'],
    ['dvor_worker', 'login in role dvor_app, dvor_writer'],
  ] as const) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role} ${attributes}`);
  }
  await client.query('grant dvor_resolver to current_user'); // so that functions can be handed to it
  await client.query(`alter role dvor_api password ${pg.escapeLiteral(apiPassword)}`);
  await client.query(`alter role dvor_worker password ${pg.escapeLiteral(workerPassword)}`);
}
