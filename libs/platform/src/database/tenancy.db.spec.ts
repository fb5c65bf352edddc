import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Tables that stand above organisations, each with its reason. All others belong to one. */
const GLOBAL: Readonly<Record<string, string>> = {
  users: 'a person may work for several organisations and live in a house of a third',
  sign_in_failures: 'who tries to sign in is not known yet',
  law_parameters: 'the law is the same for all',
  migrations: 'the history of the schema',
};
/** They name an organisation where there is one, and stand above them all the same. */
const ABOVE_WITH_ORGANIZATION: Readonly<Record<string, string>> = {
  sessions: 'a session belongs to a person, who may change the organisation in it',
};

interface Table {
  readonly name: string;
  readonly kind: 'r' | 'p';
  readonly partition: boolean;
  readonly tenant: boolean;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies:
    readonly { readonly permissive: boolean; readonly using: string; readonly check: string | null }[] | null;
}

let test: TestDatabase;
let tables: readonly Table[];

beforeAll(async () => {
  test = await createTestDatabase();
  await test.asOwner(`select ensure_month('2026-10-01'), ensure_month('2026-11-01')`);
  tables = await test.asOwner<Table[]>(`
    select c.relname as name, c.relkind as kind, c.relispartition as partition,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as tenant,
           c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           (select json_agg(json_build_object('permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, p.polrelid),
                                              'check', pg_get_expr(p.polwithcheck, p.polrelid)))
              from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
});

afterAll(() => test?.drop());

const tenantTables = () => tables.filter(({ name }) => !(name in GLOBAL) && !(name in ABOVE_WITH_ORGANIZATION));

describe('every table', () => {
  it('belongs to an organisation, or is listed as one that does not', () => {
    const listed = { ...GLOBAL, ...ABOVE_WITH_ORGANIZATION };
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(listed)));
    expect(tables.filter(({ name, tenant }) => !tenant && !(name in GLOBAL)).map(({ name }) => name)).toEqual([]);
    expect(tables.filter(({ name, tenant }) => tenant && name in GLOBAL).map(({ name }) => name)).toEqual([]);
  });

  it('of an organisation has row-level security, for its owner too', () => {
    expect(tenantTables().length).toBeGreaterThan(30);
    const open = tenantTables().filter(({ enabled, forced }) => !enabled || !forced);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('of an organisation shows and takes rows of the organisation that the transaction names, and no others', () => {
    for (const { name, policies } of tenantTables()) {
      const admitting = (policies ?? []).filter(({ permissive }) => permissive);
      expect([name, admitting.length]).toEqual([name, 1]); // permissive policies add up: a second one would open a door
      for (const condition of [admitting[0]!.using, admitting[0]!.check])
        expect([name, condition]).toEqual([
          name,
          expect.stringContaining('organization_id = ( SELECT current_organization()'),
        ]);
    }
  });

  it('with rows of a house is cut to the houses of a member', async () => {
    const withHouse = await test.asOwner<{ name: string }[]>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'house_id' order by table_name`,
    );
    const names = new Set(withHouse.map(({ name }) => name));
    const uncut = tenantTables().filter(
      ({ name, policies }) => names.has(name) && !policies!.some(({ using }) => using.includes('current_house_scope')),
    );
    expect(uncut.map(({ name }) => name)).toEqual([]);
  });
});

describe('a partition', () => {
  it('has a wall of its own: its parent’s policy does not reach who addresses it directly', () => {
    const partitions = tables.filter(({ partition }) => partition);
    expect(partitions.map(({ name }) => name)).toEqual([
      'charge_lines_2026_10',
      'charge_lines_2026_11',
      'ledger_postings_2026_10',
      'ledger_postings_2026_11',
    ]);
    for (const { name, policies } of partitions) {
      const parent = tables.find((table) => table.kind === 'p' && name.startsWith(table.name))!;
      expect([name, JSON.stringify(policies)]).toEqual([
        name,
        JSON.stringify(parent.policies).replaceAll(parent.name, name),
      ]);
    }
  });

  it('is made once, also by two at once, and for whole months only', async () => {
    await Promise.all([1, 2, 3].map(() => test.asOwner(`select ensure_month('2026-12-01')`)));
    await expect(test.asOwner(`select ensure_month('2026-12-02')`)).rejects.toThrow('not the first day of a month');
  });
});

describe('functions that work before the tenant is known', () => {
  it('are few, fixed to the schema, and not for everybody', async () => {
    const functions = await test.asOwner<{ name: string; owner: string; path: string | null; everybody: boolean }[]>(
      `select p.proname as name, pg_get_userbyid(p.proowner) as owner, array_to_string(p.proconfig, ',') as path,
              has_function_privilege('public', p.oid, 'execute') as everybody
         from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by p.proname`,
    );
    expect(functions.filter(({ everybody }) => everybody).map(({ name }) => name)).toEqual([]);
    for (const { name, path } of functions) expect([name, path]).toEqual([name, 'search_path=public']);
    const asResolver = functions.filter(({ owner }) => owner === 'dvor_resolver').map(({ name }) => name);
    expect(functions.map(({ name }) => name).filter((name) => !asResolver.includes(name))).toEqual(['ensure_month']);
  });
});
