import { FeeRises } from '@dvor/billing';
import { LawParameters } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import { type AccountId, Money, parsePeriod, type ServiceId, type SupplierId, systemClock } from '@dvor/kernel';
import { Deferrals, Ledger } from '@dvor/ledger';
import { InstalmentOffers, InstalmentPlans } from '@dvor/penalties';
import {
  AuditLog,
  Database,
  type JobQueue,
  openDataSource,
  OrganizationClock,
  Outbox,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import {
  createTestDatabase,
  makeOrganization,
  makeStock,
  newHouse,
  type Stock,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { RightFinder } from './right-finder.js';

const [NOW, YEAR_AGO] = ['2026-10', '2025-10'];
const october = parsePeriod(NOW!);

let test: TestDatabase;
let source: DataSource;
let database: Database;
let offers: InstalmentOffers;
let finder: RightFinder;
let ours: Tenant;
let stock: Stock;
let anna: AccountId;
let boris: AccountId;
let runs: Map<string, string>;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'right finder spec');
  database = new Database(source);
  const [accounts, law, audit] = [new Accounts(), new LawParameters(), new AuditLog()];
  const clock = new OrganizationClock(systemClock);
  const outbox = new Outbox(database, { warn: () => {} } as never);
  const plans = new InstalmentPlans(accounts, new Deferrals(), law, clock, audit, outbox);
  offers = new InstalmentOffers(accounts, plans, law, clock, audit, outbox);
  finder = new RightFinder(database, {} as JobQueue, new Ledger(), new FeeRises(), offers);
  await test.asOwner(`select ensure_month('${NOW}-01'), ensure_month('${YEAR_AGO}-01')`);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 2)]));
  [anna, boris] = stock.houses[0]!.premises.flatMap(({ accountIds }) => accountIds) as [AccountId, AccountId];
  runs = new Map();
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);

interface Line {
  readonly service?: ServiceId;
  readonly supplier?: SupplierId;
  readonly account?: AccountId;
  readonly part?: string;
  readonly working?: object;
}

/** The month's one run that is not cancelled, closed unless said otherwise. */
async function runOf(month: string, state = 'closed'): Promise<string> {
  const known = runs.get(month);
  if (known !== undefined && state === 'closed') return known;
  const [{ id }] = await test.asOwner<[{ id: string }]>(
    `insert into billing_runs (organization_id, period, state, engine_version) values ($1, $2, $3, '1') returning id`,
    [ours.organizationId, `${month}-01`, state],
  );
  runs.set(month, id);
  return id;
}

let lines = 0;
async function charged(month: string, roubles: string, line: Line = {}): Promise<void> {
  const { service = stock.water, supplier = stock.utility, account = anna, part = 'individual', working = {} } = line;
  await test.asOwner(
    `insert into charge_lines (organization_id, period, run_id, house_id, account_id, line, service_id, supplier_id, part, volume, amount, working)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)`,
    [
      ...[ours.organizationId, `${month}-01`, await runOf(month), stock.houses[0]!.id, account, (lines += 1)],
      ...[service, supplier, part, Money.parse(roubles).kopecks.toString(), JSON.stringify(working)],
    ],
  );
}

/** What was a year ago, and what is now. */
async function fee(before: string, now: string, line: Line = {}): Promise<void> {
  await charged(YEAR_AGO!, before, line);
  await charged(NOW!, now, line);
}

/** Who, whom to, for what, how much and how much it was. */
async function risen(percent = 25): Promise<string[]> {
  const names = new Map<string, string>([
    ...([anna, boris].map((id, i) => [id, ['anna', 'boris'][i]!]) as [string, string][]),
    ...([stock.utility, stock.company].map((id, i) => [`supplier ${id}`, ['utility', 'company'][i]!]) as [
      string,
      string,
    ][]),
    ...([stock.water, stock.sewage, stock.power].map((id, i) => [
      `service ${id}`,
      ['water', 'sewage', 'power'][i]!,
    ]) as [string, string][]),
  ]);
  const found = await inOurs((tx) => new FeeRises().ofMonth(tx, october, percent));
  return found
    .map(({ accountId, recipientId, serviceId, amount, before }) =>
      [
        names.get(accountId),
        names.get(`supplier ${recipientId}`),
        names.get(`service ${serviceId}`),
        `${amount}/${before}`,
      ].join(' '),
    )
    .sort();
}

describe('fees that have risen on the year', () => {
  it('are those above the bound, by a kopeck too, not those at it', async () => {
    await fee('1000.00', '1250.00');
    await fee('1000.00', '1250.01', { account: boris });
    await fee('100.00', '90.00', { service: stock.power });
    expect(await risen()).toEqual(['boris utility water 1250.01/1000.00']);
    expect(await risen(24)).toEqual(['anna utility water 1250.00/1000.00', 'boris utility water 1250.01/1000.00']);
  });

  it('are of communal services: housing services are not looked at', async () => {
    await fee('100.00', '900.00', { service: stock.upkeep, supplier: stock.company });
    await fee('100.00', '200.00', { service: stock.sewage });
    expect(await risen()).toEqual(['anna utility sewage 200.00/100.00']);
  });

  it('need a month a year ago in which there was something to pay', async () => {
    await charged(NOW!, '900.00');
    await fee('0.00', '900.00', { account: boris });
    expect(await risen()).toEqual([]);
  });

  it('of several recipients rise together: by what the service cost, offered for the part of each', async () => {
    await charged(YEAR_AGO!, '1000.00');
    await charged(NOW!, '700.00');
    await charged(NOW!, '600.00', { supplier: stock.company });
    // No more than a new recipient, who was owed nothing a year ago: the whole has not risen.
    await charged(YEAR_AGO!, '1000.00', { account: boris });
    await charged(NOW!, '1100.00', { account: boris, supplier: stock.company });
    expect(await risen()).toEqual(['anna company water 600.00/1000.00', 'anna utility water 700.00/1000.00']);
  });

  it('count benefits and the common property with the service, but no fine, no correction, no month run again', async () => {
    await fee('1000.00', '1200.00');
    await charged(NOW!, '300.00', { part: 'fine' });
    await charged(NOW!, '300.00', { part: 'manual' });
    await charged(NOW!, '300.00', { part: 'true-up', working: { why: 'correction' } });
    expect(await risen()).toEqual([]);
    await charged(NOW!, '60.00', { part: 'common' });
    expect(await risen()).toEqual(['anna utility water 1260.00/1000.00']);
    await charged(NOW!, '-20.00', { part: 'benefit' });
    expect(await risen()).toEqual([]);
  });

  it('are those of closed months, of this organisation alone', async () => {
    await fee('1000.00', '2000.00');
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    expect(await database.inTenant(theirs, (tx) => new FeeRises().ofMonth(tx, october, 25))).toEqual([]);
    await test.asOwner(`update billing_runs set state = 'review' where id = $1`, [runs.get(NOW!)]);
    expect(await risen()).toEqual([]);
  });
});

describe('the finder of the right to instalments', () => {
  const find = () => finder.find(ours.organizationId, october);
  const counts = () => inOurs((tx) => offers.counts(tx));

  it('offers each risen fee once, by the law’s bound', async () => {
    await fee('1000.00', '1250.00');
    await fee('1000.00', '1300.00', { account: boris });
    expect(await find()).toBe(1);
    expect(await find()).toBe(0);
    const [offer, ...others] = await inOurs((tx) => offers.openOf(tx, [anna, boris]));
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ accountId: boris, serviceId: stock.water, recipientId: stock.utility, parts: 12 });
    expect([offer!.amount, offer!.before].map(String)).toEqual(['1300.00', '1000.00']);
  });

  it('takes its offers back when the closing is undone, and makes them again with the next', async () => {
    await fee('1000.00', '1300.00');
    await find();
    await finder.undo(ours.organizationId, october);
    expect(await counts()).toMatchObject({ open: 0, withdrawn: 1 });
    await charged(NOW!, '50.00');
    expect(await find()).toBe(0);
    expect(await counts()).toMatchObject({ open: 1, withdrawn: 0 });
    const [offer] = await inOurs((tx) => offers.openOf(tx, [anna]));
    expect(`${offer!.amount}`).toBe('1350.00');
  });
});
