import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { copyLines, copyRows, type CopyValue } from './copy.js';
import { Database, openDataSource, sqlStateOf, type Tenant, type Tx } from './database.js';

const into = { table: 'letters', columns: ['id', 'words', 'kopecks', 'sent'] };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.asOwner(`
    create table letters (id int, words text, kopecks bigint, sent boolean);
    grant select, insert, delete on letters to dvor_app;
    grant insert on letters to dvor_writer;
    select ensure_month('2026-10-01')`);
  source = await openDataSource(test.workerUrl, 1, 'copy spec'); // one connection: what one copy leaves, the next one meets
  database = new Database(source);
  ours = await makeOrganization(test);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  await database.outsideTenants((tx) => tx.query('delete from letters'));
});

function copy(rows: Iterable<readonly CopyValue[]>, more: { role?: 'dvor_writer' } = {}): Promise<number> {
  return database.outsideTenants((tx) => copyRows(tx, { ...into, ...more }, rows));
}

async function letters(): Promise<CopyValue[][]> {
  return database.outsideTenants(async (tx) => {
    const rows = await tx.query<{ id: number; words: string | null; kopecks: string; sent: boolean }[]>(
      'select * from letters order by id',
    );
    return rows.map(({ id, words, kopecks, sent }) => [id, words, kopecks === null ? null : BigInt(kopecks), sent]);
  });
}

describe('COPY', () => {
  it('writes what it is given: tabs, line ends, backslashes, Cyrillic, nothing at all', async () => {
    const rows: CopyValue[][] = [
      [1, 'ул. Фёдорова, д. 5 «а» — ₽ 🏠', 1n, true],
      [2, 'one\ttwo\nthree\r\nfour\\five', -(2n ** 62n), false],
      [3, '\\N', 0n, true],
      [4, '\\.', 0n, true],
      [5, '', 0n, true],
      [6, null, null, null],
    ];
    expect(await copy(rows)).toBe(6);
    expect(await letters()).toEqual(rows);
  });

  it('writes any text as it is', async () => {
    const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 20 }), async (texts) => {
        await copy(texts.map((text, i) => [i, text, 0n, true]));
        expect((await letters()).map(([, text]) => text)).toEqual(texts);
        await database.outsideTenants((tx) => tx.query('delete from letters'));
      }),
      { numRuns: 25 },
    );
  });

  it('writes more than fits into a block, and a row that is longer than a block', async () => {
    const long = 'ё'.repeat(700_000);
    function* rows(): Generator<CopyValue[]> {
      for (let id = 0; id < 3_000; id += 1) yield [id, id === 1_500 ? long : `Житель № ${id} `.repeat(30), id, true];
    }
    expect(await copy(rows())).toBe(3_000);
    const [seen] = await test.asOwner<object[]>(
      `select count(*)::int as rows, count(distinct id)::int as ids, max(length(words)) as longest,
              count(*) filter (where words = repeat('Житель № ' || id || ' ', 30))::int as right from letters`,
    );
    expect(seen).toEqual({ rows: 3_000, ids: 3_000, longest: 700_000, right: 2_999 });
  });

  it('writes nothing of nothing', async () => {
    expect(await copy([])).toBe(0);
  });

  it.each([0, 5_000])('leaves nothing when the rows break off after %i', async (good) => {
    function* broken(): Generator<CopyValue[]> {
      for (let id = 0; id < good; id += 1) yield [id, 'word '.repeat(100), id, true];
      throw new RangeError('the seventh line has no rate');
    }
    await expect(copy(broken(), { role: 'dvor_writer' })).rejects.toThrow('the seventh line has no rate');
    expect(await letters()).toEqual([]);
    expect(await copy([[1, 'the connection is as good as new', 0n, true]])).toBe(1);
  });

  it('leaves nothing when the database refuses a row in the middle', async () => {
    function* rows(): Generator<string> {
      for (let id = 0; id < 20_000; id += 1) yield `${id === 9_000 ? 'nine thousand' : id}\tword\t${id}\tt`;
    }
    const refused = database.outsideTenants((tx) => copyLines(tx, into, rows()));
    expect(sqlStateOf(await refused.catch((error: unknown) => error))).toBe('22P02');
    expect(await letters()).toEqual([]);
  });

  it('ends when its connection is lost in the middle', async () => {
    function* rows(): Generator<CopyValue[]> {
      for (let id = 0; ; id += 1) yield [id, 'word '.repeat(1_000), id, true]; // never ends by itself
    }
    const copied = copy(rows());
    // What is told of it depends on who notices first: the server's word, or the socket that it closed while we wrote.
    const lost = expect(copied).rejects.toThrow(/terminat|ECONNRESET|EPIPE/);
    let found = 0;
    while (found === 0)
      [{ found }] = await test.asOwner<[{ found: number }]>(
        `select count(pg_terminate_backend(pid))::int as found from pg_stat_activity
          where datname = current_database() and usename = 'dvor_worker' and query ilike 'copy%'`,
      );
    await lost;
    expect(await copy([[1, 'a new connection', 0n, true]])).toBe(1);
  });
});

describe('the bulk writer', () => {
  const line = (tenant: Tenant, id: string) =>
    [tenant.organizationId, '2026-10-01', '1', '1', id, 1, '1', '1', 'individual', null, 100, '{}'] as const;
  const lines = {
    table: 'charge_lines_2026_10',
    columns:
      'organization_id period run_id house_id account_id line service_id supplier_id part volume amount working'.split(
        ' ',
      ),
  };
  const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);

  it('is needed: COPY into a tenant’s table is refused to the worker itself', async () => {
    await expect(inOurs((tx) => copyRows(tx, lines, [line(ours, '1')]))).rejects.toThrow(
      /permission denied|row-level security/,
    );
  });

  it('is left as soon as the rows are in', async () => {
    const role = await inOurs(async (tx) => {
      await copyRows(tx, { ...lines, role: 'dvor_writer' }, [line(ours, '1')]);
      return tx.query<{ role: string }[]>('select current_user as role');
    });
    expect(role).toEqual([{ role: 'dvor_worker' }]);
  });

  it('is left after a failure too', async () => {
    const wrong = { ...lines, role: 'dvor_writer' } as const;
    await expect(inOurs((tx) => copyRows(tx, wrong, [['not an id']]))).rejects.toThrow();
    expect(await inOurs((tx) => tx.query('select current_user as role'))).toEqual([{ role: 'dvor_worker' }]);
  });

  it('stands outside the policy, so that what it wrote for another shows when it is counted from inside', async () => {
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    const seen = await inOurs(async (tx) => {
      await copyRows(tx, { ...lines, role: 'dvor_writer' }, [line(theirs, '2'), line(ours, '3')]);
      return tx.query<{ id: string }[]>(`select account_id as id from charge_lines where account_id in (2, 3)`);
    });
    expect(seen).toEqual([{ id: '3' }]);
  });

  it.each([
    ['read lines', 'select from charge_lines_2026_10'],
    ['change lines', 'update charge_lines_2026_10 set amount = 0'],
    ['take lines away', 'delete from charge_lines_2026_10'],
    ['write through the parent', `insert into charge_lines default values`],
    ['read houses', 'select from houses'],
    ['post', 'insert into ledger_postings_2026_10 default values'],
  ])('may not %s', async (_what, sql) => {
    const tried = inOurs(async (tx) => {
      await tx.query('set local role dvor_writer');
      await tx.query(sql);
    });
    expect(sqlStateOf(await tried.catch((error: unknown) => error))).toBe('42501');
  });

  it('is not for the api', async () => {
    const api = await openDataSource(test.apiUrl, 1, 'copy spec, api');
    const tried = new Database(api).inTenant(ours, (tx) => tx.query('set local role dvor_writer'));
    expect(sqlStateOf(await tried.catch((error: unknown) => error))).toBe('42501');
    await api.destroy();
  });
});
