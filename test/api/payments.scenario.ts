import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { Database } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

/** Flat 1 owes 300 and 100 roubles for September, as much for October; the day is the 2nd of November. */
describe('payments, as people handle them', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accounts: AccountId[];
  let houses: string[];
  let services: { upkeep: ServiceId; water: ServiceId };
  let suppliers: { company: SupplierId; utility: SupplierId };
  let accountant: Client;
  let cashier: Client;
  let resident: Client;
  let keys = 0;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    const database = api.app.get(Database);
    const stock = await database.inTenant({ organizationId: organization }, (tx) =>
      makeStock(tx, [newHouse('1'), newHouse('2', 1)]),
    );
    houses = stock.houses.map(({ id }) => id);
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    services = stock;
    suppliers = stock;
    for (const month of ['2026-09', '2026-10']) await charge(accounts[0]!, month);
    await charge(accounts[1]!, '2026-10');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.staff(organization, 'chairman@dvor.test', 'chairman');
    await api.resident(organization, 'resident@dvor.test', [accounts[0]!]);
    await api.resident(organization, 'neighbour@dvor.test', [accounts[1]!]);
    await api.setUpStranger();
    accountant = await api.signedIn('accountant@dvor.test');
    cashier = await api.signedIn('cashier@dvor.test');
    resident = await api.signedIn('resident@dvor.test');
  });
  afterAll(() => api?.stop());

  async function charge(accountId: AccountId, month: string): Promise<void> {
    const period = parsePeriod(month);
    const lines = [
      [services.upkeep, suppliers.company, '300'],
      [services.water, suppliers.utility, '100'],
    ] as const;
    await api.app.get(Database).inTenant({ organizationId: organization }, (tx) =>
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

  const enter = (who: Client, payment: object, key = `key-${(keys += 1)}`) =>
    who.post('/payments', { paidOn: '2026-11-02', ...payment }, { 'Idempotency-Key': key });
  const move = (id: string, to: AccountId) =>
    accountant.post(`/payments/${id}/account`, { accountId: to, reason: 'Заявление' }, key());
  const key = () => ({ 'Idempotency-Key': `key-${(keys += 1)}` });
  const balanceOf = async (i: number) => (await accountant.get(`/accounts/${accounts[i]}/ledger`)).body.closing;
  const shape = (parts: { service: { name: string } | null; period: string; amount: string; reason: string }[]) =>
    parts.map(({ service, period, amount, reason }) => [service?.name, period, amount, reason]);

  it('are entered as they were previewed, by a cashier, and stand in the books at once', async () => {
    const money = { accountId: accounts[0], amount: '450.00' };
    const preview = await cashier.post('/payments/preview', money);
    expect(preview.status).toBe(200);
    expect(shape(preview.body.parts)).toEqual([
      ['upkeep', '2026-09', '300.00', 'Сначала старый долг: сентябрь 2026'],
      ['cold-water', '2026-09', '100.00', 'Сначала старый долг: сентябрь 2026'],
      ['upkeep', '2026-10', '37.50', 'Сначала старый долг: октябрь 2026'],
      ['cold-water', '2026-10', '12.50', 'Сначала старый долг: октябрь 2026'],
    ]);
    const { status, body } = await enter(cashier, money);
    expect({ status, body }).toMatchObject({ status: 201, body: { accountId: accounts[0], repeated: false } });
    const card = (await cashier.get(`/payments/${body.id}`)).body;
    expect(shape(card.split).sort()).toEqual(shape(preview.body.parts).sort());
    expect(card).toMatchObject({ state: 'posted', amount: '450.00', paidOn: '2026-11-02', operations: [] });
    expect(card.split[0].clause).toContain('п. 118');
    expect(card.recipients).toMatchObject([
      { recipient: { name: 'УК «Двор»' }, amount: '337.50', stage: 'split' },
      { recipient: { name: 'Горсети' }, amount: '112.50', stage: 'split' },
    ]);
    const ledger = (await accountant.get(`/accounts/${accounts[0]}/ledger`)).body;
    expect(ledger.closing).toBe('350.00');
    expect(ledger.items.at(-1)).toMatchObject({
      kind: 'payment',
      text: 'Оплата: Введено вручную',
      amount: '-450.00',
      balance: '350.00',
      paymentId: body.id,
    });
    const trail = await api.database.asOwner<{ action: string }[]>(
      `select action from audit_entries where object_type = 'payment' and object_id = $1`,
      [body.id],
    );
    expect(trail).toEqual([{ action: 'payment.enter' }]);
  });

  it('go where the payer says: a month, sums of services', async () => {
    const named = {
      accountId: accounts[1],
      amount: '150.00',
      services: [{ serviceId: services.water, amount: '120.00' }],
    };
    expect(shape((await accountant.post('/payments/preview', named)).body.parts)).toEqual([
      ['cold-water', '2026-10', '100.00', 'Плательщик назвал услугу «cold-water»'],
      ['cold-water', '2026-11', '20.00', 'Вперёд: все долги оплачены'],
      ['upkeep', '2026-10', '30.00', 'Сначала старый долг: октябрь 2026'],
    ]);
    const month = { accountId: accounts[0], amount: '40.00', period: '2026-10' };
    expect(shape((await accountant.post('/payments/preview', month)).body.parts)).toEqual([
      ['upkeep', '2026-10', '30.00', 'Назван октябрь 2026: пропорционально долгам'],
      ['cold-water', '2026-10', '10.00', 'Назван октябрь 2026: пропорционально долгам'],
    ]);
  });

  it('are entered once by a key, and once by a document of a day', async () => {
    const before = await balanceOf(0);
    const money = { accountId: accounts[0], amount: '10.00' };
    const first = await enter(accountant, money, 'twice');
    const second = await enter(accountant, money, 'twice');
    expect(second.body).toEqual(first.body);
    const byPaper = await enter(accountant, { ...money, documentNumber: '17' });
    expect((await enter(cashier, { ...money, documentNumber: '17' })).body).toEqual({
      ...byPaper.body,
      repeated: true,
    });
    const other = await enter(accountant, { ...money, amount: '11.00', documentNumber: '17' });
    expect(other.body).toMatchObject({ status: 409, code: 'payment.conflict' });
    expect(
      Money.parse(before)
        .minus(Money.parse(await balanceOf(0)))
        .toString(),
    ).toBe('20.00');
  });

  it('are refused where they can’t be, with the reason', async () => {
    const money = { accountId: accounts[0], amount: '10.00' };
    const refusals = [
      [{ amount: '0.00' }, 422, 'payment.amount-zero'],
      [{ paidOn: '2026-11-03' }, 422, 'payment.future'],
      [{ penalties: '10.01' }, 422, 'payment.named-over'],
      [{ accountId: '999999' }, 422, 'payment.account-unknown'],
      [{ channelId: '999999' }, 404, 'channel.not-found'],
    ] as const;
    for (const [wrong, status, code] of refusals)
      expect((await enter(accountant, { ...money, ...wrong })).body).toMatchObject({ status, code });
    expect((await enter(accountant, { ...money, amount: '-1' })).body.errors).toMatchObject([{ field: 'amount' }]);
    expect((await accountant.post('/payments', { paidOn: '2026-11-02', ...money })).status).toBe(400);
  });

  it('that wait are put before a person with the accounts they may be for', async () => {
    const number = (await accountant.get(`/accounts/${accounts[1]}`)).body.number as string;
    const slip = `${number.slice(0, -1)}${number.endsWith('9') ? '8' : '9'}`;
    const purpose = 'за ЖКУ ул. Юрина д. 1 кв. 2';
    const { body } = await enter(accountant, { accountGiven: slip, amount: '77.00', purpose });
    expect(body.accountId).toBeNull();
    const waiting = (await accountant.get('/payments?state=waiting')).body;
    expect(waiting).toMatchObject({ totals: { count: 1, amount: '77.00' }, items: [{ id: body.id, account: null }] });
    expect((await accountant.get('/exceptions')).body.items).toMatchObject([
      { kind: 'payments.unmatched', object: { type: 'payment', id: body.id } },
    ]);
    const found = (await accountant.get(`/payments/${body.id}/suggestions`)).body.items;
    expect(found[0]).toMatchObject({ accountId: accounts[1], reasons: ['number-slip', 'address'] });
    expect(found[0].score).toBeGreaterThan(found[1]?.score ?? 0);

    const before = await balanceOf(1);
    const put = { accountId: accounts[1] };
    const preview = (await accountant.post(`/payments/${body.id}/account/preview`, put)).body;
    expect((await move(body.id, accounts[1]!)).status).toBe(204);
    const card = (await accountant.get(`/payments/${body.id}`)).body;
    expect(shape(card.split).sort()).toEqual(shape(preview.parts).sort());
    expect(
      Money.parse(before)
        .minus(Money.parse(await balanceOf(1)))
        .toString(),
    ).toBe('77.00');
    expect((await accountant.get('/exceptions')).body.items).toEqual([]);
  });

  it('are moved, refunded and voided; more than stands is not given back', async () => {
    const { body } = await enter(accountant, { accountId: accounts[0], amount: '60.00' });
    const [mine, theirs] = [await balanceOf(0), await balanceOf(1)];
    expect((await move(body.id, accounts[1]!)).status).toBe(204);
    expect((await move(body.id, accounts[1]!)).body).toMatchObject({ status: 422, code: 'payment.same-account' });
    expect(
      Money.parse(await balanceOf(0))
        .minus(Money.parse(mine))
        .toString(),
    ).toBe('60.00');
    expect(
      Money.parse(theirs)
        .minus(Money.parse(await balanceOf(1)))
        .toString(),
    ).toBe('60.00');

    const refund = (amount: string) =>
      accountant.post(`/payments/${body.id}/refund`, { amount, reason: 'Переплата' }, key());
    expect((await refund('60.01')).body).toMatchObject({ status: 422, code: 'payment.refund-over' });
    const preview = await accountant.post(`/payments/${body.id}/refund/preview`, { amount: '20.00' });
    expect(Money.sum(preview.body.parts.map(({ amount }: { amount: string }) => Money.parse(amount))).toString()).toBe(
      '20.00',
    );
    expect((await refund('20.00')).status).toBe(204);
    expect((await accountant.get(`/payments/${body.id}`)).body).toMatchObject({
      returned: '20.00',
      state: 'posted',
      operations: [
        { kind: 'move', amount: '60.00', reason: 'Заявление' },
        { kind: 'refund', amount: '20.00', to: null },
      ],
    });
    expect((await accountant.get(`/accounts/${accounts[1]}/ledger`)).body.items.slice(-2)).toMatchObject([
      { kind: 'move', amount: '-60.00', paymentId: body.id },
      { kind: 'refund', amount: '20.00', paymentId: body.id },
    ]);

    const slip = (await enter(accountant, { accountId: accounts[0], amount: '5.00' })).body.id;
    const voided = await accountant.post(`/payments/${slip}/void`, { reason: 'Ошибка кассира' }, key());
    expect(voided.status).toBe(204);
    expect((await accountant.get(`/payments/${slip}`)).body).toMatchObject({ state: 'returned', split: [] });
    expect((await accountant.post(`/payments/${slip}/void`, { reason: 'ещё раз' }, key())).body).toMatchObject({
      status: 409,
      code: 'payment.returned',
    });
  });

  it('are found by what is known of them, a page at a time, with totals of all', async () => {
    const list = async (query: string) => (await accountant.get(`/payments?${query}`)).body;
    const all = await list('limit=500');
    expect(all.totals.count).toBe(all.items.length);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(
      all.items.slice(0, 4).map(({ id }: { id: string }) => id),
    );
    expect(first.totals).toEqual(all.totals);
    expect((await list('least=450&most=450')).totals).toMatchObject({ count: 1, amount: '450.00' });
    expect((await list('search=17%202026')).items).toHaveLength(1);
    expect((await list('search=17')).items).toHaveLength(1); // shorter than three: where a word begins
    expect((await list('search=%25')).items).toEqual([]);
    expect((await list('state=returned')).items).toMatchObject([{ amount: '5.00', returned: '5.00' }]);
    expect((await list(`accountId=${accounts[1]}`)).totals.count).toBe(2);
    expect((await list(`houseId=${houses[1]}`)).totals.count).toBe(0);
    expect((await list('paidTo=2026-11-01')).totals.count).toBe(0);
    expect((await list('bookedFrom=2026-11-02&bookedTo=2026-11-02')).totals).toEqual(all.totals);
    expect((await accountant.get('/payments?state=lost')).status).toBe(422);
  });

  it('fill services in the order that the organisation has set, and say so', async () => {
    const [, , other] = accounts;
    await charge(other!, '2026-09');
    await api.staff(organization, 'senior@dvor.test', 'senior-accountant');
    const senior = await api.signedIn('senior@dvor.test');
    const because = { basis: 'Договор с Горсетями', reason: 'Решение правления', from: '2026-11-01' };
    const choose = (value: unknown) =>
      senior.post('/organization-settings/payments.service-groups', { ...because, value });
    expect((await choose([['999999']])).body).toMatchObject({ status: 422, code: 'setting.service-unknown' });
    expect((await choose([[services.water], [services.water]])).body.code).toBe('setting.value');
    expect((await choose([[services.water]])).status).toBe(204);
    const money = { accountId: other, amount: '150.00' };
    const preview = (await accountant.post('/payments/preview', money)).body;
    expect(shape(preview.parts)).toEqual([
      ['upkeep', '2026-09', '50.00', 'Сначала старый долг: сентябрь 2026; после очереди'],
      ['cold-water', '2026-09', '100.00', 'Сначала старый долг: сентябрь 2026; очередь 1'],
    ]);
    const { body } = await enter(accountant, money);
    const card = (await accountant.get(`/payments/${body.id}`)).body;
    expect(shape(card.split).sort()).toEqual(shape(preview.parts).sort());
    expect(card.split[0].clause).toBe('Правило организации');
    expect(card.rule).toContain('Услуги по очереди: 1) cold-water');
    expect((await choose([])).status).toBe(204);
    expect((await accountant.get(`/payments/${body.id}`)).body.rule).toBe(card.rule);
  });

  it('are no business of those who may not', async () => {
    const { body } = await enter(accountant, { accountId: accounts[0], amount: '1.00' });
    const refund = { amount: '1.00', reason: 'Ошибка' };
    expect((await cashier.post(`/payments/${body.id}/refund`, refund, key())).status).toBe(403);
    expect((await cashier.post(`/payments/${body.id}/void`, { reason: 'Ошибка' }, key())).status).toBe(403);
    const chairman = await api.signedIn('chairman@dvor.test');
    expect((await chairman.get('/payments')).status).toBe(403);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get(`/payments/${body.id}`)).status).toBe(404);
    expect((await stranger.post(`/payments/${body.id}/refund`, refund, key())).status).toBe(404);
    expect((await stranger.get('/payments')).body).toMatchObject({ items: [], totals: { count: 0 } });
    expect((await enter(stranger, { accountId: accounts[0], amount: '1.00' })).status).toBe(422);
  });

  it('are shown to whoever paid, and to nobody else', async () => {
    const list = await resident.get(`/resident/accounts/${accounts[0]}/payments`);
    const paid = list.body.items.find(({ amount }: { amount: string }) => amount === '450.00');
    expect(paid).toMatchObject({ paidOn: '2026-11-02', channel: 'Введено вручную', returned: '0.00' });
    const card = await resident.get(`/resident/payments/${paid.id}`);
    expect(card.body.split[0]).toMatchObject({ service: { name: 'upkeep' }, period: '2026-09', amount: '300.00' });
    await api.database.asOwner(
      `insert into supplier_transfers (organization_id, recipient_id, day, received, fee, order_number, state, sent_on)
       values ($1, $2, '2026-11-02', 33750, 0, 1, 'sent', '2026-11-03')`,
      [organization, suppliers.company],
    );
    expect((await resident.get(`/resident/payments/${paid.id}`)).body.recipients).toMatchObject([
      { recipient: { name: 'УК «Двор»' }, amount: '337.50', stage: 'sent', sentOn: '2026-11-03' },
      { recipient: { name: 'Горсети' }, amount: '112.50', stage: 'split', sentOn: null },
    ]);
    const neighbour = await api.signedIn('neighbour@dvor.test');
    expect((await neighbour.get(`/resident/payments/${paid.id}`)).status).toBe(404);
    expect((await neighbour.get(`/resident/accounts/${accounts[0]}/payments`)).status).toBe(404);
  });

  describe('and channels', () => {
    let administrator: Client;
    let id: string;
    const settings = {
      name: 'Терминалы на Ленина',
      networks: ['79.142.16.0/20'],
      timeZone: 'Europe/Moscow',
      least: '1.00',
      most: '15000.00',
      showsPayer: true,
      biller: { getInfo: true },
    };
    const edit = (version: number, change: object) =>
      administrator.send('put', `/payment-channels/${id}`, {
        body: { ...settings, ...change },
        headers: { 'If-Match': `"${version}"` },
      });
    const turn = (state: string) => administrator.post(`/payment-channels/${id}/state`, { state });
    const read = async () => (await administrator.get(`/payment-channels/${id}`)).body;

    it('are opened from presets by those who may', async () => {
      administrator = await api.signedIn('administrator@dvor.test');
      const terminals = { preset: 'sber-online-signed', code: 'sber-1', name: 'Сбербанк' };
      expect((await cashier.post('/payment-channels', terminals)).status).toBe(403);
      const opened = await administrator.post('/payment-channels', terminals);
      expect(opened.status).toBe(201);
      id = opened.body.id;
      expect((await administrator.post('/payment-channels', terminals)).body).toMatchObject({
        status: 409,
        code: 'channel.code-taken',
      });
      expect((await administrator.post('/payment-channels', { ...terminals, preset: 'card' })).body).toMatchObject({
        status: 409,
        code: 'channel.not-built',
      });
      expect((await administrator.post('/payment-channels', { ...terminals, code: 'Сбер' })).status).toBe(422);
      expect((await cashier.get('/payment-channels')).body.items).toMatchObject([
        { name: 'Введено вручную', state: 'on', builtIn: true },
        { name: 'Сбербанк', state: 'off', protocol: 'sber-signed', fee: null },
      ]);
      expect(await read()).toMatchObject({
        timeZone: 'Europe/Moscow',
        hasSecret: false,
        readiness: { built: true, trials: { check: false }, settings: ['networks', 'secret'] },
      });
    });

    it('are set up; a secret is written and never read', async () => {
      expect((await edit(1, { networks: ['79.142.16.0/33'] })).body.errors).toMatchObject([{ field: 'networks' }]);
      expect((await edit(1, { least: '20000' })).body).toMatchObject({ code: 'channel.limits-crossed' });
      expect((await edit(1, { recipientId: '999999' })).body).toMatchObject({ code: 'channel.recipient-unknown' });
      const done = await edit(1, { secret: 'тайное слово' });
      expect(done.body).toMatchObject({ hasSecret: true, networks: ['79.142.16.0/20'], version: 2 });
      expect((await edit(1, {})).body).toMatchObject({ status: 412, code: 'channel.stale' });
      expect((await edit(2, {})).body).toMatchObject({ hasSecret: true, version: 3 });
      const [kept] = await api.database.asOwner<{ settings: object; details: object }[]>(
        `select settings, (select json_agg(details) from audit_entries where object_type = 'payment-channel') as details
           from payment_channels where id = $1`,
        [id],
      );
      expect(JSON.stringify([kept, await read()])).not.toContain('тайное');
    });

    it('have fees from a day on', async () => {
      const fee = { since: '2026-11-02', payer: 'payer', percent: '1.5', least: '10', most: '100', reason: 'Договор' };
      const set = (change: object) => administrator.post(`/payment-channels/${id}/fees`, { ...fee, ...change });
      expect((await set({})).status).toBe(204);
      expect((await set({ since: '2026-11-01' })).body).toMatchObject({ status: 422, code: 'channel.fee-past' });
      expect((await set({ most: '9' })).body).toMatchObject({ status: 422, code: 'channel.fee-crossed' });
      expect((await set({ since: '2026-12-01', percent: '101' })).status).toBe(422);
      expect((await set({ since: '2026-12-01', percent: '2' })).status).toBe(204);
      expect(await read()).toMatchObject({
        fee: { since: '2026-11-02', percent: '1.5', least: '10.00' },
        fees: [{ since: '2026-12-01', percent: '2' }, { since: '2026-11-02' }],
      });
    });

    it('are switched on when the other side has tried all it must', async () => {
      expect((await turn('testing')).status).toBe(204);
      expect((await turn('on')).body).toMatchObject({ status: 409, code: 'channel.untested' });
      const tried = (kind: string, external: string | null) =>
        api.database.asOwner(
          `insert into payment_channel_trials (organization_id, channel_id, kind, external_id, request, answer)
           values ($1, $2, $3, $4, 'ask', 'answer')`,
          [organization, id, kind, external],
        );
      await tried('check', null);
      await tried('unknown-account', null);
      await tried('pay', '1');
      await tried('repeat', '2'); // of a payment that was never tried
      expect((await turn('on')).body.detail).toContain('repeat');
      await tried('repeat', '1');
      expect((await administrator.get(`/payment-channels/${id}/trials?limit=2`)).body.items).toMatchObject([
        { kind: 'repeat', externalId: '1' },
        { kind: 'repeat', externalId: '2' },
      ]);
      expect((await edit(4, { secret: null })).status).toBe(200);
      expect((await turn('on')).body.detail).toContain('secret');
      await edit(5, { secret: 'новое' });
      expect((await turn('on')).status).toBe(204);
      expect((await edit(7, { networks: [] })).body).toMatchObject({ status: 409, code: 'channel.still-on' });
    });

    it('without a door take what people enter; those with one don’t', async () => {
      const money = { accountId: accounts[0], amount: '3.00' };
      expect((await enter(cashier, { ...money, channelId: id })).body).toMatchObject({ code: 'channel.not-by-hand' });
      const post = { preset: 'post', code: 'post-1', name: 'Почта' };
      const channelId = (await administrator.post('/payment-channels', post)).body.id;
      expect((await enter(cashier, { ...money, channelId })).body).toMatchObject({ status: 409, code: 'channel.off' });
      await administrator.post(`/payment-channels/${channelId}/state`, { state: 'on' });
      expect((await enter(cashier, { ...money, channelId })).status).toBe(201);
      expect((await accountant.get(`/payments?channelId=${channelId}`)).body.totals).toMatchObject({ count: 1 });
    });
  });
});
