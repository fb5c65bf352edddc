import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations.js';

export interface MigrateOptions {
  /** A role that may create roles and own the schema; a superuser, or one with CREATEROLE and BYPASSRLS. */
  readonly ownerUrl: string;
  readonly apiPassword: string;
  readonly workerPassword: string;
}

/** Brings the database to today's schema and sets the passwords of the two logins. Running it twice changes nothing. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  await ensureRoles(options);
  const source = new DataSource({ type: 'postgres', url: options.ownerUrl, migrations: migrations(), migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    const applied = await source.runMigrations();
    return { applied: applied.map((migration) => migration.name) };
  } finally {
    await source.destroy();
  }
}

/**
 * dvor_app: what the product may do; bound by row-level security. dvor_api and dvor_worker: its logins.
 * dvor_writer: may insert draft lines in bulk, outside row-level security; only the worker may become it.
 * dvor_resolver: owner of the functions that work before the tenant is known; nobody signs in as it.
 */
async function ensureRoles({ ownerUrl, apiPassword, workerPassword }: MigrateOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('dvor roles'))`); // roles belong to the whole server
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
    await client.query('commit');
  } finally {
    await client.end();
  }
}
