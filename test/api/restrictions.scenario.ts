import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LetterBatches, type LetterBatchId, RestrictionWatch, SettledDebts } from '@dvor/debts';
import {
  type AccountId,
  formatDate,
  lastDay,
  Money,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { PDFDocument } from 'pdf-lib';
import { ApiUnderTest } from './support/api-under-test.js';
import { asBytes } from './support/as-bytes.js';
import type { Client } from './support/client.js';

const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08'];

/**
 * A month of power by the norm costs 499.20 (80 kWh a person at 6.24), of cold water 181.47. Flat 1 owes 1600 for power and
 * 400 for water, flat 2 as much and disputes it, flat 3 owes 900 for power, which is less than two months of its two persons,
 * flat 4 owes for upkeep alone. It begins on the 1st of October.
 */
describe('restriction of services', () => {
  let api: ApiUnderTest;
  let organizationId: OrganizationId;
  let accounts: AccountId[];
  let supplier: SupplierId;
  let power: ServiceId;
  let water: ServiceId;
  /** Of the price list: what its debtor may be made to pay. */
  let work: string;
  let lawyer: Client;
  let administrator: Client;
  let keys = 0;
  let today = parseDate('2026-10-01');

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organizationId = await api.setUp();
    await comes('2026-10-01');
    const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    ({ power, water, utility: supplier } = stock);
    for (const month of MONTHS) {
      for (const account of accounts.slice(0, 2)) {
        await book(account, month, power, '400.00');
        await book(account, month, water, '100.00');
      }
      await book(accounts[2]!, month, power, '225.00');
      await book(accounts[3]!, month, stock.upkeep, '1248.50');
    }
    await api.staff(organizationId, 'lawyer@dvor.test', 'lawyer');
    await api.staff(organizationId, 'cashier@dvor.test', 'cashier');
    lawyer = await api.signedIn('lawyer@dvor.test');
    administrator = await api.signedIn('administrator@dvor.test');
    const { body: made } = await administrator.post('/services', {
      ...{ code: 'paid', name: 'Платные работы', unit: 'ед.', section: 'other', resource: null, position: 90 },
    });
    const switching = { serviceId: made.id, supplierId: supplier, name: 'Отключение и подключение', unit: 'ед.' };
    work = (await administrator.post('/one-off-works', switching)).body.id;
    const dispute = { reason: 'Свет отключали весь месяц' };
    expect((await lawyer.post(`/accounts/${accounts[1]}/disputes`, dispute)).status).toBe(201);
  });
  afterAll(() => api?.stop());

  const inOurs = <T>(work: (tx: Tx) => Promise<T>) => api.app.get(Database).inTenant({ organizationId }, work);

  /** The organisation's day. */
  async function comes(day: string): Promise<void> {
    today = parseDate(day);
    await api.database.asOwner(`update organizations set demo_now = $2 where id = $1`, [
      organizationId,
      `${day}T05:00:00Z`,
    ]);
  }

  async function book(account: AccountId, month: string, service: ServiceId, roubles: string): Promise<void> {
    const period = parsePeriod(month);
    const amount = Money.parse(roubles);
    const place = { recipientId: supplier, serviceId: service, origin: period, kind: 'charge' } as const;
    await inOurs((tx) =>
      api.app.get(Ledger).post(tx, {
        ...{ key: `restrictions-${(keys += 1)}`, kind: amount.isNegative ? 'payment' : 'accrual', period, by: null },
        ...{ bookedOn: amount.isNegative ? today : lastDay(period), reason: 'scenario' },
        postings: [
          { ...place, ledgerAccount: 'receivable', accountId: account, amount },
          { ...place, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
        ],
      }),
    );
  }

  async function pay(account: AccountId, service: ServiceId, monthly: string): Promise<void> {
    for (const month of MONTHS) await book(account, month, service, `-${monthly}`);
  }

  const look = () => api.app.get(RestrictionWatch).look(organizationId);
  const preview = async (rule: object = {}) => (await lawyer.post('/restriction-warnings/preview', rule)).body;
  const list = async (query = '') => (await lawyer.get(`/restrictions${query}`)).body.items;
  const read = async (id: string) => (await lawyer.get(`/restrictions/${id}`)).body;
  const act = async (id: string, kind: string, on = formatDate(today), more: object = {}) =>
    (await lawyer.post(`/restrictions/${id}/steps`, { kind, on, number: `${kind} ${id}`, ...more })).body;
  const pages = async (path: string) => {
    const { body, headers } = await lawyer.get(path).buffer(true).parse(asBytes);
    expect(headers['content-type']).toBe('application/pdf');
    return (await PDFDocument.load(body as Buffer)).getPageCount();
  };
  let ofPower: string;
  let ofWater: string;
  let letterId: string;

  it('is looked over first: whose debt for a service is above two months by the norm, and how that is reckoned', async () => {
    const found = await preview();
    expect(found).toMatchObject({ dated: '2026-10-01', accounts: 1, without: 2, restrictions: 2, sum: '2000.00' });
    const [first, ...others] = found.items;
    expect(first.services).toEqual([
      expect.objectContaining({ serviceId: water, debt: '400.00', normFee: '181.47', canLimit: true }),
      expect.objectContaining({ serviceId: power, debt: '1600.00', normFee: '499.20' }),
    ]);
    expect(first.services[0].explained.join('; ')).toMatch(/4,29[\s\S]*42,30[\s\S]*181,47/);
    const against = (which: number) =>
      others.find(({ accountId }: { accountId: string }) => accountId === accounts[which]).obstacles;
    expect(against(1)).toEqual([{ reason: 'dispute', what: 'Свет отключали весь месяц' }]);
    expect(against(2)).toEqual([{ reason: 'below-norms', what: 'electricity', sum: '1996.80' }]);
    const asked = await preview({ accountIds: [accounts[3]] });
    expect(asked.items[0].obstacles).toEqual([{ reason: 'nothing-to-restrict' }]);
  });

  it('may be asked of some services, and of those that can’t be limited; bad rules are refused in words', async () => {
    expect(await preview({ serviceIds: [power] })).toMatchObject({ accounts: 1, restrictions: 1 });
    const cold = await preview({ serviceIds: [water], cannotLimit: [water], accountIds: [accounts[0]] });
    expect(cold.items[0].obstacles).toEqual([{ reason: 'no-way', what: 'cold-water' }]);
    const refused = await lawyer.post('/restriction-warnings', { accountIds: [accounts[1]] });
    expect([refused.status, refused.body.code]).toEqual([409, 'restriction.nobody']);
    expect((await preview({ least: 'много' })).errors).toMatchObject([{ field: 'least' }]);
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post('/restriction-warnings', {})).status).toBe(403);
  });

  it('begins with one warning an account, which the worker prints', async () => {
    const made = await lawyer.post('/restriction-warnings', {});
    expect(made.status).toBe(201);
    await api.app.get(LetterBatches).run(organizationId, made.body.id as LetterBatchId);
    const { body: batch } = await lawyer.get(`/debt-letter-batches/${made.body.id}`);
    expect(batch).toMatchObject({ kind: 'restriction-warning', state: 'ready', letters: 1, printed: 1, leftOut: 2 });
    const { body: letters } = await lawyer.get(`/debt-letters?batchId=${made.body.id}`);
    letterId = letters.items[0].id;
    const { body: letter } = await lawyer.get(`/debt-letters/${letterId}`);
    expect(letter.principal).toBe('2000.00');
    expect(letter.opening.join(' ')).toMatch(/cold-water, electricity[\s\S]*20 дней/);
    expect(await pages(`/debt-letters/${letterId}/pdf`)).toBeGreaterThan(0);
    const restrictions = await list();
    expect(restrictions).toHaveLength(2);
    ofPower = restrictions.find((one: { serviceId: string }) => one.serviceId === power).id;
    ofWater = restrictions.find((one: { serviceId: string }) => one.serviceId === water).id;
    expect(restrictions[0]).toMatchObject({
      stage: 'written',
      warning: { letterId },
      next: { act: 'deliver-warning' },
    });
    expect((await preview({ accountIds: [accounts[0]] })).items[0].obstacles[0].reason).toBe('written-lately');
  }, 60_000);

  it('waits until the warning is known to have come, and for twenty days after that', async () => {
    expect((await act(ofPower, 'restriction')).code).toBe('restriction.not-delivered');
    await comes('2026-10-03');
    const came = { way: 'handed', sentOn: '2026-10-02', deliveredOn: '2026-10-03', proof: 'Подпись' };
    expect((await lawyer.post(`/debt-letters/${letterId}/deliveries`, came)).status).toBe(201);
    expect((await read(ofPower)).next).toEqual({ act: 'remind', from: '2026-10-21', until: null });
    await comes('2026-10-20');
    const nobody = await lawyer.post('/restriction-reminders');
    expect(nobody.body.code).toBe('restriction.nobody-to-remind');
    const early = await act(ofPower, 'restriction');
    expect(early).toMatchObject({ code: 'restriction.remind-first', detail: expect.stringContaining('21.10.2026') });
  });

  it('is told of once more where the organisation does so', async () => {
    await comes('2026-10-21');
    expect((await lawyer.get('/restrictions/summary')).body).toEqual({
      stages: [{ stage: 'warned', count: 2 }],
      toRemind: 2,
    });
    const made = await lawyer.post('/restriction-reminders');
    expect(made.status).toBe(201);
    expect((await lawyer.post('/restriction-reminders')).body.code).toBe('restriction.nobody-to-remind');
    await api.app.get(LetterBatches).run(organizationId, made.body.id as LetterBatchId);
    const { body: letters } = await lawyer.get(`/debt-letters?batchId=${made.body.id}&kind=restriction-reminder`);
    expect(letters.items).toMatchObject([{ payBy: '2026-10-24', principal: '2000.00' }]);
    const came = { way: 'handed', sentOn: '2026-10-21', deliveredOn: '2026-10-21' };
    await lawyer.post(`/debt-letters/${letters.items[0].id}/deliveries`, came);
    expect((await read(ofPower)).next).toEqual({ act: 'limit', from: '2026-10-25', until: null });
  }, 60_000);

  it('limits no sooner than the day that it names, by an act with its number and paper', async () => {
    await comes('2026-10-24');
    expect((await act(ofPower, 'restriction')).detail).toContain('25.10.2026');
    await comes('2026-10-25');
    expect((await act(ofPower, 'suspension')).code).toBe('restriction.limit-first');
    expect((await act(ofPower, 'restriction', '2026-10-26')).code).toBe('restriction.step-day');
    expect((await act(ofPower, 'restriction', '2026-10-25', { number: '' })).code).toBe('restriction.number-needed');
    expect(await pages(`/restrictions/${ofPower}/act-form?kind=restriction`)).toBe(1);
    const made = await lawyer
      .send('post', `/restrictions/${ofPower}/steps`)
      .field({ kind: 'restriction', on: '2026-10-25', number: '15-О' })
      .attach('file', Buffer.from('%PDF-1.7 act'), 'Акт.pdf');
    expect(made.status).toBe(201);
    const { stage, next, steps } = await read(ofPower);
    expect([stage, next]).toEqual(['limited', { act: 'suspend', from: '2026-11-05', until: null }]);
    const limiting = steps.at(-1);
    expect(limiting).toMatchObject({ kind: 'restriction', number: '15-О', principal: '1600.00', hasFile: true });
    const { body } = await lawyer.get(`/debt-steps/${limiting.id}/paper`).buffer(true).parse(asBytes);
    expect((body as Buffer).toString()).toBe('%PDF-1.7 act');
    expect((await act(ofPower, 'restriction')).code).toBe('restriction.cannot-limit');
    expect((await act(ofWater, 'restriction')).id).toBeDefined();
  }, 60_000);

  it('touches nobody whose money is on its way or whose debt is disputed', async () => {
    await comes('2026-11-06');
    const made = await lawyer.post(`/accounts/${accounts[0]}/disputes`, { reason: 'Уже оплатил' });
    const refused = await act(ofPower, 'suspension');
    expect(refused).toMatchObject({ code: 'restriction.dispute', detail: expect.stringContaining('Уже оплатил') });
    expect((await read(ofPower)).obstacles).toEqual([{ reason: 'dispute', what: 'Уже оплатил' }]);
    const closed = { outcome: 'rejected', note: 'Платежа не было' };
    expect((await lawyer.post(`/disputes/${made.body.id}/closing`, closed)).status).toBe(204);
  });

  it('cuts off what may be cut off, ten days after it was limited, and cold water never', async () => {
    expect((await act(ofWater, 'suspension')).code).toBe('restriction.never-suspended');
    expect((await read(ofWater)).next.act).toBe('stays-limited');
    expect((await act(ofPower, 'suspension')).id).toBeDefined();
    expect(await list('?stage=suspended')).toMatchObject([
      { id: ofPower, suspendedOn: '2026-11-06', next: { act: 'wait' } },
    ]);
    expect(await list('?stage=limited')).toMatchObject([{ id: ofWater }]);
  });

  it('is to be undone within two days once its debt is paid: the inbox says so, and by when', async () => {
    expect(await look()).toBe(0);
    await comes('2026-11-10');
    await pay(accounts[0]!, power, '399.99');
    expect(await look()).toBe(0); // four kopecks are owed still
    await pay(accounts[0]!, power, '0.01');
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(await list('?stage=to-restore')).toMatchObject([
      { id: ofPower, clearedOn: '2026-11-10', clearedWhy: 'paid', next: { act: 'restore', until: '2026-11-12' } },
    ]);
    const { body: inbox } = await administrator.get('/exceptions?kind=restriction.restore');
    expect(inbox.items).toMatchObject([
      { reason: expect.stringContaining('12.11.2026'), object: { type: 'restriction', id: ofPower } },
    ]);
  });

  it('ends with the act that gives the service back, and comes back when that was a mistake', async () => {
    expect((await act(ofPower, 'restriction-stopped')).code).toBe('restriction.restricted');
    const made = await act(ofPower, 'restoration');
    expect(await read(ofPower)).toMatchObject({ stage: 'ended', endedWhy: 'restored', next: null });
    expect((await administrator.get('/exceptions?kind=restriction.restore')).body.items).toEqual([]);
    expect((await act(ofPower, 'restoration')).code).toBe('restriction.ended');
    const mistaken = { reason: 'Акт не того счёта' };
    expect((await lawyer.post(`/debt-steps/${made.id}/taking-back`, mistaken)).status).toBe(204);
    expect(await read(ofPower)).toMatchObject({ stage: 'suspended', endedOn: null });
    expect(await look()).toBe(1);
    const dear = await act(ofPower, 'restoration', formatDate(today), { costWorkId: work, cost: '5000.01' });
    expect(dear).toMatchObject({ code: 'restriction.cost-above', detail: expect.stringMatching(/5\s000,01/) });
    const most = { number: 'В-2', costWorkId: work, cost: '5000.00' };
    expect((await act(ofPower, 'restoration', formatDate(today), most)).id).toBeDefined();
  });

  it('is charged to its debtor as a work of the price list, no more than the law’s most, and not if taken back', async () => {
    await comes('2026-11-12');
    await pay(accounts[0]!, water, '100.00');
    expect(await look()).toBe(1);
    const costs = { costWorkId: work, cost: '650.00', number: 'В-3' };
    const made = await act(ofWater, 'restoration', formatDate(today), costs);
    expect((await read(ofWater)).steps.at(-1)).toMatchObject({ id: made.id, cost: '650.00' });
    const acts = async () => (await administrator.get(`/accounts/${accounts[0]}/one-offs`)).body.items;
    expect(await acts()).toMatchObject([{ number: 'В-3', price: '650.00', cancelled: null }, { number: 'В-2' }]);
    await lawyer.post(`/debt-steps/${made.id}/taking-back`, { reason: 'Возобновили раньше' });
    expect(await acts()).toMatchObject([{ cancelled: { reason: 'Возобновили раньше' } }, { cancelled: null }]);
    expect((await act(ofWater, 'restoration')).id).toBeDefined();
  });

  it('lets go of one who paid before anything was done, and of a stage whose debt is gone', async () => {
    const [, , , inDebt] = accounts;
    await book(inDebt!, '2026-08', power, '5000.00');
    const made = await lawyer.post('/restriction-warnings', { accountIds: [inDebt] });
    expect(made.status).toBe(201);
    const [one] = await list(`?accountId=${inDebt}`);
    expect(await list('?open=true')).toHaveLength(1);
    const settled = () => api.app.get(SettledDebts).look(organizationId);
    expect(await settled()).toBe(0);
    await book(inDebt!, '2026-08', power, '-4600.00');
    expect(await look()).toBe(1); // 400 is less than two months by the norm
    expect(await read(one.id)).toMatchObject({ stage: 'ended', endedWhy: 'paid' });
    await lawyer.post('/debt-letter-batches', { kind: 'claim', accountIds: [inDebt] });
    const batches = (await lawyer.get('/debt-letter-batches')).body.items;
    await api.app.get(LetterBatches).run(organizationId, batches[0].id as LetterBatchId);
    const stages = async (stage: string) =>
      (await lawyer.get(`/debt-letters?stage=${stage}`)).body.items.map((letter: { kind: string }) => letter.kind);
    expect(await stages('claim')).toEqual(['claim', 'restriction-warning']);
    await book(inDebt!, '2026-08', power, '-400.00');
    for (const month of MONTHS) await book(inDebt!, month, (await upkeep())!, '-1248.50');
    expect(await settled()).toBe(1);
    expect(await settled()).toBe(0);
    expect(await stages('claim')).toEqual([]);
  }, 60_000);

  const upkeep = async () =>
    inOurs(async (tx) => (await tx.query<{ id: ServiceId }[]>(`select id from services where code = 'upkeep'`))[0]?.id);
});
