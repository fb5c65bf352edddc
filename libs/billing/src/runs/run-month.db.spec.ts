import { Assignments, OrganizationSettings } from '@dvor/catalogue';
import { Agreements, type NewHouse } from '@dvor/housing';
import { type AccountId, type HouseId, Money, parseDate, parsePeriod, type RunId } from '@dvor/kernel';
import { Balances, Ledger } from '@dvor/ledger';
import { AuditLog, ExceptionsInbox, sqlStateOf, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newFlat,
  newHouse,
  startBilling,
  startTestRedis,
  type Stock,
  type TestDatabase,
  type TestRedis,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { charge } from '../core/index.js';
import { reproduceHouse } from '../reproduce/reproduce-house.js';
import { snapshotOf } from './snapshot.js';

const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');
const december = parsePeriod('2026-12');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

beforeEach(() => settle([newHouse('1', 4), newHouse('2', 3)]));

/** A new organisation with these houses, in October. */
async function settle(houses: readonly NewHouse[]): Promise<void> {
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, houses));
  month = new MonthInSteps(app, test, tenant, october);
}

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const another = (period: typeof october) => new MonthInSteps(app, test, month.tenant, period);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

/** Puts each house into a chunk of its own, as many houses would be. */
async function splitIntoChunks(id: RunId): Promise<void> {
  await test.asOwner(`
    insert into billing_run_chunks (organization_id, run_id, chunk, house_ids)
    select organization_id, run_id, 100 + place, array[house] from billing_run_chunks, unnest(house_ids) with ordinality as h (house, place) where run_id = ${id};
    delete from billing_run_chunks where run_id = ${id} and chunk < 100`);
}

interface Line {
  readonly account_id: AccountId;
  readonly service_id: string;
  readonly supplier_id: string;
  readonly amount: string;
}

const linesOf = (id: RunId) =>
  test.asOwner<Line[]>(
    `select account_id, line, service_id, supplier_id, part, volume, amount, working::text as working
       from charge_lines where run_id = $1 order by account_id, line`,
    [id],
  );

/** All that a run and its closing leave in the books, but for ids and times. */
async function books(): Promise<unknown> {
  const tables = {
    lines:
      'select period, house_id, account_id, line, service_id, supplier_id, part, volume, amount, working::text from charge_lines where organization_id = $1 order by account_id, run_id, line',
    houses: `select house_id, accounts, lines, amount, encode(snapshot_hash, 'hex') as hash, totals from billing_run_houses where organization_id = $1 order by run_id, house_id`,
    parked:
      'select house_id, account_id, code, details from billing_run_parked where organization_id = $1 order by house_id, account_id, code',
    entries: 'select key, kind, period, booked_on from ledger_entries where organization_id = $1 order by key',
    postings:
      'select ledger_account, account_id, recipient_id, service_id, origin, kind, amount from ledger_postings where organization_id = $1 order by 2, 3, 4, amount',
    balances:
      'select period, account_id, opening, charged, paid, closing from account_balances where organization_id = $1 order by period, account_id',
    closed: 'select period from closed_months where organization_id = $1',
    inbox: 'select kind, dedupe_key, details, resolution from exceptions where organization_id = $1 order by id',
    events: 'select type from outbox_events where organization_id = $1 order by id',
    runs: `select state, encode(fingerprint, 'hex') as fingerprint, failure from billing_runs where organization_id = $1 order by id`,
  };
  const entries = Object.entries(tables).map(
    async ([name, sql]) => [name, await test.asOwner(sql, [month.tenant.organizationId])] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

const sum = (lines: readonly { amount: string }[]) => Money.sum(lines.map(({ amount }) => Money.ofKopecks(amount)));

describe('money that comes while a month is being closed', () => {
  it('stands in the month’s balances', async () => {
    const { id } = await month.toReview();
    await month.close(id);
    await month.beginClosing(id);
    await month.postChunks(id);
    const [account] = await test.asOwner<[{ id: AccountId; closing: string }]>(
      'select account_id as id, closing from account_balances where organization_id = $1 and closing > 0 order by account_id limit 1',
      [month.tenant.organizationId],
    );
    const owed = Money.ofKopecks(account.closing);
    await pay(account.id, '100.00');
    await month.finishClosing(id);
    expect(await month.summary(id)).toMatchObject({ state: 'closed', failure: null });
    const balances = new Balances();
    const after = await inOurs((tx) => balances.ofMonth(tx, october, [account.id]));
    expect(after.get(account.id)).toMatchObject({ paid: Money.parse('100'), closing: owed.minus(Money.parse('100')) });
    expect(await inOurs((tx) => balances.unsound(tx))).toEqual([]);
  });

  it('does not close the month when what was written down is not what came in', async () => {
    const { id } = await month.toReview();
    await month.close(id);
    await month.beginClosing(id);
    await month.postChunks(id);
    await test.asOwner(
      `update account_balances set paid = paid + 1, opening = opening + 1 where account_id =
         (select min(account_id) from account_balances where organization_id = $1)`,
      [month.tenant.organizationId],
    );
    await month.finishClosing(id);
    expect(await month.summary(id)).toMatchObject({
      state: 'closing',
      failure: '0.01 at the month’s start, 0.00 at the end of the one before',
    });
  });

  async function pay(accountId: AccountId, roubles: string): Promise<void> {
    const amount = Money.parse(roubles);
    const place = { recipientId: null, serviceId: null, origin: october, kind: 'charge' } as const;
    await inOurs((tx) =>
      new Ledger().post(tx, {
        key: `payment of ${accountId}`,
        kind: 'payment',
        period: october,
        bookedOn: parseDate('2026-10-31'),
        reason: 'касса',
        by: null,
        postings: [
          { ...place, ledgerAccount: 'receivable', accountId, amount: amount.negated() },
          { ...place, ledgerAccount: 'received', accountId: null, amount },
        ],
      }),
    );
  }
});

describe('a month', () => {
  it('goes from its request over review to postings and a closed month', async () => {
    const id = await month.request();
    expect(await month.summary(id)).toMatchObject({
      state: 'queued',
      period: october,
      fingerprint: null,
      houses: { total: 2, done: 0, posted: 0, parked: 0 },
    });

    const review = await month.calculate(id);
    const lines = await linesOf(id);
    expect(review).toMatchObject({
      state: 'review',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      houses: { total: 2, done: 2, posted: 0, parked: 0 },
      accounts: 7,
      lines: lines.length,
      amount: sum(lines),
    });
    expect(new Set(lines.map(({ account_id }) => account_id)).size).toBe(7);
    expect(await inOurs((tx) => app.get(Balances).of(tx, [lines[0]!.account_id]))).toEqual(
      new Map([[lines[0]!.account_id, Money.zero]]),
    );

    expect(await month.toClosed(id)).toMatchObject({
      state: 'closed',
      failure: null,
      amount: review.amount,
      houses: { posted: 2 },
    });
    expect(await linesOf(id)).toEqual(lines);
    expect(await inOurs((tx) => app.get(Ledger).lastClosedMonth(tx))).toBe(october);
    expect(
      await test.asOwner('select type from outbox_events where organization_id = $1 order by id', [
        month.tenant.organizationId,
      ]),
    ).toEqual(
      ['billing.run-requested', 'billing.run-ready', 'billing.closing-requested', 'billing.month-closed'].map(
        (type) => ({ type }),
      ),
    );
    const actions = await test.asOwner<{ action: string }[]>(
      `select action from audit_entries where organization_id = $1 and object_type = 'run' order by id`,
      [month.tenant.organizationId],
    );
    expect(actions.map(({ action }) => action)).toEqual(['run.request', 'run.close']);
  });

  it('posts its lines exactly: by account, service and supplier, one balanced entry a house', async () => {
    const { id } = await month.toReview();
    await month.toClosed(id);
    const key = ({ account_id, service_id, supplier_id }: Line) => `${account_id} ${service_id} ${supplier_id}`;
    const charged = new Map<string, bigint>();
    for (const line of await linesOf(id)) charged.set(key(line), (charged.get(key(line)) ?? 0n) + BigInt(line.amount));
    const posted = await test.asOwner<Line[]>(
      `select account_id, service_id, recipient_id as supplier_id, amount from ledger_postings
        where organization_id = $1 and ledger_account = 'receivable'`,
      [month.tenant.organizationId],
    );
    expect(new Map(posted.map((posting) => [key(posting), BigInt(posting.amount)]))).toEqual(charged);
    expect(posted).toHaveLength(charged.size);
    const entries = await test.asOwner<{ key: string; total: string }[]>(
      `select e.key, sum(p.amount) as total from ledger_entries e join ledger_postings p on p.entry_id = e.id
        where e.organization_id = $1 group by e.id order by e.id`,
      [month.tenant.organizationId],
    );
    expect(entries).toEqual(stock.houses.map((house) => ({ key: `accrual-${id}-${house.id}`, total: '0' })));
  });

  it('carries what is owed on to the next', async () => {
    await month.toClosed((await month.toReview()).id);
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    const next = another(november);
    const { id } = await next.toReview();
    await next.toClosed(id);
    const balances = app.get(Balances);
    const [first, second] = await inOurs(async (tx) => [
      await balances.ofMonth(tx, october, [account]),
      await balances.ofMonth(tx, november, [account]),
    ]);
    expect(second!.get(account)!.opening).toEqual(first!.get(account)!.closing);
    expect(await inOurs((tx) => balances.unsound(tx))).toEqual([]);
    const statement = await inOurs((tx) => balances.statement(tx, account));
    expect(statement.map(({ period }) => period)).toEqual([october, november]);
    expect(statement.at(-1)!.balance).toEqual(second!.get(account)!.closing);
  });

  it('keeps the facts of each house, from which the very same lines follow', async () => {
    const { id } = await month.toReview();
    const stored = await linesOf(id);
    const again = await inOurs(async (tx) => {
      const lines = [];
      for (const house of stock.houses) lines.push(...charge(await snapshotOf(tx, id, house.id), october).lines);
      return lines;
    });
    const shown = (account: string, amount: string, working: string) => `${account} ${amount} ${working}`;
    expect(
      again
        .map(({ premises, amount, working }) => shown(premises, amount.kopecks.toString(), JSON.stringify(working)))
        .sort(),
    ).toEqual(
      stored
        .map((line) => shown(line.account_id, line.amount, (line as unknown as { working: string }).working))
        .sort(),
    );
  });

  it('takes every step twice as if it were once', async () => {
    await settle([newHouse('1', 4), newHouse('2', 3)]);
    const id = await month.request();
    const twice = async (step: (id: RunId) => Promise<unknown>) => {
      await step.call(month, id);
      const once = await books();
      await step.call(month, id);
      expect(await books()).toEqual(once);
    };
    await twice(month.begin);
    await twice(month.calculateChunks);
    await twice(month.finishCalculation);
    await month.close(id);
    await twice(month.beginClosing);
    await twice(month.postChunks);
    await twice(month.finishClosing);
    for (const late of [
      month.begin,
      month.calculateChunks,
      month.finishCalculation,
      month.beginClosing,
      month.postChunks,
    ])
      await twice(late);
    expect(await month.summary(id)).toMatchObject({ state: 'closed' });
  });

  it('comes to the same when its chunks are calculated and posted at once, and each by two', async () => {
    const one = await month.toReview();
    const expected = await linesOf(one.id);
    await app.runs.cancel(month.tenant, one.id, null);
    await app.engine.clearCancelled(month.tenant.organizationId, one.id);

    const id = await month.request();
    await splitIntoChunks(id);
    await month.begin(id);
    const chunks = (await month.chunks(id)).flatMap((chunk) => [chunk, chunk]);
    await Promise.all(chunks.map((chunk) => app.engine.calculateChunk(month.tenant.organizationId, id, chunk)));
    await month.finishCalculation(id);
    expect(await linesOf(id)).toEqual(expected);
    await month.close(id);
    await month.beginClosing(id);
    await Promise.all(chunks.map((chunk) => app.engine.postChunk(month.tenant.organizationId, id, chunk)));
    await month.finishClosing(id);
    expect(await month.summary(id)).toMatchObject({
      state: 'closed',
      amount: one.amount,
      fingerprint: one.fingerprint,
    });
  });
});

describe('the order of months', () => {
  const request = (period: typeof october) => codeOf(app.runs.request(month.tenant, { period, by: null }));

  it('is kept: one run a month, none of a month that has not begun', async () => {
    expect(await request(december)).toBe('run.month-not-begun');
    expect(await request(october)).toBe('done');
    expect(await request(october)).toBe('run.already-exists');
  });

  it('does not let two who ask at once have two runs', async () => {
    expect((await Promise.all([request(october), request(october)])).sort()).toEqual(['done', 'run.already-exists']);
  });

  it('goes on from the last closed month, without a gap', async () => {
    await month.toClosed((await month.toReview()).id);
    for (const period of [september, october]) expect(await request(period)).toBe('run.month-closed');
    await test.asOwner(`update organizations set demo_now = '2026-12-05' where id = $1`, [month.tenant.organizationId]);
    expect(await request(december)).toBe('run.earlier-month-open');
    expect(await request(november)).toBe('done');
  });

  it('is kept from the first month on', async () => {
    await month.request();
    expect(await request(november)).toBe('run.earlier-month-open');
  });

  it('is kept in closing, where an earlier month was thought of later', async () => {
    const later = await month.toReview();
    const before = another(september);
    const earlier = await before.toReview();
    expect(await codeOf(month.close(later.id))).toBe('run.earlier-month-open');
    await before.toClosed(earlier.id);
    expect(await month.toClosed(later.id)).toMatchObject({ state: 'closed' });
  });

  it('needs a house', async () => {
    await settle([]);
    expect(await request(october)).toBe('run.no-houses');
  });

  it('tells the month to work on', async () => {
    expect(await inOurs((tx) => app.runs.workingPeriod(tx))).toBe(november); // the clock's
    await month.toClosed((await month.toReview()).id);
    expect(await inOurs((tx) => app.runs.workingPeriod(tx))).toBe(november);
  });
});

describe('a cancelled run', () => {
  it('in the middle leaves no lines, and no job of it writes any more', async () => {
    const id = await month.request();
    await splitIntoChunks(id);
    await month.begin(id);
    const [first, second] = await month.chunks(id);
    await app.engine.calculateChunk(month.tenant.organizationId, id, first!);
    expect(await linesOf(id)).not.toEqual([]);
    await app.runs.cancel(month.tenant, id, null);
    await app.engine.calculateChunk(month.tenant.organizationId, id, second!);
    await month.finishCalculation(id);
    await app.engine.clearCancelled(month.tenant.organizationId, id);
    await app.engine.clearCancelled(month.tenant.organizationId, id);
    expect(await linesOf(id)).toEqual([]);
    expect(await month.summary(id)).toMatchObject({ state: 'cancelled' });
  });

  it('waits for the chunk that is just being calculated', async () => {
    const id = await month.request();
    await month.begin(id);
    const [chunk] = await month.chunks(id);
    await Promise.all([
      app.engine.calculateChunk(month.tenant.organizationId, id, chunk!),
      app.runs.cancel(month.tenant, id, null),
    ]);
    await app.engine.clearCancelled(month.tenant.organizationId, id);
    expect(await linesOf(id)).toEqual([]);
  });

  it('makes room for another of the same month', async () => {
    const { id } = await month.toReview();
    await app.runs.cancel(month.tenant, id, null);
    await app.engine.clearCancelled(month.tenant.organizationId, id);
    const again = await month.toReview();
    expect(again.id).not.toBe(id);
    expect((await linesOf(again.id)).length).toBe(again.lines);
  });

  it('is not one that has begun to close', async () => {
    const { id } = await month.toReview();
    await month.close(id);
    expect(await codeOf(app.runs.cancel(month.tenant, id, null))).toBe('run.wrong-state');
    await month.beginClosing(id);
    await month.postChunks(id);
    await month.finishClosing(id);
    for (const move of [app.runs.cancel, app.runs.retry, app.runs.close])
      expect(await codeOf(move.call(app.runs, month.tenant, id, null))).toBe('run.wrong-state');
  });
});

describe('an account that cannot be calculated', () => {
  const nobody = newFlat('2', 2, { residents: 0, more: { owners: [] } }); // charged by persons, and there are none
  const parkedAccount = () => stock.houses[1]!.premises[1]!.accountIds[0]!;
  const inbox = (state: 'open' | 'resolved') =>
    inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state }, { limit: 100 }));

  beforeEach(() => settle([newHouse('1', 2), newHouse('2', [newFlat('2', 1), nobody, newFlat('2', 3)])]));

  /** Somebody moves in, and everything else stays as it was. */
  const mend = () =>
    test.asOwner(
      `with party as (insert into parties (organization_id, kind, name) values ($1, 'person', 'Новый житель') returning id)
       insert into residencies (organization_id, house_id, account_id, party_id, kind, valid, reason)
       select $1, $2, $3, id, 'permanent', '[2026-01-01,)', 'нашёлся' from party`,
      [month.tenant.organizationId, stock.houses[1]!.id, parkedAccount()],
    );

  it('is parked with its reason, is shown in the inbox and blocks closing, while all others are billed', async () => {
    const review = await month.toReview();
    expect(review).toMatchObject({ state: 'review', accounts: 4, houses: { done: 2, parked: 1 } });
    const { parkedItems } = await app.runs.detail(month.tenant, review.id);
    expect(parkedItems.length).toBeGreaterThan(0);
    for (const item of parkedItems)
      expect(item).toMatchObject({ houseId: stock.houses[1]!.id, accountId: parkedAccount(), code: 'no-persons' });
    expect((await linesOf(review.id)).some(({ account_id }) => account_id === parkedAccount())).toBe(false);
    expect((await inbox('open')).items[0]).toMatchObject({
      kind: 'billing.account-parked',
      objectType: 'account',
      objectId: parkedAccount(),
      objectLabel: '00020002',
      details: { code: 'no-persons', period: '2026-10', runId: review.id },
    });
    expect(await codeOf(month.close(review.id))).toBe('run.has-parked');
    expect(await month.summary(review.id)).toMatchObject({ state: 'review' });
  });

  it('blocks closing for a member who does not see its house, too', async () => {
    const review = await month.toReview();
    const elsewhere = { ...month.tenant, houseIds: [stock.houses[0]!.id] };
    expect(await codeOf(app.runs.close(elsewhere, review.id, null))).toBe('run.has-parked');
  });

  it('is calculated again once its facts are mended, and the run closes', async () => {
    const { id, fingerprint } = await month.toReview();
    const before = await linesOf(id);
    await mend();
    await app.runs.retry(month.tenant, id, null);
    expect(await month.summary(id)).toMatchObject({ state: 'calculating', fingerprint: null });
    const review = await month.calculate(id);
    expect(review).toMatchObject({ state: 'review', accounts: 5, houses: { parked: 0 } });
    expect(review.fingerprint).not.toBe(fingerprint);
    const lines = await linesOf(id);
    expect(lines.filter(({ account_id }) => account_id !== parkedAccount())).toEqual(before);
    expect(lines.some(({ account_id }) => account_id === parkedAccount())).toBe(true);
    expect((await inbox('open')).items).toEqual([]);
    expect(await month.toClosed(id)).toMatchObject({ state: 'closed', amount: review.amount });
  });

  it('stays parked when nothing was mended', async () => {
    const { id, fingerprint } = await month.toReview();
    const before = await books();
    await app.runs.retry(month.tenant, id, null);
    const review = await month.calculate(id);
    expect(review).toMatchObject({ state: 'review', fingerprint, houses: { parked: 1 } });
    const after = (await books()) as { lines: unknown; parked: unknown };
    expect([after.lines, after.parked]).toEqual([(before as typeof after).lines, (before as typeof after).parked]);
  });
});

describe('an organisation that bills nobody without an agreement (HSE-06)', () => {
  const agree = (houseId: HouseId, from: string, to: string | null = null) =>
    inOurs((tx) =>
      app
        .get(Agreements)
        .add(
          tx,
          { houseId, kind: 'management', number: '1', signedOn: parseDate('2020-01-01'), ...days(from, to) },
          entered,
        ),
    );
  const choose = (from: string) =>
    inOurs((tx) =>
      new OrganizationSettings().choose(
        tx,
        { code: 'agreement.required', value: true, basis: null, ...days(from) },
        entered,
      ),
    );

  it('parks a house whose agreement has ended, names the days, and bills it once it has another', async () => {
    const [first, second] = stock.houses;
    await choose('2026-10-01');
    await agree(first!.id, '2020-01-01');
    await agree(second!.id, '2020-01-01', '2026-10-21');
    const { id, ...review } = await month.toReview();
    expect(review).toMatchObject({ state: 'review', accounts: 4, houses: { done: 2, parked: 1 } });
    expect((await app.runs.detail(month.tenant, id)).parkedItems).toEqual([
      { houseId: second!.id, accountId: null, code: 'no-agreement', details: { days: '21.10.2026–31.10.2026' } },
    ]);
    const { items } = await inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 100 }));
    expect(items).toMatchObject([
      {
        kind: 'billing.house-parked',
        objectId: second!.id,
        details: { code: 'no-agreement', days: '21.10.2026–31.10.2026' },
      },
    ]);
    expect(await codeOf(month.close(id))).toBe('run.has-parked');
    await agree(second!.id, '2026-10-21');
    await app.runs.retry(month.tenant, id, null);
    const agreed = await month.calculate(id);
    expect(agreed).toMatchObject({ accounts: 7, houses: { parked: 0 } });
    expect(agreed.fingerprint).not.toBe(review.fingerprint); // the facts are the same, the bills are not
  });

  it('bills as ever until its choice holds', async () => {
    await choose('2026-10-02');
    expect(await month.toReview()).toMatchObject({ accounts: 7, houses: { parked: 0 } });
  });

  it('bills the tenant who has an agreement of his own', async () => {
    await choose('2020-01-01');
    const [first, second] = stock.houses;
    await agree(first!.id, '2020-01-01');
    const [flat] = second!.premises;
    await inOurs((tx) =>
      new Agreements(new AuditLog()).add(
        tx,
        {
          ...{ houseId: second!.id, premisesId: flat!.id, kind: 'tenancy', number: '7' },
          ...{ signedOn: parseDate('2020-01-01'), ...days('2020-01-01') },
        },
        entered,
      ),
    );
    const review = await month.toReview();
    expect(review).toMatchObject({ accounts: 5 });
    const { parkedItems } = await app.runs.detail(month.tenant, review.id);
    const others = second!.premises.slice(1).map(({ accountIds }) => accountIds[0]);
    expect(parkedItems.map(({ accountId, code }) => [accountId, code])).toEqual(
      others.map((accountId) => [accountId, 'no-agreement']),
    );
    const proof = await inOurs((tx) => reproduceHouse(tx, review, second!.id));
    expect(proof).toMatchObject({ differences: [], faults: [] }); // whoever was held back is held back
    expect(proof.lines).toBeGreaterThan(0);
  });
});

describe('a house that the engine cannot make head or tail of', () => {
  it('is parked alone: its neighbours in the chunk are billed', async () => {
    const [first, second] = stock.houses;
    await test.asOwner(
      `update service_assignments set settings = '{"of": 7}' where house_id = $1 and method = 'sewage'`,
      [second!.id],
    );
    const { id, ...review } = await month.toReview();
    expect(review).toMatchObject({ state: 'review', accounts: 4, houses: { done: 2, parked: 1 } });
    const { parkedItems } = await app.runs.detail(month.tenant, id);
    expect(parkedItems).toEqual([
      {
        houseId: second!.id,
        accountId: null,
        code: 'engine-fault',
        details: { message: expect.stringContaining('TypeError') },
      },
    ]);
    const houses = await app.runs.houses(month.tenant, id);
    expect(houses.map(({ houseId, accounts }) => [houseId, accounts])).toEqual([
      [first!.id, 4],
      [second!.id, 0],
    ]);
  });
});

describe('a service that changes hands inside the month', () => {
  it('is due to each supplier for its days', async () => {
    const house = stock.houses[0]!;
    await inOurs(async (tx) => {
      await tx.query(`update service_assignments set superseded_at = now() where house_id = $1 and service_id = $2`, [
        house.id,
        stock.upkeep,
      ]);
      const upkeep = { houseId: house.id, serviceId: stock.upkeep, method: 'area' };
      await new Assignments().assign(
        tx,
        [
          { ...upkeep, supplierId: stock.company, ...days('2020-01-01', '2026-10-11') },
          { ...upkeep, supplierId: stock.utility, ...days('2026-10-11') },
        ],
        entered,
      );
    });
    const { id } = await month.toReview();
    const account = house.premises[0]!.accountIds[0]!;
    const lines = (await linesOf(id)).filter((line) => line.account_id === account && line.service_id === stock.upkeep);
    expect(lines.map(({ supplier_id }) => supplier_id)).toEqual([stock.company, stock.utility]);
    await month.toClosed(id);
    const due = await test.asOwner<{ recipient_id: string; amount: string }[]>(
      `select recipient_id, amount from ledger_postings
        where account_id = $1 and service_id = $2 and ledger_account = 'receivable' order by recipient_id`,
      [account, stock.upkeep],
    );
    expect(due.map(({ recipient_id, amount }) => [recipient_id, amount])).toEqual(
      lines.map((line) => [line.supplier_id, line.amount]),
    );
  });
});

describe('the fingerprint', () => {
  const rerun = async (id: RunId) => {
    await app.runs.cancel(month.tenant, id, null);
    return month.toReview();
  };

  it('is the same for the same facts', async () => {
    const first = await month.toReview();
    expect((await rerun(first.id)).fingerprint).toBe(first.fingerprint);
  });

  it.each([
    [
      'a reading',
      'update readings set amounts = array[amounts[1] + 0.001] where ctid = (select min(ctid) from readings where organization_id = $1)',
    ],
    [
      'a tariff',
      `update tariffs set rates = '{"rate": "31.21"}' where organization_id = $1 and rates = '{"rate": "31.20"}'`,
    ],
    [
      'an area',
      'update premises_facts set area = area + 0.01 where ctid = (select min(ctid) from premises_facts where organization_id = $1)',
    ],
    [
      'a resident',
      `update residencies set valid = '[2015-01-01,2026-10-31)' where ctid = (select min(ctid) from residencies where organization_id = $1)`,
    ],
  ])('differs where %s differs', async (_what, change) => {
    const first = await month.toReview();
    await test.asOwner(change, [month.tenant.organizationId]);
    expect((await rerun(first.id)).fingerprint).not.toBe(first.fingerprint);
  });

  it('does not mind facts of another month or of another organisation', async () => {
    const first = await month.toReview();
    const ours = month;
    await settle([newHouse('1', 2)]);
    month = ours;
    await test.asOwner(
      `insert into residencies (organization_id, house_id, account_id, party_id, kind, valid, reason)
       select organization_id, house_id, account_id, party_id, 'temporary', '[2026-11-05,2026-11-20)', 'гость' from residencies where organization_id = $1 limit 1`,
      [month.tenant.organizationId],
    );
    expect((await rerun(first.id)).fingerprint).toBe(first.fingerprint);
  });
});

describe('lines', () => {
  const attempt = (sql: string) =>
    inOurs((tx) => tx.query<unknown>(sql)).then((rows) => JSON.stringify(rows), sqlStateOf);

  it.each(['charge_lines', 'charge_lines_2026_10'])('are never changed, by way of %s', async (table) => {
    await month.toReview();
    expect(await attempt(`update ${table} set amount = 0`)).toBe('42501');
  });

  it('of a run that is reviewed or closed do not go', async () => {
    const { id } = await month.toReview();
    const lines = await linesOf(id);
    await attempt('delete from charge_lines');
    expect(await linesOf(id)).toEqual(lines);
    await month.toClosed(id);
    await attempt('delete from charge_lines');
    expect(await attempt('delete from charge_lines_2026_10')).toBe('42501');
    expect(await attempt('truncate charge_lines')).toBe('42501');
    expect(await linesOf(id)).toEqual(lines);
  });

  it('that were tampered with after review do not become a closed month', async () => {
    const { id } = await month.toReview();
    await test.asOwner('update charge_lines set amount = amount + 1 where run_id = $1 and line = 1', [id]);
    const run = await month.toClosed(id);
    expect(run).toMatchObject({
      state: 'closing',
      failure: expect.stringMatching(/^\d+ kopecks charged, \d+ posted$/),
    });
    expect(await inOurs((tx) => app.get(Ledger).lastClosedMonth(tx))).toBeNull();
  });
});

describe('a member who looks after one house', () => {
  it('sees its part of the run', async () => {
    const { id } = await month.toReview();
    const scoped = { ...month.tenant, houseIds: [stock.houses[1]!.id] };
    const houses = await app.runs.houses(scoped, id);
    expect(houses.map(({ houseId }) => houseId)).toEqual([stock.houses[1]!.id]);
    expect(await app.runs.summary(scoped, id)).toMatchObject({ accounts: 3, amount: houses[0]!.amount });
    expect(Money.sum((await app.runs.detail(scoped, id)).totals.map(({ amount }) => amount))).toEqual(
      houses[0]!.amount,
    );
  });

  it('asks for the run of all houses, for there is no other', async () => {
    const scoped = { ...month.tenant, houseIds: [stock.houses[1]!.id] as HouseId[] };
    const { id } = await app.runs.request(scoped, { period: october, by: null });
    expect((await month.calculate(id)).accounts).toBe(7);
  });
});

describe('another organisation', () => {
  it('neither sees the run nor moves it', async () => {
    const { id } = await month.toReview();
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    for (const look of ['summary', 'detail', 'houses'] as const)
      expect(await codeOf(app.runs[look](theirs, id))).toBe('run.not-found');
    for (const move of ['cancel', 'retry', 'close'] as const)
      expect(await codeOf(app.runs[move](theirs, id, null))).toBe('run.not-found');
    await app.engine.clearCancelled(theirs.organizationId, id);
    await app.engine.postChunk(theirs.organizationId, id, 1);
    expect(await month.summary(id)).toMatchObject({ state: 'review' });
    expect((await app.runs.list(theirs, { limit: 10 })).items).toEqual([]);
  });
});

describe('the list of runs', () => {
  it('is read a page at a time, the newest first', async () => {
    const ids: RunId[] = [];
    for (let i = 0; i < 3; i += 1) {
      ids.unshift(await month.request());
      await app.runs.cancel(month.tenant, ids[0]!, null);
    }
    const first = await app.runs.list(month.tenant, { limit: 2 });
    const second = await app.runs.list(month.tenant, { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    const forged = Buffer.from('["newest"]').toString('base64url');
    expect(await codeOf(app.runs.list(month.tenant, { limit: 2, cursor: forged }))).toBe('cursor.invalid');
  });
});
