import { LawParameters } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import {
  type AccountId,
  formatDate,
  type HouseId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
  systemClock,
  type UserId,
} from '@dvor/kernel';
import { Balances, Deferrals, type EntryKind, Ledger, type PostingKind } from '@dvor/ledger';
import { MoneyInTransit } from '@dvor/payments';
import { DueDays, InstalmentPlans } from '@dvor/penalties';
import {
  AuditLog,
  Database,
  type JobQueue,
  openDataSource,
  OrganizationClock,
  type Outbox,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { createTestDatabase, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Contacts } from '../contacts/contacts.js';
import { Disputes } from '../disputes/disputes.js';
import { AccountDebts } from './account-debts.js';
import { DebtSnapshots } from './debt-snapshots.js';
import { DebtViews } from './debt-views.js';
import { DebtorRegister, type DebtorsAsked } from './debtor-register.js';

const ledger = new Ledger();
const balances = new Balances();
const clock = new OrganizationClock(systemClock);
const views = new DebtViews(clock);
const disputes = new Disputes(new AuditLog(), clock);
const contacts = new Contacts(new AuditLog(), clock);
const transit = new MoneyInTransit();
const dueDays = new DueDays(new LawParameters());
const accountsOfBooks = new Accounts();
const plans = new InstalmentPlans(
  accountsOfBooks,
  new Deferrals(),
  new LawParameters(),
  clock,
  new AuditLog(),
  null as unknown as Outbox, // nothing is written here
);
const register = new DebtorRegister(views, accountsOfBooks, disputes, transit, dueDays, plans);
const debts = new AccountDebts(views, disputes, transit, dueDays);

let test: TestDatabase;
let source: DataSource;
let database: Database;
let snapshots: DebtSnapshots;
let ours: Tenant;
let houses: readonly HouseId[];
let accounts: readonly AccountId[];
let water: ServiceId;
let upkeep: ServiceId;
let utility: SupplierId;
let author: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'debtors spec');
  database = new Database(source);
  snapshots = new DebtSnapshots(database, null as unknown as JobQueue, ledger);
  [{ id: author }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'debts@dvor.test', 'Юрист', '-') returning id`,
  );
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test, { now: '2026-11-20T05:00:00Z' });
  const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 3), newHouse('2', 2)]));
  accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
  houses = stock.houses.map(({ id }) => id);
  ({ water, upkeep, utility } = stock);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const at = (instant: string) =>
  test.asOwner(`update organizations set demo_now = '${instant}' where id = ${ours.organizationId}`);

let keys = 0;
interface Told {
  readonly kind?: EntryKind;
  readonly of?: PostingKind;
  readonly on?: string;
  readonly origin?: string;
  readonly service?: ServiceId;
}

/** Roubles into the books of a month. */
async function book(which: number, month: string, roubles: string, told: Told = {}): Promise<void> {
  const { kind = 'accrual', of = 'charge', on, origin = month, service = water } = told;
  const period = parsePeriod(month);
  const amount = Money.parse(roubles);
  const place = { recipientId: utility, serviceId: service, origin: parsePeriod(origin), kind: of };
  const bookedOn = on === undefined ? lastDay(period) : parseDate(on);
  await inOurs((tx) =>
    ledger.post(tx, {
      ...{ key: `spec-${(keys += 1)}`, kind, period, bookedOn, by: null, reason: 'spec' },
      postings: [
        { ...place, ledgerAccount: 'receivable', accountId: accounts[which]!, amount },
        { ...place, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    }),
  );
}

/** The month's balances, and those of the months before it in which anything was booked, as closings write them. */
async function close(month: string, ...before: readonly string[]): Promise<void> {
  for (const one of [...before, month]) await inOurs((tx) => balances.snapshot(tx, parsePeriod(one), houses));
  await inOurs((tx) => ledger.closeMonth(tx, parsePeriod(month)));
}

/** As the undoing of a run's closing leaves it. */
async function undoClosing(month: string): Promise<void> {
  await test.asOwner(
    `with undone as (
       delete from closed_months where period = '${month}-01' and organization_id = ${ours.organizationId}
       returning organization_id, period, closed_at),
          run as (
       insert into billing_runs (organization_id, period, engine_version)
       select organization_id, period, '-' from undone returning id, organization_id)
     insert into month_reopenings (organization_id, period, run_id, closed_at, reason)
     select undone.organization_id, undone.period, run.id, undone.closed_at, 'spec' from undone, run`,
  );
}

const list = (asked: DebtorsAsked = {}, limit = 50) => inOurs((tx) => register.list(tx, asked, { limit }));
const names = async (asked: DebtorsAsked) =>
  (await list({ sort: 'account', ...asked })).items.map(({ accountId }) => accounts.indexOf(accountId));
const roubles = (sums: Readonly<Record<string, Money>>) =>
  Object.fromEntries(
    Object.entries(sums)
      .filter(([, one]) => !one.isZero)
      .map(([name, one]) => [name, one.toString()]),
  );

/** 0 owes for years, 1 for the last month, 2 has paid ahead, 3 owes at one place and is ahead at another, 4 nothing. */
async function someDebts(): Promise<void> {
  await book(0, '2022-05', '100.00');
  await book(0, '2025-01', '200.00', { service: upkeep });
  await book(0, '2026-03', '300.00');
  await book(0, '2026-09', '400.00');
  await book(0, '2026-10', '7.50', { kind: 'penalty', of: 'penalty', origin: '2026-03' });
  await book(1, '2026-10', '50.00');
  await book(2, '2026-10', '-20.00', { kind: 'payment', on: '2026-10-12' });
  await book(3, '2026-08', '60.00');
  await book(3, '2026-10', '-15.00', { kind: 'payment', on: '2026-10-20', service: upkeep });
}

describe('the debtor register', () => {
  it('tells debts by age, kind and group of services', async () => {
    await someDebts();
    const { items, totals } = await list();
    expect(
      items.map(({ accountId, balance, overdue }) => [accounts.indexOf(accountId), `${balance}`, `${overdue}`]),
    ).toEqual([
      [0, '1007.50', '1007.50'],
      [3, '45.00', '60.00'],
      [1, '50.00', '50.00'], // October is due on 15 November, a Sunday; the 20th is after the 16th
    ]);
    const [worst, ahead] = items;
    expect(roubles(worst!.ages)).toEqual({
      'over-3-years': '100.00',
      'to-3-years': '200.00',
      'to-365': '307.50',
      'to-60': '400.00',
    });
    expect(worst).toMatchObject({ age: 'over-3-years', oldest: '2022-05', stage: 'none', closed: false });
    const { principal, penalties, utilities, housing } = worst!;
    expect(roubles({ principal, penalties, utilities, housing })).toEqual({
      ...{ principal: '1000.00', penalties: '7.50', utilities: '800.00', housing: '200.00' },
    });
    expect(ahead!.ahead.toString()).toBe('15.00');
    for (const one of [...items, totals]) {
      expect(Money.sum([...Object.values(one.ages), one.ahead.negated()])).toEqual(one.balance);
      expect(one.principal.plus(one.penalties)).toEqual(one.balance);
      expect(Money.sum([one.utilities, one.housing, one.capitalRepair, one.other])).toEqual(one.principal);
    }
  });

  it('comes to the debit balances of the ledger, on any day', async () => {
    await someDebts();
    const ledgers = await inOurs((tx) => balances.of(tx, accounts));
    const debit = Money.sum([...ledgers.values()].filter(({ kopecks }) => kopecks > 0n));
    const { totals, debit: told } = await list();
    expect([totals.balance, told]).toEqual([debit, debit]);
    for (const month of ['2022-05', '2025-01', '2026-03', '2026-09', '2026-10']) {
      const asOf = lastDay(parsePeriod(month));
      const then = await inOurs((tx) => balances.onDay(tx, accounts, asOf));
      const sums = [...then.values()].map((lines) => Money.sum(lines.map(({ amount }) => amount)));
      const owed = Money.sum(sums.filter(({ kopecks }) => kopecks > 0n)).toString();
      expect([month, (await list({ asOf })).totals.balance.toString()]).toEqual([month, owed]);
    }
  });

  it('says the same with snapshots of closed months and without, and makes them anew after a closing undone', async () => {
    await someDebts();
    const days = ['2022-05-31', '2026-03-15', '2026-09-30', '2026-10-15', '2026-10-31', '2026-11-20'];
    const all = async () => {
      const found = [];
      for (const day of days) found.push(await list({ asOf: parseDate(day) }));
      return [...found, await list()];
    };
    const plain = await all();
    await close('2026-09', '2022-05', '2025-01', '2026-03', '2026-08');
    await snapshots.take(ours.organizationId);
    expect(await all()).toEqual(plain);
    await close('2026-10');
    await snapshots.take(ours.organizationId);
    await snapshots.take(ours.organizationId);
    expect(await all()).toEqual(plain);
    const taken = () =>
      inOurs((tx) => tx.query<{ period: string }[]>('select period::text from debt_snapshot_months order by 1'));
    expect((await taken()).map(({ period }) => period)).toEqual(['2026-09-01', '2026-10-01']);
    await undoClosing('2026-10');
    await book(1, '2026-10', '5.00');
    expect((await list()).totals.balance.minus(plain.at(-1)!.totals.balance).toString()).toBe('5.00');
    await snapshots.take(ours.organizationId);
    expect((await taken()).map(({ period }) => period)).toEqual(['2026-09-01']);
  });

  it('is not deceived by a closing undone and done anew at the same hour of the organisation’s clock', async () => {
    await someDebts();
    const months = ['2026-09', '2022-05', '2025-01', '2026-03', '2026-08'] as const;
    await close(...months);
    await close('2026-10');
    await snapshots.take(ours.organizationId);
    const before = (await list()).totals.balance;
    await undoClosing('2026-10');
    await book(1, '2026-10', '5.00');
    await close('2026-10');
    const owed = async () => (await list()).totals.balance.minus(before).toString();
    expect(await owed()).toBe('5.00');
    await snapshots.take(ours.organizationId);
    expect(await owed()).toBe('5.00');
  });

  it('of a past day, as known then, never changes', async () => {
    await at('2026-10-25T05:00:00Z');
    await book(1, '2026-10', '50.00', { on: '2026-10-10' });
    const asOf = parseDate('2026-10-25');
    const then = await list({ asOf, knownThen: true });
    expect(then.totals.balance.toString()).toBe('50.00');
    await at('2026-11-20T05:00:00Z');
    await book(1, '2026-10', '8.00', { on: '2026-10-20', origin: '2026-05' }); // dated back
    await book(0, '2026-09', '900.00');
    await close('2026-10', '2026-09');
    await snapshots.take(ours.organizationId);
    expect(await list({ asOf, knownThen: true })).toEqual(then);
    expect((await list({ asOf })).totals.balance.toString()).toBe('958.00');
    await expect(list({ asOf: parseDate('2026-11-21') })).rejects.toMatchObject({ code: 'debt.in-future' });
  });

  it('is filtered, sorted and leafed through', async () => {
    await someDebts();
    expect(await names({})).toEqual([0, 1, 3]);
    expect(await names({ houseId: houses[1] })).toEqual([3]);
    expect(await names({ age: 'to-90' })).toEqual([0, 3]);
    expect(await names({ age: 'to-180' })).toEqual([0]);
    expect(await names({ least: Money.parse('46'), most: Money.parse('60') })).toEqual([1]);
    expect(await names({ penaltiesOnly: true })).toEqual([0]);
    expect(await names({ closed: true })).toEqual([]);
    expect(await names({ stage: 'court' })).toEqual([]);
    expect(await names({ plan: true })).toEqual([]);
    expect(await names({ plan: false })).toEqual([0, 1, 3]);
    expect(await names({ stage: 'none' })).toEqual([0, 1, 3]);
    const number = (await list({ sort: 'account' })).items[1]!.number;
    expect(await names({ search: number })).toEqual([1]);
    const {
      items: [first],
      totals,
      nextCursor,
    } = await list({ sort: 'balance' }, 1);
    const rest = await inOurs((tx) => register.list(tx, { sort: 'balance' }, { limit: 5, cursor: nextCursor! }));
    expect([first, ...rest.items].map((one) => `${one!.balance}`)).toEqual(['1007.50', '50.00', '45.00']);
    expect(rest).toMatchObject({ nextCursor: null, totals });
    expect((await list({ sort: 'oldest' })).items.map(({ oldest }) => oldest)).toEqual([
      '2022-05',
      '2026-08',
      '2026-10',
    ]);
    const days = [parseDate('2026-03-31'), parseDate('2026-10-31')];
    const months = await inOurs((tx) => register.totalsOn(tx, days, {}));
    expect(months.map(({ day, balance }) => [formatDate(day), `${balance}`])).toEqual([
      ['2026-03-31', '600.00'],
      ['2026-10-31', '1102.50'],
    ]);
  });

  it('knows disputes, contacts and money in transit, each as of its day', async () => {
    await someDebts();
    const [a, b] = [accounts[0]!, accounts[1]!];
    const dispute = {
      serviceId: water,
      origin: null,
      amount: null,
      reason: 'Не проживаю',
      documentId: null,
      openedOn: null,
    };
    const id = await inOurs((tx) => disputes.open(tx, a, dispute, author));
    const contact = { way: 'call', on: null, reached: true, note: 'Обещал', promise: null } as const;
    await inOurs((tx) => contacts.add(tx, b, contact, author));
    const { items, totals } = await list({ sort: 'account' });
    expect(items.map(({ disputed, lastContact }) => [`${disputed}`, lastContact])).toEqual([
      ['807.50', null],
      ['0.00', '2026-11-20'],
      ['0.00', null],
    ]);
    expect(totals.disputed.toString()).toBe('807.50');
    expect(await names({ disputed: true })).toEqual([0]);
    expect(await names({ noContactSince: parseDate('2026-11-01') })).toEqual([0, 3]);
    expect((await list({ asOf: parseDate('2026-11-19') })).totals.disputed.isZero).toBe(true);
    await inOurs((tx) => disputes.close(tx, id, { outcome: 'rejected', note: 'Акт', on: null }, author));
    expect(await names({ disputed: true })).toEqual([]);
    await expect(
      inOurs((tx) => disputes.close(tx, id, { outcome: 'upheld', note: 'Акт', on: null }, author)),
    ).rejects.toMatchObject({ code: 'dispute.closed' });
  });

  it('shows the debt of one account place by place', async () => {
    await someDebts();
    const debt = await inOurs((tx) => debts.read(tx, accounts[0]!, {}));
    expect(debt.lines.map(({ origin, kind, due, age, amount }) => [origin, kind, due, age, `${amount}`])).toEqual([
      ['2022-05', 'charge', '2022-06-10', 'over-3-years', '100.00'],
      ['2025-01', 'charge', '2025-02-10', 'to-3-years', '200.00'],
      ['2026-03', 'charge', '2026-04-15', 'to-365', '300.00'],
      ['2026-03', 'penalty', '2026-04-15', 'to-365', '7.50'],
      ['2026-09', 'charge', '2026-10-15', 'to-60', '400.00'],
    ]);
    expect([debt.balance, debt.overdue, debt.penalties].map(String)).toEqual(['1007.50', '1007.50', '7.50']);
    await expect(inOurs((tx) => debts.read(tx, '999' as AccountId, {}))).rejects.toMatchObject({
      code: 'account.not-found',
    });
  });
});

describe('a promise to pay', () => {
  it('is kept or broken by the money that came', async () => {
    await someDebts();
    const promise = (amount: string, by: string) => ({ amount: Money.parse(amount), by: parseDate(by) });
    const said = { way: 'call', on: parseDate('2026-11-01'), reached: true, note: 'Обещал' } as const;
    const add = (more: object) =>
      inOurs((tx) => contacts.add(tx, accounts[0]!, { ...said, ...(more as { promise: null }) }, author));
    await add({ promise: promise('500.00', '2026-11-10') });
    await add({ promise: promise('500.00', '2026-12-10') });
    const states = async () =>
      (await inOurs((tx) => contacts.ofAccount(tx, accounts[0]!))).map(
        ({ promise: one }) => one && `${one.state} ${one.paid}`,
      );
    expect(await states()).toEqual(['open 0.00', 'broken 0.00']);
    await expect(add({ promise: promise('1.00', '2026-10-10') })).rejects.toMatchObject({
      code: 'contact.promise-before',
    });
    await expect(add({ on: parseDate('2026-12-01'), promise: null })).rejects.toMatchObject({
      code: 'contact.in-future',
    });
  });
});
