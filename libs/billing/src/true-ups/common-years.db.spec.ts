import { Assignments, Norms, Services, Tariffs } from '@dvor/catalogue';
import {
  type AccountId,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type MeterId,
  parseDate,
  parsePeriod,
  type Period,
  type RunId,
  type ServiceId,
} from '@dvor/kernel';
import { HouseMeters } from '@dvor/metering';
import type { Tenant, Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { TrueUpForecasts } from './true-up-forecasts.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

const [october, november, december, january, february] = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].map(
  parsePeriod,
) as [Period, Period, Period, Period, Period];

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let tenant: Tenant;
let houseId: HouseId;
let account: AccountId;
let meter: MeterId;
let common: ServiceId;
let used: Record<string, number>;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** Common water is charged by norm: 0.02 m³ for each of 100 m². The house's meter is read each month. */
beforeEach(async () => {
  tenant = await makeOrganization(test);
  used = {};
  await test.asOwner(`update organizations set demo_now = '2027-12-02T03:00:00Z' where id = $1`, [
    tenant.organizationId,
  ]);
  await inOurs(async (tx) => {
    const facts = [{ ...days('2015-01-01'), floors: 5, area: '170.40', commonArea: '100', traits: { stove: 'gas' } }];
    const stock = await makeStock(tx, [{ ...newHouse('1', 4), facts }]);
    const [house] = stock.houses;
    houseId = house!.id;
    account = house!.premises[1]!.accountIds[0]!;
    common = await new Services().add(tx, {
      code: 'cold-water-common',
      name: 'Холодная вода на общее имущество',
      unit: 'м³',
      resource: 'cold-water',
      section: 'common-property',
      position: 90,
    });
    const tariff = { serviceId: common, appliesTo: {}, basis: 'решение № 1', rates: { rate: '50.00' } };
    await new Tariffs().add(tx, [{ ...tariff, ...days('2026-01-01') }], entered);
    await new Norms().add(
      tx,
      [{ serviceId: common, ...days('2026-01-01'), value: '0.02', basis: 'приказ № 1' }],
      entered,
    );
    meter = await new HouseMeters().add(
      tx,
      houseId,
      { resource: 'cold-water', serial: 'В-1', installedOn: parseDate('2020-01-01') },
      entered,
    );
    const [supplier] = await tx.query<{ id: string }[]>('select supplier_id as id from service_assignments limit 1');
    await new Assignments().assign(
      tx,
      [
        {
          houseId,
          serviceId: common,
          supplierId: supplier!.id as never,
          method: 'common',
          settings: { of: 'cold-water', mode: 'norm', yearTrueUp: true },
          ...days('2026-01-01'),
        },
      ],
      entered,
    );
  });
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(tenant, work);

/** What the house's meter counts beyond what the flats use. */
async function closeMonth(period: Period, beyond: string): Promise<RunId> {
  const month = new MonthInSteps(app, test, tenant, period);
  const review = await month.toReview();
  expect((await app.runs.detail(tenant, review.id)).parkedItems).toEqual([]);
  expect(await month.toClosed(review.id)).toMatchObject({ state: 'closed', failure: null });
  const [{ volume }] = (await test.asOwner<{ volume: string }[]>(
    `select (coalesce(sum(volume), 0) + $2::numeric)::text as volume from charge_lines l join services s on s.id = l.service_id
      where l.run_id = $1 and s.code = 'cold-water' and part = 'individual'`,
    [review.id, beyond],
  )) as [{ volume: string }];
  await enter(period, volume);
  used[formatPeriod(period)] = Number(volume);
  return review.id;
}

const enter = (period: Period, volume: string) =>
  inOurs((tx) => new HouseMeters().enter(tx, houseId, [{ meterId: meter, period, volume }], entered));

async function trueUps(
  runId: RunId,
): Promise<{ origin: string | null; amount: string; part: unknown; months: unknown[] }[]> {
  return test.asOwner(
    `select origin::text as origin, amount::text as amount, coalesce(working -> 'part', 'null') as part, working -> 'months' as months
       from charge_lines where run_id = $1 and account_id = $2 and service_id = $3 and part = 'true-up' order by origin nulls last`,
    [runId, account, common],
  );
}

describe('a year of common property that was charged by norm', () => {
  it('is settled in equal parts of the next year by what the house’s meter counted', async () => {
    await closeMonth(october, '5');
    await closeMonth(november, '1.4');
    await closeMonth(december, '2');
    const first = await closeMonth(january, '2');
    const [line] = await trueUps(first);
    expect(line).toMatchObject({
      part: [0, 1, 12],
      months: [
        ['2026-10', '50', '5', '2'],
        ['2026-11', '50', '1.4', '2'],
        ['2026-12', '50', '2', '2'],
      ],
    });
    expect(await trueUps(await closeMonth(february, '2'))).toMatchObject([{ part: [1, 2, 12] }]);
  });

  it('is foretold all year long, for the house and for an account by its area', async () => {
    await closeMonth(october, '5');
    await closeMonth(november, '1.4');
    const told = await inOurs((tx) => new TrueUpForecasts().ofHouse(tx, houseId, { year: null, accountId: account }));
    expect(told).toMatchObject({ year: 2026, account: { area: '42.6', houseArea: '170.40' } });
    const [service] = told.services;
    expect(service).toMatchObject({ kind: 'common', settled: true });
    expect(
      service!.months.map(({ month, fact, charged, difference }) => [month, fact, charged, String(difference)]),
    ).toEqual([
      ['2026-10', '5', '2', '150.00'],
      ['2026-11', '1.4', '2', '-30.00'],
    ]);
    expect([service!.due, service!.billed, service!.difference].map(String)).toEqual(['320.00', '200.00', '120.00']);
    expect([service!.own!.difference, service!.own!.part].map(String)).toEqual(['30.00', '2.50']);
  });

  it('is settled again since then where a volume of the house was wrong', async () => {
    await closeMonth(december, '5');
    const [before] = await trueUps(await closeMonth(january, '2'));
    await enter(december, String(used['2026-12']! + 12));
    const [correction, own] = await trueUps(await closeMonth(february, '2'));
    expect(correction).toMatchObject({ origin: formatDate(firstDay(january)) });
    expect(own).toMatchObject({ origin: null, part: [1, 2, 12], months: [['2026-12', '50', '17', '2']] });
    expect(Number(before!.amount) + Number(correction!.amount)).toBe(1563); // 15 m³ · 50.00, a quarter of it, a twelfth: 15.625
  });

  it('is settled at once in the last month of the service, this year’s months with it', async () => {
    await closeMonth(december, '5');
    await closeMonth(january, '8');
    await test.asOwner(
      `update service_assignments set valid = daterange(lower(valid), '2027-03-01') where service_id = $1 and superseded_at is null`,
      [common],
    );
    const lines = await trueUps(await closeMonth(february, '2'));
    expect(lines.map(({ part, months }) => ({ part, months: months.length }))).toEqual([
      { part: [1, 12, 12], months: 1 },
      { part: [0, 11, 11], months: 1 },
    ]);
  });

  it('is left alone where the assignment does not ask for it', async () => {
    await test.asOwner(`update service_assignments set settings = settings - 'yearTrueUp' where service_id = $1`, [
      common,
    ]);
    await closeMonth(december, '5');
    expect(await trueUps(await closeMonth(january, '2'))).toEqual([]);
  });
});
