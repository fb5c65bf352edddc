import { parsePeriod } from '@dvor/kernel';
import {
  type BillingApp,
  createTestDatabase,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DryRuns } from './dry-runs.js';

const october = parsePeriod('2026-10');
const december = parsePeriod('2026-12');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 7), newHouse('2', 5)]));
  month = new MonthInSteps(app, test, tenant, october);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** Rows of every table of the database. */
async function rowCounts(): Promise<Record<string, string>> {
  const tables = await test.asOwner<{ name: string }[]>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  const counts: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await test.asOwner<[{ n: string }]>(`select count(*) as n from "${name}"`);
    counts[name] = row.n;
  }
  return counts;
}

describe('a dry run', () => {
  it('comes to the kopecks of the real run on the same facts, house by house and line by line, and writes nothing', async () => {
    const before = await rowCounts();
    const houseIds = stock.houses.map(({ id }) => id);
    const dry = await app.get(DryRuns).calculate(month.tenant, { period: october, houseIds, extrapolate: false });
    const only = { period: october, houseIds: [houseIds[1]!], extrapolate: true };
    const one = await app.get(DryRuns).calculate(month.tenant, only);
    expect(await rowCounts()).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(50);
    const run = await month.toReview();
    expect([dry.amount.toString(), dry.lines, dry.accounts.length]).toEqual([run.amount.toString(), run.lines, 12]);
    const houses = await app.runs.houses(month.tenant, run.id);
    expect(dry.houses.map(({ houseId, amount }) => [houseId, amount.toString()])).toEqual(
      houses.map(({ houseId, amount }) => [houseId, amount.toString()]),
    );
    expect(one.amount.toString()).toBe(dry.houses[1]!.amount.toString());
    const [{ accountId }] = dry.accounts as [(typeof dry.accounts)[number]];
    const lines = await app.get(DryRuns).account(month.tenant, { period: october, accountId, extrapolate: false });
    const written = await test.asOwner<{ service_id: string; part: string; amount: string }[]>(
      'select service_id, part, amount from charge_lines where run_id = $1 and account_id = $2',
      [run.id, accountId],
    );
    const text = (service: string, part: string, amount: string) => `${service} ${part} ${amount}`;
    expect(lines.map((line) => text(line.serviceId, line.part, line.amount.kopecks.toString())).sort()).toEqual(
      written.map((line) => text(line.service_id, line.part, line.amount)).sort(),
    );
  });

  it('supposes readings that have not come where it is asked to, and says how many', async () => {
    const houseIds = [stock.houses[0]!.id];
    const plain = await app.get(DryRuns).calculate(month.tenant, { period: december, houseIds, extrapolate: false });
    const supposed = await app.get(DryRuns).calculate(month.tenant, { period: december, houseIds, extrapolate: true });
    expect([plain.supposed, supposed.supposed]).toEqual([0, 5]);
    expect(supposed.amount.toString()).not.toBe(plain.amount.toString());
  });

  it('is refused where there is nothing to calculate, and finds no house of another organisation', async () => {
    const stranger = await makeOrganization(test, { name: 'Другая' });
    const houseIds = [stock.houses[0]!.id];
    await expect(
      app.get(DryRuns).calculate(stranger, { period: october, houseIds, extrapolate: false }),
    ).rejects.toMatchObject({ code: 'dry-run.nothing' });
  });
});
