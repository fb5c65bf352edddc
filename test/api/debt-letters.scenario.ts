import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DebtorRegister, Disputes, LetterBatches, type LetterBatchId } from '@dvor/debts';
import {
  type AccountId,
  lastDay,
  Money,
  type OrganizationId,
  parsePeriod,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { PenaltyAccruals } from '@dvor/penalties';
import { Database, type Tx } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { PDFDocument } from 'pdf-lib';
import { ApiUnderTest } from './support/api-under-test.js';
import { asBytes } from './support/as-bytes.js';
import type { Client } from './support/client.js';

/**
 * Flats 1 and 2 owe for four months since May 2026, flat 3 owes and disputes it; flat 4 has paid; flat 5 owes
 * for November only, which is not due. Penalties are accrued
 * through October; it is the 20th of November.
 */
describe('letters to debtors', () => {
  let api: ApiUnderTest;
  let organizationId: OrganizationId;
  let accounts: AccountId[];
  let company: SupplierId;
  let water: ServiceId;
  let upkeep: ServiceId;
  let lawyer: Client;
  let lawyerId: UserId;
  let keys = 0;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organizationId = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-20T03:00:00Z' where id = $1`, [
      organizationId,
    ]);
    const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 5)]));
    accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
    ({ company, water, upkeep } = stock);
    await book(accounts[4]!, '2026-11', upkeep, '1248.50');
    for (const account of accounts.slice(0, 4))
      for (const month of ['2026-05', '2026-06', '2026-07', '2026-08']) {
        await book(account, month, upkeep, '1248.50');
        await book(account, month, water, '431.07');
      }
    for (const month of ['2026-05', '2026-06', '2026-07', '2026-08']) {
      await book(accounts[3]!, month, upkeep, '-1248.50');
      await book(accounts[3]!, month, water, '-431.07');
    }
    await accruePenalties('2026-10');
    lawyerId = await api.staff(organizationId, 'lawyer@dvor.test', 'lawyer');
    await api.staff(organizationId, 'cashier@dvor.test', 'cashier');
    await inOurs((tx) =>
      api.app
        .get(Disputes)
        .open(
          tx,
          accounts[2]!,
          { serviceId: null, origin: null, amount: null, reason: 'Не живу там', documentId: null, openedOn: null },
          lawyerId,
        ),
    );
    lawyer = await api.signedIn('lawyer@dvor.test');
  });
  afterAll(() => api?.stop());

  const inOurs = <T>(work: (tx: Tx) => Promise<T>) => api.app.get(Database).inTenant({ organizationId }, work);

  async function book(account: AccountId, month: string, service: ServiceId, roubles: string): Promise<void> {
    const period = parsePeriod(month);
    const amount = Money.parse(roubles);
    const place = { recipientId: company, serviceId: service, origin: period, kind: 'charge' } as const;
    await inOurs((tx) =>
      api.app.get(Ledger).post(tx, {
        ...{ key: `letters-${(keys += 1)}`, kind: amount.isNegative ? 'payment' : 'accrual', period, by: null },
        ...{ bookedOn: lastDay(period), reason: 'scenario' },
        postings: [
          { ...place, ledgerAccount: 'receivable', accountId: account, amount },
          { ...place, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
        ],
      }),
    );
  }

  async function accruePenalties(month: string): Promise<void> {
    const accruals = api.app.get(PenaltyAccruals);
    const { id, chunks } = await accruals.prepare(organizationId, parsePeriod(month), 'scenario');
    for (const chunk of chunks) await accruals.accrueChunk(organizationId, id, chunk);
    await accruals.finish(organizationId, id);
  }

  const preview = async (rule: object) => (await lawyer.post('/debt-letter-batches/preview', rule)).body;
  let batchId: string;
  let letterId: string;

  it('are looked over first: who gets one, who does not and why; the sums are the register’s', async () => {
    const found = await preview({ kind: 'claim' });
    expect(found).toMatchObject({ dated: '2026-11-20', payBy: '2026-12-04', letters: 2, without: 1 });
    expect(found.items).toHaveLength(3);
    const disputed = found.items.find((one: { accountId: string }) => one.accountId === accounts[2]);
    expect(disputed.obstacles).toEqual([{ reason: 'dispute', what: 'Не живу там' }]);
    const { items } = await inOurs((tx) => api.app.get(DebtorRegister).list(tx, {}, { limit: 10 }));
    const registered = items.find(({ accountId }) => accountId === accounts[0])!;
    const letter = found.items.find((one: { accountId: string }) => one.accountId === accounts[0]);
    expect(Money.parse(letter.principal).plus(Money.parse(letter.penalty))).toEqual(registered.overdue);
    expect(letter.penalty).toBe(registered.penalties.toString());
    expect(letter.penalty).not.toBe('0.00');
  });

  it('may be chosen by age, sum, house and account', async () => {
    expect(await preview({ kind: 'claim', least: '100000.00' })).toMatchObject({ letters: 0, without: 0 });
    expect(await preview({ kind: 'claim', age: 'to-365' })).toMatchObject({ letters: 0, without: 0 });
    expect(await preview({ kind: 'claim', accountIds: [accounts[0]] })).toMatchObject({ letters: 1, without: 0 });
    expect(await preview({ kind: 'claim', stage: 'claim' })).toMatchObject({ letters: 0, without: 0 });
  });

  it('are refused in words: a day to pay that has passed, nobody to write to, a sum with letters', async () => {
    const refused = async (rule: object) => (await lawyer.post('/debt-letter-batches', rule)).body;
    expect((await refused({ kind: 'claim', payBy: '2026-11-20' })).code).toBe('letter.pay-by');
    expect((await refused({ kind: 'claim', least: '100000.00' })).code).toBe('letter.nobody');
    expect(await refused({ kind: 'claim', least: '1e309' })).toMatchObject({
      status: 422,
      errors: [{ field: 'least' }],
    });
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post('/debt-letter-batches', { kind: 'claim' })).status).toBe(403);
  });

  it('are written and printed once, however often the worker is told', async () => {
    const asked = await lawyer.post('/debt-letter-batches', { kind: 'claim' });
    expect(asked.status).toBe(201);
    batchId = asked.body.id;
    const batches = api.app.get(LetterBatches);
    await batches.run(organizationId, batchId as LetterBatchId);
    await batches.run(organizationId, batchId as LetterBatchId);
    const { body: batch } = await lawyer.get(`/debt-letter-batches/${batchId}`);
    expect(batch).toMatchObject({ state: 'ready', letters: 2, printed: 2, leftOut: 1, fileReady: true, kind: 'claim' });
    expect(batch.without).toEqual([
      expect.objectContaining({ accountId: accounts[2], obstacles: [{ reason: 'dispute', what: 'Не живу там' }] }),
    ]);
    const { body: letters } = await lawyer.get(`/debt-letters?batchId=${batchId}`);
    expect(letters.items.map(({ number }: { number: string }) => number)).toEqual([
      `${batch.number}/2`,
      `${batch.number}/1`,
    ]);
    letterId = letters.items[1].id;
  }, 60_000);

  it('add up by rows, and say so in a file of their own and in one of all', async () => {
    const { body: letter } = await lawyer.get(`/debt-letters/${letterId}`);
    const sum = (column: 'principal' | 'penalty') =>
      Money.sum(letter.months.map((row: Record<string, string>) => Money.parse(row[column]!))).toString();
    expect([sum('principal'), sum('penalty')]).toEqual([letter.principal, letter.penalty]);
    expect(letter.principal).toBe('6718.28');
    const pages = async (path: string) => {
      const { body, headers } = await lawyer.get(path).buffer(true).parse(asBytes);
      expect(headers['content-type']).toBe('application/pdf');
      return (await PDFDocument.load(body as Buffer)).getPageCount();
    };
    const own = await pages(`/debt-letters/${letterId}/pdf`);
    expect(own).toBeGreaterThanOrEqual(2);
    expect(await pages(`/debt-letter-batches/${batchId}/pdf`)).toBe(2 * own);
    const { body: words } = await lawyer.get(`/debt-letters/${letterId}/text`);
    expect(words.subject).toContain('Претензия');
    expect(words.text).toContain('6\u00a0718,28\u00a0руб.');
  });

  it('move a debtor to the next stage, and are not written again so soon', async () => {
    const { items } = await inOurs((tx) => api.app.get(DebtorRegister).list(tx, { stage: 'claim' }, { limit: 10 }));
    expect(items.map(({ accountId }) => accountId).sort()).toEqual([accounts[0], accounts[1]].sort());
    const { items: considered } = await preview({ kind: 'claim', accountIds: [accounts[0]] });
    expect(considered[0].obstacles).toEqual([{ reason: 'written-lately', on: '2026-11-20' }]);
  });

  it('are sent all at once, and come one by one with a proof', async () => {
    const sending = { way: 'post', sentOn: '2026-11-20' };
    expect((await lawyer.post(`/debt-letter-batches/${batchId}/sending`, sending)).body).toEqual({ letters: 2 });
    expect((await lawyer.post(`/debt-letter-batches/${batchId}/sending`, sending)).body).toEqual({ letters: 0 });
    const future = await lawyer.post(`/debt-letter-batches/${batchId}/sending`, { ...sending, sentOn: '2026-11-21' });
    expect(future.body.code).toBe('letter.delivery-in-future');
    const came = () => lawyer.send('post', `/debt-letters/${letterId}/deliveries`);
    const scan = Buffer.from('%PDF-1.7 scan');
    const fields = { way: 'handed', sentOn: '2026-11-20', deliveredOn: '2026-11-20', proof: 'Подпись Жителя' };
    const wrong = await came().field(fields).attach('file', Buffer.from('<script>'), 'scan.pdf');
    expect(wrong.body.code).toBe('paper.wrong-kind');
    const made = await came().field(fields).attach('file', scan, 'Расписка.pdf');
    expect(made.status).toBe(201);
    const early = await came().field({ ...fields, sentOn: '2026-11-19' });
    expect(early.body.code).toBe('letter.delivery-before');
    const { body: letter } = await lawyer.get(`/debt-letters/${letterId}`);
    expect(letter).toMatchObject({ deliveredOn: '2026-11-20', sent: { way: 'handed', on: '2026-11-20' } });
    expect(letter.deliveries).toHaveLength(2);
    const { body } = await lawyer.get(`/letter-deliveries/${made.body.id}/proof`).buffer(true).parse(asBytes);
    expect(body).toEqual(scan);
  });

  it('say what the organisation has them say, and refuse fields that there are not', async () => {
    const { body: kept } = await lawyer.get('/letter-wordings');
    const { title, opening, closing, signerPost, recordedAt } = kept.items[0];
    expect([title, recordedAt]).toEqual(['Уведомление о задолженности', null]);
    const own = { opening, closing, signerPost, title: 'Напоминание о долге {долг}', signerName: 'И. И. Иванов' };
    const put = (wording: object) => lawyer.send('put', '/letter-wordings/notice', { body: wording });
    expect((await put({ ...own, closing: 'Оплатите {сумма}' })).body).toMatchObject({
      code: 'letter.unknown-field',
      detail: expect.stringContaining('{сумма}'),
      errors: [{ field: 'closing', message: expect.stringContaining('{сумма}') }],
    });
    expect((await put({ ...own, opening: 'Долг {долг' })).body).toMatchObject({
      code: 'letter.stray-brace',
      errors: [{ field: 'opening' }],
    });
    expect((await put(own)).status).toBe(204);
    const shown = await lawyer.post('/letter-wordings/preview', own);
    expect(shown.body.title).toBe('Напоминание о долге 12\u00a0345,67\u00a0руб.');
    const look = (which: number) => lawyer.post('/letter-wordings/preview', { ...own, accountId: accounts[which] });
    expect((await look(1)).body.title).toMatch(/^Напоминание о долге 6\s718,28/);
    expect((await look(3)).body).toMatchObject({ status: 409, code: 'letter.nothing-owed' });
    const { id } = (await lawyer.post('/debt-letter-batches', { kind: 'notice', accountIds: [accounts[1]] })).body;
    await api.app.get(LetterBatches).run(organizationId, id as LetterBatchId);
    const { body: letters } = await lawyer.get(`/debt-letters?batchId=${id}`);
    const { body: letter } = await lawyer.get(`/debt-letters/${letters.items[0].id}`);
    expect(letter.title).toMatch(/^Напоминание о долге 6\s718,28/);
  }, 60_000);

  it('go back to the standard words, and every wording stays known', async () => {
    expect((await lawyer.send('delete', '/letter-wordings/notice')).status).toBe(204);
    const { body } = await lawyer.get('/letter-wordings');
    expect(body.items[0]).toMatchObject({ title: 'Уведомление о задолженности', standard: true });
    expect((await lawyer.send('delete', '/letter-wordings/notice')).body.code).toBe('letter.standard-wording');
    const { body: versions } = await lawyer.get('/letter-wordings/versions?kind=notice');
    expect(
      versions.items.map(({ title, standard }: { title: string; standard: boolean }) => [title, standard]),
    ).toEqual([
      ['Уведомление о задолженности', true],
      ['Напоминание о долге {долг}', false],
    ]);
    expect((await lawyer.get('/letter-wordings/versions?kind=letter')).status).toBe(422);
  });

  it('are not written to the dead, whose day of death a party keeps', async () => {
    const administrator = await api.signedIn('administrator@dvor.test');
    const { body: account } = await administrator.get(`/accounts/${accounts[1]}`);
    const tell = async (diedOn: string | null) => {
      const { headers } = await administrator.get(`/parties/${account.payer.id}`);
      const how = { body: { diedOn, reason: 'Свидетельство о смерти' }, headers: { 'If-Match': headers['etag']! } };
      return administrator.send('patch', `/parties/${account.payer.id}`, how);
    };
    expect((await tell('2099-01-01')).body).toMatchObject({ code: 'party.died', errors: [{ field: 'diedOn' }] });
    expect((await tell('2026-09-01')).body).toMatchObject({ diedOn: '2026-09-01' });
    const { body } = await lawyer.post('/debt-letter-batches/preview', { kind: 'claim', accountIds: [accounts[1]] });
    expect(body.items[0].obstacles).toContainEqual({ reason: 'died', on: '2026-09-01' });
    expect((await check(1)).obstacles).toContainEqual({ reason: 'died', on: '2026-09-01' });
    expect((await tell(null)).body.diedOn).toBeNull();
  });

  const check = async (which: number) => (await lawyer.get(`/accounts/${accounts[which]}/court-check`)).body;
  const court = { courtName: 'Мировой судья участка № 1', courtAddress: 'г. Барнаул, ул. Советская, 1' };
  let caseId: string;

  it('come before a court, which is asked only where nothing stands against it', async () => {
    expect(await check(0)).toMatchObject({ obstacles: [], principal: '6718.28', fee: '2000.00', leftOut: [] });
    expect((await check(2)).obstacles).toEqual([{ reason: 'dispute', what: 'Не живу там' }]);
    expect((await check(3)).obstacles).toEqual([{ reason: 'paid' }]);
    const refused = await lawyer.post('/court-cases', { accountId: accounts[2], ...court });
    expect([refused.status, refused.body.code]).toEqual([409, 'court.refused']);
  });

  it('are followed by an application with its papers in one file', async () => {
    const { penalty } = await check(0);
    const made = await lawyer.post('/court-cases', { accountId: accounts[0], ...court });
    expect(made.status).toBe(201);
    caseId = made.body.id;
    const { body: opened } = await lawyer.get(`/court-cases/${caseId}`);
    expect(opened).toMatchObject({
      ...{ state: 'court-application', from: '2026-05', to: '2026-08', closedOn: null, fee: '2000.00' },
      debtors: [{ share: null, principal: '6718.28', penalty }],
    });
    const { body } = await lawyer.get(`/court-cases/${caseId}/package`).buffer(true).parse(asBytes);
    const file = body as Buffer;
    expect(file.subarray(0, 2).toString()).toBe('PK');
    for (const name of ['1 Заявление.pdf', '2 Расчёт.pdf', '3 Выписка.pdf', 'Сведения.json'])
      expect(file.includes(name)).toBe(true);
    expect((await check(0)).obstacles).toEqual([{ reason: 'at-court', what: '1' }]);
  }, 60_000);

  it('go on to the order and the bailiff, each with its day, until it ends', async () => {
    const step = (body: object) => lawyer.post(`/court-cases/${caseId}/steps`, body);
    expect((await step({ kind: 'court-order', on: '2026-11-19' })).body.code).toBe('court-case.step-day');
    expect((await step({ kind: 'court-order', on: '2026-11-20', number: '2-15/2026' })).status).toBe(201);
    const wrong = await step({ kind: 'bailiff', on: '2026-11-20' });
    const reason = { reason: 'Внесено по ошибке' };
    expect((await lawyer.post(`/debt-steps/${wrong.body.id}/taking-back`, reason)).status).toBe(204);
    expect((await lawyer.post(`/debt-steps/${wrong.body.id}/taking-back`, reason)).body.code).toBe('debt-step.voided');
    const { body: cases } = await lawyer.get('/court-cases?open=true');
    expect(cases.items).toMatchObject([{ id: caseId, state: 'court-order' }]);
    expect((await step({ kind: 'court-order-cancelled', on: '2026-11-20' })).status).toBe(201);
    expect((await step({ kind: 'writ', on: '2026-11-20' })).body.code).toBe('court-case.closed');
    const { body: ended } = await lawyer.get(`/court-cases/${caseId}`);
    const last = ended.steps.at(-1);
    expect([ended.closedOn, last.kind]).toEqual(['2026-11-20', 'court-order-cancelled']);
    expect((await lawyer.post(`/debt-steps/${last.id}/taking-back`, reason)).status).toBe(204);
    expect((await lawyer.get(`/court-cases/${caseId}`)).body).toMatchObject({ closedOn: null, state: 'court-order' });
    expect((await check(0)).obstacles).toEqual([{ reason: 'at-court', what: '1' }]);
    expect((await step({ kind: 'settled', on: '2026-11-20' })).status).toBe(201);
    expect((await check(0)).obstacles).toEqual([]);
    const { body: steps } = await lawyer.get(`/accounts/${accounts[0]}/debt-steps`);
    expect(steps.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['claim', 'court-application', 'court-order', 'bailiff', 'court-order-cancelled', 'settled'],
    ]);
  });
});

/** An answer as it came, byte by byte. */
