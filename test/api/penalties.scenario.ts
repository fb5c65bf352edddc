import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTable } from '@dvor/formats';
import { type AccountId, lastDay, Money, type OrganizationId, parsePeriod, type ServiceId } from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { PenaltyAccruals } from '@dvor/penalties';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const OCTOBER = parsePeriod('2026-10');

/** Flat 1 owes 1 000 roubles for each of August and September, flat 2 for September alone; October is being reviewed. */
describe('penalties, before and after they are accrued', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let accounts: AccountId[];
  let accountant: Client;
  let run: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    stock = await ours((tx) => makeStock(tx, [newHouse('1', 2), newHouse('2', 1)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    await charge(accounts[0]!, '2026-08', stock.upkeep);
    await charge(accounts[0]!, '2026-09', stock.upkeep);
    await charge(accounts[1]!, '2026-09', stock.upkeep);
    [{ id: run }] = await api.database.asOwner<[{ id: string }]>(
      `insert into billing_runs (organization_id, period, state, engine_version) values ($1, '2026-10-01', 'review', '1') returning id`,
      [organization],
    );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.resident(organization, 'resident@dvor.test', [accounts[0]!]);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(() => api?.stop());

  const ours = <T>(work: (tx: Tx) => Promise<T>) =>
    api.app.get(Database).inTenant({ organizationId: organization }, work);
  const penalties = (query = '') => accountant.get(`/runs/${run}/penalties${query}`);

  async function charge(accountId: AccountId, month: string, serviceId: ServiceId): Promise<void> {
    const period = parsePeriod(month);
    const place = { recipientId: stock.company, serviceId, origin: period, kind: 'charge' as const };
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

  it('are told of a draft: what its closing would accrue, in all and to whom', async () => {
    const { status, body } = await penalties();
    expect(status).toBe(200);
    // August was due on 15 September: 46 days, of which 16 at 9.5 %/300; September is in its free days.
    expect(body).toMatchObject({ asOf: '2026-10-31', amount: '5.07', accounts: 1, refused: 0 });
    expect(body.items).toMatchObject([{ accountId: accounts[0], account: '00010001', amount: '5.07' }]);
    const [first, second] = stock.houses;
    expect((await penalties(`?houseId=${first!.id}`)).body.amount).toBe('5.07');
    expect((await penalties(`?houseId=${second!.id}`)).body).toMatchObject({ amount: '0.00', accounts: 0, items: [] });
  });

  it('are told of one account day by day: its days add up to what the closing would add', async () => {
    const { status, body } = await penalties(`/accounts/${accounts[0]}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ account: '00010001', asOf: '2026-10-31', amount: '5.07', unknown: [] });
    expect(body.items).toMatchObject([{ period: '2026-08', before: '0.00', accrued: '5.07', amount: '5.07' }]);
    const days: { days: number; amount: string }[] = body.items[0].parts.flatMap(
      (part: { days: object[] }) => part.days,
    );
    expect(days.reduce((sum, one) => sum + one.days, 0)).toBe(46);
    expect(Money.sum(days.map(({ amount }) => Money.parse(amount))).toString()).toBe('5.07');
    expect((await penalties(`/accounts/${accounts[1]}`)).body).toMatchObject({ amount: '0.00', items: [] });
    expect((await penalties('/accounts/999999')).status).toBe(404);
  });

  it('are told by account in a workbook whose last row is the total', async () => {
    const answer = await accountant.get(`/runs/${run}/penalties/accounts.xlsx`).responseType('blob');
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('Пени при закрытии 2026-10.xlsx'));
    const rows: string[][] = [];
    for await (const { cells } of (await openTable(answer.body as Buffer)).rows())
      rows.push(cells.map(({ text }) => text));
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['00010001', '5.07'],
      ['Всего', '5.07'],
    ]);
  });

  it('are refused where there is no such run, to a wrong house’s number, to a resident', async () => {
    expect((await accountant.get('/runs/999999/penalties')).status).toBe(404);
    expect((await penalties('?houseId=дом')).status).toBe(422);
    const resident = await api.signedIn('resident@dvor.test');
    expect((await resident.get(`/runs/${run}/penalties`)).status).toBe(403);
  });

  it('come to the very sum that was told, and nothing is left to accrue', async () => {
    const accruals = api.app.get(PenaltyAccruals);
    const { id, chunks } = await accruals.prepare(organization, OCTOBER, `run ${run}`);
    for (const chunk of chunks) await accruals.accrueChunk(organization, id, chunk);
    await accruals.finish(organization, id);
    const { body } = await accountant.get(`/accounts/${accounts[0]}/penalties`);
    expect(body).toMatchObject({ accrued: '5.07', owed: '5.07' });
    expect((await penalties()).body).toMatchObject({ amount: '0.00', accounts: 0 });
  });

  it('are a workbook whose days add up to what was accrued', async () => {
    const answer = await accountant.get(`/accounts/${accounts[0]}/penalties.xlsx`).responseType('blob');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('Пени 00010001.xlsx'));
    const rows: string[][] = [];
    for await (const { cells } of (await openTable(answer.body as Buffer)).rows())
      rows.push(cells.map(({ text }) => text));
    const days = rows.filter(([month]) => month === '2026-08');
    expect(days.length).toBeGreaterThan(1);
    expect(Money.sum(days.map((row) => Money.parse(row.at(-1)!))).toString()).toBe('5.07');
    expect(days.reduce((sum, row) => sum + Number(row[8]), 0)).toBe(46);
    expect(rows.at(-1)).toEqual(['Всего', ...Array<string>(10).fill(''), '5.07']);
  });
});
