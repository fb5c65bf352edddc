import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MeterId, type OrganizationId, parseDate } from '@dvor/kernel';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse, recordReading, type Stock, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

describe('what months and years are settled by, over HTTP (REC-07, REC-08)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2027-01-02T03:00:00Z'`);
    stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4)]));
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

  async function closed(period: string): Promise<string> {
    const { body } = await accountant.post('/runs', { period }, { 'Idempotency-Key': `run-${period}` });
    await inState(body.id, 'review');
    await accountant.post(`/runs/${body.id}/close`, undefined, { 'Idempotency-Key': `close-${period}` });
    await inState(body.id, 'closed');
    return body.id;
  }

  const inState = (id: string, state: string) =>
    until(async () => (await accountant.get(`/runs/${id}`)).body.state === state);

  it('foretells nothing before a month is closed, and refuses houses and accounts that are not ours', async () => {
    const house = stock.houses[0]!.id;
    expect((await accountant.get(`/houses/${house}/true-ups`)).body).toEqual({
      year: null,
      services: [],
      account: null,
    });
    expect(await accountant.get('/houses/999999/true-ups')).toMatchObject({
      status: 404,
      body: { code: 'house.not-found' },
    });
    expect((await accountant.get(`/houses/${house}/true-ups?year=soon`)).status).toBe(422);
    expect((await accountant.get(`/houses/${house}/true-ups?accountId=999999`)).body.account).toBeNull();
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get(`/houses/${house}/true-ups`)).status).toBe(404);
  });

  it('spreads a reading over the months that had none, where the organisation chose so', async () => {
    const choice = { value: 'by-days', from: '2026-01-01', basis: 'Приказ № 3', reason: 'Приказ № 3' };
    expect((await accountant.post('/organization-settings/late-reading', choice)).status).toBe(204);
    await closed('2026-10');
    await closed('2026-11');
    const { id: premises, accountIds } = stock.houses[0]!.premises[0]!;
    await inOurs(async (tx) => {
      const [meter] = await tx.query<{ id: MeterId }[]>('select id from meters where premises_id = $1', [premises]);
      const reading = { date: parseDate('2026-12-20'), amounts: ['110.1'], source: 'resident' } as const;
      return recordReading(tx, meter!.id, reading, { by: null, reason: 'показание принёс житель' });
    });
    await closed('2026-12');
    const { body } = await accountant.get(`/accounts/${accountIds[0]}/lines?period=2026-12`);
    const water = JSON.stringify(body);
    expect(water).toContain('Месяцы между показаниями были без них: расход разделили по дням.');
    expect(water).toContain('За ноябрь 2026');
  });
});
