import { createTestDatabase, type TestDatabase, until } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';

const databases: TestDatabase[] = [];
const passwords = {
  apiPassword: process.env['DATABASE_API_PASSWORD']!, // logins belong to the whole server: other tests use them now
  workerPassword: process.env['DATABASE_WORKER_PASSWORD']!,
};

let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await empty();
});

afterAll(() => Promise.all(databases.map((database) => database.drop())));

async function empty(): Promise<TestDatabase> {
  const database = await createTestDatabase('template0');
  databases.push(database);
  return database;
}

const run = ({ ownerUrl }: TestDatabase) => migrate({ ownerUrl, ...passwords });

/** Everything that is in the schema, as text. */
const SCHEMA = `
  select coalesce(string_agg(what, E'\\n' order by what), '') as schema from (
    select format('%s %s.%s %s %s', c.relkind, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as what
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace
    union all select pg_get_constraintdef(oid) || conrelid::regclass from pg_constraint where connamespace = 'public'::regnamespace
    union all select polname || polrelid::regclass || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy) parts`;

describe('migrating', () => {
  it('brings an empty database to today’s schema, and a second time changes nothing', async () => {
    const { applied } = await run(fresh);
    expect(applied).toHaveLength(migrations().length);
    const before = await fresh.asOwner(SCHEMA);
    expect(await run(fresh)).toEqual({ applied: [] });
    expect(await fresh.asOwner(SCHEMA)).toEqual(before);
  });

  it('makes logins that cannot get past row-level security', async () => {
    const roles = await fresh.asOwner<
      { rolname: string; rolcanlogin: boolean; rolbypassrls: boolean; rolsuper: boolean }[]
    >(
      `select rolname, rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname like 'dvor\\_%' and rolname <> current_user order by rolname`,
    );
    expect(roles.filter(({ rolcanlogin }) => rolcanlogin).map(({ rolname }) => rolname)).toEqual([
      'dvor_api',
      'dvor_worker',
    ]);
    for (const { rolcanlogin, rolbypassrls, rolsuper } of roles)
      expect(rolsuper || (rolcanlogin && rolbypassrls)).toBe(false);
    for (const url of [fresh.apiUrl, fresh.workerUrl]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await expect(client.query('set row_security = off; select from houses')).rejects.toThrow(/row-level security/);
      await client.end();
    }
  });

  it('can be begun by several machines at once', async () => {
    const shared = await empty();
    const outcomes = await Promise.all([run(shared), run(shared), run(shared)]);
    expect(outcomes.map(({ applied }) => applied.length).sort((a, b) => a - b)).toEqual([0, 0, migrations().length]);
  });

  it('does not mind another database of the server being migrated at this moment', async () => {
    const other = new pg.Client({ connectionString: fresh.ownerUrl });
    await other.connect();
    await other.query('begin');
    await other.query(`alter role dvor_api password ${pg.escapeLiteral(passwords.apiPassword)}`);
    const migrated = run(await empty());
    await until(async () => {
      const waiting = await fresh.asOwner<object[]>(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'alter role dvor_api%'`,
      );
      return waiting.length > 0;
    });
    await other.query('commit');
    await other.end();
    expect((await migrated).applied).toHaveLength(migrations().length);
  });
});
