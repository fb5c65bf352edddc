import { LawParameters, OrganizationSettings, type SettingCode, Services } from '@dvor/catalogue';
import {
  type AccountId,
  addMonths,
  formatPeriod,
  type HouseId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Balances, type EntryKind, Ledger, OpenPlaces } from '@dvor/ledger';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  type JobQueue,
  openDataSource,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { createTestDatabase, entered, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { evaluatePenalty, PENALTY_LAW_CODES, PUBLISHED_PENALTY_LAW } from './core/index.js';
import { PenaltyAccruals } from './penalty-accruals.js';
import { PenaltyLines } from './penalty-lines.js';

const ledger = new Ledger();
const balances = new Balances();
const inbox = new ExceptionsInbox();
const lines = new PenaltyLines();
const month = parsePeriod;

let test: TestDatabase;
let source: DataSource;
let database: Database;
let accruals: PenaltyAccruals;
let ours: Tenant;
let houses: readonly HouseId[];
let anna: AccountId;
let boris: AccountId;
let water: ServiceId;
let company: SupplierId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'penalties spec');
  database = new Database(source);
  accruals = new PenaltyAccruals(database, ledger, balances, new LawParameters(), inbox, new AuditLog());
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(begin);

async function begin(): Promise<void> {
  ours = await makeOrganization(test);
  const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 1), newHouse('2', 1)]));
  [anna, boris] = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds)) as [
    AccountId,
    AccountId,
  ];
  ({ water, company } = stock);
  houses = stock.houses.map(({ id }) => id);
}

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);

let keys = 0;
interface Told {
  readonly kind?: EntryKind;
  readonly on?: string;
  readonly origin?: string;
  readonly service?: ServiceId;
  readonly account?: AccountId;
  readonly of?: 'charge' | 'penalty';
}

/** Roubles in the books of a month; a payment counts from its own day. */
async function book(booked: string, roubles: string, told: Told = {}): Promise<void> {
  const { kind = 'accrual', on, origin = booked, service = water, account = anna, of = 'charge' } = told;
  const amount = Money.parse(roubles);
  const common = { recipientId: company, serviceId: service, origin: month(origin), kind: of } as const;
  await inOurs((tx) =>
    ledger.post(tx, {
      ...{ key: `spec-${(keys += 1)}`, kind, period: month(booked), bookedOn: lastDay(month(booked)), by: null },
      ...(on && { valueOn: parseDate(on) }),
      reason: 'spec',
      postings: [
        { ...common, ledgerAccount: 'receivable', accountId: account, amount },
        { ...common, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    }),
  );
}

/** For February unless said otherwise. */
const pay = (booked: string, roubles: string, on: string, told: Told = {}) =>
  book(booked, `-${roubles}`, { kind: 'payment', on, origin: '2026-02', ...told });

async function accrue(period: string, closing = `spec-${period}`): Promise<string> {
  const { id, chunks } = await accruals.prepare(ours.organizationId, month(period), closing);
  for (const chunk of chunks) await accruals.accrueChunk(ours.organizationId, id, chunk);
  expect(await accruals.finish(ours.organizationId, id)).toBe(true);
  return id;
}

/** What stands in the books as penalties: by month of booking, account and month of the debt. */
async function booked(): Promise<string[]> {
  const rows = await inOurs((tx) =>
    tx.query<{ period: string; account: AccountId; origin: string; amount: string }[]>(
      `select to_char(p.period, 'YYYY-MM') as period, p.account_id as account, to_char(p.origin, 'YYYY-MM') as origin, sum(p.amount) as amount
         from ledger_postings p join ledger_entries e on e.id = p.entry_id
        where p.ledger_account = 'receivable' and e.kind = 'penalty' group by 1, 2, 3 order by 1, 2, 3`,
    ),
  );
  return rows.map(({ period, account, origin, amount }) =>
    [period, account === anna ? 'anna' : 'boris', origin, Money.ofKopecks(amount)].join(' '),
  );
}

const choose = (code: SettingCode, value: unknown) =>
  inOurs((tx) =>
    new OrganizationSettings().choose(
      tx,
      { code, value, basis: null, from: parseDate('2020-01-01'), to: null },
      entered,
    ),
  );

describe('penalties of a month', () => {
  it('are accrued to its last day, month by month, each the difference to what was posted before', async () => {
    await book('2026-02', '1000'); // due 15 March
    for (const period of ['2026-03', '2026-04', '2026-05', '2026-06']) await accrue(period);
    // day 46: 16 at 1/300; day 77: 47; day 107: 60 at 1/300 and 17 at 1/130
    expect(await booked()).toEqual([
      '2026-04 anna 2026-02 5.07',
      '2026-05 anna 2026-02 9.81',
      '2026-06 anna 2026-02 16.54',
    ]);
    const [line] = await inOurs((tx) => lines.ofAccount(tx, anna));
    expect(line).toMatchObject({ period: month('2026-06'), origin: month('2026-02'), serviceId: water });
    expect([line!.accrued, line!.amount, evaluatePenalty(line!.working)].map(String)).toEqual([
      '31.42',
      '16.54',
      '31.42',
    ]);
  });

  it('stop when the debt is paid, and settle what was accrued after the day the money counts from', async () => {
    await book('2026-02', '1000');
    await accrue('2026-04');
    await accrue('2026-05');
    await pay('2026-06', '1000', '2026-05-20'); // came late, was paid on day 66
    await accrue('2026-06');
    await accrue('2026-07');
    expect(await booked()).toEqual([
      '2026-04 anna 2026-02 5.07',
      '2026-05 anna 2026-02 9.81',
      '2026-06 anna 2026-02 -3.48', // 36 days at 1/300 are 11.40
    ]);
  });

  it('are taken back where the bill was wrong, and owed by nobody who paid in time', async () => {
    await book('2026-02', '1000');
    await book('2026-02', '500', { account: boris });
    await pay('2026-03', '500', '2026-03-15', { account: boris });
    await accrue('2026-04');
    await book('2026-05', '-1000', { origin: '2026-02' });
    await accrue('2026-05');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 5.07', '2026-05 anna 2026-02 -5.07']);
  });

  it('come to the same, whatever the order in which things were booked', async () => {
    await book('2026-02', '900');
    await book('2026-02', '900', { account: boris });
    // Anna's money is booked as it comes; Boris's all at once, the latest first.
    await pay('2026-04', '200', '2026-04-10');
    await accrue('2026-04');
    await pay('2026-05', '300', '2026-05-05');
    await accrue('2026-05');
    await pay('2026-06', '100', '2026-05-05', { account: boris });
    await pay('2026-06', '200', '2026-05-05', { account: boris });
    await pay('2026-06', '200', '2026-04-10', { account: boris });
    await accrue('2026-06');
    const total = new Map<string, Money>();
    for (const row of await booked()) {
      const [, who, , amount] = row.split(' ') as [string, string, string, string];
      total.set(who, (total.get(who) ?? Money.zero).plus(Money.parse(amount)));
    }
    expect(total.get('anna')).toEqual(total.get('boris'));
    expect(total.get('anna')!.toString()).not.toBe('0.00');
  });

  it('are never charged on penalties, and stand in the month’s balances apart from charges', async () => {
    await book('2026-02', '1000');
    await inOurs((tx) => balances.snapshot(tx, month('2026-02'), houses));
    await accrue('2026-04');
    const owed = await inOurs((tx) => balances.receivables(tx, anna));
    expect(owed.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual(['charge 1000.00', 'penalty 5.07']);
    const ofMonth = await inOurs((tx) => balances.ofMonth(tx, month('2026-04'), [anna]));
    expect(ofMonth.get(anna)).toMatchObject({ penalties: Money.parse('5.07'), closing: Money.parse('1005.07') });
    await pay('2026-05', '1000', '2026-04-30');
    for (const period of ['2026-05', '2026-06', '2026-12']) await accrue(period);
    expect(await booked()).toEqual(['2026-04 anna 2026-02 5.07']);
  });

  it('are reckoned by the organisation’s own choices', async () => {
    await book('2022-07', '2000', { account: boris }); // due 10 August 2022
    await pay('2022-12', '2000', '2022-12-20', { account: boris, origin: '2022-07' });
    await choose('penalty.payment-day', 'excluded');
    await accrue('2022-12');
    expect(await booked()).toEqual(['2022-12 boris 2022-07 77.31']); // 60 days at 1/300, 41 at 1/130, 7.5 %
    await choose('penalty.rate-day', 'each-day');
    await choose('penalty.accrue', false);
    await accrue('2023-01');
    expect(await booked()).toHaveLength(1);
  });

  it('of capital repair have their own day to pay and their own part of the rate', async () => {
    const repair = await inOurs((tx) =>
      new Services().add(tx, {
        ...{ code: 'repair', name: 'Капремонт', section: 'capital-repair', unit: 'м²', resource: null, position: 90 },
      }),
    );
    await choose('penalty.capital-repair.due-day', 20);
    await book('2025-12', '500', { service: repair });
    await accrue('2026-06');
    expect(await booked()).toEqual(['2026-06 anna 2025-12 20.74']);
  });

  it('cost nothing before a debt brought from elsewhere was ours', async () => {
    await book('2026-06', '1300', { kind: 'opening', origin: '2025-01' });
    await accrue('2026-06');
    expect(await booked()).toEqual(['2026-06 anna 2025-01 28.50']); // 30 days of June at 1/130
  });
});

describe('open places that are written down after a closing', () => {
  const FIRST = month('2026-01');
  const at = (n: number) => formatPeriod(addMonths(FIRST, n));

  /** Eight months of bills, payments in time and late, for months to come, taken back; corrections of old bills. */
  async function live(seed: number, written: boolean): Promise<string[]> {
    await begin();
    const places = new OpenPlaces(database, {} as JobQueue, ledger);
    const random = diceOf(seed);
    for (let n = 0; n < 8; n += 1) {
      for (const account of [anna, boris]) {
        await book(at(n), `${100 + random(900)}`, { account });
        for (let k = random(3); k > 0; k -= 1) {
          const origin = at(Math.max(0, n - random(5) + random(2)));
          const on = `${at(n)}-${String(1 + random(28)).padStart(2, '0')}`;
          const kind = (['payment', 'payment', 'refund', 'accrual'] as const)[random(4)]!;
          const sign = kind === 'payment' ? '-' : '';
          await book(at(n), `${sign}${50 + random(900)}`, { account, kind, origin, ...(kind !== 'accrual' && { on }) });
        }
      }
      await accrue(at(n));
      await inOurs(async (tx) => {
        await balances.snapshot(tx, month(at(n)), houses);
        await ledger.closeMonth(tx, month(at(n)));
      });
      if (written) await places.write(ours.organizationId);
    }
    return booked();
  }

  it.each([1, 2, 3, 4])('change no penalty, whatever has happened: story %i', async (seed) => {
    const told = await live(seed, true);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(await live(seed, false));
  });

  /** Whole numbers below a bound, the same ones for the same seed. */
  function diceOf(seed: number): (below: number) => number {
    let state = seed * 7919;
    return (below) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
  }
});

describe('where the law says nothing', () => {
  it('nothing is accrued to the account, a person is told which parameter is missing, and the month goes on', async () => {
    await book('2026-09', '1000'); // due 15 October
    await accrue('2026-12');
    await accrue('2027-01');
    expect(await booked()).toEqual(['2026-12 anna 2026-09 14.88']); // 47 days at 1/300
    const open = () => inOurs((tx) => inbox.list(tx, { state: 'open' }, { limit: 10 }));
    expect((await open()).items).toMatchObject([
      {
        kind: 'penalties.law-unknown',
        details: { parameter: 'penalty.rate-cap', date: '2027-01-31', accounts: 1, period: '2027-01' },
      },
    ]);
    await choose('penalty.uncapped', '9.5');
    await accrue('2027-02');
    expect((await open()).items).toEqual([]);
    expect(await booked()).toHaveLength(2);
  });
});

describe('an accrual', () => {
  it('does each chunk once, however often its jobs come, and is taken up where it stands', async () => {
    await book('2026-02', '1000');
    const first = await accruals.prepare(ours.organizationId, month('2026-04'), 'run');
    const again = await accruals.prepare(ours.organizationId, month('2026-04'), 'run');
    expect(again).toEqual(first);
    expect(await accruals.finish(ours.organizationId, first.id)).toBe(false);
    await Promise.all([1, 2].map(() => accruals.accrueChunk(ours.organizationId, first.id, first.chunks[0]!)));
    expect((await accruals.prepare(ours.organizationId, month('2026-04'), 'run')).chunks).toEqual([]);
    expect(await accruals.finish(ours.organizationId, first.id)).toBe(true);
    expect(await booked()).toEqual(['2026-04 anna 2026-02 5.07']);
  });

  it('asked for once more for its month posts only what has changed', async () => {
    await book('2026-02', '1000');
    await accrue('2026-04');
    await accrue('2026-04');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 5.07']);
    await pay('2026-04', '1000', '2026-04-20');
    await accrue('2026-04');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 1.90']);
  });

  it('keeps its penalties when the closing is undone; the next closing posts the difference', async () => {
    await book('2026-02', '1000');
    await accrue('2026-04', 'closing 1');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 5.07']);
    await pay('2026-04', '400', '2026-04-05'); // found while the month was open again, in time to cost nothing
    await accrue('2026-04', 'closing 2');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 3.04']); // 600.00 for 16 days at 1/300
    const posted = await inOurs((tx) =>
      tx.query<{ amount: string }[]>(
        `select p.amount::text as amount from ledger_postings p join ledger_entries e on e.id = p.entry_id
          where p.ledger_account = 'receivable' and e.kind = 'penalty' order by e.id`,
      ),
    );
    expect(posted.map(({ amount }) => amount)).toEqual(['507', '-203']);
    await accrue('2026-04', 'closing 3');
    expect(await booked()).toEqual(['2026-04 anna 2026-02 3.04']);
  });

  it('leaves the payer a credit where a penalty that was paid is lowered', async () => {
    await book('2026-02', '1000');
    await accrue('2026-04');
    await pay('2026-05', '5.07', '2026-05-05', { of: 'penalty' });
    await pay('2026-05', '400', '2026-04-05'); // told a month late
    await accrue('2026-05'); // 600.00 for 47 days: 8.93
    const penalties = async () =>
      (await inOurs((tx) => balances.receivables(tx, anna)))
        .filter(({ kind }) => kind === 'penalty')
        .map(({ amount }) => `${amount}`);
    expect(await penalties()).toEqual(['3.86']);
    await pay('2026-06', '600', '2026-04-06'); // and the rest too: nothing was ever late enough
    await accrue('2026-06');
    expect(await penalties()).toEqual(['-5.07']);
  });

  it('touches nobody else’s books', async () => {
    await book('2026-02', '1000');
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    const { chunks } = await accruals.prepare(theirs.organizationId, month('2026-04'), 'theirs');
    expect(chunks).toEqual([]);
    const { id, chunks: own } = await accruals.prepare(ours.organizationId, month('2026-04'), 'ours');
    for (const chunk of own) await accruals.accrueChunk(theirs.organizationId, id, chunk);
    expect(await booked()).toEqual([]);
  });
});

describe('the published table', () => {
  it('is what the law calendar holds', async () => {
    const plain = (rows: readonly { code: string; value: unknown; from: number; to: number | null }[]) =>
      rows.map(({ code, value, from, to }) => `${code} ${String(value)} ${from} ${to}`).sort();
    const held = await inOurs((tx) => new LawParameters().some(tx, PENALTY_LAW_CODES));
    expect(plain(held)).toEqual(plain(PUBLISHED_PENALTY_LAW));
  });
});
