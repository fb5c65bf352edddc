import { Residents } from '@dvor/housing';
import { Money, parseDate, parsePeriod, type PartyId } from '@dvor/kernel';
import { AuditLog } from '@dvor/platform';
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
const november = parsePeriod('2026-11');
const december = parsePeriod('2026-12');
const whole = { houseIds: [], accountIds: [], serviceIds: [], extrapolate: false };

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
    const dry = await app.get(DryRuns).calculate(month.tenant, { ...whole, period: october, houseIds });
    const only = { ...whole, period: october, houseIds: [houseIds[1]!], extrapolate: true };
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
    const plain = await app.get(DryRuns).calculate(month.tenant, { ...whole, period: december, houseIds });
    const supposed = await app
      .get(DryRuns)
      .calculate(month.tenant, { ...whole, period: december, houseIds, extrapolate: true });
    expect([plain.supposed, supposed.supposed]).toEqual([0, 5]);
    expect(supposed.amount.toString()).not.toBe(plain.amount.toString());
  });

  it('is refused where there is nothing to calculate, and finds no house of another organisation', async () => {
    const stranger = await makeOrganization(test, { name: 'Другая' });
    const houseIds = [stock.houses[0]!.id];
    await expect(app.get(DryRuns).calculate(stranger, { ...whole, period: october, houseIds })).rejects.toMatchObject({
      code: 'dry-run.nothing',
    });
  });

  it('holds corrections of closed months as the real run posts them, beside a draft that stays, and shows any subset', async () => {
    const dryRuns = app.get(DryRuns);
    const tenant = await makeOrganization(test, { name: 'Третья', now: '2026-12-02T03:00:00Z' });
    const own = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 7), newHouse('2', 5)]));
    const closing = new MonthInSteps(app, test, tenant, october);
    await closing.toClosed((await closing.toReview()).id);
    const accountId = own.houses[0]!.premises[2]!.accountIds[0]!; // by norm: it has no meter
    await app.database.inTenant(tenant, async (tx) => {
      const [resident] = await tx.query<{ id: PartyId }[]>(
        'select party_id as id from residencies where account_id = $1 and superseded_at is null limit 1',
        [accountId],
      );
      const moved = { partyId: resident!.id, from: parseDate('2026-10-11') };
      await new Residents(new AuditLog()).moveOut(tx, accountId, moved, { by: null, reason: 'выбыл' });
    });
    const next = new MonthInSteps(app, test, tenant, november);
    const draft = await next.toReview();
    const before = await rowCounts();
    const dry = await dryRuns.calculate(tenant, { ...whole, period: november });
    expect(await rowCounts()).toEqual(before);
    expect((await app.runs.summary(tenant, draft.id)).state).toBe('review');
    expect(dry.corrections.isNegative).toBe(true);
    expect([dry.amount.toString(), dry.lines]).toEqual([draft.amount.toString(), draft.lines]);

    const one = await dryRuns.calculate(tenant, { ...whole, period: november, accountIds: [accountId] });
    expect(one.accounts).toEqual(dry.accounts.filter((account) => account.accountId === accountId));
    expect(one.corrections).toEqual(dry.corrections); // nobody else's
    const lines = await dryRuns.account(tenant, { period: november, accountId, extrapolate: false });
    expect(Money.sum(lines.map(({ amount }) => amount))).toEqual(one.amount);
    const water = await dryRuns.calculate(tenant, { ...whole, period: november, serviceIds: [own.water] });
    expect(water.services).toEqual(dry.services.filter(({ serviceId }) => serviceId === own.water));

    await test.asOwner(`update billing_runs set state = 'calculating' where id = $1`, [draft.id]);
    await expect(dryRuns.calculate(tenant, { ...whole, period: november })).rejects.toMatchObject({
      code: 'dry-run.run-works',
    });
  });
});
