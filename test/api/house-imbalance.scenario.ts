import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HouseId, type MeterId, type OrganizationId, parsePeriod, parseDate } from '@dvor/kernel';
import { HouseMeters } from '@dvor/metering';
import { Database, type Tx } from '@dvor/platform';
import { entered, makeStock, newHouse, type Stock, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

describe('why a house’s meter and its flats differ, over HTTP (MTR-17)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let house: HouseId;
  let meter: MeterId;
  let accountant: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2027-01-02T03:00:00Z'`);
    stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4)]));
    house = stock.houses[0]!.id;
    meter = await inOurs((tx) =>
      new HouseMeters().add(
        tx,
        house,
        { resource: 'cold-water', serial: 'В-1', installedOn: parseDate('2020-01-01') },
        entered,
      ),
    );
    await api.staff(organization, 'accountant@dvor.test', 'senior-accountant');
    await api.setUpStranger();
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const inOurs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    api.app.get(Database).inTenant({ organizationId: organization }, work);

  const counted = (period: string, volume: string) =>
    inOurs((tx) =>
      new HouseMeters().enter(tx, house, [{ meterId: meter, period: parsePeriod(period), volume }], entered),
    );

  const imbalance = async (period: string) =>
    (await accountant.get(`/houses/${house}/imbalance?period=${period}`)).body;

  it('says nothing of a month that was not calculated, and nothing to strangers', async () => {
    expect(await imbalance('2026-10')).toEqual({ period: '2026-10', runState: null, resources: [] });
    expect((await accountant.get(`/houses/999999/imbalance`)).status).toBe(404);
    expect((await accountant.get(`/houses/${house}/imbalance?period=soon`)).status).toBe(422);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get(`/houses/${house}/imbalance`)).status).toBe(404);
  });

  it('is told by causes that add up to the gap, each flat under one of them', async () => {
    const { body } = await accountant.post('/runs', { period: '2026-10' }, { 'Idempotency-Key': 'run' });
    await until(async () => (await accountant.get(`/runs/${body.id}`)).body.state === 'review');
    expect((await imbalance('2026-10')).resources).toMatchObject([
      { resource: 'cold-water', house: null, gap: null, causes: [] },
    ]);
    await counted('2026-10', '60');
    const { runState, resources } = await imbalance('2026-10');
    expect(runState).toBe('review');
    const [water] = resources;
    expect(water).toMatchObject({ resource: 'cold-water', unit: 'м³', house: '60' });
    expect(Number(water.house) - Number(water.flats)).toBeCloseTo(Number(water.gap), 6);
    const causes: { kind: string; volume: string; flats: { accountId: string }[] }[] = water.causes;
    expect(causes.reduce((total, { volume }) => total + Number(volume), 0)).toBeCloseTo(Number(water.gap), 5);
    expect(causes.at(-1)!.kind).toBe('rest');
    const placed = causes.flatMap(({ flats }) => flats.map(({ accountId }) => accountId));
    expect(placed.length).toBeGreaterThan(0);
    expect(new Set(placed).size).toBe(placed.length);
  });

  it('counts what was corrected after the month was closed, and still adds up', async () => {
    const close = async (period: string, isRequested = false) => {
      if (!isRequested) await accountant.post('/runs', { period }, { 'Idempotency-Key': `run-${period}` });
      const run = async () =>
        (await accountant.get('/runs')).body.items.find((one: { period: string }) => one.period === period);
      await until(async () => ((await run()).state === 'review' ? true : null));
      const { status } = await accountant.post(
        `/runs/${(await run()).id}/close`,
        {},
        { 'Idempotency-Key': `close-${period}` },
      );
      expect(status).toBeLessThan(300);
      await until(async () => ((await run()).state === 'closed' ? true : null));
    };
    await close('2026-10', true);
    const before = (await imbalance('2026-10')).resources[0];
    const [flat] = await api.database.asOwner<[{ id: string }]>('select m.id from meters m where m.premises_id = $1', [
      stock.houses[0]!.premises[0]!.id,
    ]);
    const right = { meterId: flat.id, date: '2026-10-20', value: '106', confirmed: true };
    expect((await accountant.post('/readings', { readings: [right] })).body.items[0].outcome).toBe('taken');
    await close('2026-11');
    const { runState, resources } = await imbalance('2026-10');
    const [after] = resources;
    expect([runState, after.house]).toEqual(['closed', before.house]);
    expect(Number(after.flats) - Number(before.flats)).toBeCloseTo(2, 6); // 106 instead of 104
    expect(Number(before.gap) - Number(after.gap)).toBeCloseTo(2, 6);
    const causes: { volume: string }[] = after.causes;
    expect(causes.reduce((total, { volume }) => total + Number(volume), 0)).toBeCloseTo(Number(after.gap), 5);
  });
});
