import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

describe('a month over HTTP', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let run: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z'`);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1'), newHouse('2', 5)]));
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.resident(organization, 'resident@dvor.test', [stock.houses[0]!.premises[0]!.accountIds[0]!]);
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  it('shows houses with what is in them', async () => {
    const houses = await accountant.get('/houses?search=юрина 2');
    expect(houses.body.items).toEqual([
      expect.objectContaining({ address: expect.stringContaining('Юрина'), flats: 5, accounts: 5, floors: 5 }),
    ]);
    const id = houses.body.items[0].id;
    expect((await accountant.get(`/houses/${id}`)).body).toMatchObject({
      id,
      history: expect.arrayContaining([
        expect.objectContaining({ attribute: 'floors', value: '5', validFrom: '2015-01-01' }),
      ]),
    });
    expect((await accountant.get(`/houses/${id}/premises`)).body.items).toHaveLength(5);
    expect((await accountant.get(`/houses/${id}/services`)).body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          service: expect.objectContaining({ code: 'cold-water' }),
          method: 'metered',
          rate: '42.30',
          rateSource: 'решение № 1',
        }),
      ]),
    );
  });

  it('lists the catalogue', async () => {
    for (const list of ['services', 'suppliers', 'tariffs', 'norms']) {
      const { status, body } = await accountant.get(`/${list}`);
      expect({ list, status, empty: body.items.length === 0 }).toEqual({ list, status: 200, empty: false });
    }
  });

  it('pages accounts by cursor and finds them by words', async () => {
    const first = await accountant.get('/accounts?limit=5');
    expect(first.body.items).toHaveLength(5);
    const second = await accountant.get(`/accounts?limit=5&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: { length: 3 }, nextCursor: null });
    const numbers = [...first.body.items, ...second.body.items].map(({ number }: { number: string }) => number);
    expect(new Set(numbers).size).toBe(8);
    const found = await accountant.get(`/accounts?search=${numbers[6]}`);
    expect(found.body.items).toEqual([expect.objectContaining({ number: numbers[6], balance: '0.00', state: 'open' })]);
  });

  it('begins a month once for a request that came twice', async () => {
    const send = () => accountant.post('/runs', { period: '2026-10' }, { 'Idempotency-Key': 'october' });
    const answers = await Promise.all([send(), send()]);
    const begun = answers.find(({ status }) => status === 201)!;
    run = begun.body.id;
    expect(begun.body).toMatchObject({ period: '2026-10', requestedBy: 'accountant@dvor.test', receipts: null });
    const again = await send();
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(run);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await accountant.get('/runs')).body.items).toHaveLength(1);
    const other = await accountant.post('/runs', { period: '2026-10' }, { 'Idempotency-Key': 'october-2' });
    expect(other.body).toMatchObject({
      status: 409,
      code: 'run.already-exists',
      detail: 'Расчёт за октябрь 2026 уже есть.',
    });
  });

  it('tells the progress of the run as events until it comes to review', async () => {
    const events = await followProgress(api, accountant, run);
    expect(events.at(-1)).toMatchObject({
      state: 'review',
      phase: 'calculating',
      housesDone: 2,
      housesTotal: 2,
      accountsDone: 8,
      secondsLeft: 0,
    });
    const { body } = await accountant.get(`/runs/${run}`);
    expect(body).toMatchObject({
      state: 'review',
      houses: { total: 2, done: 2, parked: 0 },
      accounts: 8,
      parked: [],
      fingerprint: expect.any(String),
    });
    expect(sumOf(body.totals)).toBe(body.amount);
    const houses = (await accountant.get(`/runs/${run}/houses`)).body.items;
    expect(sumOf(houses)).toBe(body.amount);
    expect(houses[0].address).toContain('Юрина');
  });

  it('proves a line by calculating its house again, in words', async () => {
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    const { body, status } = await accountant.get(`/accounts/${account}/lines/1/proof?period=2026-10`);
    expect({ status, ...body }).toMatchObject({
      ...{ status: 200, reproduced: true, differing: 0, notes: [] },
      text: 'Проверено пересчётом из снимка: сошлось до копейки.',
    });
    expect(body.again).toBe(body.booked);
    const missing = await accountant.get(`/accounts/${account}/lines/99/proof?period=2026-10`);
    expect(missing.body).toMatchObject({ status: 404, code: 'line.not-found' });
    expect((await accountant.get(`/accounts/${account}/lines/1/proof`)).status).toBe(422);
    expect((await accountant.get(`/runs/${run}/proof`)).body).toEqual({ proof: null });
    expect((await accountant.post(`/runs/${run}/proof`)).body).toMatchObject({ status: 409, code: 'run.wrong-state' });
  });

  it('explains every line of a draft to the accountant and shows none of it to the resident', async () => {
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    const { body } = await accountant.get(`/accounts/${account}/lines?period=2026-10`);
    expect(body).toMatchObject({ period: '2026-10', runState: 'review' });
    expect(body.items.length).toBeGreaterThan(3);
    expect(sumOf(body.items)).toBe(body.total);
    for (const line of body.items) {
      expect(line).toMatchObject({
        service: { name: expect.any(String) },
        supplier: expect.stringMatching(/./),
        explanation: { sentence: expect.stringMatching(/[а-я]/) },
      });
      expect(line.explanation.steps.at(-1)).toMatchObject({
        value: expect.stringContaining('₽'),
        clause: expect.any(String),
      });
    }
    expect((await accountant.get(`/accounts/${account}`)).body).toMatchObject({
      chargedThisMonth: body.total,
      chargedPeriod: '2026-10',
      meters: [expect.objectContaining({ service: 'Холодная вода' })],
    });
    const resident = await api.signedIn('resident@dvor.test');
    expect((await resident.get(`/resident/accounts/${account}/lines?period=2026-10`)).body).toMatchObject({
      items: [],
      runState: null,
    });
  });

  it('closes the month only for a request with a name of its own', async () => {
    expect((await accountant.post(`/runs/${run}/close`)).body).toMatchObject({
      status: 400,
      code: 'idempotency.key-required',
    });
    const closing = await accountant.post(`/runs/${run}/close`, {}, { 'Idempotency-Key': 'close-october' });
    expect(closing.body).toMatchObject({ id: run, state: 'closing' });
    const events = await followProgress(api, accountant, run);
    expect(events.at(-1)).toMatchObject({ state: 'closed', phase: 'closing' });
    expect((await accountant.get('/organization')).body).toMatchObject({
      today: '2026-11-02',
      workingPeriod: '2026-11',
      demo: true,
    });
    const again = await accountant.post(`/runs/${run}/cancel`);
    expect(again.body).toMatchObject({ status: 409, code: 'run.wrong-state' });
  });

  it('shows the resident their closed month, balance and ledger', async () => {
    const resident = await api.signedIn('resident@dvor.test');
    const accounts = (await resident.get('/resident/accounts')).body;
    expect(accounts).toEqual([
      {
        id: expect.any(String),
        number: '00010001',
        address: expect.stringContaining('кв. 1'),
        balance: expect.any(String),
        due: null,
      },
    ]);
    const [{ id, balance }] = accounts;
    const lines = (await resident.get(`/resident/accounts/${id}/lines`)).body;
    expect(lines).toMatchObject({ period: '2026-10', runState: 'closed', total: balance });
    const ledger = (await resident.get(`/resident/accounts/${id}/ledger`)).body;
    expect(ledger).toMatchObject({
      opening: '0.00',
      items: [{ kind: 'charge', period: '2026-10', text: 'Начислено за октябрь 2026', amount: balance }],
      closing: balance,
    });
    expect((await resident.get(`/resident/accounts/${id}/receipts`)).body).toEqual({ items: [], nextCursor: null });
  });

  it('proves the closed month in the worker and keeps the outcome', async () => {
    expect((await accountant.post(`/runs/${run}/proof`)).status).toBe(202);
    let proof;
    do {
      await pause(50);
      ({ proof } = (await accountant.get(`/runs/${run}/proof`)).body);
    } while (proof.state === 'working');
    expect(proof).toMatchObject({
      ...{ reproduced: true, housesDone: 2, housesTotal: 2, differing: 0, findings: [] },
      askedBy: 'accountant@dvor.test',
      text: expect.stringContaining('сошлось до копейки'),
    });
    expect(proof.lines).toBeGreaterThan(20);
  });

  it('shows a resident neither another account nor anything of staff', async () => {
    const resident = await api.signedIn('resident@dvor.test');
    const neighbour = stock.houses[0]!.premises[1]!.accountIds[0]!;
    for (const what of ['lines', 'ledger', 'receipts'])
      expect((await resident.get(`/resident/accounts/${neighbour}/${what}`)).status).toBe(404);
    for (const path of ['/houses', `/accounts/${neighbour}`, '/runs', '/organization', '/audit'])
      expect((await resident.get(path)).status).toBe(403);
    expect((await accountant.get('/resident/accounts')).body).toMatchObject({
      status: 403,
      code: 'auth.residents-only',
    });
  });

  it('shows a member of one house that house only', async () => {
    const [mine, other] = stock.houses;
    await api.staff(organization, 'chairman@dvor.test', 'chairman', [mine!.id]);
    const chairman = await api.signedIn('chairman@dvor.test');
    expect((await chairman.get('/houses')).body.items.map(({ id }: { id: string }) => id)).toEqual([mine!.id]);
    expect((await chairman.get('/accounts')).body.items).toHaveLength(3);
    expect((await chairman.get(`/houses/${other!.id}`)).status).toBe(404);
    expect((await chairman.get(`/accounts/${other!.premises[0]!.accountIds[0]}`)).status).toBe(404);
    expect((await chairman.get(`/runs/${run}/houses`)).body.items).toHaveLength(1);
  });

  it('takes printing on and says so at once', async () => {
    const asked = await accountant.post(`/runs/${run}/receipts`);
    expect(asked.status).toBe(202);
    expect((await accountant.get(`/runs/${run}`)).body.receipts).toEqual({ total: 8, done: 0 });
    expect((await accountant.get(`/runs/${run}/receipts`)).body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: expect.any(String), total: 3, done: 0, fileReady: false }),
      ]),
    );
  });

  it('records who did what, in a chain that holds', async () => {
    const administrator = await api.signedIn('administrator@dvor.test');
    const actions = (await administrator.get('/audit?objectType=run')).body.items.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions).toEqual(expect.arrayContaining(['run.request', 'run.close', 'receipts.print']));
    expect((await administrator.get('/audit/verify')).body).toMatchObject({ ok: true });
  });

  it('moves the demo’s clock forward only', async () => {
    expect((await accountant.post('/organization/clock', { to: '2026-10-01' })).body).toMatchObject({
      status: 409,
      code: 'clock.backwards',
    });
    expect((await accountant.post('/organization/clock', { to: '2026-12-02' })).body).toMatchObject({
      today: '2026-12-02',
    });
  });
});

interface ProgressEvent {
  readonly state: string;
}

/** Reads the stream to its end, as the console does. */
async function followProgress(api: ApiUnderTest, client: Client, run: string): Promise<ProgressEvent[]> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/v1/runs/${run}/progress`;
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${client.accessToken}`, 'Accept-Encoding': 'gzip' },
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('content-encoding')).toBeNull();
  const text = await Promise.race([
    response.text(),
    pause(20_000).then(() => Promise.reject(new Error('the stream did not end'))),
  ]);
  return [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data!) as ProgressEvent);
}

function sumOf(rows: readonly { amount: string }[]): string {
  return (rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100).toFixed(2);
}
