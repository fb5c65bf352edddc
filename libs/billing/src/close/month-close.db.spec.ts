import type { NewHouse } from '@dvor/housing';
import { type AccountId, parsePeriod, type RunId, type UserId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { Approvals, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
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
import type { HoldCode } from '../holds/find-anomalies.js';
import { HeldBills } from '../holds/held-bills.js';
import { MonthClose } from './month-close.js';

const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let held: HeldBills;
let closing: MonthClose;
let approvals: Approvals;
let anna: UserId;
let vera: UserId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  [held, closing, approvals] = [app.get(HeldBills), app.get(MonthClose), app.get(Approvals)];
  [{ id: anna }, { id: vera }] = await test.asOwner<[{ id: UserId }, { id: UserId }]>(
    `insert into users (kind, email, name, password_hash)
     values ('staff', 'a@dvor.test', 'Анна', '-'), ('staff', 'v@dvor.test', 'Вера', '-') returning id`,
  );
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

beforeEach(() => settle([newHouse('1', 4)]));

/** A new organisation with these houses, in October. */
async function settle(houses: readonly NewHouse[], now?: string): Promise<void> {
  const tenant = await makeOrganization(test, now ? { now } : {});
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, houses));
  month = new MonthInSteps(app, test, tenant, october);
}

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const refused = (code: string) => expect.objectContaining({ code });
const accountOf = (flat: number): AccountId => stock.houses[0]!.premises[flat - 1]!.accountIds[0]!;
const holdsOf = async (run: RunId, state: 'held' | 'accepted' | 'released' = 'held') =>
  (await held.list(month.tenant, run, { state }, { limit: 500 })).items;
const codesOf = async (run: RunId) => (await holdsOf(run)).map(({ code }) => code);
const approve = (id: string) =>
  inOurs((tx) => approvals.decide(tx, id as never, { by: vera, decision: 'approved', note: null }));
const accept = (run: RunId, code: HoldCode) =>
  held.accept(month.tenant, run, { all: { code } }, { by: anna, reason: 'проверено' });

/** Writes another dial at the reading of October into a flat's meter. */
const misread = (flat: number, dial: string) =>
  test.asOwner(
    `update readings set amounts = array[$2::numeric]
      where taken_on = '2026-10-20' and meter_id = (select id from meters where premises_id = $1)`,
    [stock.houses[0]!.premises[flat - 1]!.id, dial],
  );

/** Everybody lives two to a flat of one size, so that only what the test changes tells them apart. */
const alike = (flats: number) =>
  newHouse(
    '1',
    Array.from({ length: flats }, (_, i) =>
      newFlat('1', i + 1, { residents: 2, more: { facts: [{ ...days('2015-01-01'), area: '50.00' }] } }),
    ),
  );

describe('the anomaly gate', () => {
  it('holds nothing of an ordinary month', async () => {
    await settle([alike(18)]);
    const { id } = await month.toReview();
    expect(await codesOf(id)).toEqual([]);
  });

  it('holds a flat far above those like it, and tells the bound', async () => {
    await settle([alike(18)]);
    await misread(1, '400');
    const { id } = await month.toReview();
    const holds = await holdsOf(id);
    expect(holds).toContainEqual(
      expect.objectContaining({
        code: 'above-similar',
        accountId: accountOf(1),
        accountNumber: '00010001',
        service: expect.objectContaining({ name: 'cold-water' }),
        details: { amount: expect.stringMatching(/^12668\.85$/), similar: expect.any(String), flats: 12 },
      }),
    );
    expect(new Set(holds.map(({ accountId }) => accountId))).toEqual(new Set([accountOf(1)]));
  });

  it('compares a reading of two months as one of each, and a large family with others as large', async () => {
    await settle([alike(18)], '2026-12-02T03:00:00Z');
    await test.asOwner(
      // nobody but flat 1 has told October's: it brought as much in November as the others in both
      `delete from readings where taken_on = '2026-10-20' and organization_id = $1
          and meter_id = (select id from meters where premises_id = $2)`,
      [month.tenant.organizationId, stock.houses[0]!.premises[0]!.id],
    );
    await month.toClosed((await month.toReview()).id);
    await test.asOwner(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       select r.organization_id, r.house_id, r.meter_id, '2026-11-20', array[(array_agg(r.amounts[1] order by taken_on desc))[1] + case when m.premises_id = $2 then 32 else 16 end], 'resident'
         from readings r join meters m on m.id = r.meter_id where r.organization_id = $1 group by 1, 2, 3, m.premises_id`,
      [month.tenant.organizationId, stock.houses[0]!.premises[0]!.id],
    );
    const { id } = await new MonthInSteps(app, test, month.tenant, november).toReview();
    const [{ days }] = await test.asOwner<[{ days: number }]>(
      `select (working #>> '{readings,0,to,0}')::date - (working #>> '{readings,0,from,0}')::date as days
         from charge_lines where run_id = $1 and account_id = $2 and working ->> 'formula' = 'meter'`,
      [id, accountOf(1)],
    );
    expect(days).toBeGreaterThan(50);
    expect((await holdsOf(id)).filter(({ code }) => code === 'above-similar')).toEqual([]);
  });

  it('compares with the part of a month that an account had', async () => {
    await settle([alike(6)], '2026-12-02T03:00:00Z');
    await test.asOwner(`update account_facts set valid = daterange('2026-10-27', null) where account_id = $1`, [
      accountOf(3),
    ]);
    await month.toClosed((await month.toReview()).id);
    const { id } = await new MonthInSteps(app, test, month.tenant, november).toReview();
    const sums = await test.asOwner<{ amount: string }[]>(
      'select sum(amount)::text as amount from charge_lines where account_id = $1 group by period order by period',
      [accountOf(3)],
    );
    expect(Number(sums[1]!.amount)).toBeGreaterThan(3 * Number(sums[0]!.amount)); // five days, then thirty
    expect(await codesOf(id)).not.toContain('above-last-month');
  });

  it('holds a service that has grown for the whole house once, and all its bills with it', async () => {
    await settle([alike(6)], '2026-12-02T03:00:00Z');
    await month.toClosed((await month.toReview()).id);
    await test.asOwner(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       select organization_id, house_id, meter_id, '2026-11-20', array[amounts[1] + 60], 'resident'
         from readings where taken_on = '2026-10-20' and organization_id = $1`,
      [month.tenant.organizationId],
    );
    await test.asOwner(
      `insert into organization_settings (organization_id, code, value, valid, reason)
       select $1, code, value::jsonb, '[2020-01-01,)', 'x' from (values ('anomaly.usual-times', '100'), ('anomaly.similar-percent', '1000')) v (code, value)`,
      [month.tenant.organizationId],
    );
    const { id } = await new MonthInSteps(app, test, month.tenant, november).toReview();
    const holds = await holdsOf(id);
    expect(holds.map(({ code, accountId, service }) => [code, accountId, service?.name])).toEqual(
      expect.arrayContaining([['house-grown', null, 'cold-water']]),
    );
    expect(holds.filter(({ code, service }) => code === 'house-grown' && service?.name === 'cold-water')).toHaveLength(
      1,
    );
    const { checks } = await closing.checklist(month.tenant, id);
    expect(checks.find(({ code }) => code === 'held')!.figures['bills']).toBeGreaterThan(1);
    await held.accept(month.tenant, id, { all: { code: 'house-grown' } }, { by: anna, reason: 'поливали двор' });
    expect(await codesOf(id)).toEqual([]);
  });

  it('leaves a small house alone: of a few somebody is always above', async () => {
    await settle([alike(6)]);
    await misread(1, '400');
    const { id } = await month.toReview();
    expect(await codesOf(id)).not.toContain('above-similar');
  });

  it('holds ten times the usual and half as much again as last month, but not a house that has grown as a whole', async () => {
    await settle([alike(6)], '2026-12-02T03:00:00Z');
    await month.toClosed((await month.toReview()).id);
    await test.asOwner(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       select organization_id, house_id, meter_id, '2026-11-20', array[amounts[1] + case when meter_id = (select id from meters where premises_id = $2) then 300 else 5 end], 'resident'
         from readings where taken_on = '2026-10-20' and organization_id = $1`,
      [month.tenant.organizationId, stock.houses[0]!.premises[0]!.id],
    );
    const { id } = await new MonthInSteps(app, test, month.tenant, november).toReview();
    const holds = await holdsOf(id);
    expect(new Set(holds.map(({ accountId }) => accountId))).toEqual(new Set([accountOf(1)]));
    expect(holds.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['times-usual', 'times-usual', 'above-last-month']), // water and sewage
    );
    await test.asOwner(
      // now everybody's
      `update readings set amounts = array[amounts[1] + 300] where taken_on = '2026-11-20' and organization_id = $1
          and meter_id <> (select id from meters where premises_id = $2)`,
      [month.tenant.organizationId, stock.houses[0]!.premises[0]!.id],
    );
    await app.runs.retry(month.tenant, id, null, 'all');
    await new MonthInSteps(app, test, month.tenant, november).calculate(id);
    expect(await codesOf(id)).not.toContain('above-last-month');
  });

  it('holds nothing charged where people live', async () => {
    await test.asOwner(`update tariffs set rates = '{"rate":"0"}' where organization_id = $1`, [
      month.tenant.organizationId,
    ]);
    const { id } = await month.toReview();
    const holds = await holdsOf(id);
    expect(holds.map(({ code, accountId, details }) => [code, accountId, details])).toEqual(
      [2, 3, 4].map((flat) => ['zero-with-residents', accountOf(flat), { persons: flat - 1 }]),
    );
  });

  it('keeps an acceptance of the same figures through a calculation, and holds other figures again', async () => {
    await settle([alike(18)]);
    await misread(1, '400');
    const { id } = await month.toReview();
    expect(await accept(id, 'above-similar')).toBeGreaterThan(0);
    expect(await codesOf(id)).not.toContain('above-similar');
    const again = async () => {
      await app.runs.retry(month.tenant, id, null, [stock.houses[0]!.id]);
      await month.calculate(id);
    };
    await again();
    expect(await codesOf(id)).not.toContain('above-similar');
    expect((await holdsOf(id, 'accepted'))[0]).toMatchObject({ note: 'проверено', decidedBy: 'Анна' });
    await misread(1, '500');
    await again();
    expect(await codesOf(id)).toContain('above-similar');
    await misread(1, '105');
    await again();
    expect(await codesOf(id)).not.toContain('above-similar');
    expect((await holdsOf(id, 'released')).length).toBeGreaterThan(0);
  });

  it('looks with the organisation’s own bounds', async () => {
    await settle([alike(18)]);
    await misread(1, '400');
    await test.asOwner(
      `insert into organization_settings (organization_id, code, value, valid, reason) values ($1, 'anomaly.similar-percent', '1000', '[2020-01-01,)', 'x')`,
      [month.tenant.organizationId],
    );
    await misread(1, '125');
    const { id } = await month.toReview();
    expect(await codesOf(id)).toEqual([]);
  });
});

describe('closing a month', () => {
  const close = (id: RunId) => closing.close(month.tenant, id, anna);

  it('needs another’s word, given of this very calculation', async () => {
    const { id } = await month.toReview();
    await expect(close(id)).rejects.toEqual(refused('approval.required'));
    const asked = await closing.askToClose(month.tenant, id, { by: anna, reason: 'сверено' });
    expect(await closing.checklist(month.tenant, id)).toMatchObject({
      mayClose: true,
      current: null,
      closing: { required: true, approval: { id: asked.id, state: 'waiting' } },
    });
    await approve(asked.id);
    await app.runs.retry(month.tenant, id, null, 'all');
    await misread(1, '111');
    await month.calculate(id);
    await expect(close(id)).rejects.toEqual(refused('approval.required')); // other figures than were approved
    await approve((await closing.askToClose(month.tenant, id, { by: anna, reason: 'сверено' })).id);
    expect(await close(id)).toMatchObject({ state: 'closing' });
  });

  it('is blocked by held bills, unless they are accepted or two people answer for leaving them', async () => {
    await settle([alike(18)]);
    await misread(1, '400');
    const { id } = await month.toReview();
    await inOurs((tx) => approvals.waive(tx, 'run.close', { by: null, reason: 'один бухгалтер', deciders: [] }));
    await expect(close(id)).rejects.toMatchObject({ code: 'check.red', details: { check: 'held' } });
    const list = await closing.checklist(month.tenant, id);
    expect(list).toMatchObject({ mayClose: false, current: 'charges' });
    expect(list.checks.find(({ code }) => code === 'held')).toMatchObject({
      state: 'red',
      skippable: true,
      slips: true,
      figures: { bills: 1, houses: 1 },
    });
    const asked = await closing.askToSkip(month.tenant, id, 'held', { by: anna, reason: 'жилец в отъезде' });
    await expect(close(id)).rejects.toMatchObject({ code: 'check.red' });
    await approve(asked.id);
    expect((await closing.checklist(month.tenant, id)).mayClose).toBe(true);
    expect(await close(id)).toMatchObject({ state: 'closing' });
    expect(await inOurs((tx) => held.isHeld(tx, id, accountOf(1)))).toBe(true); // and its receipt waits
  });

  it('skips nothing that may not be skipped, nor what is in order', async () => {
    const { id } = await month.toReview();
    const skip = (code: string) => closing.askToSkip(month.tenant, id, code, { by: anna, reason: 'некогда' });
    await expect(skip('parked')).rejects.toEqual(refused('check.not-skippable'));
    await expect(skip('held')).rejects.toEqual(refused('check.passes'));
    await expect(skip('toString')).rejects.toEqual(refused('check.unknown'));
  });

  it('says in which order what is looked at, and what goes over to the next month', async () => {
    const { id } = await month.toReview();
    const { checks } = await closing.checklist(month.tenant, id);
    expect([...new Set(checks.map(({ step }) => step))]).toEqual([
      'data',
      'charges',
      'payments',
      'penalties',
      'benefits',
    ]);
    await test.asOwner(`delete from readings where organization_id = $1 and taken_on = '2026-10-20'`, [
      month.tenant.organizationId,
    ]);
    const readings = (await closing.checklist(month.tenant, id)).checks.find(({ code }) => code === 'readings-missing');
    expect(readings).toMatchObject({ state: 'warn', slips: true, figures: { meters: 3, houses: 1 } });
  });

  it('sees balances that do not begin where the last month ended', async () => {
    await settle([newHouse('1', 4)], '2026-12-02T03:00:00Z');
    await month.toClosed((await month.toReview()).id);
    const { id } = await new MonthInSteps(app, test, month.tenant, november).toReview();
    const state = async () =>
      (await closing.checklist(month.tenant, id)).checks.find(({ code }) => code === 'opening-agrees')!.state;
    expect(await state()).toBe('ok');
    await test.asOwner(
      'update account_balances set charged = charged + 1, closing = closing + 1 where account_id = $1',
      [accountOf(2)],
    );
    expect(await state()).toBe('red');
    await expect(closing.close(month.tenant, id, anna)).rejects.toMatchObject({ details: { check: 'opening-agrees' } });
  });
});

describe('undoing a closing', () => {
  const reopen = (id: RunId) => closing.reopen(month.tenant, id, { by: anna, reason: 'забыли акт' });
  const waive = () =>
    inOurs((tx) => approvals.waive(tx, 'run.reopen', { by: null, reason: 'один бухгалтер', deciders: [] }));
  const debts = async () =>
    [
      ...(await inOurs((tx) =>
        app.get(Balances).of(
          tx,
          stock.houses[0]!.premises.flatMap((p) => p.accountIds),
        ),
      )),
    ].map(([, balance]) => balance.toString());
  const reopened = async (id: RunId) => {
    await reopen(id);
    await app.engine.reopen(month.tenant.organizationId, id);
  };

  it('takes the accrual back by mirrors, and the month is closed again to the same kopeck', async () => {
    const before = await debts();
    const { id } = await month.toReview();
    await month.toClosed(id);
    const closed = await debts();
    expect(closed).not.toEqual(before);
    await expect(reopen(id)).rejects.toEqual(refused('approval.required'));
    await waive();
    await reopened(id);
    expect(await month.summary(id)).toMatchObject({ state: 'review', closedAt: null });
    expect(await debts()).toEqual(before);
    expect(await inOurs((tx) => app.get(Balances).unsound(tx))).toEqual([]);
    const [record] = await test.asOwner<{ reason: string; reopened_by: string; period: string }[]>(
      'select reason, reopened_by::text, period::text from month_reopenings where run_id = $1',
      [id],
    );
    expect(record).toEqual({ reason: 'забыли акт', reopened_by: anna, period: '2026-10-01' });
    await month.toClosed(id);
    expect(await month.summary(id)).toMatchObject({ state: 'closed', failure: null });
    expect(await debts()).toEqual(closed);
    expect(await inOurs((tx) => app.get(Balances).unsound(tx))).toEqual([]);
    await reopened(id); // and once more
    await month.toClosed(id);
    expect(await debts()).toEqual(closed);
  });

  it('changes nothing when its job comes twice', async () => {
    const { id } = await month.toReview();
    await month.toClosed(id);
    await waive();
    await reopened(id);
    await app.engine.reopen(month.tenant.organizationId, id);
    const [{ entries }] = await test.asOwner<[{ entries: number }]>(
      `select count(*)::int as entries from ledger_entries where organization_id = $1`,
      [month.tenant.organizationId],
    );
    expect(entries).toBe(2); // one house: its accrual and the mirror
  });

  it('lets the month be calculated anew or given up', async () => {
    const { id } = await month.toReview();
    await month.toClosed(id);
    await waive();
    await reopened(id);
    await misread(1, '111');
    await app.runs.retry(month.tenant, id, null, 'all');
    await month.calculate(id);
    await month.toClosed(id);
    expect(await month.summary(id)).toMatchObject({ state: 'closed', failure: null });
    await reopened(id);
    await app.runs.cancel(month.tenant, id, anna);
    await app.engine.clearCancelled(month.tenant.organizationId, id);
    expect(new Set(await debts())).toEqual(new Set(['0.00']));
    expect((await month.toReview()).state).toBe('review');
  });

  it('goes in reverse order, and only before receipts are issued', async () => {
    await settle([newHouse('1', 4)], '2026-12-02T03:00:00Z');
    await waive();
    const { id } = await month.toReview();
    await month.toClosed(id);
    const next = new MonthInSteps(app, test, month.tenant, november);
    const later = await next.toReview();
    await expect(reopen(id)).rejects.toEqual(refused('run.later-month-begun'));
    await app.runs.cancel(month.tenant, later.id, anna);
    const [file] = await test.asOwner<[{ id: string }]>(
      `insert into stored_files (organization_id, storage_key, name, media_type, bytes, sha256)
       values ($1::bigint, 'k' || $1::text, 'x.pdf', 'application/pdf', 1, '') returning id`,
      [month.tenant.organizationId],
    );
    await test.asOwner(
      'insert into receipt_files (organization_id, run_id, house_id, file_id, receipts, pages) values ($1, $2, $3, $4, 4, 4)',
      [month.tenant.organizationId, id, stock.houses[0]!.id, file.id],
    );
    await expect(reopen(id)).rejects.toEqual(refused('run.receipts-issued'));
  });

  it('is refused by the database itself to whoever tries it past the program', async () => {
    const { id } = await month.toReview();
    await month.toClosed(id);
    await inOurs((tx) => tx.query('delete from closed_months'));
    await inOurs((tx) => tx.query('delete from account_balances'));
    const [{ months, balances }] = await test.asOwner<[{ months: number; balances: number }]>(
      `select (select count(*) from closed_months where organization_id = $1)::int as months,
              (select count(*) from account_balances where organization_id = $1)::int as balances`,
      [month.tenant.organizationId],
    );
    expect(months).toBe(1);
    expect(balances).toBeGreaterThan(0);
  });
});
