import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Suppliers } from '@dvor/catalogue';
import {
  type AccountId,
  lastDay,
  Money,
  type OrganizationId,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, type Tx } from '@dvor/platform';
import { days, entered, makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const PAID_ON = '2026-11-02';
const BIC = '040173604';
const ACCOUNT = '40702810100000000001';

/** Two flats owe 300 to the company and 100 to the utility each; they pay 200 and 100 roubles on the 2nd of November. */
describe('transfers to recipients', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accounts: AccountId[];
  let services: { upkeep: ServiceId; water: ServiceId };
  let suppliers: { company: SupplierId; utility: SupplierId };
  let accountant: Client;
  let keys = 0;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await setClock('2026-11-02T03:00:00Z');
    const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 2)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    services = stock;
    suppliers = stock;
    for (const account of accounts) await charge(account, '2026-10');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.setUpStranger();
    accountant = await api.signedIn('accountant@dvor.test');
    for (const [i, amount] of ['200.00', '100.00'].entries())
      await accountant.post('/payments', { accountId: accounts[i], amount, paidOn: PAID_ON }, key());
  });
  afterAll(() => api?.stop());

  const inOurs = <T>(work: (tx: Tx) => Promise<T>) =>
    api.app.get(Database).inTenant({ organizationId: organization }, work);
  const setClock = (now: string) =>
    api.database.asOwner('update organizations set demo_now = $2 where id = $1', [organization, now]);
  const key = () => ({ 'Idempotency-Key': `key-${(keys += 1)}` });
  const list = async (more = '', who = accountant) =>
    (await who.get(`/transfers?from=${PAID_ON}&to=${PAID_ON}${more}`)).body;
  const transferTo = async (recipientId: SupplierId): Promise<string> =>
    (await list(`&recipientId=${recipientId}`)).items[0].id;
  const orders = (day = PAID_ON) => accountant.post(`/transfers/days/${day}/orders`);
  const fileOf = (id: string) => accountant.get(`/transfers/orders/${id}`).responseType('blob');

  async function charge(accountId: AccountId, month: string): Promise<void> {
    const period = parsePeriod(month);
    const lines = [
      [services.upkeep, suppliers.company, '300'],
      [services.water, suppliers.utility, '100'],
    ] as const;
    await inOurs((tx) =>
      new Ledger().post(tx, {
        key: `accrual ${accountId} ${period}`,
        kind: 'accrual',
        period,
        bookedOn: lastDay(period),
        reason: 'Начислено',
        by: null,
        postings: lines.flatMap(([serviceId, recipientId, roubles]) => {
          const place = { recipientId, serviceId, origin: period, kind: 'charge' as const };
          const amount = Money.parse(roubles);
          return [
            { ...place, ledgerAccount: 'receivable' as const, accountId, amount },
            { ...place, ledgerAccount: 'accrued' as const, accountId: null, amount: amount.negated() },
          ];
        }),
      }),
    );
  }

  it('are written down when the day is over, once, and by whom is on record', async () => {
    expect((await accountant.post('/transfers/prepare')).body).toEqual({ prepared: 0 });
    expect((await list()).items).toEqual([]);
    expect((await orders()).body).toMatchObject({ status: 404, code: 'transfer.no-orders' });
    await setClock('2026-11-03T03:00:00Z');
    expect((await accountant.post('/transfers/prepare')).body).toEqual({ prepared: 2 });
    expect((await accountant.post('/transfers/prepare')).body).toEqual({ prepared: 0 });
    const trail = await api.database.asOwner(
      `select u.email, e.details from audit_entries e join users u on u.id = e.user_id where e.action = 'supplier-transfers.prepare'`,
    );
    expect(trail).toEqual([{ email: 'accountant@dvor.test', details: { transfers: 2 } }]);
  });

  it('are listed by day, recipient and state, with totals and with what is held', async () => {
    const all = await list();
    expect(all).toMatchObject({
      items: [
        { recipient: 'Горсети', toItself: false, day: PAID_ON, received: '75.00', amount: '75.00', state: 'prepared' },
        { recipient: 'УК «Двор»', toItself: true, received: '225.00', fee: '0.00', carried: '0.00', sentOn: null },
      ],
      totals: { count: 2, received: '300.00', fee: '0.00', waiting: '300.00', sent: '0.00' },
      held: { unallocated: '0.00', onAccounts: '0.00' },
    });
    expect((await list(`&recipientId=${suppliers.utility}`)).totals).toMatchObject({ count: 1, waiting: '75.00' });
    expect((await list('&state=sent')).items).toEqual([]);
    expect((await accountant.get('/transfers?from=2026-11-03&to=2026-11-30')).body.items).toEqual([]);
    expect((await accountant.get('/transfers?from=2026-11-03')).body.errors).toMatchObject([{ field: 'to' }]);
    const first = await list('&limit=1');
    const second = await list(`&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect([first.totals, second.nextCursor]).toEqual([all.totals, null]);
    expect(all.waitingDays).toEqual([{ day: PAID_ON, amount: '75.00' }]);
    expect((await list('&cursor=x')).code).toBe('cursor.invalid');
    expect((await list('&state=lost')).errors).toMatchObject([{ field: 'state' }]);
  });

  it('have a registry that adds up to what came, on the screen and as a file', async () => {
    const id = await transferTo(suppliers.utility);
    const transfer = (await accountant.get(`/transfers/${id}`)).body;
    const lines = (await accountant.get(`/transfers/${id}/lines`)).body.items;
    expect(lines).toMatchObject([
      { account: '00010001', service: { name: 'cold-water' }, kind: 'charge', amount: '50.00' },
      { account: '00010002', service: { name: 'cold-water' }, kind: 'charge', amount: '25.00' },
    ]);
    expect(Money.sum(lines.map(({ amount }: { amount: string }) => Money.parse(amount))).toString()).toBe(
      transfer.received,
    );
    const first = (await accountant.get(`/transfers/${id}/lines?limit=1`)).body;
    const second = (await accountant.get(`/transfers/${id}/lines?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(lines);
    expect(second.nextCursor).toBeNull();
    const csv = await accountant.get(`/transfers/${id}/registry.csv`).responseType('blob');
    expect(csv.headers['content-disposition']).toContain(encodeURIComponent('Реестр Горсети 2026-11-02.csv'));
    expect((csv.body as Buffer).toString('utf8')).toBe(
      '\uFEFFДень;Лицевой счёт;Услуга;Вид;Основание;Сумма, ₽\r\n' +
        '02.11.2026;00010001;cold-water;начисления;Введено вручную;50,00\r\n' +
        '02.11.2026;00010002;cold-water;начисления;Введено вручную;25,00\r\n',
    );
  });

  it('become payment orders for the bank, but for the organisation’s own money', async () => {
    const refused = (await orders()).body;
    expect(refused).toMatchObject({ status: 409, code: 'transfer.no-bank-details' });
    expect(refused.detail).toContain('УК «Двор», Горсети');
    const bank = { accountNumber: ACCOUNT, bic: BIC, bankName: 'Обской банк', ...days('2020-01-01') };
    await inOurs(async (tx) => {
      for (const id of [suppliers.company, suppliers.utility])
        await api.app.get(Suppliers).addBankDetails(tx, id, bank, entered);
    });
    const made = (await orders()).body;
    expect(made).toMatchObject({ number: 1, day: PAID_ON, orders: 1, amount: '75.00' });
    const { status, headers, body } = await fileOf(made.id);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; charset=windows-1251');
    expect(headers['content-disposition']).toContain('kl_to_1c_2026-11-02_1.txt');
    const lines = new TextDecoder('windows-1251').decode(body as Buffer).split('\r\n');
    const [{ orderNumber }] = (await list(`&recipientId=${suppliers.utility}`)).items;
    expect(lines).toEqual(
      expect.arrayContaining([
        'Сумма=75.00',
        'Дата=03.11.2026',
        `Номер=${orderNumber}`,
        'Получатель1=Горсети',
        `ПлательщикСчет=${ACCOUNT}`,
        `НазначениеПлатежа=Платежи населения за 02.11.2026 по реестру № ${orderNumber}`,
      ]),
    );
    expect(lines.filter((line) => line.startsWith('СекцияДокумент'))).toHaveLength(1);
    expect((await orders('yesterday')).status).toBe(404);
    expect((await orders()).body).toEqual(made); // the same orders are the same file
  });

  it('are sent once, by a request that names itself', async () => {
    const id = await transferTo(suppliers.utility);
    expect((await accountant.post(`/transfers/${id}/send`)).body.code).toBe('idempotency.key-required');
    const first = await accountant.post(`/transfers/${id}/send`, {}, key());
    expect(first.body).toMatchObject({ state: 'sent', sentOn: '2026-11-03', amount: '75.00' });
    expect((await accountant.post(`/transfers/${id}/send`, {}, key())).body).toEqual(first.body);
    const settled = await api.database.asOwner(
      `select p.ledger_account as account, p.amount::text as amount
         from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
        where e.kind = 'settlement' order by 1`,
    );
    expect(settled).toEqual([
      { account: 'accrued', amount: '7500' },
      { account: 'received', amount: '-7500' },
    ]);
    expect((await list()).totals).toMatchObject({ waiting: '225.00', sent: '75.00' });
    expect((await orders()).body).toMatchObject({ status: 404, code: 'transfer.no-orders' });
    const { items } = (await accountant.get(`/transfers/orders?transferId=${id}`)).body;
    expect(items).toMatchObject([{ number: 1, day: PAID_ON, orders: 1, amount: '75.00' }]);
    const again = new TextDecoder('windows-1251').decode((await fileOf(items[0].id)).body as Buffer);
    expect(again).toContain('Сумма=75.00'); // what went to the bank can be had when it is sent, too
    expect((await accountant.get('/transfers/orders?day=2026-11-03')).body.items).toEqual([]);
    const trail = await api.database.asOwner(
      `select details from audit_entries where action = 'supplier-transfer.send' and object_id = $1`,
      [id],
    );
    expect(trail).toEqual([{ details: { recipient: 'Горсети', day: PAID_ON, amount: '75.00' } }]);
  });

  it('of a day on which more was given back than came have nothing to send', async () => {
    const { body } = await accountant.get(`/payments?accountId=${accounts[1]}`);
    const refund = { amount: '100.00', reason: 'Ошибка плательщика' };
    await accountant.post(`/payments/${body.items[0].id}/refund`, refund, key());
    await setClock('2026-11-04T03:00:00Z');
    expect((await accountant.post('/transfers/prepare')).body).toEqual({ prepared: 2 });
    const { items, totals } = (await accountant.get('/transfers?from=2026-11-03&to=2026-11-03&state=carried')).body;
    expect(items).toMatchObject([{ amount: '-25.00' }, { amount: '-75.00', orderNumber: null }]);
    expect(totals).toMatchObject({ received: '-100.00', waiting: '0.00', sent: '0.00' });
    const refused = await accountant.post(`/transfers/${items[0].id}/send`, {}, key());
    expect(refused.body).toMatchObject({ status: 409, code: 'transfer.nothing-to-send' });
  });

  it('are no business of those who may not, nor of strangers', async () => {
    const id = await transferTo(suppliers.company);
    const cashier = await api.signedIn('cashier@dvor.test');
    const file = (await accountant.get('/transfers/orders')).body.items[0].id;
    const ofOne = [`/${id}`, `/${id}/lines`, `/${id}/registry.csv`, `/orders/${file}`];
    for (const path of ['?from=2026-11-02&to=2026-11-02', '/orders', ...ofOne])
      expect({ path, status: (await cashier.get(`/transfers${path}`)).status }).toEqual({ path, status: 403 });
    expect((await cashier.post(`/transfers/days/${PAID_ON}/orders`)).status).toBe(403);
    expect((await cashier.post(`/transfers/${id}/send`, {}, key())).status).toBe(403);
    expect((await cashier.post('/transfers/prepare')).status).toBe(403);
    const stranger = await api.signedIn('stranger@dvor.test');
    for (const path of ofOne)
      expect({ path, status: (await stranger.get(`/transfers${path}`)).status }).toEqual({ path, status: 404 });
    expect((await stranger.post(`/transfers/${id}/send`, {}, key())).status).toBe(404);
    expect((await stranger.post(`/transfers/days/${PAID_ON}/orders`)).status).toBe(404);
    expect((await stranger.get('/transfers/orders')).body.items).toEqual([]);
    expect(await list('', stranger)).toMatchObject({ items: [], totals: { count: 0 } });
    expect((await list(`&recipientId=${suppliers.company}`)).items).toMatchObject([{ state: 'prepared' }]);
  });
});
