import { type AccountId, Money, parsePeriod, type ServiceId, type UserId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { Approvals, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CorrectionId } from './correction-rows.js';
import { Corrections, type NewCorrection } from './corrections.js';

const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');
const december = parsePeriod('2026-12');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let account: AccountId;
let neighbour: AccountId;
let paper: string;
let [author, second]: UserId[] = [];

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  [author, second] = (
    await test.asOwner<{ id: UserId }[]>(
      `insert into users (kind, email, name, password_hash) values ('staff', 'author@dvor.test', 'Автор', '-'), ('staff', 'second@dvor.test', 'Второй', '-') returning id`,
    )
  ).map(({ id }) => id);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** A house of two flats, October closed. */
beforeEach(async () => {
  const tenant = await makeOrganization(test, { now: '2026-12-02T03:00:00Z' });
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 2)]));
  [account, neighbour] = stock.houses[0]!.premises.map(({ accountIds }) => accountIds[0]!) as [AccountId, AccountId];
  month = new MonthInSteps(app, test, tenant, october);
  await month.toClosed((await month.toReview()).id);
  [{ id: paper }] = await test.asOwner<[{ id: string }]>(
    `insert into documents (organization_id, kind, dated) values ($1, 'other', '2026-11-10') returning id`,
    [tenant.organizationId],
  );
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const corrections = () => app.get(Corrections);
const enter = (changes: Partial<NewCorrection> = {}, amount = '-100.00') =>
  inOurs((tx) => corrections().enter(tx, correction(changes, amount), author!));
const read = (id: CorrectionId) => inOurs((tx) => corrections().read(tx, id));

function correction(changes: Partial<NewCorrection>, amount: string): NewCorrection {
  const item = { accountId: account, serviceId: stock.upkeep, supplierId: null, part: null, origin: october };
  return {
    ...{ reason: 'Двойное начисление', documentId: paper, ownError: true, lateReason: null },
    items: [{ ...item, amount: Money.parse(amount) }],
    ...changes,
  };
}

/** The bill of a month, as its run wrote it. */
async function manualLines(period: typeof october): Promise<string[]> {
  const rows = await test.asOwner<{ account: AccountId; amount: string; reason: string }[]>(
    `select l.account_id as account, l.amount::text as amount, l.working ->> 'reason' as reason
       from charge_lines l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
      where l.organization_id = $1 and l.part = 'manual' and r.period = ($2 || '-01')::date order by l.account_id, l.line`,
    [month.tenant.organizationId, period === november ? '2026-11' : '2026-12'],
  );
  return rows.map(({ account: whose, amount, reason }) => `${whose === account ? 1 : 2}: ${amount} ${reason}`);
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('corrections by hand', () => {
  it('stand beside what was charged, and are posted by the next run alone', async () => {
    const [before] = await inOurs((tx) => corrections().chargedFor(tx, account, october));
    const id = await enter();
    expect(await read(id)).toMatchObject({ number: '1', state: 'to-post', items: [{ was: before!.amount }] });
    const next = new MonthInSteps(app, test, month.tenant, november);
    await next.toClosed((await next.toReview()).id);
    expect(await manualLines(november)).toEqual(['1: -10000 Двойное начисление']);
    expect(await read(id)).toMatchObject({ state: 'posted', postedIn: '2026-11' });
    const [after] = await inOurs((tx) => corrections().chargedFor(tx, account, october));
    expect(after!.amount.toString()).toBe(before!.amount.minus(Money.parse('100')).toString());
    await new MonthInSteps(app, test, month.tenant, december).toReview();
    expect(await manualLines(december)).toEqual([]);
  });

  it('of a closed account go to its last balance at once, and no run posts them again', async () => {
    const [before] = await inOurs((tx) => corrections().chargedFor(tx, account, october));
    const waiting = await enter();
    expect((await read(waiting)).state).toBe('to-post');
    await inOurs((tx) => corrections().mirror(tx, waiting, { reason: 'Не то', documentId: paper }, author!));
    await closeAccount(account);
    const owed = async () => (await inOurs((tx) => app.get(Balances).of(tx, [account]))).get(account)!;
    const balance = await owed();
    const id = await enter();
    const after = balance.minus(Money.parse('100'));
    expect(await owed()).toEqual(after);
    expect(await read(id)).toMatchObject({ state: 'posted', postedIn: '2026-11', items: [{ finalBalance: after }] });
    const [charged] = await inOurs((tx) => corrections().chargedFor(tx, account, october));
    expect(charged!.amount).toEqual(before!.amount.minus(Money.parse('100')));
    const back = await inOurs((tx) => corrections().mirror(tx, id, { reason: 'Отменено', documentId: paper }, author!));
    expect(await read(back)).toMatchObject({ state: 'posted', items: [{ finalBalance: balance }] });
    expect(await inOurs((tx) => app.get(Balances).unsound(tx))).toEqual([]);
    const next = new MonthInSteps(app, test, month.tenant, november);
    await next.toClosed((await next.toReview()).id);
    expect(await manualLines(november)).toEqual([]);
    expect(await owed()).toEqual(balance);
    expect(await inOurs((tx) => app.get(Balances).unsound(tx))).toEqual([]);
  });

  it('wait for the next bill of an account that is open, whatever becomes of a closed one beside it', async () => {
    await closeAccount(account);
    const item = { serviceId: stock.upkeep, supplierId: null, part: null, origin: october, amount: Money.parse('-10') };
    const id = await enter({ items: [account, neighbour].map((accountId) => ({ ...item, accountId })) });
    const { state, items } = await read(id);
    expect([state, items.map(({ finalBalance }) => finalBalance !== null)]).toEqual(['to-post', [true, false]]);
    const next = new MonthInSteps(app, test, month.tenant, november);
    await next.toClosed((await next.toReview()).id);
    expect(await manualLines(november)).toEqual(['2: -1000 Двойное начисление']);
    expect((await read(id)).state).toBe('posted');
  });

  /** Its last day was that of October. */
  async function closeAccount(id: AccountId): Promise<void> {
    await test.asOwner(
      `update account_facts set valid = daterange(lower(valid), '2026-11-01') where account_id = $1 and superseded_at is null`,
      [id],
    );
  }

  it('are foreseen from a table, line by line, by the checks of the entry, and nothing is written', async () => {
    const [upkeep] = await inOurs((tx) => corrections().chargedFor(tx, account, october));
    const [{ number }, { number: other }] = await test.asOwner<[{ number: string }, { number: string }]>(
      'select number from accounts where id = any ($1) order by id = $2 desc',
      [[account, neighbour], account],
    );
    const row = { account: number, service: ` ${upkeep!.service.toUpperCase()} `, part: null, origin: october };
    const documents = () => test.asOwner('select count(*) as n from corrections');
    const before = await documents();
    const foreseen = await inOurs((tx) =>
      corrections().foresee(tx, [
        { ...row, change: { by: Money.parse('-100') } },
        { ...row, account: other, change: { to: Money.parse('1.00') } },
        { ...row, change: { by: Money.parse('-5') } },
        { ...row, account: '999', change: { by: Money.parse('1') } },
        { ...row, service: 'баня', change: { by: Money.parse('1') } },
        { ...row, origin: november, change: { by: Money.parse('1') } },
        { ...row, account: other, change: { by: Money.parse('-100000') } },
      ]),
    );
    expect(await documents()).toEqual(before);
    expect(foreseen.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      ...[null, null, 'correction.twice', 'correction.no-such-account', 'correction.no-such-service'],
      ...['correction.month-open', 'correction.below-zero'],
    ]);
    expect(foreseen[0]).toMatchObject({ was: upkeep!.amount, becomes: upkeep!.amount.minus(Money.parse('100')) });
    expect(foreseen[1]!.becomes!.toString()).toBe('1.00');
    expect(foreseen[1]!.was!.plus(foreseen[1]!.item!.amount)).toEqual(foreseen[1]!.becomes);
    const items = foreseen.flatMap(({ item }) => (item ? [item] : []));
    const id = await enter({ items });
    expect((await read(id)).items.map(({ amount }) => amount)).toEqual(items.map(({ amount }) => amount));
  });

  it('are taken back by a mirror document, once, and both stay', async () => {
    const id = await enter();
    const mirror = () =>
      inOurs((tx) => corrections().mirror(tx, id, { reason: 'Ошибка в корректировке', documentId: paper }, author!));
    const other = await mirror();
    expect(await read(other)).toMatchObject({ number: '2', mirrors: { id }, amount: Money.parse('100') });
    expect(await codeOf(mirror())).toBe('correction.mirrored');
    expect(
      await codeOf(inOurs((tx) => corrections().mirror(tx, other, { reason: 'и снова', documentId: paper }, author!))),
    ).toBe('correction.is-mirror');
    await new MonthInSteps(app, test, month.tenant, november).toReview();
    expect(await manualLines(november)).toEqual(['1: -10000 Двойное начисление', '1: 10000 Ошибка в корректировке']);
  });

  it('above the limit wait for a second person, and are posted by nobody till then', async () => {
    await test.asOwner(
      `insert into organization_settings (organization_id, code, valid, value, reason)
       values ($1, 'corrections.second-person-above', '[2026-01-01,)', '50', 'так принято')`,
      [month.tenant.organizationId],
    );
    const id = await enter();
    expect(await read(id)).toMatchObject({ state: 'waiting', aboveLimit: true });
    await new MonthInSteps(app, test, month.tenant, november).toReview();
    expect(await manualLines(november)).toEqual([]);
    const release = () => inOurs((tx) => corrections().release(tx, id, author!));
    expect(await codeOf(release())).toBe('approval.waiting');
    const approvals = app.get(Approvals);
    const [asked] = (await inOurs((tx) => approvals.list(tx, { state: 'waiting' }, { limit: 5 }))).items;
    await inOurs((tx) => approvals.decide(tx, asked!.id, { by: second!, decision: 'approved', note: null }));
    await release();
    expect(await read(id)).toMatchObject({ state: 'to-post' });
    expect(await codeOf(release())).toBe('correction.not-waiting');
    const waiting = await enter({ reason: 'Ещё одна' }, '-60.00');
    await inOurs((tx) => corrections().withdraw(tx, waiting, 'передумали', author!));
    expect(await read(waiting)).toMatchObject({ state: 'withdrawn', withdrawn: 'передумали' });
  });

  it('are found by reason, account, month and state', async () => {
    const id = await enter();
    const found = async (filter: Parameters<Corrections['list']>[1]) =>
      (await inOurs((tx) => corrections().list(tx, filter, { limit: 5 }))).items.map((one) => one.id);
    expect(await found({ text: 'двойное' })).toEqual([id]);
    expect(await found({ state: 'to-post', accountId: account, origin: october })).toEqual([id]);
    expect(await found({ accountId: neighbour })).toEqual([]);
    expect(await found({ state: 'posted' })).toEqual([]);
  });

  it('are refused with what is wrong', async () => {
    const item = correction({}, '-1').items[0]!;
    const refusals: [string, Partial<NewCorrection>, string?][] = [
      ['correction.empty', { items: [] }],
      ['correction.twice', { items: [item, item] }],
      ['correction.nothing', {}, '0.00'],
      ['correction.below-zero', {}, '-100000.00'],
      ['correction.month-open', { items: [{ ...item, origin: november }] }],
      ['correction.too-old', { items: [{ ...item, origin: parsePeriod('2023-11') }] }],
      ['correction.part-unknown', { items: [{ ...item, part: 'common' }] }],
      ['service.not-found', { items: [{ ...item, serviceId: '999999999' as ServiceId }] }],
      ['account.not-found', { items: [{ ...item, accountId: '999999999' as AccountId }] }],
      ['document.not-found', { documentId: '999999999' }],
    ];
    for (const [code, changes, amount] of refusals)
      expect([code, await codeOf(enter(changes, amount))]).toEqual([code, code]);
  });
});
