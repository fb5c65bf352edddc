import {
  type AccountId,
  formatDate,
  formatPeriod,
  type HouseId,
  lastDay,
  Money,
  parsePeriod,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { HouseIntake } from '@dvor/housing';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Balances, type EntryKind, Ledger, type PostingKind } from './index.js';

const ledger = new Ledger();
const balances = new Balances();
const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');
const water = '20' as ServiceId;
const upkeep = '10' as ServiceId;

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let houses: readonly HouseId[];
let anna: AccountId;
let boris: AccountId;
let vera: AccountId; // in the second house

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'balances spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  const taken = await inOurs((tx) =>
    new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 2), newHouse('2', 1)], entered),
  );
  houses = taken.map(({ id }) => id);
  [anna, boris, vera] = taken.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds)) as [
    AccountId,
    AccountId,
    AccountId,
  ];
});

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

let keys = 0;

/** Roubles owed by an account for a service. */
async function book(
  period: Period,
  account: AccountId,
  roubles: string,
  { kind = 'accrual' as EntryKind, service = water, of = 'charge' as PostingKind } = {},
): Promise<void> {
  const amount = Money.parse(roubles);
  const common = { recipientId: '5' as SupplierId, serviceId: service, origin: period, kind: of };
  await inOurs((tx) =>
    ledger.post(tx, {
      key: `spec-${(keys += 1)}`,
      kind,
      period,
      bookedOn: lastDay(period),
      reason: `${kind} ${formatPeriod(period)}`,
      by: null,
      postings: [
        { ...common, ledgerAccount: 'receivable', accountId: account, amount },
        {
          ...common,
          ledgerAccount: kind === 'opening' ? 'opening-balance' : 'accrued',
          accountId: null,
          amount: amount.negated(),
        },
      ],
    }),
  );
}

const snapshot = (period: Period, of = houses) => inOurs((tx) => balances.snapshot(tx, period, of));
const owed = async () => {
  const found = await inOurs((tx) => balances.of(tx, [anna, boris, vera]));
  return [anna, boris, vera].map((account) => found.get(account)!.toString());
};
const ofMonth = async (period: Period, account: AccountId) => {
  const found = (await inOurs((tx) => balances.ofMonth(tx, period, [account]))).get(account);
  return found && [found.opening, found.charged, found.paid, found.closing].map(String);
};

describe('what an account owes', () => {
  it('is the sum of what was posted to it: a debt, an advance or nothing', async () => {
    await book(september, anna, '1200.50', { kind: 'opening' });
    await book(october, anna, '300.25');
    await book(october, boris, '-15.00');
    expect(await owed()).toEqual(['1500.75', '-15.00', '0.00']);
  });

  it('stays the same when it is written down, and goes on from there', async () => {
    await book(september, anna, '1200.50', { kind: 'opening' });
    await book(october, anna, '300.25');
    await book(october, boris, '-15.00');
    await snapshot(september);
    await snapshot(october);
    expect(await owed()).toEqual(['1500.75', '-15.00', '0.00']);
    await book(november, anna, '10.00');
    await book(november, vera, '7.77');
    expect(await owed()).toEqual(['1510.75', '-15.00', '7.77']);
  });

  it('is nothing for an account of another organisation', async () => {
    await book(october, anna, '300.25');
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    const seen = await database.inTenant(theirs, (tx) => balances.of(tx, [anna]));
    expect(seen.get(anna)).toEqual(Money.zero);
  });
});

describe('the month of an account', () => {
  it('is what it began with, what was charged, what was paid and what it ends with', async () => {
    await book(september, anna, '1200.50', { kind: 'opening' });
    await book(september, anna, '100.00');
    await snapshot(september);
    await book(october, anna, '300.25');
    await book(october, anna, '-0.25');
    await snapshot(october);
    expect(await ofMonth(september, anna)).toEqual(['1200.50', '100.00', '0.00', '1300.50']);
    expect(await ofMonth(october, anna)).toEqual(['1300.50', '300.00', '0.00', '1600.50']);
  });

  it('takes what was forgiven off the penalties or the interest, and off nothing where charges were forgiven', async () => {
    await book(october, anna, '300');
    await book(october, anna, '20', { kind: 'penalty', of: 'penalty' });
    await book(october, anna, '7', { kind: 'interest', of: 'interest' });
    await book(october, anna, '-15', { kind: 'write-off', of: 'penalty' });
    await book(october, anna, '-2', { kind: 'write-off', of: 'interest' });
    await book(october, anna, '-100', { kind: 'write-off' });
    await snapshot(october);
    const sums = (await inOurs((tx) => balances.ofMonth(tx, october, [anna]))).get(anna)!;
    expect([sums.charged, sums.penalties, sums.interest, sums.writtenOff, sums.paid, sums.closing].map(String)).toEqual(
      ['300.00', '5.00', '5.00', '100.00', '0.00', '210.00'],
    );
    const ofHouse = await inOurs(async (tx) => [
      await balances.penalties(tx, houses[0]!, october),
      await balances.interest(tx, houses[0]!, october),
      await balances.writtenOff(tx, houses[0]!, october),
    ]);
    expect(ofHouse.map((placed) => placed.get(anna)!.map(({ amount }) => amount.toString()))).toEqual([
      ['5.00'],
      ['5.00'],
      ['100.00'],
    ]);
  });

  it('is written down once, however often it is asked for', async () => {
    await book(october, anna, '300.25');
    expect(await snapshot(october)).toBe(1);
    expect(await snapshot(october)).toBe(0);
    expect(await ofMonth(october, anna)).toEqual(['0.00', '300.25', '0.00', '300.25']);
  });

  it('is carried on through a month without charges, and not begun for who never had any', async () => {
    await book(september, anna, '100.00');
    await snapshot(september);
    await snapshot(october);
    expect(await ofMonth(october, anna)).toEqual(['100.00', '0.00', '0.00', '100.00']);
    expect(await ofMonth(october, boris)).toBeUndefined();
  });

  it('is written down for the houses asked for', async () => {
    await book(october, anna, '1.00');
    await book(october, vera, '2.00');
    expect(await snapshot(october, [houses[1]!])).toBe(1);
    expect(await ofMonth(october, anna)).toBeUndefined();
    expect(await ofMonth(october, vera)).toEqual(['0.00', '2.00', '0.00', '2.00']);
  });
});

describe('a statement', () => {
  it('tells every entry of an account with the balance after it', async () => {
    await book(october, anna, '300.25');
    await book(september, anna, '1200.50', { kind: 'opening' });
    await book(october, anna, '-50.25', { service: upkeep });
    await book(october, boris, '999.00');
    const items = await inOurs((tx) => balances.statement(tx, anna));
    expect(
      items.map(({ date, kind, reason, amount, balance }) => [
        formatDate(date),
        kind,
        reason,
        `${amount}`,
        `${balance}`,
      ]),
    ).toEqual([
      ['2026-09-30', 'opening', 'opening 2026-09', '1200.50', '1200.50'],
      ['2026-10-31', 'accrual', 'accrual 2026-10', '300.25', '1500.75'],
      ['2026-10-31', 'accrual', 'accrual 2026-10', '-50.25', '1450.50'],
    ]);
    expect(items.at(-1)!.balance.toString()).toBe((await owed())[0]);
  });
});

describe('the opening of a house', () => {
  it('is what its accounts owed for each service before the month, and what was brought to them in it', async () => {
    await book(september, anna, '100.00', { service: water });
    await book(september, anna, '20.00', { service: upkeep });
    await book(september, boris, '5.00');
    await book(september, boris, '-5.00');
    await book(september, vera, '1.00');
    await book(october, anna, '999.00');
    await book(october, boris, '7.00', { kind: 'opening' });
    const opening = await inOurs((tx) => balances.openings(tx, houses[0]!, october));
    const placed = (serviceId: ServiceId, roubles: string) => ({
      recipientId: '5',
      serviceId,
      amount: Money.parse(roubles),
    });
    expect(opening).toEqual(
      new Map([
        [anna, [placed(upkeep, '20.00'), placed(water, '100.00')]],
        [boris, [placed(water, '7.00')]],
      ]),
    );
  });
});

describe('what a house has paid', () => {
  it('is what came from a month on, by the day it counts from, up to the day it is asked for', async () => {
    await book(september, anna, '-50.00', { kind: 'payment' });
    await book(october, anna, '-70.00', { kind: 'payment' });
    await book(october, anna, '10.00', { kind: 'refund' });
    await book(october, anna, '500.00');
    await book(november, anna, '-5.00', { kind: 'payment' });
    const paid = await inOurs((tx) => balances.paid(tx, houses[0]!, { since: october, until: lastDay(october) }));
    expect([...paid]).toEqual([
      [
        anna,
        [
          {
            recipientId: '5',
            serviceId: water,
            period: october,
            on: lastDay(october),
            offset: false,
            amount: Money.parse('60.00'),
          },
        ],
      ],
    ]);
  });
});

describe('the check of the books', () => {
  beforeEach(async () => {
    await book(september, anna, '100.00');
    await book(september, vera, '40.00');
    await snapshot(september);
    await book(october, anna, '30.00');
    await snapshot(october);
  });

  const unsound = () => inOurs((tx) => balances.unsound(tx));

  it('finds nothing while they are sound', async () => {
    await book(november, anna, '30.00');
    expect(await unsound()).toEqual([]);
  });

  it.each([
    ['a posting was changed', 'update ledger_postings set amount = amount + 1 where account_id = $1'],
    ['a posting was taken out', `delete from ledger_postings where account_id = $1 and period = '2026-09-01'`],
    [
      'a balance was changed',
      'update account_balances set opening = opening + 1, closing = closing + 1 where account_id = $1',
    ],
  ])('names the account where %s', async (_what, sql) => {
    await test.asOwner(sql, [anna]);
    expect(await unsound()).toEqual([anna]);
  });
});
