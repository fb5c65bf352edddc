import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTable } from '@dvor/formats';
import {
  type AccountId,
  Money,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type EntryKind, Ledger } from '@dvor/ledger';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

describe('a house that goes to another company (TEN-09)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let house: string;
  let agreement: string;
  let act: string;
  let fixed: Buffer;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.setUpStranger();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = ${organization}`);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1'), newHouse('2')]));
    house = stock.houses[0]!.id;
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'lawyer@dvor.test', 'lawyer');
    accountant = await api.signedIn('accountant@dvor.test');
    const managed = {
      kind: 'management',
      number: '1/УК',
      signedOn: '2020-01-01',
      from: '2020-01-01',
      reason: 'протокол',
    };
    agreement = (await accountant.post(`/houses/${house}/agreements`, managed)).body.id;
  });
  afterAll(async () => {
    await api?.stop();
  });

  it('has no final balances while it is managed', async () => {
    const { body } = await accountant.get(`/houses/${house}/final-balances`);
    expect(body).toMatchObject({ lastDay: null, accounts: [], acts: [], totals: { lines: [], balance: '0.00' } });
    const refused = await accountant.get(`/houses/${house}/final-balances/table`);
    expect(refused.body).toMatchObject({ status: 409, code: 'final-act.still-managed' });
    expect((await fix({})).body).toMatchObject({ status: 409, code: 'final-act.still-managed' });
  });

  it('shows what each account owes whom on the last day, its month’s charges too', async () => {
    await accountant
      .send('post', `/houses/${house}/agreements/${agreement}/end`, {
        body: { from: '2026-10-16', reason: 'решение собрания' },
      })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    const { upkeep, water, company, utility } = stock;
    await book('opening', '2026-09', '2026-09-01', account(0), upkeep, company, '100.00');
    await book('opening', '2026-10', '2026-10-10', account(1), water, utility, '-30.00');
    await book('accrual', '2026-10', '2026-10-31', account(0), upkeep, company, '50.25');
    await book('transfer', '2026-10', '2026-10-20', account(0), upkeep, company, '-40.00');
    await book('accrual', '2026-11', '2026-11-30', account(0), upkeep, company, '10.00');
    const { body } = await accountant.get(`/houses/${house}/final-balances`);
    expect(body).toMatchObject({ lastDay: '2026-10-15', monthClosed: false, acts: [] });
    expect(body.accounts).toMatchObject([
      {
        number: '00010001',
        premisesName: 'кв. 1',
        balance: '150.25',
        lines: [{ recipient: { name: 'УК «Двор»' }, service: { name: 'upkeep' }, kind: 'charge', amount: '150.25' }],
      },
      { number: '00010002', balance: '-30.00', lines: [{ recipient: { name: 'Горсети' }, amount: '-30.00' }] },
      { number: '00010003', balance: '0.00', lines: [] },
    ]);
    expect(body.totals).toMatchObject({
      lines: [
        { recipient: { name: 'Горсети' }, service: { name: 'cold-water' }, amount: '-30.00' },
        { recipient: { name: 'УК «Двор»' }, service: { name: 'upkeep' }, amount: '150.25' },
      ],
      debts: '150.25',
      advances: '30.00',
      balance: '120.25',
    });
  });

  it('is handed over as a table', async () => {
    const answer = await accountant.get(`/houses/${house}/final-balances/table`).responseType('blob').expect(200);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('Итоговые сальдо, ');
    const rows = await rowsOf(answer.body as Buffer);
    expect(rows[0]).toEqual(expect.arrayContaining(['00010001', 'кв. 1', 'УК «Двор»', 'upkeep', 'Плата', '150.25']));
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['Итого по дому', 'на 15.10.2026', '120.25']));
    expect(rows).toHaveLength(3 + 2 + 3);
  });

  it('has its act fixed once the month is closed, as a paper with the table', async () => {
    expect((await fix({})).body).toMatchObject({
      status: 409,
      code: 'final-act.month-open',
      detail: expect.stringContaining('октябрь 2026'),
    });
    await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => api.app.get(Ledger).closeMonth(tx, parsePeriod('2026-10')));
    const made = await fix({ number: 'АК-1' }, 'act-1');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      lastDay: '2026-10-15',
      number: 'АК-1',
      dated: '2026-11-02',
      accounts: 3,
      debts: '150.25',
      advances: '30.00',
      recordedBy: 'accountant@dvor.test',
    });
    act = made.body.id;
    expect((await fix({ number: 'АК-1' }, 'act-1')).body.id).toBe(act);
    const paper = await accountant.get(`/documents/${made.body.documentId}`);
    expect(paper.body).toMatchObject({ kind: 'act', number: 'АК-1', dated: '2026-11-02', fileId: expect.any(String) });
    fixed = (await accountant.get(`/houses/${house}/final-acts/${act}/table`).responseType('blob').expect(200)).body;
    expect((await rowsOf(fixed)).at(-1)).toContain('120.25');
  });

  it('keeps the act as it was, whatever is learnt later', async () => {
    await book('transfer', '2026-11', '2026-10-14', account(0), stock.upkeep, stock.company, '5.00');
    const { body } = await accountant.get(`/houses/${house}/final-balances`);
    expect(body).toMatchObject({
      monthClosed: true,
      totals: { debts: '155.25' },
      acts: [{ id: act, debts: '150.25' }],
    });
    const again = await accountant.get(`/houses/${house}/final-acts/${act}/table`).responseType('blob').expect(200);
    expect(again.body).toEqual(fixed);
    const second = await fix({ number: 'АК-2', dated: '2026-11-01' });
    expect(second.body).toMatchObject({ number: 'АК-2', dated: '2026-11-01', debts: '155.25' });
  });

  it('is nobody else’s business', async () => {
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get(`/houses/${house}/final-balances`)).status).toBe(404);
    expect((await stranger.get(`/houses/${house}/final-acts/${act}/table`)).status).toBe(404);
    const lawyer = await api.signedIn('lawyer@dvor.test');
    expect((await lawyer.post(`/houses/${house}/final-acts`, {})).status).toBe(403);
    const other = await accountant.get(`/houses/${stock.houses[1]!.id}/final-acts/${act}/table`);
    expect(other.body).toMatchObject({ status: 404, code: 'final-act.not-found' });
  });

  const account = (flat: number): AccountId => stock.houses[0]!.premises[flat]!.accountIds[0]!;

  function fix(body: object, key?: string) {
    return accountant.post(`/houses/${house}/final-acts`, body, key ? { 'Idempotency-Key': key } : {});
  }

  /** Debit and credit of one sum. */
  async function book(
    kind: EntryKind,
    month: string,
    day: string,
    accountId: AccountId,
    serviceId: ServiceId,
    recipientId: SupplierId,
    roubles: string,
  ): Promise<void> {
    const amount = Money.parse(roubles);
    const line = { recipientId, serviceId, origin: parsePeriod(month), kind: 'charge' } as const;
    await api.app.get(Database).inTenant({ organizationId: organization }, (tx) =>
      api.app.get(Ledger).post(tx, {
        key: `test ${kind} ${month} ${day} ${accountId} ${roubles}`,
        kind,
        period: parsePeriod(month),
        bookedOn: parseDate(day),
        reason: 'для проверки',
        by: null,
        postings: [
          { ...line, ledgerAccount: 'receivable', accountId, amount },
          { ...line, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
        ],
      }),
    );
  }
});

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of (await openTable(bytes)).rows()) rows.push(cells.map(({ text }) => text));
  return rows;
}
