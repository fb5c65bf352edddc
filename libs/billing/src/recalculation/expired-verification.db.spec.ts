import { type AccountId, addMonths, formatPeriod, type MeterId, parseDate, parsePeriod } from '@dvor/kernel';
import { MeterIntake, MeterLife, ReadingIntake, ReadingPolicies } from '@dvor/metering';
import { AuditLog, ExceptionsInbox, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  reading,
  recordReading,
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountUse } from '../use/account-use.js';

const audit = new AuditLog();
const life = new MeterLife(
  new MeterIntake(),
  new ReadingIntake(new ReadingPolicies(audit), new ExceptionsInbox()),
  audit,
);

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let stock: Stock;
let tenant: Awaited<ReturnType<typeof makeOrganization>>;
let meter: MeterId;
let account: AccountId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** Two persons use three cubic metres a month; readings are sent all along. */
beforeEach(async () => {
  tenant = await makeOrganization(test);
  await clockAt('2026-08-01');
  stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 3)]));
  account = stock.houses[0]!.premises[2]!.accountIds[0]!; // has no meter in the stock
});

/** A verification is over: the average of three months, then the norm, by ПП 354, п. 59 «а», 60 (MTR-14). */
describe('a meter whose verification is over', () => {
  it('is charged three months on average and then by the raised norm, whatever readings are sent', async () => {
    await put('2026-07-31');
    await sendReadings('2026-08', '2026-11');
    await closeMonths('2026-08', '2026-12');
    expect(await billed()).toEqual([
      '2026-08 average 3',
      '2026-09 average 3',
      '2026-10 average 3',
      '2026-11 norm lapsed 8.58',
      '2026-12 norm lapsed 8.58',
    ]);
    expect(await raised()).toEqual(['2026-11', '2026-12']);
  });

  it('counts to the last good day, and is averaged from the month in which no reading counts any more', async () => {
    await put('2026-08-20');
    await sendReadings('2026-08', '2026-12');
    await closeMonths('2026-08', '2026-12');
    expect(await billed()).toEqual([
      '2026-08 meter 3',
      '2026-09 average 3',
      '2026-10 average 3',
      '2026-11 average 3',
      '2026-12 norm lapsed 8.58',
    ]);
  });

  it('counts again from a new certificate on, and what was charged without it stays', async () => {
    await put('2026-07-31');
    await sendReadings('2026-08', '2026-11');
    await closeMonths('2026-08', '2026-11');
    await clockAt('2026-12-06');
    await verify('2026-12-05', '111');
    await read('2026-12-20', '112.5');
    await closeMonths('2026-12', '2026-12');
    expect(await billed()).toEqual([
      '2026-08 average 3',
      '2026-09 average 3',
      '2026-10 average 3',
      '2026-11 norm lapsed 8.58',
      expect.stringMatching(/^2026-12 meter /),
    ]);
    expect(await corrected()).toEqual([]);
  });

  it('is recalculated by its readings where the certificate says that it was good all along', async () => {
    await put('2026-07-31');
    await sendReadings('2026-08', '2026-11', '4');
    await closeMonths('2026-08', '2026-11');
    await clockAt('2026-12-06');
    await verify('2026-08-01', '95');
    await closeMonths('2026-12', '2026-12');
    expect(await corrected()).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
    expect(await billedAfterAll()).toMatchObject({ '2026-08': '4', '2026-09': '4', '2026-10': '4', '2026-11': '4' });
  });
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(tenant, work);

const clockAt = (day: string) =>
  test.asOwner(`update organizations set demo_now = $2 where id = $1`, [tenant.organizationId, `${day}T03:00:00Z`]);

async function put(verifiedUntil: string): Promise<void> {
  const [house] = stock.houses;
  const shown = ['77', '80', '83', '86', '89', '92', '95'];
  const readings = shown.map((amount, i) => reading(parseDate(`2026-0${i + 1}-20`), amount));
  const place = { houseId: house!.id, premisesId: house!.premises[2]!.id };
  const dial = { resource: 'cold-water', serial: 'ХВ-59', stands: days('2018-01-01'), initial: ['0'] } as const;
  const known = { ...place, ...dial, verifiedUntil: parseDate(verifiedUntil), readings };
  [meter] = (await inOurs((tx) => new MeterIntake().takeIn(tx, [known], entered))) as [MeterId];
}

const read = (date: string, amount: string) =>
  inOurs((tx) => recordReading(tx, meter, reading(parseDate(date), amount), { by: null, reason: 'показание жителя' }));

/** On the 20th of each month, so much more than the last. */
async function sendReadings(from: string, to: string, amount = '3'): Promise<void> {
  for (let month = parsePeriod(from), shown = 95; month <= parsePeriod(to); month = addMonths(month, 1))
    await read(`${formatPeriod(month)}-20`, String((shown += Number(amount))));
}

async function verify(on: string, shown: string): Promise<void> {
  const day = parseDate(on);
  const act = { kind: 'verification', number: 'П-1', dated: day, on: day, signedBy: ['Поверитель'], shown } as const;
  const today = parseDate('2026-12-06');
  const verified = { ...act, verifiedUntil: parseDate('2032-08-01'), seals: [] };
  await inOurs((tx) => life.record(tx, meter, verified, { ...entered, documentId: null, today }));
}

async function closeMonths(from: string, to: string): Promise<void> {
  for (let period = parsePeriod(from); period <= parsePeriod(to); period = addMonths(period, 1)) {
    await clockAt(`${formatPeriod(addMonths(period, 1))}-02`);
    const month = new MonthInSteps(app, test, tenant, period);
    const review = await month.toReview();
    expect((await app.runs.detail(tenant, review.id)).parkedItems).toEqual([]);
    expect(await month.toClosed(review.id)).toMatchObject({ state: 'closed', failure: null });
  }
}

/** By month: what the water of the account stands on, why the norm, and cubic metres. */
async function billed(): Promise<string[]> {
  const rows = await test.asOwner<{ text: string }[]>(
    `select concat_ws(' ', to_char(l.period, 'YYYY-MM'), case when l.working -> 'averages' is null then l.working ->> 'formula' else 'average' end,
                      l.working ->> 'why', trim_scale(l.volume)) as text
       from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
      where l.account_id = $1 and l.service_id = $2 and l.part = 'individual' and l.origin is null order by l.period`,
    [account, stock.water],
  );
  return rows.map(({ text }) => text);
}

/** With all that corrected the months since. */
async function billedAfterAll(): Promise<Record<string, string>> {
  const uses = await inOurs((tx) => new AccountUse().of(tx, account, { from: null, to: null }));
  const water = uses.find(({ serviceId }) => serviceId === stock.water)!;
  return Object.fromEntries(
    water.history.map(({ period, billed }) => [formatPeriod(period), String(billed.toDecimal())]),
  );
}

/** Months in which more than the norm itself is charged. */
async function raised(): Promise<string[]> {
  const rows = await test.asOwner<{ month: string }[]>(
    `select distinct to_char(l.period, 'YYYY-MM') as month from charge_lines l
      where l.account_id = $1 and l.service_id = $2 and l.part = 'excess' and l.amount > 0 order by 1`,
    [account, stock.water],
  );
  return rows.map(({ month }) => month);
}

async function corrected(): Promise<string[]> {
  const rows = await test.asOwner<{ month: string }[]>(
    `select distinct to_char(l.origin, 'YYYY-MM') as month from charge_lines l
      where l.account_id = $1 and l.service_id = $2 and l.origin is not null order by 1`,
    [account, stock.water],
  );
  return rows.map(({ month }) => month);
}
