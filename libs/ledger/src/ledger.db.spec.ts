import {
  type AccountId,
  type HouseId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { AuditLog, Database, openDataSource, sqlStateOf, type Tenant, type Tx } from '@dvor/platform';
import { HouseIntake } from '@dvor/housing';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase, until } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { Balances, type Booking, Ledger, type Posted, type Posting } from './index.js';

const ledger = new Ledger();
const balances = new Balances();
const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let accounts: readonly AccountId[];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'ledger spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(openBooks);

/** Books of a new organisation with three accounts. */
async function openBooks(): Promise<void> {
  ours = await makeOrganization(test);
  const [house] = await inOurs((tx) => new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 3)], entered));
  accounts = house!.premises.flatMap(({ accountIds }) => accountIds);
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

interface Entry {
  readonly key: string;
  readonly postings: readonly Posting[];
  readonly booking?: Partial<Booking>;
}

function post({ key, postings, booking }: Entry): Promise<Posted> {
  const usual = {
    kind: 'accrual',
    period: october,
    bookedOn: lastDay(october),
    reason: 'начислено',
    by: null,
  } as const;
  return inOurs((tx) => ledger.post(tx, { ...usual, ...booking, key, postings }));
}

/** A charge of so many kopecks to an account, due to a recipient for a service. */
function charge(account: AccountId, kopecks: number | bigint, { recipient = '5', service = '9' } = {}): Posting[] {
  const common = {
    recipientId: recipient as SupplierId,
    serviceId: service as ServiceId,
    origin: october,
    kind: 'charge',
  } as const;
  const amount = Money.ofKopecks(BigInt(kopecks));
  return [
    { ...common, ledgerAccount: 'receivable', accountId: account, amount },
    { ...common, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
  ];
}

async function books(): Promise<{ entries: number; postings: number; total: string }> {
  const [row] = await inOurs((tx) =>
    tx.query<[{ entries: number; postings: number; total: string }]>(
      `select (select count(*)::int from ledger_entries) as entries, (select count(*)::int from ledger_postings) as postings,
              (select coalesce(sum(amount), 0) from ledger_postings) as total`,
    ),
  );
  return row;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );
const stateOf = (work: Promise<unknown>) => work.then(() => 'done', sqlStateOf);

describe('the books', () => {
  it('hold each key once, sum to nothing, and show every account what was posted to it, whatever is posted in whatever order', async () => {
    const entry = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      charges: fc.array(
        fc.record({
          account: fc.nat(2),
          kopecks: fc.integer({ min: -500_000, max: 500_000 }),
          recipient: fc.constantFrom('5', '6'),
          service: fc.constantFrom('8', '9'),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      off: fc.constantFrom(0, 0, 0, 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 12 }), async (entries) => {
        await openBooks();
        const written = new Map<string, { content: string; postings: readonly Posting[] }>();
        for (const { key, charges, off } of entries) {
          const postings = charges.flatMap(({ account, kopecks, ...to }) => charge(accounts[account]!, kopecks, to));
          const last = postings.at(-1)!;
          if (off) postings.push({ ...last, amount: Money.ofKopecks(1n) });
          const content = postings
            .map((one) => JSON.stringify(one))
            .sort()
            .join();
          const known = written.get(key);
          const expected = off
            ? 'ledger.unbalanced'
            : known && known.content !== content
              ? 'ledger.key-conflict'
              : 'done';
          expect(await codeOf(post({ key, postings }))).toBe(expected);
          if (expected === 'done' && !known) written.set(key, { content, postings });
        }
        const all = [...written.values()].flatMap(({ postings }) => postings);
        expect(await books()).toEqual({ entries: written.size, postings: all.length, total: '0' });
        const owed = await inOurs((tx) => balances.of(tx, accounts));
        for (const account of accounts) {
          const own = all.filter(({ accountId }) => accountId === account).map(({ amount }) => amount);
          expect(owed.get(account)).toEqual(Money.sum(own));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('take the same entry again, its postings in any order, and change nothing', async () => {
    const postings = [...charge(accounts[0]!, 1200), ...charge(accounts[1]!, -35), ...charge(accounts[1]!, -35)];
    expect(await post({ key: 'k', postings })).toEqual({ entries: 1, postings: 6 });
    expect(await post({ key: 'k', postings: [...postings].reverse() })).toEqual({ entries: 0, postings: 0 });
    expect(await books()).toMatchObject({ entries: 1, postings: 6 });
  });

  it.each<[string, (postings: Posting[]) => Partial<Entry>]>([
    ['another sum', () => ({ postings: charge(accounts[0]!, 1201) })],
    ['another account', () => ({ postings: charge(accounts[1]!, 1200) })],
    ['another recipient', () => ({ postings: charge(accounts[0]!, 1200, { recipient: '6' }) })],
    ['another service', () => ({ postings: charge(accounts[0]!, 1200, { service: '8' }) })],
    ['another month of origin', (p) => ({ postings: p.map((one) => ({ ...one, origin: september })) })],
    ['penalty for charge', (p) => ({ postings: p.map((one) => ({ ...one, kind: 'penalty' as const })) })],
    ['one posting more', (p) => ({ postings: [...p, ...charge(accounts[0]!, 0)] })],
    ['another month', (postings) => ({ postings, booking: { period: november } })],
    ['another day', (postings) => ({ postings, booking: { bookedOn: parseDate('2026-10-30') } })],
    ['another kind of entry', (postings) => ({ postings, booking: { kind: 'opening' } })],
  ])('refuse the same key with %s', async (_what, other) => {
    const postings = charge(accounts[0]!, 1200);
    await post({ key: 'k', postings });
    expect(await codeOf(post({ key: 'k', postings, ...other(postings) }))).toBe('ledger.key-conflict');
    expect(await books()).toMatchObject({ entries: 1, postings: 2 });
  });

  it('tell an account from a recipient, where either is left out', async () => {
    const half = { ledgerAccount: 'accrued', serviceId: null, origin: october, kind: 'charge' } as const;
    const zero = { amount: Money.zero };
    await post({ key: 'k', postings: [{ ...half, ...zero, accountId: '7' as AccountId, recipientId: null }] });
    const swapped = post({
      key: 'k',
      postings: [{ ...half, ...zero, accountId: null, recipientId: '7' as SupplierId }],
    });
    expect(await codeOf(swapped)).toBe('ledger.key-conflict');
  });

  it('of another organisation may use the same key', async () => {
    await post({ key: 'k', postings: charge(accounts[0]!, 1200) });
    await openBooks();
    expect(await post({ key: 'k', postings: charge(accounts[0]!, 5) })).toEqual({ entries: 1, postings: 2 });
  });
});

describe('two who post at once', () => {
  it('does not take for granted what another transaction has made room for and not committed', async () => {
    const may = { period: parsePeriod('2031-05'), bookedOn: parseDate('2031-05-31') };
    let beside: Promise<Posted> | undefined;
    await inOurs(async (tx) => {
      for (const key of ['first', 'second'])
        await ledger.post(tx, {
          ...{ kind: 'accrual', ...may, reason: 'начислено', by: null, key },
          postings: charge(accounts[0]!, 100),
        });
      beside = post({ key: 'beside', postings: charge(accounts[1]!, 100), booking: may });
      beside.catch(() => undefined); // told below
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await beside!).toEqual({ entries: 1, postings: 2 });
  });

  it('the same entry write it once, and both are content', async () => {
    const postings = charge(accounts[0]!, 1200);
    const outcomes = await Promise.all([1, 2, 3].map(() => post({ key: 'k', postings })));
    expect(outcomes.map(({ entries }) => entries).sort()).toEqual([0, 0, 1]);
    expect(await books()).toMatchObject({ entries: 1, postings: 2 });
  });

  it('different entries under one key: one of them is refused', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map((kopecks) => codeOf(post({ key: 'k', postings: charge(accounts[0]!, kopecks) }))),
    );
    expect(outcomes.sort()).toEqual(['done', 'ledger.key-conflict', 'ledger.key-conflict']);
    expect(await books()).toMatchObject({ entries: 1, total: '0' });
  });
});

describe('entries from a query', () => {
  const rows = (values: string) => ({
    sql: `select key, ledger_account, account, recipient, service, date '2026-10-01' as origin, 'charge' as kind, amount
            from (values ${values}) as v (key, ledger_account, account, recipient, service, amount)`.replace(
      'account, recipient, service',
      'account as account_id, recipient as recipient_id, service as service_id',
    ),
    parameters: [],
  });
  const booking = {
    kind: 'accrual',
    period: october,
    bookedOn: lastDay(october),
    reason: 'начислено',
    by: null,
  } as const;

  it('are one per key, each balanced by itself', async () => {
    const query = rows(`('h1', 'receivable', 1, 5, 9, 700::bigint), ('h1', 'accrued', null, 5, 9, -700),
                        ('h2', 'receivable', 2, 5, 9, 300), ('h2', 'accrued', null, 5, 9, -300)`);
    expect(await inOurs((tx) => ledger.postFrom(tx, booking, query))).toEqual({ entries: 2, postings: 4 });
    expect(await inOurs((tx) => ledger.postFrom(tx, booking, query))).toEqual({ entries: 0, postings: 0 });
  });

  it('are all refused when one does not balance, even if another makes up for it', async () => {
    const query = rows(`('h1', 'receivable', 1, 5, 9, 700::bigint), ('h2', 'accrued', null, 5, 9, -700)`);
    expect(await stateOf(inOurs((tx) => ledger.postFrom(tx, booking, query)))).toBe('23514');
    expect(await books()).toEqual({ entries: 0, postings: 0, total: '0' });
  });

  it('may be none', async () => {
    const none = { ...rows(`('h1', 'receivable', 1, 5, 9, 700::bigint)`) };
    const query = { ...none, sql: `${none.sql} limit 0` };
    expect(await inOurs((tx) => ledger.postFrom(tx, booking, query))).toEqual({ entries: 0, postings: 0 });
  });
});

describe('a closed month', () => {
  const close = (period: Period) => inOurs((tx) => ledger.closeMonth(tx, period));

  it('takes no more entries, nor does any month before it', async () => {
    await post({ key: 'before', postings: charge(accounts[0]!, 1200) });
    await close(october);
    await close(october);
    expect(await inOurs((tx) => ledger.lastClosedMonth(tx))).toBe(october);
    for (const period of [september, october])
      expect(await codeOf(post({ key: 'late', postings: charge(accounts[0]!, 1), booking: { period } }))).toBe(
        'ledger.month-closed',
      );
    expect(await post({ key: 'next', postings: charge(accounts[0]!, 1), booking: { period: november } })).toMatchObject(
      { entries: 1 },
    );
  });

  it('still answers an entry that it holds', async () => {
    const postings = charge(accounts[0]!, 1200);
    await post({ key: 'k', postings });
    await close(october);
    expect(await post({ key: 'k', postings })).toEqual({ entries: 0, postings: 0 });
    expect(await codeOf(post({ key: 'k', postings: charge(accounts[0]!, 1) }))).toBe('ledger.key-conflict');
  });

  it('is another organisation’s own business', async () => {
    await close(october);
    await openBooks();
    expect(await inOurs((tx) => ledger.lastClosedMonth(tx))).toBeNull();
    expect(await post({ key: 'k', postings: charge(accounts[0]!, 1) })).toMatchObject({ entries: 1 });
  });

  it('waits for an entry that is just being made, and refuses those that come while it waits', async () => {
    const waiting = (count: number) =>
      until(async () => {
        const locks = await test.asOwner<object[]>(
          `select from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        return locks.length === count;
      });
    const steps: string[] = [];
    let finish!: () => void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const posting = inOurs(async (tx) => {
      const booking = { kind: 'accrual', period: october, bookedOn: lastDay(october), reason: '', by: null } as const;
      await ledger.post(tx, { ...booking, key: 'slow', postings: charge(accounts[0]!, 1) });
      steps.push('posting');
      await finished;
    }).then(() => steps.push('posted'));
    await until(() => steps.length > 0);
    const closing = close(october);
    await waiting(1);
    const late = codeOf(post({ key: 'late', postings: charge(accounts[0]!, 1) }));
    await waiting(2);
    expect(steps).toEqual(['posting']);
    finish();
    await Promise.all([posting, closing]);
    expect(await late).toBe('ledger.month-closed');
    expect(await books()).toMatchObject({ entries: 1 });
  });
});

describe('the database itself', () => {
  beforeEach(() => post({ key: 'k', postings: charge(accounts[0]!, 1200) }));

  it.each(['ledger_entries', 'ledger_postings', 'ledger_postings_2026_10', 'closed_months', 'account_balances'])(
    'lets nobody change or take away rows of %s',
    async (table) => {
      for (const sql of [`update ${table} set period = period`, `truncate ${table}`])
        expect(await stateOf(inOurs((tx) => tx.query(sql)))).toBe('42501');
      if (table.startsWith('ledger_'))
        expect(await stateOf(inOurs((tx) => tx.query(`delete from ${table}`)))).toBe('42501');
    },
  );

  it('keeps a closed month and its balances, unless its closing is being undone', async () => {
    await inOurs(async (tx) => {
      const houses = await tx.query<{ id: HouseId }[]>('select id from houses');
      await balances.snapshot(
        tx,
        october,
        houses.map(({ id }) => id),
      );
    });
    await inOurs((tx) => ledger.closeMonth(tx, october));
    for (const table of ['closed_months', 'account_balances']) {
      const [{ rows }] = await inOurs(async (tx) => {
        await tx.query(`delete from ${table}`);
        return tx.query<[{ rows: number }]>(`select count(*)::int as rows from ${table}`);
      });
      expect({ table, kept: rows > 0 }).toEqual({ table, kept: true });
    }
  });

  const raw = (values: string, table = 'ledger_postings') =>
    inOurs((tx) =>
      tx.query(
        `insert into ${table} (organization_id, period, entry_id, ledger_account, account_id, origin, kind, amount)
         select current_organization(), v.period::date, v.entry, 'receivable', ${accounts[0]}, '2026-10-01', 'charge', v.amount
           from (values ${values}) as v (period, entry, amount)`,
      ),
    );
  const entryId = async () => (await inOurs((tx) => tx.query<[{ id: string }]>('select id from ledger_entries')))[0].id;

  it('refuses postings that do not balance', async () => {
    expect(await stateOf(raw(`('2026-10-01', ${await entryId()}, 100), ('2026-10-01', ${await entryId()}, -99)`))).toBe(
      '23514',
    );
  });

  it('refuses postings past the front door', async () => {
    expect(await stateOf(raw(`('2026-10-01', ${await entryId()}, 0)`, 'ledger_postings_2026_10'))).toBe('42501');
  });

  it('refuses postings of no entry, of an entry of another month or of another organisation', async () => {
    await post({ key: 'n', postings: charge(accounts[0]!, 1), booking: { period: november } });
    expect(await stateOf(raw(`('2026-10-01', 987654321, 0)`))).toBe('23503');
    const [{ id }] = await inOurs((tx) => tx.query<[{ id: string }]>(`select id from ledger_entries where key = 'k'`));
    expect(await stateOf(raw(`('2026-11-01', ${id}, 0)`))).toBe('23503');
    await openBooks();
    expect(await stateOf(raw(`('2026-10-01', ${id}, 0)`))).toBe('23503');
  });

  it('refuses postings to an old entry of a closed month, balanced as they may be', async () => {
    const id = await entryId();
    await inOurs((tx) => ledger.closeMonth(tx, october));
    expect(await stateOf(raw(`('2026-10-01', ${id}, 100), ('2026-10-01', ${id}, -100)`))).toBe('DV001');
  });
});
