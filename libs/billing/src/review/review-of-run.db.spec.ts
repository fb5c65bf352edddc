import { type AccountId, type HouseId, Money, parsePeriod, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
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
import { AccountChanges } from './account-changes.js';
import { RunComparison } from './run-comparison.js';
import { type ChangeFilter, ReviewOfRun } from './run-changes.js';

const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let run: RunId;
let review: ReviewOfRun;
let comparison: RunComparison;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  [review, comparison] = [app.get(ReviewOfRun), app.get(RunComparison)];
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 7), newHouse('2', 5)]));
  month = new MonthInSteps(app, test, tenant, october);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const sum = (rows: readonly { readonly amount: Money }[]) => Money.sum(rows.map(({ amount }) => amount)).toString();
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

async function compare(id = run): Promise<void> {
  await comparison.request(month.tenant, id);
  for (const chunk of await month.chunks(id)) await comparison.compareChunk(month.tenant.organizationId, id, chunk);
}

async function accounts(filter: ChangeFilter = {}, limit = 100) {
  return (await review.changedAccounts(month.tenant, run, filter, { limit })).items;
}

describe('a month that has none before', () => {
  it('has nothing to be compared with', async () => {
    const first = new MonthInSteps(app, test, month.tenant, september);
    const { id } = await first.toReview();
    expect(await codeOf(comparison.request(month.tenant, id))).toBe('comparison.no-month-before');
    expect(await review.changes(month.tenant, id)).toMatchObject({
      comparison: { base: null, state: 'none' },
      reasons: [],
    });
    expect(await codeOf(comparison.request(month.tenant, '999999' as RunId))).toBe('run.not-found');
    await first.toClosed(id);
  });
});

describe('a draft beside the closed month before it', () => {
  beforeAll(async () => {
    run = (await month.toReview()).id;
  });

  it('shows its sums at once, and reasons when it is compared', async () => {
    const before = await review.changes(month.tenant, run);
    expect(before.comparison).toMatchObject({ state: 'none', houses: { done: 0, total: 2 } });
    expect(before.comparison.base?.period).toBe(september);
    expect(before.after.toString()).toBe((await month.summary(run)).amount.toString());
    expect(before.houses.map(({ houseId }) => houseId).sort()).toEqual(stock.houses.map(({ id }) => id).sort());
    for (const part of [before.houses, before.services])
      expect(Money.sum(part.map(({ change }) => change)).toString()).toBe(before.change.toString());
    await compare();
    const after = await review.changes(month.tenant, run);
    expect(after.comparison).toMatchObject({ state: 'done', houses: { done: 2, total: 2 } });
    expect(sum(after.reasons)).toBe(after.change.toString());
    expect(after.reasons.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['tariff', 'volume']));
    for (const { amount, services } of after.reasons) expect(sum(services)).toBe(amount.toString());
    const [house] = stock.houses;
    const ofHouse = await review.changes(month.tenant, run, house!.id);
    expect(sum(ofHouse.reasons)).toBe(ofHouse.change.toString());
    expect(ofHouse.houses).toHaveLength(1);
  });

  it('gives every account parts that add up to the difference of its bill', async () => {
    const changes = app.get(AccountChanges);
    const stored = new Map((await accounts()).map((row) => [row.accountId, row]));
    const ids = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    expect(stored.size).toBe(ids.length);
    for (const id of ids) {
      const change = (await inOurs((tx) => changes.ofAccount(tx, id, october)))!;
      const causes = change.services.flatMap((service) => service.causes);
      const difference = change.after.amount.minus(change.before.amount).toString();
      expect(sum(causes)).toBe(difference);
      expect(stored.get(id)!.change.toString()).toBe(difference);
      expect(sum(stored.get(id)!.reasons)).toBe(difference);
    }
  });

  it('lists the greatest changes first, by pages, up or down, of a house, a service, a reason', async () => {
    const all = await accounts();
    const sizes = all.map(({ part }) => part.kopecks).map((kopecks) => (kopecks < 0n ? -kopecks : kopecks));
    expect(sizes).toEqual([...sizes].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    const paged: AccountId[] = [];
    let cursor: string | undefined;
    do {
      const page = await review.changedAccounts(month.tenant, run, {}, { limit: 5, cursor });
      paged.push(...page.items.map(({ accountId }) => accountId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all.map(({ accountId }) => accountId));
    const [up, down] = [await accounts({ direction: 'up' }), await accounts({ direction: 'down' })];
    expect(up.length + down.length).toBe(all.length);
    const house = stock.houses[1]!.id;
    expect(new Set((await accounts({ houseId: house })).map(({ houseId }) => houseId))).toEqual(new Set([house]));
    const byTariff = await accounts({ serviceId: stock.water, reason: 'tariff' });
    const { reasons } = await review.changes(month.tenant, run);
    const tariff = reasons.find(({ reason }) => reason === 'tariff')!;
    expect(Money.sum(byTariff.map(({ part }) => part)).toString()).toBe(tariff.amount.toString());
    expect(byTariff.length).toBe(tariff.accounts);
    expect(await accounts({ atLeast: Money.parse('1000000') })).toEqual([]);
    expect((await accounts({ number: all[0]!.number })).map(({ number }) => number)).toEqual([all[0]!.number]);
    let rows = 0;
    for await (const piece of review.everyChangedAccount(month.tenant, run, {})) rows += piece.length;
    expect(rows).toBe(all.length);
  });

  it('shows an account’s lines in both months', async () => {
    const [{ accountId, before, after }] = (await accounts()) as [Awaited<ReturnType<typeof accounts>>[number]];
    const change = await review.account(month.tenant, run, accountId);
    expect([change.before.amount, change.after.amount].map(String)).toEqual([before, after].map(String));
    expect(change.before.lines.length).toBeGreaterThan(3);
    expect(await codeOf(review.account(month.tenant, run, '999999' as AccountId))).toBe('account.not-found');
  });

  it('compares once, and a house again that was calculated again; who is set aside has that reason alone', async () => {
    const tables =
      'select house_id, account_id, amount_before, amount_after, causes from run_account_changes where run_id = $1 order by 2';
    const first = await test.asOwner(tables, [run]);
    await compare();
    expect(await test.asOwner(tables, [run])).toEqual(first);
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    await test.asOwner(
      `insert into billing_run_parked (organization_id, run_id, house_id, account_id, code) values ($1, $2, $3, $4, 'no-tariff')`,
      [month.tenant.organizationId, run, stock.houses[0]!.id, account],
    );
    await app.runs.retry(month.tenant, run, null);
    expect(await codeOf(comparison.request(month.tenant, run))).toBe('run.wrong-state');
    await month.calculate(run);
    expect((await review.changes(month.tenant, run)).comparison).toMatchObject({ state: 'partial' });
    await test.asOwner(
      `insert into billing_run_parked (organization_id, run_id, house_id, account_id, code) values ($1, $2, $3, $4, 'no-tariff')`,
      [month.tenant.organizationId, run, stock.houses[0]!.id, account],
    );
    await compare();
    const [row] = (await accounts()).filter(({ accountId }) => accountId === account);
    expect(row!.reasons.map(({ reason }) => reason)).toEqual(['parked']);
    await test.asOwner('delete from billing_run_parked where run_id = $1', [run]);
  });

  it('belongs to its organisation, and to those who look after the house', async () => {
    const stranger = await makeOrganization(test, { name: 'Другая' });
    expect(await codeOf(review.changes(stranger, run))).toBe('run.not-found');
    expect(await codeOf(comparison.request(stranger, run))).toBe('run.not-found');
    const house: HouseId = stock.houses[1]!.id;
    const { houses, accounts } = await review.changes({ ...month.tenant, houseIds: [house] }, run);
    expect(houses.map(({ houseId }) => houseId)).toEqual([house]);
    expect(accounts).toBe(5);
  });
});
