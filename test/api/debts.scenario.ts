import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Documents } from '@dvor/housing';
import {
  type AccountId,
  type DocumentId,
  lastDay,
  Money,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type EntryKind, Ledger, type PostingKind } from '@dvor/ledger';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

/** Four flats: one owes since 2022, one the last month and penalties, one has paid, one is ahead. */
describe('debts', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accounts: AccountId[];
  let water: ServiceId;
  let utility: SupplierId;
  let paper: DocumentId;
  let accountant: Client;
  let senior: Client;
  let lawyer: Client;
  let keys = 0;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-20T05:00:00Z' where id = ${organization}`);
    const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    ({ water, utility } = stock);
    await book(0, '2022-03', '1000.00');
    await book(0, '2026-09', '500.00');
    await book(1, '2026-10', '200.00');
    await book(1, '2026-10', '12.34', 'penalty', 'penalty');
    await book(3, '2026-10', '-70.00', 'payment');
    paper = await inOurs((tx) =>
      api.app.get(Documents).add(tx, { kind: 'protocol', dated: parseDate('2026-11-10') }, null),
    );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'senior@dvor.test', 'senior-accountant');
    await api.staff(organization, 'lawyer@dvor.test', 'lawyer');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    accountant = await api.signedIn('accountant@dvor.test');
    senior = await api.signedIn('senior@dvor.test');
    lawyer = await api.signedIn('lawyer@dvor.test');
  });
  afterAll(() => api?.stop());

  const inOurs = <T>(work: (tx: Tx) => Promise<T>) =>
    api.app.get(Database).inTenant({ organizationId: organization }, work);
  const key = () => ({ 'Idempotency-Key': `debts-${(keys += 1)}` });
  const list = async (query = '') => (await lawyer.get(`/debtors?${query}`)).body;
  const balances = async (query = '') => (await list(query)).items.map(({ balance }: { balance: string }) => balance);

  async function book(
    which: number,
    month: string,
    roubles: string,
    kind: EntryKind = 'accrual',
    of: PostingKind = 'charge',
  ) {
    const period = parsePeriod(month);
    const amount = Money.parse(roubles);
    const place = { recipientId: utility, serviceId: water, origin: period, kind: of };
    await inOurs((tx) =>
      new Ledger().post(tx, {
        ...{ key: `books-${(keys += 1)}`, kind, period, bookedOn: lastDay(period), reason: 'Начислено', by: null },
        postings: [
          { ...place, ledgerAccount: 'receivable', accountId: accounts[which]!, amount },
          { ...place, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
        ],
      }),
    );
  }

  it('are listed with their ages and the totals of the turnover statement, and nobody else is told', async () => {
    const all = await list();
    expect(all).toMatchObject({
      day: '2026-11-20',
      items: [
        {
          balance: '1500.00',
          age: 'over-3-years',
          oldest: '2022-03',
          stage: 'none',
          ages: { 'over-3-years': '1000.00', 'to-60': '500.00' },
        },
        {
          balance: '212.34',
          principal: '200.00',
          penalties: '12.34',
          utilities: '200.00',
          plan: null,
          lastPayment: null,
        },
      ],
      totals: { accounts: 2, balance: '1712.34', overdue: '1712.34' },
      debit: '1712.34',
      nextCursor: null,
    });
    expect(await balances('penalties=true')).toEqual(['212.34']);
    expect(await balances('age=to-3-years&sort=account')).toEqual(['1500.00']);
    expect(await balances('plan=true')).toEqual([]);
    expect(await balances('asOf=2026-09-30')).toEqual(['1500.00']);
    expect((await lawyer.get('/debtors?asOf=2026-12-01')).body).toMatchObject({ status: 422, code: 'debt.in-future' });
    expect((await lawyer.get('/debtors?age=ancient')).body).toMatchObject({ status: 422, code: 'validation' });
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.get('/debtors')).status).toBe(403);
    const months = (await lawyer.get('/debtors/by-month?from=2026-09&to=2026-11')).body.items;
    expect(months.map(({ day, balance }: { day: string; balance: string }) => [day, balance])).toEqual([
      ['2026-09-30', '1500.00'],
      ['2026-10-31', '1712.34'],
      ['2026-11-20', '1712.34'],
    ]);
    const table = await lawyer.get('/debtors/table').responseType('blob');
    expect([table.status, (table.body as Buffer).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('are worked with: contacts, promises and disputes', async () => {
    const [first] = accounts;
    const promise = { amount: '100.00', by: '2026-11-25' };
    const made = await lawyer.post(`/accounts/${first}/debt-contacts`, {
      way: 'call',
      reached: true,
      note: 'Обещал',
      promise,
    });
    expect(made.status).toBe(201);
    await accountant.post('/payments', { accountId: first, amount: '100.00', paidOn: '2026-11-20' }, key());
    const contacts = () => lawyer.get(`/accounts/${first}/debt-contacts`);
    expect((await contacts()).body.items).toMatchObject([
      { on: '2026-11-20', promise: { state: 'kept', paid: '100.00' } },
    ]);
    await lawyer.post(`/debt-contacts/${made.body.id}/withdrawal`, { reason: 'Не тот счёт' });
    expect((await contacts()).body.items).toMatchObject([{ withdrawn: 'Не тот счёт' }]);

    const dispute = await lawyer.post(`/accounts/${first}/disputes`, {
      serviceId: water,
      origin: '2026-09',
      reason: 'Не жил',
    });
    expect((await lawyer.get(`/accounts/${first}/debt`)).body).toMatchObject({
      balance: '1400.00',
      disputed: '400.00',
    });
    expect(await balances('disputed=true')).toEqual(['1400.00']);
    await lawyer.post(`/disputes/${dispute.body.id}/closing`, { outcome: 'rejected', note: 'Акт № 3' });
    expect((await lawyer.get(`/accounts/${first}/disputes`)).body.items).toMatchObject([
      { outcome: 'rejected', closedOn: '2026-11-20' },
    ]);
    expect(await balances('disputed=true')).toEqual([]);
    const late = await lawyer.post(`/accounts/${first}/disputes`, { reason: 'Рано', openedOn: '2026-12-01' });
    expect(late.body).toMatchObject({ status: 422, code: 'dispute.in-future' });
  });

  it('are written off by one and approved by another, and taken back as one', async () => {
    const old = { filter: { age: 'over-3-years' }, of: 'principal', upTo: '2022-12' };
    const preview = await accountant.post('/write-offs/preview', old);
    expect(preview.body).toMatchObject({
      ...{ accounts: 1, amount: '1000.00', penalties: '0.00' },
      items: [
        { balance: '1400.00', amount: '1000.00', left: '400.00', parts: [{ origin: '2022-03', was: '1000.00' }] },
      ],
    });
    const asked = { ...old, basis: 'limitation-expired', reason: 'Истёк срок давности', documentId: paper };
    expect((await lawyer.post('/write-offs', asked, key())).status).toBe(403);
    expect((await accountant.post('/write-offs', asked)).status).toBe(400);
    const entered = await accountant.post('/write-offs', asked, key());
    const { id } = entered.body;
    const read = async () => (await lawyer.get(`/write-offs/${id}`)).body;
    expect(await read()).toMatchObject({
      number: '1',
      state: 'waiting',
      accounts: 1,
      amount: '1000.00',
      postedOn: null,
    });
    const refused = await accountant.post(`/write-offs/${id}/posting`, {}, key());
    expect(refused.body).toMatchObject({ status: 409, code: 'approval.waiting' });
    const waiting = (await senior.get('/approvals?state=waiting')).body.items;
    expect(waiting).toMatchObject([{ action: 'debt.write-off', object: { type: 'write-off', id, label: '№ 1' } }]);
    expect((await senior.post(`/approvals/${waiting[0].id}/approve`, {})).status).toBeLessThan(300);
    expect((await accountant.post(`/write-offs/${id}/posting`, {}, key())).status).toBe(204);
    expect(await read()).toMatchObject({ state: 'posted', postedOn: '2026-11-20', period: '2026-11' });
    expect(await balances()).toEqual(['400.00', '212.34']);
    const { items } = (await lawyer.get(`/write-offs/${id}/items`)).body;
    expect(items).toMatchObject([{ origin: '2022-03', kind: 'charge', was: '1000.00', amount: '1000.00' }]);
    const back = { reason: 'Суд отменил решение', documentId: paper };
    expect((await accountant.post(`/write-offs/${id}/reversal`, back, key())).status).toBe(204);
    expect(await read()).toMatchObject({ state: 'reversed', reversed: 'Суд отменил решение' });
    expect(await balances()).toEqual(['1400.00', '212.34']);
  });

  it('are not written off beyond what is owed', async () => {
    const asked = { accountIds: [accounts[1]], of: 'penalties', amount: '12.35' };
    expect((await accountant.post('/write-offs/preview', asked)).body).toMatchObject({
      ...{ status: 422, code: 'write-off.over-balance' },
    });
    const part = { recipientId: utility, serviceId: water, origin: '2026-10', kind: 'penalty', amount: '2.34' };
    const named = await accountant.post('/write-offs/preview', { ...asked, amount: null, parts: [part] });
    expect(named.body).toMatchObject({ amount: '2.34', penalties: '2.34', items: [{ left: '210.00' }] });
    const nothing = { accountIds: [accounts[2]], of: 'all', basis: 'death', reason: 'Смерть', documentId: paper };
    expect((await accountant.post('/write-offs', nothing, key())).body).toMatchObject({
      status: 422,
      code: 'write-off.nothing',
    });
  });
});
