import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Policies {
  readonly table: string;
  readonly policies: string;
}

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.drop());

const ensureMonth = (month: string) => test.asOwner('select ensure_month($1)', [month]);

const policiesOf = (...tables: string[]) =>
  test.asOwner<Policies[]>(
    `select c.relname as "table",
            string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)),
                       E'\\n' order by p.polname) as policies
       from pg_class c join pg_policy p on p.polrelid = c.oid
      where c.relname = any ($1) and c.relrowsecurity and c.relforcerowsecurity group by c.relname order by c.relname`,
    [tables],
  );

describe('the partition of a month', () => {
  it.each(['charge_lines', 'ledger_postings'])('of %s has its parent’s walls', async (parent) => {
    await ensureMonth('2026-10-01');
    const partition = `${parent}_2026_10`;
    const [ofParent, ofPartition] = await policiesOf(parent, partition);
    expect(ofPartition!.table).toBe(partition);
    expect(ofPartition!.policies).toBe(ofParent!.policies.replaceAll(`${parent}.`, `${partition}.`));
  });

  it('is made once, also by several at once', async () => {
    for (const month of ['2026-11-01', '2026-12-01', '2027-01-01'])
      await Promise.all([1, 2, 3, 4].map(() => ensureMonth(month)));
    const [{ partitions }] = await test.asOwner<[{ partitions: number }]>(
      'select count(*)::int as partitions from pg_class where relispartition and relkind = $1',
      ['r'],
    );
    expect(partitions).toBe(8);
  });

  it('is of a whole month', async () => {
    await expect(ensureMonth('2026-12-02')).rejects.toThrow('not the first day of a month');
  });
});
