import {
  type AccountId,
  addMonths,
  formatPeriod,
  type HouseId,
  lastDay,
  Money,
  parsePeriod,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { AuditLog, Database, type JobQueue, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { HouseIntake } from '@dvor/housing';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Balances, type EntryKind, Ledger, OpenPlaces, openPlacesUpTo, reachingBack } from './index.js';

const ledger = new Ledger();
const balances = new Balances();
const july = parsePeriod('2026-07');
const august = parsePeriod('2026-08');
const september = parsePeriod('2026-09');

let test: TestDatabase;
let source: DataSource;
let database: Database;
let places: OpenPlaces;
let ours: Tenant;
let houses: readonly HouseId[];
let anna: AccountId;
let boris: AccountId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'open places spec');
  database = new Database(source);
  places = new OpenPlaces(database, {} as JobQueue, ledger);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  const taken = await inOurs((tx) => new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 2)], entered));
  houses = taken.map(({ id }) => id);
  [anna, boris] = taken.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds)) as [
    AccountId,
    AccountId,
  ];
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);

let keys = 0;

interface Told {
  readonly account?: AccountId;
  readonly origin?: Period;
  readonly kind?: EntryKind;
  readonly service?: string;
}

async function book(period: Period, roubles: string, told: Told = {}): Promise<void> {
  const { account = anna, origin = period, kind = 'accrual', service = '20' } = told;
  const amount = Money.parse(roubles);
  const common = { recipientId: '5' as SupplierId, serviceId: service as ServiceId, origin, kind: 'charge' } as const;
  await inOurs((tx) =>
    ledger.post(tx, {
      ...{ key: `spec-${(keys += 1)}`, kind, period, bookedOn: lastDay(period), reason: 'spec', by: null },
      postings: [
        { ...common, ledgerAccount: 'receivable', accountId: account, amount },
        { ...common, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    }),
  );
}

async function close(period: Period): Promise<void> {
  await inOurs(async (tx) => {
    await balances.snapshot(tx, period, houses);
    await ledger.closeMonth(tx, period);
  });
}

async function closeAndWrite(period: Period): Promise<void> {
  await close(period);
  await places.write(ours.organizationId);
}

const upTo = (period?: Period) => inOurs((tx) => openPlacesUpTo(tx, period));

/** Months of the debts of an account with what is owed for them. */
const owed = async (account = anna) =>
  (await inOurs((tx) => balances.receivables(tx, account))).map(
    ({ origin, serviceId, amount }) => `${formatPeriod(origin)} ${serviceId} ${amount}`,
  );

describe('open places of a closed month', () => {
  it('say of what is owed the same as all the postings, whatever is booked later', async () => {
    const story = async (written: boolean) => {
      await book(july, '100');
      await book(july, '70', { service: '10' });
      await book(july, '-30', { kind: 'payment', origin: september }); // for a month to come
      await (written ? closeAndWrite(july) : close(july));
      await book(august, '200');
      await book(august, '-100', { kind: 'payment', origin: july });
      await (written ? closeAndWrite(august) : close(august));
      await book(september, '-15', { origin: july }); // charged too much
      await book(september, '-250', { kind: 'payment', origin: august });
      return owed();
    };
    const byPlaces = await story(true);
    expect(await upTo()).toBe('2026-08-01');
    await test.asOwner('delete from open_place_months where organization_id = $1', [ours.organizationId]);
    expect(await upTo()).toBeNull();
    expect(await owed()).toEqual(byPlaces);
    expect(byPlaces).toEqual(['2026-07 10 70.00', '2026-07 20 -15.00', '2026-08 20 -50.00', '2026-09 20 -30.00']);
  });

  it('are what is read in place of the postings before', async () => {
    await book(july, '100');
    await closeAndWrite(july);
    await test.asOwner('update open_places set amounts = array[12300] where organization_id = $1', [
      ours.organizationId,
    ]);
    await book(august, '50');
    expect(await owed()).toEqual(['2026-07 20 123.00', '2026-08 20 50.00']);
    expect((await inOurs((tx) => balances.creditedDues(tx, [anna]))).get(anna)).toHaveLength(2);
  });

  it('hold for the closing that they were written after', async () => {
    await book(july, '100');
    await closeAndWrite(july);
    await test.asOwner('update open_place_months set reopened = reopened + 1 where organization_id = $1', [
      ours.organizationId,
    ]);
    expect(await upTo()).toBeNull();
    await places.write(ours.organizationId);
    expect(await upTo()).toBe('2026-07-01');
    await test.asOwner('delete from closed_months where organization_id = $1', [ours.organizationId]);
    expect(await upTo()).toBeNull();
  });

  it('of the last four months are kept; a month that was not written costs nothing but time', async () => {
    const first = parsePeriod('2026-01');
    for (let n = 0; n < 6; n += 1) {
      await book(addMonths(first, n), '10');
      await (n === 4 ? close : closeAndWrite)(addMonths(first, n));
    }
    expect(await upTo(parsePeriod('2026-02'))).toBeNull();
    expect(await upTo(parsePeriod('2026-05'))).toBe('2026-04-01');
    expect(await upTo()).toBe('2026-06-01');
    expect(await owed()).toHaveLength(6);
  });

  it('are not written where they do not come to the balances', async () => {
    await book(july, '100');
    await close(july);
    await test.asOwner('update account_balances set opening = 1, closing = closing + 1 where organization_id = $1', [
      ours.organizationId,
    ]);
    await expect(places.write(ours.organizationId)).rejects.toThrow(`what account ${anna} owes by places`);
    expect(await upTo()).toBeNull();
  });
});

describe('accounts that reach back', () => {
  const parted = async (since: Period) => {
    const month = await upTo();
    const { back, recent } = await inOurs((tx) => reachingBack(tx, houses, { month, since }));
    return { back, recent };
  };

  it('owe for an old month, or had it touched of late', async () => {
    await book(july, '100');
    await book(july, '100', { account: boris });
    await closeAndWrite(july);
    await book(august, '-100', { kind: 'payment', origin: july });
    await book(august, '-100', { kind: 'payment', origin: july, account: boris });
    expect(await parted(september)).toEqual({ back: [], recent: [anna, boris] });
    expect(await parted(august)).toEqual({ back: [anna, boris], recent: [] });
    await book(september, '5', { origin: july, account: boris });
    expect(await parted(september)).toEqual({ back: [boris], recent: [anna] });
  });

  it('have had money for a later month, even if it was taken back', async () => {
    await book(july, '-30', { kind: 'payment', origin: august });
    await book(july, '30', { kind: 'refund', origin: august });
    await closeAndWrite(july);
    expect(await parted(september)).toEqual({ back: [anna], recent: [boris] });
  });

  it('are all, where nothing is written down', async () => {
    expect(await parted(september)).toEqual({ back: [anna, boris], recent: [] });
  });
});
