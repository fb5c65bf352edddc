import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountId, type MeterId, type OrganizationId, parseDate } from '@dvor/kernel';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse, recordReading, type Stock, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

describe('what an account used, over HTTP (MTR-10)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountId: AccountId;
  let accountant: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2027-01-02T03:00:00Z'`);
    stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4)]));
    accountId = stock.houses[0]!.premises[0]!.accountIds[0]!;
    await api.staff(organization, 'accountant@dvor.test', 'senior-accountant');
    await api.resident(organization, 'resident@dvor.test', [accountId]);
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

  async function closed(period: string): Promise<void> {
    const { body } = await accountant.post('/runs', { period }, { 'Idempotency-Key': `run-${period}` });
    await inState(body.id, 'review');
    await accountant.post(`/runs/${body.id}/close`, undefined, { 'Idempotency-Key': `close-${period}` });
    await inState(body.id, 'closed');
  }

  const inState = (id: string, state: string) =>
    until(async () => (await accountant.get(`/runs/${id}`)).body.state === state);

  const water = async (client: Client, path: string) =>
    (await client.get(path)).body.services.find(({ service }: Named) => service.code === 'cold-water');

  it('is empty before a month is closed', async () => {
    expect((await accountant.get(`/accounts/${accountId}/use`)).body).toEqual({ services: [] });
    expect((await accountant.get(`/accounts/${accountId}/use-savings`)).body).toEqual({ services: [] });
  });

  it('is told by months, with the reading, who gave it, and the estimate that a later one settled', async () => {
    await closed('2026-10');
    await closed('2026-11');
    const estimated = await water(accountant, `/accounts/${accountId}/use`);
    expect(estimated.months.map(({ period, how }: Month) => [period, how])).toEqual([
      ['2026-10', 'meter'],
      ['2026-11', expect.stringMatching(/average|norm/)],
    ]);
    expect(estimated.months[1].used).toBeNull();
    expect(estimated.counted).toBe(1);

    await inOurs(async (tx) => {
      const [meter] = await tx.query<{ id: MeterId }[]>('select id from meters where premises_id = $1', [
        stock.houses[0]!.premises[0]!.id,
      ]);
      const reading = { date: parseDate('2026-12-20'), amounts: ['110.1'], source: 'resident' } as const;
      await recordReading(tx, meter!.id, reading, { by: null, reason: 'показание принёс житель' });
    });
    await closed('2026-12');
    const use = await water(accountant, `/accounts/${accountId}/use`);
    const [october, november, december] = use.months;
    const told = december.readings[0];
    expect(told).toMatchObject({ to: { date: '2026-12-20', value: '110.1' }, source: 'resident' });
    expect([november.over, december.over]).toEqual([2, 2]);
    const ran = Number(told.to.value) - Number(told.from.value);
    expect(Number(november.used) + Number(december.used)).toBeCloseTo(ran, 5);
    expect(Number(november.billed) + Number(december.billed)).toBeCloseTo(ran, 5);
    expect(use.counted).toBe(3);
    expect(Number(use.average)).toBeCloseTo((Number(october.used) + ran) / 3, 3);
    expect(use.highest).toBeNull(); // one month alone has a reading of its own
  });

  it('is told of the months asked for, and refuses those that stand the wrong way round', async () => {
    const some = await water(accountant, `/accounts/${accountId}/use?from=2026-11&to=2026-11`);
    expect(some.months).toMatchObject([{ period: '2026-11', over: 2 }]); // by the reading of December
    expect(await accountant.get(`/accounts/${accountId}/use?from=2026-12&to=2026-11`)).toMatchObject({
      status: 422,
      body: { code: 'use.months' },
    });
    expect((await accountant.get(`/accounts/${accountId}/use?from=soon`)).status).toBe(422);
  });

  it('is compared with the norm, in volume and roubles', async () => {
    const { service } = await water(accountant, `/accounts/${accountId}/use`);
    const { services } = (await accountant.get(`/accounts/${accountId}/use-savings`)).body;
    const saving = services.find(({ serviceId }: { serviceId: string }) => serviceId === service.id);
    expect(saving).toMatchObject({
      months: 3,
      volume: expect.stringMatching(/^-?\d/),
      amount: expect.stringMatching(/\.\d\d$/),
    });
  });

  it('is a workbook too', async () => {
    const { status, headers } = await accountant.get(`/accounts/${accountId}/use.xlsx`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain('.xlsx');
  });

  it('is read by the resident of the account, and by nobody else’s people', async () => {
    const resident = await api.signedIn('resident@dvor.test');
    const own = await water(resident, `/resident/accounts/${accountId}/use`);
    expect(own).toEqual(await water(accountant, `/accounts/${accountId}/use`));
    expect((await resident.get(`/resident/accounts/${accountId}/use-savings`)).body).toEqual(
      (await accountant.get(`/accounts/${accountId}/use-savings`)).body,
    );
    const other = stock.houses[0]!.premises[1]!.accountIds[0]!;
    expect((await resident.get(`/resident/accounts/${other}/use`)).status).toBe(404);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get(`/accounts/${accountId}/use`)).status).toBe(404);
  });
});

interface Named {
  readonly service: { readonly code: string };
}

interface Month {
  readonly period: string;
  readonly how: string;
}
