import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

const because = { reason: 'Решение собрания № 4' };
const law = { act: 'Решение общего собрания № 4 от 01.10.2026', clause: 'п. 2' };
const text = 'min(площадь; 41 м²) × тариф + объём("cold-water") × 1 ₽/м³';
const guard = { code: 'guard', name: 'Охрана', text, unit: 'm2' };
const inputs = { площадь: '50', тариф: '10.50', 'объём("cold-water")': '4' };
const right = { name: 'Большая квартира', inputs, expected: '434.50' };

describe('an organisation’s own formulas', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let anna: Client;
  let service: string;
  let id: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z'`);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1', 4)]));
    anna = await api.signedIn('administrator@dvor.test');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    const asked = { code: 'guard', name: 'Охрана', unit: 'м²', section: 'agency', position: 90 };
    service = (await anna.post('/services', asked)).body.id;
    const tariff = { serviceId: service, rates: { rate: '10.50' }, from: '2026-01-01', ...law, ...because };
    expect((await anna.post('/tariffs', tariff)).status).toBe(204);
  });
  afterAll(async () => {
    await api.stop();
  });

  const draft = (more: object = {}) => ({ name: guard.name, text, unit: 'm2', ...law, cases: [right], ...more });
  const withTag = (version: number) => ({ 'If-Match': `"${version}"` });
  const put = (body: object, version: number) =>
    anna.send('put', `/formulas/${id}/draft`, { body, headers: withTag(version) });
  const activate = (from: string, version: number) =>
    anna.post(`/formulas/${id}/activate`, { from, ...because }, withTag(version));
  const read = async () => (await anna.get(`/formulas/${id}`)).body;
  const account = (n: number) => stock.houses[0]!.premises[n]!.accountIds[0]!;
  const trial = (more: object = {}) =>
    anna.post('/formulas/trial', { text, unit: 'm2', accountId: account(0), month: '2026-10', ...more });

  describe('are checked before they are kept', () => {
    const check = async (asked: object) => (await anna.post('/formulas/check', { text, unit: 'm2', ...asked })).body;

    it('tell what they ask for, with units', async () => {
      expect(await check({})).toEqual({
        fault: null,
        inputs: [
          { name: 'площадь', unit: 'м²' },
          { name: 'тариф', unit: '₽/м²' },
          { name: 'объём("cold-water")', unit: 'м³' },
        ],
        outcomes: [],
      });
    });

    it('name the place of a fault and its mend in Russian', async () => {
      const { fault } = await check({ text: '5 ₽ + площядь' });
      expect(fault).toEqual({
        code: 'unknown-name',
        at: 6,
        length: 7,
        message:
          '«площядь» – нет такой величины, функции или единицы. Похоже на: площадь. Выберите величину из списка.',
      });
      const far = await check({ text: 'абракадабра' });
      expect(far.fault.message).toBe(
        '«абракадабра» – нет такой величины, функции или единицы. Выберите величину из списка.',
      );
      const units = await check({ text: 'если(площадь > 50; 1 ₽; 2 ₽)' });
      expect(units.fault.message).toContain('слева «м²», справа «число без единицы»');
      expect((await check({ text: 'объём("steam") × 1 ₽/Гкал' })).fault.message).toContain('«steam» нет');
    });

    it('are held against cases, each with its outcome', async () => {
      const { outcomes } = await check({
        cases: [
          right,
          { ...right, expected: '434.51' },
          { ...right, inputs: { площадь: '50', тариф: '1' } },
          { ...right, inputs: { ...inputs, тариф: 'много' } },
        ],
      });
      expect(outcomes).toEqual([
        { passed: true, amount: '434.50', message: null },
        { passed: false, amount: '434.50', message: null },
        { passed: false, amount: null, message: 'Укажите: объём("cold-water").' },
        { passed: false, amount: null, message: 'тариф: нужно число, не меньше нуля.' },
      ]);
    });
  });

  it('begin as a draft that a cashier can’t write and no house can be given', async () => {
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post('/formulas', guard)).status).toBe(403);
    const made = await anna.post('/formulas', guard);
    expect(made.status).toBe(201);
    id = made.body.id;
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toMatchObject({
      code: 'guard',
      versions: [{ ordinal: 1, state: 'draft', act: null, terms: [] }],
    });
    expect((await anna.post('/formulas', guard)).body).toMatchObject({ status: 409, code: 'formula.code-taken' });
    expect((await preview()).body).toMatchObject({ status: 422, code: 'assignment.settings' });
  });

  it('are put in force only with an act, without a fault, and when every case comes out', async () => {
    expect((await activate('2026-10-01', 1)).body).toMatchObject({ status: 422, code: 'formula.no-law' });
    expect((await put(draft({ cases: [] }), 1)).body).toMatchObject({ version: 2 });
    expect((await activate('2026-10-01', 2)).body).toMatchObject({ status: 409, code: 'formula.no-cases' });
    const wrong = { ...right, name: 'Малая квартира', expected: '1.00' };
    expect((await put(draft({ cases: [right, wrong] }), 2)).body.versions[0].cases[1]).toMatchObject({
      expected: '1.00',
      outcome: { passed: false, amount: '434.50', message: null },
    });
    expect((await activate('2026-10-01', 3)).body).toMatchObject({
      status: 409,
      code: 'formula.cases-fail',
      detail: 'Проверок не сошлось: 1 (Малая квартира). Исправьте формулу или пример.',
    });
    expect((await put(draft({ text: 'площадь × тарифф' }), 3)).status).toBe(200);
    expect((await activate('2026-10-01', 4)).body).toMatchObject({
      status: 422,
      code: 'formula.fault',
      detail: expect.stringContaining('около знака 11'),
    });
    expect((await put(draft(), 2)).body).toMatchObject({ status: 412, code: 'formula.stale' });
    expect((await put(draft(), 4)).status).toBe(200);
    const { body, headers } = await activate('2026-10-01', 5);
    expect(body.versions).toMatchObject([
      {
        ordinal: 1,
        state: 'active',
        activatedBy: 'Анна Серова',
        terms: [{ from: '2026-10-01', to: null }],
      },
    ]);
    expect(headers['etag']).toBe('"6"');
  });

  it('are tried on a real account without a trace', async () => {
    const before = await read();
    const { body } = await trial({ serviceId: service });
    expect(body).toMatchObject({ parked: [], lines: [{ rate: '10.5', of: 31, parts: [{ days: 31 }] }] });
    expect(body.lines[0].parts[0].inputs).toEqual([
      { name: 'площадь', figure: '41.30', unit: 'м²' },
      { name: 'тариф', figure: '10.5', unit: '₽/м²' },
      { name: 'объём("cold-water")', figure: expect.any(String), unit: 'м³' },
    ]);
    expect(Number(body.total)).toBeGreaterThan(430.5);
    expect(body.lines[0].sentence).toContain('По формуле');
    expect((await trial({ text: 'площадь × тариф', rate: '2' })).body).toMatchObject({ total: '82.60' });
    expect((await trial({ text: 'площадь × 3 ₽/м²' })).body).toMatchObject({
      total: '123.90',
      lines: [{ rate: null }],
    });
    expect((await trial({ text: 'площадь × тариф' })).body).toMatchObject({
      lines: [],
      parked: ['На 01.10.2026 нет тарифа. Введите тариф.'],
    });
    expect((await trial({ text: 'площадь × 1 чел./(прописано − прописано) × 1 ₽/м²' })).body.parked[0]).toContain(
      'делит на ноль',
    );
    expect((await trial({ accountId: '999999' })).status).toBe(404);
    expect(await read()).toEqual(before);
  });

  const wish = (from = '2026-10-01') => ({
    serviceId: service,
    supplierId: stock.company,
    method: 'formula',
    settings: { formula: 'guard' },
    from,
    targets: [{ houseId: stock.houses[0]!.id }],
  });
  const preview = () => anna.post('/assignments/preview', wish());

  it('charge the houses that are given them, and every line explains itself', async () => {
    const methods = (await anna.get('/charge-methods')).body.items;
    expect(methods).toContainEqual(
      expect.objectContaining({ code: 'formula', title: 'По формуле организации', needs: ['formula'] }),
    );
    const { body: plan } = await preview();
    expect((await anna.post('/assignments', { ...wish(), fingerprint: plan.fingerprint, ...because })).status).toBe(
      200,
    );
    const tried = (await trial({ serviceId: service })).body;
    const worker = await startWorkerBeside(api);
    const { body: run } = await anna.post('/runs', { period: '2026-10' }, { 'Idempotency-Key': 'october' });
    while (!['review', 'failed'].includes((await anna.get(`/runs/${run.id}`)).body.state))
      await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    expect((await anna.get(`/runs/${run.id}`)).body).toMatchObject({ state: 'review', parked: [] });
    const { body } = await anna.get(`/accounts/${account(0)}/lines?period=2026-10`);
    const line = body.items.find((one: { service: { code: string } }) => one.service.code === 'guard');
    expect(line).toMatchObject({ amount: tried.total, volume: null, rate: '10.5' });
    expect(line.explanation.sentence).toContain('min(площадь; 41 м²)');
    expect(line.explanation.steps.at(-1).clause).toBe('Решение общего собрания № 4 от 01.10.2026, п. 2');
  });

  it('never change once in force: the next version holds from its day, the month before keeps the old one', async () => {
    const edited = await put(draft({ text: 'площадь × тариф', cases: [{ name: 'x', inputs, expected: '525.00' }] }), 6);
    expect(edited.body.versions).toMatchObject([
      { ordinal: 2, state: 'draft' },
      { ordinal: 1, state: 'active', text },
    ]);
    expect((await activate('2026-11-01', 7)).body.versions).toMatchObject([
      { ordinal: 2, state: 'active', terms: [{ from: '2026-11-01', to: null }] },
      { ordinal: 1, state: 'retired', text, terms: [{ from: '2026-10-01', to: '2026-11-01' }] },
    ]);
    await expect(
      api.database.asOwner(`update charge_formula_versions set text = '1 ₽' where state = 'retired'`),
    ).rejects.toThrow('never changes');
    expect((await anna.post(`/formulas/${id}/discard`, {}, withTag(8))).body.code).toBe('formula.no-draft');
  });

  it('are retired only where nobody is charged by them any more', async () => {
    const retire = (from: string, version: number) =>
      anna.post(`/formulas/${id}/retire`, { from, ...because }, withTag(version));
    expect((await retire('2026-12-01', 8)).body).toMatchObject({ status: 409, code: 'formula.in-use' });
    const [assignment] = (await anna.get(`/assignments?serviceId=${service}`)).body.items;
    await anna.post(`/assignments/${assignment.id}/end`, { from: '2026-12-01', ...because });
    expect((await retire('2026-12-01', 8)).body.versions).toMatchObject([
      { state: 'retired', terms: [{ from: '2026-11-01', to: '2026-12-01' }] },
      { state: 'retired' },
    ]);
    expect((await retire('2027-01-01', 9)).body.code).toBe('formula.not-active');
    const actions = (await anna.get('/audit?limit=100')).body.items.map(({ action }: { action: string }) => action);
    for (const action of ['create', 'edit', 'activate', 'retire']) expect(actions).toContain(`formula.${action}`);
  });
});
