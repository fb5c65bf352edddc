import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  lastDay,
  Money,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Documents } from '@dvor/housing';
import { Ledger } from '@dvor/ledger';
import { InstalmentOffers, PlanWatch } from '@dvor/penalties';
import { Database } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

/** Flat 1 owes 1 000 roubles for each of August and September, flat 2 for October; the day is the 2nd of November. */
describe('instalments, as people handle them', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accounts: AccountId[];
  let heat: ServiceId;
  let company: SupplierId;
  let accountant: Client;
  let resident: Client;
  let neighbour: Client;
  let paper: string;
  let keys = 0;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await today('2026-11-02');
    const stock = await ours((tx) => makeStock(tx, [newHouse('1', 2)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    heat = stock.upkeep;
    company = stock.company;
    await charge(accounts[0]!, '2026-08');
    await charge(accounts[0]!, '2026-09');
    await charge(accounts[1]!, '2026-10');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.resident(organization, 'resident@dvor.test', [accounts[0]!]);
    await api.resident(organization, 'neighbour@dvor.test', [accounts[1]!]);
    accountant = await api.signedIn('accountant@dvor.test');
    resident = await api.signedIn('resident@dvor.test');
    neighbour = await api.signedIn('neighbour@dvor.test');
    paper = await ours((tx) =>
      api.app.get(Documents).add(tx, { kind: 'agreement', number: '1', dated: parseDate('2026-11-02') }, null),
    );
  });
  afterAll(() => api?.stop());

  const ours = <T>(
    work: Parameters<Database['inTenant']>[1] extends (tx: infer Tx) => unknown ? (tx: Tx) => Promise<T> : never,
  ) => api.app.get(Database).inTenant({ organizationId: organization }, work);
  const today = (day: string) =>
    api.database.asOwner('update organizations set demo_now = $2 where id = $1', [organization, `${day}T03:00:00Z`]);
  const key = () => ({ 'Idempotency-Key': `key-${(keys += 1)}` });

  async function charge(accountId: AccountId, month: string): Promise<void> {
    const period = parsePeriod(month);
    const place = { recipientId: company, serviceId: heat, origin: period, kind: 'charge' as const };
    const amount = Money.parse('1000');
    await ours((tx) =>
      new Ledger().post(tx, {
        ...{ key: `accrual ${accountId} ${period}`, kind: 'accrual', period, bookedOn: lastDay(period), by: null },
        reason: 'Начислено',
        postings: [
          { ...place, ledgerAccount: 'receivable' as const, accountId, amount },
          { ...place, ledgerAccount: 'accrued' as const, accountId: null, amount: amount.negated() },
        ],
      }),
    );
  }

  let plan: string;

  it('are previewed with a schedule made by itself, which may be edited as long as it adds up', async () => {
    const preview = (body: object) => accountant.post(`/accounts/${accounts[0]}/instalments/preview`, body);
    const { status, body } = await preview({ parts: 4, from: '2026-11', day: 15 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ debt: '2000.00', rate: '0', mostRate: '17', interest: '0.00' });
    expect(body.places.map(({ period, amount }: { period: string; amount: string }) => [period, amount])).toEqual([
      ['2026-08', '1000.00'],
      ['2026-09', '1000.00'],
    ]);
    expect(body.parts).toHaveLength(4);
    expect(body.parts[0]).toEqual({ dueOn: '2026-11-15', amount: '500.00', interest: '0.00' });

    const uneven = [
      { dueOn: '2026-11-15', amount: '1500.00' },
      { dueOn: '2026-12-15', amount: '499.00' },
    ];
    const refused = await preview({ schedule: uneven });
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('разница -1,00');
    expect((await preview({ rate: '40' })).body).toMatchObject({ code: 'instalment.rate-too-high', status: 422 });
    expect((await preview({ parts: 0 })).status).toBe(422);
    expect((await accountant.post('/accounts/999999999/instalments/preview', {})).status).toBe(404);
  });

  it('hold once the paper is signed: a payment without a word pays the due part and the bills, not the put-off debt', async () => {
    const asked = { parts: 4, from: '2026-11', day: 15, note: 'Заявление от 2.11.2026' };
    const made = await accountant.post(`/accounts/${accounts[0]}/instalments`, asked, key());
    expect(made.status).toBe(201);
    plan = made.body.id;
    expect((await accountant.post(`/instalments/${plan}/start`, { documentId: '999999999' }, key())).status).toBe(404);
    expect((await accountant.post(`/instalments/${plan}/start`, { documentId: paper }, key())).status).toBe(204);
    expect((await accountant.post(`/instalments/${plan}/start`, { documentId: paper }, key())).status).toBe(409);

    await charge(accounts[0]!, '2026-10');
    const split = await accountant.post('/payments/preview', { accountId: accounts[0], amount: '1700.00' });
    const parts = split.body.parts as { period: string; amount: string; reason: string }[];
    expect(parts.map(({ period, amount, reason }) => [period, amount, reason])).toEqual([
      ['2026-08', '500.00', 'Платёж по рассрочке'],
      ['2026-10', '1000.00', 'Сначала старый долг: октябрь 2026'],
      ['2026-08', '200.00', 'Рассрочка вперёд: остальные долги оплачены'],
    ]);
    const paid = { accountId: accounts[0], amount: '1500.00', paidOn: '2026-11-02' };
    expect((await accountant.post('/payments', paid, key())).status).toBe(201);
    const card = (await accountant.get(`/instalments/${plan}`)).body;
    expect(card).toMatchObject({ standing: 'kept', paid: '500.00', left: '1500.00', next: { dueOn: '2026-12-15' } });
    expect(card.events.map(({ kind }: { kind: string }) => kind)).toEqual(['made', 'started']);
  });

  it('are found by how they stand, and seen by their payer alone', async () => {
    expect((await accountant.get('/instalments?standing=kept')).body.items).toMatchObject([{ id: plan, number: 1 }]);
    expect((await accountant.get('/instalments?standing=ended')).body.items).toEqual([]);
    expect((await accountant.get('/instalments/counts')).body.plans).toMatchObject({ kept: 1, ended: 0 });
    expect((await resident.get(`/resident/accounts/${accounts[0]}/instalments`)).body.plans).toMatchObject([
      { number: 1, next: { amount: '500.00' } },
    ]);
    expect((await neighbour.get(`/resident/accounts/${accounts[0]}/instalments`)).status).toBe(404);
  });

  it('end when a part is missed, after a warning; the inbox tells both', async () => {
    await today('2026-12-17');
    const look = () => api.app.get(PlanWatch).look(organization);
    await look();
    expect((await accountant.get('/instalments?standing=late')).body.items).toHaveLength(1);
    const inbox = async () => (await accountant.get('/exceptions')).body.items as { reason: string }[];
    expect((await inbox()).map(({ reason }) => reason).join()).toContain('Напомните плательщику');
    await today('2026-12-27');
    await look();
    expect((await accountant.get(`/instalments/${plan}`)).body).toMatchObject({
      ...{ standing: 'ended', endedOn: '2026-12-26', next: null },
    });
    expect((await accountant.post(`/instalments/${plan}/cancel`, { reason: 'поздно' }, key())).status).toBe(409);
    const again = await accountant.post(`/accounts/${accounts[0]}/instalments`, { parts: 2 }, key());
    expect(again.status).toBe(201);
    const cancelled = await accountant.post(`/instalments/${again.body.id}/cancel`, { reason: 'передумали' }, key());
    expect(cancelled.status).toBe(204);
  });

  it('are offered where a fee has risen, and begin when the payer says yes', async () => {
    await ours((tx) =>
      api.app.get(InstalmentOffers).offer(tx, parsePeriod('2026-10'), [
        ...accounts.slice(0, 2).map((accountId) => ({
          ...{ accountId, recipientId: company, serviceId: heat },
          ...{ amount: Money.parse('1000'), before: Money.parse('700') },
        })),
      ]),
    );
    const own = `/resident/accounts/${accounts[1]}`;
    const { body } = await neighbour.get(`${own}/instalments`);
    expect(body.offers).toMatchObject([{ amount: '1000.00', before: '700.00', parts: 12, rate: '0' }]);
    expect(body.offers[0].schedule).toHaveLength(12);
    const offer = body.offers[0].id;
    expect((await resident.post(`${own}/instalment-offers/${offer}/answer`, { answer: 'accepted' })).status).toBe(404);
    expect((await neighbour.post(`${own}/instalment-offers/${offer}/answer`, { answer: 'maybe' })).status).toBe(422);
    const accepted = await neighbour.post(`${own}/instalment-offers/${offer}/answer`, { answer: 'accepted' });
    expect(accepted.body).toMatchObject({ offers: [], plans: [{ basis: 'right', standing: 'kept' }] });
    expect((await neighbour.post(`${own}/instalment-offers/${offer}/answer`, { answer: 'declined' })).status).toBe(409);

    const [open] = (await accountant.get('/instalment-offers?state=open')).body.items;
    const declined = await accountant.post(`/instalment-offers/${open.id}/answer`, { answer: 'declined' }, key());
    expect(declined.body).toMatchObject({ state: 'declined' });
    expect((await accountant.get('/instalments/counts')).body.offers).toMatchObject({ accepted: 1, declined: 1 });
  });

  it('are not for a cashier', async () => {
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.get('/instalments')).status).toBe(403);
    expect((await cashier.post(`/accounts/${accounts[0]}/instalments`, {}, key())).status).toBe(403);
  });
});
