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
});
