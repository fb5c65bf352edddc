import {
  type AccountId,
  firstDay,
  formatDate,
  type MeterId,
  parseDate,
  parsePeriod,
  type Period,
  type RunId,
} from '@dvor/kernel';
import { MeterIntake } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
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
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
  recordReading,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

const [august, september, october, november, december] = ['08', '09', '10', '11', '12'].map((month) =>
  parsePeriod(`2026-${month}`),
) as [Period, Period, Period, Period, Period];

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

/** Three cubic metres a month until July; August and September are closed by the average, 3 and 3. */
beforeEach(async () => {
  tenant = await makeOrganization(test);
  await test.asOwner(`update organizations set demo_now = '2027-01-02T03:00:00Z' where id = $1`, [
    tenant.organizationId,
  ]);
  await inOurs(async (tx) => {
    stock = await makeStock(tx, [newHouse('1', 5)]);
    const [house] = stock.houses;
    const flat = house!.premises[2]!; // has no meter in the stock
    account = flat.accountIds[0]!;
    [meter] = (await new MeterIntake().takeIn(
      tx,
      [
        {
          houseId: house!.id,
          premisesId: flat.id,
          resource: 'cold-water',
          serial: 'ХВ-опоздавшая',
          stands: days('2018-01-01'),
          verifiedUntil: parseDate('2030-01-01'),
          initial: ['0'],
          readings: ['77', '80', '83', '86', '89', '92', '95'].map((amount, i) =>
            reading(parseDate(`2026-0${i + 1}-20`), amount),
          ),
        },
      ],
      entered,
    )) as [MeterId];
  });
  await closeMonth(august);
  await closeMonth(september);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(tenant, work);

async function closeMonth(period: Period): Promise<RunId> {
  const month = new MonthInSteps(app, test, tenant, period);
  const review = await month.toReview();
  expect((await app.runs.detail(tenant, review.id)).parkedItems).toEqual([]);
  expect(await month.toClosed(review.id)).toMatchObject({ state: 'closed', failure: null });
  return review.id;
}

const read = (date: string, amount: string, reason = 'показание принёс житель') =>
  inOurs((tx) =>
    recordReading(tx, meter, { date: parseDate(date), amounts: [amount], source: 'resident' }, { by: null, reason }),
  );

/** By month, cubic metres of water that the account was billed. */
async function billed(): Promise<Record<string, string>> {
  const rows = await test.asOwner<{ month: string; volume: string }[]>(
    `select to_char(l.period, 'YYYY-MM') as month, trim_scale(sum(l.volume))::text as volume
       from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
      where l.account_id = $1 and l.service_id = $2 and l.part = 'individual' group by 1 order by 1`,
    [account, stock.water],
  );
  return Object.fromEntries(rows.map(({ month, volume }) => [month, volume]));
}

/** Months that a run has corrected of the account. */
async function corrected(runId: RunId): Promise<string[]> {
  const rows = await test.asOwner<{ origin: string }[]>(
    `select distinct origin::text as origin from charge_lines where run_id = $1 and origin is not null order by 1`,
    [runId],
  );
  return rows.map(({ origin }) => origin);
}

const choose = (choice: string) =>
  test.asOwner(
    `insert into organization_settings (organization_id, code, value, valid, reason) values ($1, 'late-reading', to_jsonb($2::text), '[2020-01-01,)', 'для проверки')`,
    [tenant.organizationId, choice],
  );

describe('a reading of a closed month that came after it was closed', () => {
  it('is one of the open month: all of the difference less the estimates, and nothing is counted twice', async () => {
    await read('2026-08-20', '97.5');
    expect(await corrected(await closeMonth(october))).toEqual([]);
    await read('2026-11-20', '110');
    expect(await corrected(await closeMonth(november))).toEqual([]);
    expect(await corrected(await closeMonth(december))).toEqual([]);
    // 97.5 − 95 − 3 − 3 = −3.5; with 12.5 to come all is 110 − 95 = 15; December has the average again
    expect(await billed()).toMatchObject({ '2026-08': '3', '2026-09': '3', '2026-10': '-3.5', '2026-11': '12.5' });
  });

  it('gives way to a reading of the open month itself', async () => {
    await read('2026-08-20', '97.5');
    await read('2026-10-20', '101');
    expect(await corrected(await closeMonth(october))).toEqual([]);
    expect(await billed()).toEqual({ '2026-08': '3', '2026-09': '3', '2026-10': '0' }); // 101 − 95 − 3 − 3
  });

  it('is settled by the last of several', async () => {
    await read('2026-08-20', '97.5');
    await read('2026-09-20', '102');
    expect(await corrected(await closeMonth(october))).toEqual([]);
    expect(await billed()).toEqual({ '2026-08': '3', '2026-09': '3', '2026-10': '1' }); // 102 − 95 − 3 − 3
  });

  it('is calculated again as it was, and with what has come since', async () => {
    await read('2026-08-20', '97.5');
    const month = new MonthInSteps(app, test, tenant, october);
    const review = await month.toReview();
    await read('2026-09-20', '102');
    await app.runs.retry(tenant, review.id, null, 'all');
    await month.calculate(review.id);
    expect(await month.toClosed(review.id)).toMatchObject({ state: 'closed', failure: null });
    expect(await billed()).toEqual({ '2026-08': '3', '2026-09': '3', '2026-10': '1' });
    expect(await corrected(await closeMonth(november))).toEqual([]);
  });

  it('corrects the month that took it in when it is corrected itself, and stays there whatever is chosen later', async () => {
    await read('2026-08-20', '97.5');
    await closeMonth(october);
    await choose('own-month');
    await read('2026-08-20', '96.5', 'описка');
    expect(await corrected(await closeMonth(november))).toEqual(['2026-10-01']);
    expect(await corrected(await closeMonth(december))).toEqual([]);
  });

  it('is a correction of its own month where the organisation wants so', async () => {
    await choose('own-month');
    await read('2026-08-20', '97.5');
    expect(await corrected(await closeMonth(october))).toContain('2026-08-01');
    expect(await corrected(await closeMonth(november))).toEqual([]);
  });

  it('is a correction of its own month where another has bought the flat since', async () => {
    const moved = parseDate('2026-09-10');
    await test.asOwner(
      `update account_facts set valid = daterange(lower(valid), $2::date) where account_id = $1 and superseded_at is null`,
      [account, formatDate(moved)],
    );
    await read('2026-08-20', '97.5');
    expect(await corrected(await closeMonth(october))).toContain(formatDate(firstDay(august)));
  });

  it('is a correction of its own month where a later one was billed', async () => {
    await read('2026-10-20', '101');
    await closeMonth(october);
    await read('2026-08-20', '97.5');
    expect(await corrected(await closeMonth(november))).toContain('2026-08-01');
    expect(await corrected(await closeMonth(december))).toEqual([]);
  });
});

describe('a reading after months without any, spread by days', () => {
  beforeEach(() => choose('by-days'));

  /** Days of a month and of the whole stretch, as the working of its line or of its correction has them. */
  async function daysOf(runId: RunId): Promise<Record<string, string>> {
    const rows = await test.asOwner<{ month: string; share: string }[]>(
      `select to_char(coalesce(l.origin, l.period), 'YYYY-MM') as month, concat(pair ->> 'days', '/', pair ->> 'of') as share
         from charge_lines l
        cross join lateral json_array_elements(coalesce(l.working -> 'again', json_build_array(l.working))) again
        cross join lateral json_array_elements(again -> 'readings') pair
        where l.run_id = $1 and l.account_id = $2 and l.service_id = $3 order by 1`,
      [runId, account, stock.water],
    );
    return Object.fromEntries(rows.map(({ month, share }) => [month, share]));
  }

  it('charges the months without one again, and names them in the open month', async () => {
    await read('2026-10-20', '104.2'); // 9.2 in 92 days since 20 July: August 42, September 30 as it was, October 20
    const run = await closeMonth(october);
    expect(await corrected(run)).toEqual(['2026-08-01']);
    expect(await daysOf(run)).toEqual({ '2026-08': '42/92', '2026-10': '20/92' });
    expect(await billed()).toEqual({ '2026-08': '3', '2026-09': '3', '2026-10': '2' });
    expect(await corrected(await closeMonth(november))).toEqual([]);
    expect(await corrected(await closeMonth(december))).toEqual([]);
  });

  it('charges its own closed month again too where it comes late', async () => {
    await read('2026-09-20', '101.2'); // 6.2 in 62 days: August 42, September 20
    expect(await corrected(await closeMonth(october))).toEqual(['2026-08-01', '2026-09-01']);
    expect(await billed()).toMatchObject({ '2026-10': '3.033333333333' }); // the average of (101.2 − 83) / 6
    await read('2026-11-20', '107.3'); // 6.1 in 61 days: October 41, November 20
    expect(await corrected(await closeMonth(november))).toEqual(['2026-10-01']);
    expect(await billed()).toMatchObject({ '2026-11': '2' });
    expect(await corrected(await closeMonth(december))).toEqual([]);
  });

  it('is spread anew where one between comes later still, and stays so whatever is chosen then', async () => {
    await read('2026-10-20', '104.2');
    await closeMonth(october);
    await test.asOwner(
      `update organization_settings set value = '"own-month"' where organization_id = $1 and code = 'late-reading'`,
      [tenant.organizationId],
    );
    await read('2026-09-20', '99.2'); // September is read: 4.2 less what August was estimated; October 5
    expect(await corrected(await closeMonth(november))).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
    expect(await corrected(await closeMonth(december))).toEqual([]);
  });

  it('settles them at once where another has become the payer since', async () => {
    await test.asOwner(
      `update account_facts set valid = daterange(lower(valid), $2::date) where account_id = $1 and superseded_at is null`,
      [account, '2026-10-10'],
    );
    await read('2026-10-05', '104.2');
    expect(await corrected(await closeMonth(october))).toEqual([]);
  });

  it('settles them at once where another meter of the flat stands unread beside it', async () => {
    await inOurs((tx) =>
      new MeterIntake().takeIn(
        tx,
        [
          {
            houseId: stock.houses[0]!.id,
            premisesId: stock.houses[0]!.premises[2]!.id,
            resource: 'cold-water',
            serial: 'ХВ-на кухне',
            stands: days('2018-01-01'),
            verifiedUntil: parseDate('2030-01-01'),
            initial: ['0'],
            readings: ['7', '8'].map((amount, i) => reading(parseDate(`2026-0${i + 6}-20`), amount)),
          },
        ],
        entered,
      ),
    );
    await read('2026-10-20', '104.2');
    const run = await closeMonth(october);
    const [{ spread }] = (await test.asOwner<{ spread: number }[]>(
      'select count(*)::int as spread from billing_run_late_readings where run_id = $1',
      [run],
    )) as [{ spread: number }];
    expect(spread).toBe(0);
  });
});
