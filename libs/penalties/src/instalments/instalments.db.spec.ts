import { LawParameters } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import {
  type AccountId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
  systemClock,
  type UserId,
} from '@dvor/kernel';
import { Balances, Deferrals, type EntryKind, Ledger } from '@dvor/ledger';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  openDataSource,
  OrganizationClock,
  Outbox,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { createTestDatabase, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PenaltyAccruals } from '../penalty-accruals.js';
import { InstalmentOffers } from './instalment-offers.js';
import { InstalmentPlans } from './instalment-plans.js';
import type { PlanId } from './load-plans.js';
import { PlanWatch } from './watch-plans.js';

const month = parsePeriod;
const law = new LawParameters();
const [ledger, balances, inbox, audit, deferrals] = [
  new Ledger(),
  new Balances(),
  new ExceptionsInbox(),
  new AuditLog(),
  new Deferrals(),
];
const clock = new OrganizationClock(systemClock);

let test: TestDatabase;
let source: DataSource;
let database: Database;
let accruals: PenaltyAccruals;
let plans: InstalmentPlans;
let offers: InstalmentOffers;
let watch: PlanWatch;
let ours: Tenant;
let anna: AccountId;
let water: ServiceId;
let company: SupplierId;
let paper: string;
let clerk: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'instalments spec');
  database = new Database(source);
  const outbox = new Outbox(database, { warn: () => {} } as never);
  const accounts = new Accounts();
  accruals = new PenaltyAccruals(database, ledger, balances, law, inbox, audit);
  plans = new InstalmentPlans(accounts, deferrals, law, clock, audit, outbox);
  offers = new InstalmentOffers(accounts, plans, law, clock, audit, outbox);
  watch = new PlanWatch(database, plans, clock, inbox, outbox);
  [{ id: clerk }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'clerk@dvor.test', 'Бухгалтер', '-') returning id`,
  );
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

/** February’s 10 000 roubles were due on 16 March 2026. */
beforeEach(async () => {
  ours = await makeOrganization(test, { now: '2026-06-01T03:00:00Z' });
  const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 1)]));
  anna = stock.houses[0]!.premises[0]!.accountIds[0]!;
  ({ water, company } = stock);
  [{ id: paper }] = await test.asOwner<[{ id: string }]>(
    `insert into documents (organization_id, kind, dated) values ($1, 'agreement', '2026-06-01') returning id`,
    [ours.organizationId],
  );
  await book('2026-02', '10000');
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const today = (day: string) =>
  test.asOwner('update organizations set demo_now = $2 where id = $1', [ours.organizationId, `${day}T03:00:00Z`]);

let keys = 0;
async function book(booked: string, roubles: string, { kind = 'accrual' as EntryKind, on = '' } = {}): Promise<void> {
  const amount = Money.parse(roubles);
  const common = { recipientId: company, serviceId: water, origin: month('2026-02'), kind: 'charge' } as const;
  await inOurs((tx) =>
    ledger.post(tx, {
      ...{ key: `spec-${(keys += 1)}`, kind, period: month(booked), bookedOn: lastDay(month(booked)), by: null },
      ...(on !== '' && { valueOn: parseDate(on) }),
      reason: 'spec',
      postings: [
        { ...common, ledgerAccount: 'receivable', accountId: anna, amount },
        { ...common, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    }),
  );
}
const pay = (booked: string, roubles: string, on: string) => book(booked, `-${roubles}`, { kind: 'payment', on });

/** The penalty that stands in the books after the month was accrued. */
async function accrued(period: string): Promise<string> {
  const { id, chunks } = await accruals.prepare(ours.organizationId, month(period), `spec-${period}`);
  for (const chunk of chunks) await accruals.accrueChunk(ours.organizationId, id, chunk);
  await accruals.finish(ours.organizationId, id);
  return sumOf('penalty');
}

async function sumOf(kind: 'penalty' | 'interest'): Promise<string> {
  const owed = await inOurs((tx) => balances.receivables(tx, anna));
  return Money.sum(owed.filter((one) => one.kind === kind).map(({ amount }) => amount)).toString();
}

/** February’s charge alone, in five parts on the 15th, from June 2026 on. */
async function begun(rate = 0): Promise<PlanId> {
  const places = [{ recipientId: company, serviceId: water, origin: month('2026-02'), kind: 'charge' as const }];
  const asked = { accountId: anna, places, parts: 5, from: month('2026-06'), day: 15, rate };
  const id = await inOurs((tx) => plans.make(tx, { ...asked, basis: 'agreement', note: null }, clerk));
  await inOurs((tx) => plans.start(tx, id, paper, clerk));
  return id;
}

/** Roubles more than before; each portion is rounded by itself, so a few kopecks are nothing. */
function more(before: string, after: string): number {
  const kopecks = Number(Money.parse(after).minus(Money.parse(before)).kopecks);
  return Math.abs(kopecks) <= 3 ? 0 : kopecks / 100;
}

const read = (id: PlanId) => inOurs((tx) => plans.read(tx, id));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('a plan of instalments', () => {
  it('puts off what it covers: only its due part is asked for', async () => {
    const id = await begun();
    const dueAt = async (day: string) => {
      const [due] = (await inOurs((tx) => deferrals.payable(tx, [anna], parseDate(day)))).get(anna)!;
      return due!.amount.minus(due!.deferred).toString();
    };
    expect([await dueAt('2026-06-10'), await dueAt('2026-06-30'), await dueAt('2026-07-15')]).toEqual([
      '0.00',
      '2000.00',
      '4000.00',
    ]);
    await pay('2026-06', '3000', '2026-06-05');
    expect([await dueAt('2026-06-30'), await dueAt('2026-07-15')]).toEqual(['0.00', '1000.00']);
    await inOurs((tx) => plans.cancel(tx, id, 'по просьбе плательщика', clerk));
    expect(await dueAt('2026-06-10')).toBe('7000.00');
  });

  it('pauses penalties while it is kept; they go on from the day it ended, and the days between stay free', async () => {
    const before = await accrued('2026-05');
    await begun();
    await pay('2026-06', '2000', '2026-06-15');
    await pay('2026-07', '2000', '2026-07-15');
    expect(more(before, await accrued('2026-07'))).toBe(0);
    // August's part never comes: the plan ends on 26.08, after ten days of grace; six days of 6 000,00 at 9.5 %/130.
    expect(more(before, await accrued('2026-08'))).toBeCloseTo(26.31, 1);
  });

  it('brings the free days back for what is not paid, where the organisation chose so', async () => {
    await test.asOwner(
      `insert into organization_settings (organization_id, code, valid, value, reason)
       values ($1, 'instalments.days-come-back', '[2026-01-01,)', 'true', 'так принято')`,
      [ours.organizationId],
    );
    const before = await accrued('2026-05');
    await begun();
    await pay('2026-06', '2000', '2026-06-15');
    expect(more(before, await accrued('2026-06'))).toBe(0);
    // The plan ends on 26.07: 8 000,00 for 13 days of June at 1/300, 17 at 1/130, and July.
    expect(more(before, await accrued('2026-07'))).toBeCloseTo(313.55, 1);
  });

  it('is kept by money that came in time, whenever it is told', async () => {
    const before = await accrued('2026-05');
    const id = await begun();
    await today('2026-06-27');
    expect(await watch.look(ours.organizationId)).toBe(1);
    expect(await read(id)).toMatchObject({ standing: 'ended', state: 'ended' });
    const broken = await accrued('2026-06');
    expect(Money.parse(broken).compare(Money.parse(before))).toBe(1);
    await pay('2026-07', '2000', '2026-06-14'); // a registry that was late
    await watch.look(ours.organizationId);
    expect(await read(id)).toMatchObject({ standing: 'kept', state: 'active', endReason: null });
    await pay('2026-07', '2000', '2026-07-14');
    expect(more(before, await accrued('2026-07'))).toBe(0);
  });

  it('warns of a late part, tells a missed one, each once', async () => {
    const id = await begun();
    await today('2026-06-17');
    await watch.look(ours.organizationId);
    await watch.look(ours.organizationId);
    const kinds = async () => (await read(id)).events.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['made', 'started', 'late']);
    const open = () => inOurs((tx) => inbox.list(tx, { state: 'open' }, { limit: 10 }));
    expect((await open()).items).toMatchObject([
      { kind: 'instalments.late', details: { part: 1, amount: '2000.00', date: '2026-06-15' } },
    ]);
    await pay('2026-06', '2000', '2026-06-18');
    await today('2026-06-19');
    await watch.look(ours.organizationId);
    expect((await open()).items).toEqual([]);
    await today('2026-07-27');
    await watch.look(ours.organizationId);
    expect(await kinds()).toEqual(['made', 'started', 'late', 'missed', 'ended']);
    const told = await test.asOwner<{ type: string }[]>(
      'select type from outbox_events where organization_id = $1 order by id',
      [ours.organizationId],
    );
    expect(told.map(({ type }) => type)).toEqual([
      'instalments.started',
      'instalments.part-late',
      'instalments.part-missed',
      'instalments.ended',
    ]);
  });

  it('is done when all is paid, early too', async () => {
    const id = await begun();
    await pay('2026-06', '10000', '2026-06-03');
    await today('2026-06-04');
    expect(await watch.look(ours.organizationId)).toBe(1);
    expect(await read(id)).toMatchObject({ standing: 'done', state: 'done' });
  });

  it('posts interest with the bill that asks for the part, on what was really left; no penalty is reckoned on it', async () => {
    await begun(100_000);
    expect((await read((await inOurs((tx) => plans.ofAccount(tx, anna)))[0]!.id)).parts[0]!.interest.toString()).toBe(
      '38.36',
    );
    await accrued('2026-05');
    expect(await sumOf('interest')).toBe('38.36'); // 10 000,00 at 10 % for 14 days
    await accrued('2026-05');
    expect(await sumOf('interest')).toBe('38.36');
    await pay('2026-06', '10000', '2026-06-10');
    await accrued('2026-06');
    expect(await sumOf('interest')).toBe('38.36');
  });

  it('is refused with what is wrong', async () => {
    const asked = { accountId: anna, basis: 'agreement' as const, note: null };
    const make = (more: object) => codeOf(inOurs((tx) => plans.make(tx, { ...asked, ...more }, clerk)));
    const place = { recipientId: company, serviceId: water, origin: month('2026-03'), kind: 'charge' as const };
    expect(await make({ places: [place] })).toBe('instalment.place-unknown');
    expect(await make({ rate: 9_000_000 })).toBe('instalment.rate-too-high');
    expect(await make({ schedule: [{ dueOn: parseDate('2026-06-15'), amount: Money.parse('9999.99') }] })).toBe(
      'instalment.schedule-sum',
    );
    expect(await make({ accountId: '999999999' as AccountId })).toBe('account.not-found');
    const id = await begun();
    expect(await make({})).toBe('instalment.nothing-owed');
    expect(await codeOf(inOurs((tx) => plans.start(tx, id, paper, clerk)))).toBe('instalment.not-draft');
    expect(await codeOf(inOurs((tx) => plans.read(tx, '999999999' as PlanId)))).toBe('instalment.not-found');
    await inOurs((tx) => plans.cancel(tx, id, 'так', clerk));
    expect(await codeOf(inOurs((tx) => plans.cancel(tx, id, 'так', clerk)))).toBe('instalment.over');
  });

  it('is not begun when its debt is not what it was', async () => {
    const id = await inOurs((tx) => plans.make(tx, { accountId: anna, basis: 'agreement', note: null }, clerk));
    await pay('2026-06', '1', '2026-06-01');
    expect(await codeOf(inOurs((tx) => plans.start(tx, id, paper, clerk)))).toBe('instalment.debt-changed');
    const other = await inOurs((tx) => plans.make(tx, { accountId: anna, basis: 'agreement', note: null }, clerk));
    const another = await inOurs((tx) => plans.make(tx, { accountId: anna, basis: 'agreement', note: null }, clerk));
    await inOurs((tx) => plans.start(tx, other, paper, clerk));
    expect(await codeOf(inOurs((tx) => plans.start(tx, another, paper, clerk)))).toBe('instalment.place-taken');
    expect(await codeOf(inOurs((tx) => plans.start(tx, another, '999999999', clerk)))).toBe('document.not-found');
  });
});

describe('the right to instalments', () => {
  const rise = () => ({
    ...{ accountId: anna, recipientId: company, serviceId: water },
    ...{ amount: Money.parse('10000'), before: Money.parse('7000') },
  });

  it('is offered once, follows the fee, and makes a plan of twelve parts when it is accepted', async () => {
    expect(await inOurs((tx) => offers.offer(tx, month('2026-02'), [rise()]))).toBe(1);
    expect(await inOurs((tx) => offers.offer(tx, month('2026-02'), [rise()]))).toBe(0);
    const [open] = await inOurs((tx) => offers.openOf(tx, [anna]));
    expect(open).toMatchObject({ parts: 12, rate: 0, state: 'open', answerUntil: '2026-07-01' });
    const planId = await inOurs((tx) => offers.accept(tx, open!.id, clerk));
    const plan = await read(planId);
    expect(plan).toMatchObject({ basis: 'right', standing: 'kept' });
    expect(plan.parts.map(({ amount }) => `${amount}`)).toEqual([
      ...Array(4).fill('833.34'),
      ...Array(8).fill('833.33'),
    ]);
    expect(await codeOf(inOurs((tx) => offers.decline(tx, open!.id, clerk)))).toBe('instalment.offer-answered');
  });

  it('is capped by the key rate and three points', async () => {
    await test.asOwner(
      `insert into organization_settings (organization_id, code, valid, value, reason)
       values ($1, 'instalments.right-interest', '[2026-01-01,)', '"most"', 'так принято')`,
      [ours.organizationId],
    );
    expect(await inOurs((tx) => offers.terms(tx, month('2026-02')))).toMatchObject({
      ...{ risePercent: 25, parts: 12, rate: 175_000 }, // 14.5 and 3 on 01.06.2026
    });
  });

  it('is taken back where the fee has not risen after all, and expires without an answer', async () => {
    await inOurs((tx) => offers.offer(tx, month('2026-02'), [rise()]));
    await inOurs((tx) => offers.offer(tx, month('2026-02'), []));
    expect(await inOurs((tx) => offers.counts(tx))).toMatchObject({ open: 0, withdrawn: 1 });
    await inOurs((tx) => offers.offer(tx, month('2026-02'), [rise()]));
    await today('2026-07-02');
    expect(await inOurs((tx) => offers.expire(tx))).toBe(1);
    expect(await inOurs((tx) => offers.openOf(tx, [anna]))).toEqual([]);
  });
});
