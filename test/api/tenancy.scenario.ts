import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';

/** Tables that stand above organisations; each is here for a reason that its migration gives. */
const GLOBAL_TABLES = ['law_parameters', 'migrations', 'sessions', 'sign_in_failures', 'users'];

/** Functions that see past the policies, because the organisation is not known yet or an index would be lost. */
const RESOLVERS = [
  'api_key_holder',
  'certificates_issued',
  'channel_by_code',
  'claim_ended_before',
  'claimed_elsewhere',
  'ensure_month',
  'highest_account_number',
  'memberships_of',
  'no_organization_yet',
  'organization_ids',
  'organizations_with_due_webhooks',
  'organizations_with_pending_events',
  'quick_reading_meters',
  'refresh_load_statistics',
  'resident_accounts_of',
  'search_account_numbers',
  'search_accounts',
  'search_payments',
  'search_similar_words',
  'withdraw_import',
];

/** A policy for all commands that looks at the organisation for what is read and for what is written, and binds the owner too. */
const TABLES_WITHOUT_A_WALL = `
  select c.relname as "table" from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
     and not (c.relrowsecurity and c.relforcerowsecurity and exists (
           select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
              and pg_get_expr(p.polqual, c.oid) like '%current_organization()%'
              and pg_get_expr(p.polwithcheck, c.oid) like '%current_organization()%'))`;

describe('the wall between organisations (TEN-01)', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asOwner(`select ensure_month('2026-09-01'), ensure_month('2026-10-01')`);
  });
  afterAll(async () => {
    await database.drop();
  });

  it('stands around every table and every partition', async () => {
    const open = await database.asOwner(TABLES_WITHOUT_A_WALL, [GLOBAL_TABLES]);
    expect(open).toEqual([]);
    const [{ partitions }] = await database.asOwner<[{ partitions: number }]>(
      `select count(*)::int as partitions from pg_class where relispartition and relkind = 'r'`,
    );
    expect(partitions).toBe(4);
  });

  it('is missed by the test itself where it is forgotten', async () => {
    await database.asOwner(`
      create table forgotten (organization_id bigint not null);
      create table half_done (organization_id bigint not null);
      alter table half_done enable row level security;
      create policy tenant on half_done using (organization_id = (select current_organization()));
      create table charge_lines_2026_11 partition of charge_lines for values in ('2026-11-01');`);
    const open = await database.asOwner<{ table: string }[]>(TABLES_WITHOUT_A_WALL, [GLOBAL_TABLES]);
    await database.asOwner('drop table forgotten; drop table half_done; drop table charge_lines_2026_11');
    expect(open.map(({ table }) => table).sort()).toEqual(['charge_lines_2026_11', 'forgotten', 'half_done']);
  });

  it('leaves no permissive policy beside it that would let more through', async () => {
    const more = await database.asOwner(
      `select polrelid::regclass::text as "table", polname as policy from pg_policy where polpermissive and polname <> 'tenant'`,
    );
    expect(more).toEqual([]);
  });

  it('has an organisation in every row that is not global', async () => {
    const without = await database.asOwner(
      `select c.relname as "table" from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'
                             and (a.attnotnull or a.attgenerated = 's') and not a.attisdropped)`,
      [GLOBAL_TABLES],
    );
    expect(without).toEqual([]);
  });

  it('binds tables of one house to the house scope of a member', async () => {
    const unbound = await database.asOwner(
      `select c.relname as "table" from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'house_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and not exists (select from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, c.oid) like '%current_house_scope()%')`,
    );
    expect(unbound).toEqual([]);
  });

  it('binds the roles that the product signs in as', async () => {
    const roles = await database.asOwner<{ name: string; bypasses: boolean }[]>(
      `select rolname as name, rolsuper or rolbypassrls as bypasses from pg_roles
        where rolname like 'dvor%' and rolname <> current_user order by rolname`,
    );
    expect(roles).toEqual([
      { name: 'dvor_api', bypasses: false },
      { name: 'dvor_app', bypasses: false },
      { name: 'dvor_resolver', bypasses: true }, // nobody signs in as it
      { name: 'dvor_worker', bypasses: false },
      { name: 'dvor_writer', bypasses: true }, // may only insert lines
    ]);
    const owned = await database.asOwner(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relowner in (select oid from pg_roles where rolname like 'dvor%' and rolname <> current_user)`,
    );
    expect(owned).toEqual([]);
    const may = await database.asOwner(
      `select "table", privilege from (select distinct table_name as "table", privilege_type as privilege from information_schema.role_table_grants where grantee = 'dvor_writer') g
        where privilege <> 'INSERT' or "table" !~ '^charge_lines_\\d{4}_\\d{2}$'`,
    );
    expect(may).toEqual([]);
  });

  it('is passed only by the functions that are known to', async () => {
    const definers = await database.asOwner<{ name: string; path: string[] | null; open: boolean }[]>(
      `select proname as name, proconfig as path, has_function_privilege('public', oid, 'execute') as open
         from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`,
    );
    expect(definers.map(({ name }) => name)).toEqual(RESOLVERS);
    for (const { name, path } of definers) expect({ name, path }).toEqual({ name, path: ['search_path=public'] });
    const views = await database.asOwner(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce('security_invoker=true' = any (reloptions), false)`,
    );
    expect(views).toEqual([]);
  });

  it('lets nobody of the product change or delete what is only added to', async () => {
    const forbidden = await database.asOwner(
      `select table_name as "table", privilege_type as privilege, grantee from information_schema.role_table_grants
        where grantee in ('dvor_app', 'dvor_api', 'dvor_worker', 'public') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
          and (table_name ~ '^(ledger_|audit_|fact_changes|readings|receipts|stored_files)'
               or table_name ~ '^(charge_lines|account_balances)' and privilege_type <> 'DELETE')`, // drafts; a closing being undone
    );
    expect(forbidden).toEqual([]);
  });
});
