import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Money, type OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

describe('what changed since the last month, over HTTP', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let run: string;
  let dry: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z'`);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1', 4), newHouse('2', 5)]));
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.resident(organization, 'resident@dvor.test', [stock.houses[0]!.premises[0]!.accountIds[0]!]);
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  async function calculated(period: string): Promise<string> {
    const { body } = await accountant.post('/runs', { period }, { 'Idempotency-Key': `run-${period}` });
    await inState(body.id, 'review');
    return body.id;
  }

  const inState = (id: string, state: string) =>
    until(async () => (await accountant.get(`/runs/${id}`)).body.state === state);

  it('has nothing to compare a first month with, and says so', async () => {
    const first = await calculated('2026-09');
    expect((await accountant.get(`/runs/${first}/changes`)).body).toMatchObject({
      base: null,
      before: '0.00',
      reasons: [],
      comparison: { state: 'none' },
    });
    expect((await accountant.post(`/runs/${first}/changes`)).body).toMatchObject({
      status: 409,
      code: 'comparison.no-month-before',
      detail: 'Месяц август 2026 не закрыт: сравнивать не с чем.',
    });
    await accountant.post(`/runs/${first}/close`, undefined, { 'Idempotency-Key': 'close-september' });
    await inState(first, 'closed');
  });

  it('calculates houses without leaving a trace, and explains the lines that an account would get', async () => {
    const houseIds = stock.houses.map(({ id }) => id);
    const { status, body } = await accountant.post('/dry-runs', { period: '2026-10', houseIds });
    expect(status).toBe(200);
    expect(body).toMatchObject({ period: '2026-10', supposed: 0, parked: [], accounts: { length: 9 } });
    for (const parts of [body.houses, body.services, body.accounts]) expect(sumOf(parts, 'amount')).toBe(body.amount);
    const [{ accountId, amount }] = body.accounts;
    const { body: account } = await accountant.post('/dry-runs/account', { period: '2026-10', accountId });
    expect(account.total).toBe(amount);
    expect(account.items[0].explanation.sentence).toMatch(/[а-я]/);
    expect((await accountant.get('/runs')).body.items).toHaveLength(1);
    dry = body.amount;
    expect((await accountant.post('/dry-runs', { period: '2010-10', houseIds })).body).toMatchObject({
      status: 409,
      code: 'dry-run.nothing',
    });
  });

  it('shows a draft’s sums beside the month before at once, its reasons when they are asked for', async () => {
    run = await calculated('2026-10');
    const { body: before } = await accountant.get(`/runs/${run}/changes`);
    expect(before).toMatchObject({ base: { period: '2026-09' }, comparison: { state: 'none', housesTotal: 2 } });
    expect(before.after).toBe(dry);
    expect((await accountant.post(`/runs/${run}/changes`)).status).toBe(202);
    await until(async () => (await accountant.get(`/runs/${run}/changes`)).body.comparison.state === 'done');
    const { body } = await accountant.get(`/runs/${run}/changes`);
    expect(body).toMatchObject({ before: before.before, after: before.after, accounts: 9 });
    for (const parts of [body.reasons]) expect(sumOf(parts, 'amount')).toBe(body.change);
    for (const parts of [body.houses, body.services]) expect(sumOf(parts, 'change')).toBe(body.change);
    expect(body.reasons[0]).toMatchObject({ reason: 'tariff', text: 'Тариф', services: [{ service: 'cold-water' }] });
    const house = stock.houses[1]!.id;
    const { body: ofHouse } = await accountant.get(`/runs/${run}/changes?houseId=${house}`);
    expect(ofHouse.houses).toEqual([
      expect.objectContaining({ houseId: house, address: expect.stringContaining('Юрина') }),
    ]);
    expect(sumOf(ofHouse.reasons, 'amount')).toBe(ofHouse.change);
  });

  it('lists accounts by their changes, in pages, and refuses a filter that is none', async () => {
    const first = await accountant.get(`/runs/${run}/changes/accounts?limit=4`);
    expect(first.body.items).toHaveLength(4);
    const rest = await accountant.get(`/runs/${run}/changes/accounts?limit=50&cursor=${first.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: { length: 5 }, nextCursor: null });
    for (const row of [...first.body.items, ...rest.body.items]) {
      expect(sumOf(row.reasons, 'amount')).toBe(row.change);
      expect(row).toMatchObject({ part: row.change, address: expect.stringContaining('кв.') });
    }
    const down = await accountant.get(`/runs/${run}/changes/accounts?direction=down&reason=volume`);
    for (const { part } of down.body.items) expect(part).toMatch(/^-/);
    const [{ number }] = first.body.items;
    expect((await accountant.get(`/runs/${run}/changes/accounts?search=${number}`)).body.items).toHaveLength(1);
    expect((await accountant.get(`/runs/${run}/changes/accounts?reason=weather`)).body).toMatchObject({ status: 422 });
    expect((await accountant.get(`/runs/${run}/changes/accounts?atLeast=-5`)).body).toMatchObject({ status: 422 });
  });

  it('tells of one account why, with its lines in both months', async () => {
    const { body: list } = await accountant.get(`/runs/${run}/changes/accounts?limit=1`);
    const { body } = await accountant.get(`/runs/${run}/changes/accounts/${list.items[0].accountId}`);
    expect(body).toMatchObject({ periodBefore: '2026-09', period: '2026-10', change: list.items[0].change });
    expect(sumOf(body.services, 'change')).toBe(body.change);
    for (const { change, causes } of body.services) expect(sumOf(causes, 'amount')).toBe(change);
    const texts = body.services.flatMap(({ causes }: { causes: { text: string }[] }) => causes.map(({ text }) => text));
    expect(texts.map((text: string) => text.replaceAll('\u202f', ' '))).toContain(
      'Тариф вырос с 1 октября: 36,47 ₽ → 42,30 ₽ за м³',
    );
    expect([sumOf(body.linesBefore, 'amount'), sumOf(body.linesAfter, 'amount')]).toEqual([body.before, body.after]);
    expect((await accountant.get(`/runs/${run}/changes/accounts/999999`)).status).toBe(404);
  });

  it('gives the same accounts as a workbook', async () => {
    const answer = await accountant.get(`/runs/${run}/changes/accounts.xlsx`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('.xlsx');
  });

  it('tells the resident of a closed month alone what changed, in a few words that add up', async () => {
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    const resident = await api.signedIn('resident@dvor.test');
    expect((await resident.get(`/runs/${run}/changes`)).status).toBe(403);
    const lines = (period: string) => resident.get(`/resident/accounts/${account}/lines?period=${period}`);
    expect((await lines('2026-10')).body).toMatchObject({ items: [], change: null });
    await accountant.post(`/runs/${run}/close`, undefined, { 'Idempotency-Key': 'close-october' });
    await inState(run, 'closed');
    expect((await lines('2026-09')).body.change).toBeNull();
    const { body } = await lines('2026-10');
    expect(body.change.causes.length).toBeGreaterThan(0);
    expect(body.change.causes.length).toBeLessThan(5);
    const difference = Money.parse(body.total).minus(Money.parse(body.change.before)).toString();
    expect(sumOf(body.change.causes, 'amount')).toBe(difference);
  });
});

function sumOf<Key extends string>(rows: readonly Record<Key, string>[], key: Key): string {
  return Money.sum(rows.map((row) => Money.parse(row[key]))).toString();
}
