import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SignIn } from '@dvor/auth';
import {
  AccountBenefits,
  BillingModule,
  BillingRuns,
  Charges,
  explainDifference,
  RunEngine,
  type StoredLine,
  Subsidies,
} from '@dvor/billing';
import { Accounts, Houses } from '@dvor/housing';
import { formatPeriod, Money, type Period, parseDate, parsePeriod } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { Meters, ProposalQueue } from '@dvor/metering';
import { AdvanceOffsets, SupplierTransfers } from '@dvor/payments';
import { InstalmentOffers, InstalmentPlans } from '@dvor/penalties';
import { Database, parseConfig, PlatformModule, type Tenant, type Tx } from '@dvor/platform';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import { DemoInstalments } from './demo-instalments.js';
import { DemoLife } from './demo-life.js';
import { DemoPayments } from './demo-payments.js';
import { DemoProposals } from './demo-proposals.js';
import { Demo } from './demo.js';
import { DemoModule } from './demo.module.js';

const today = parseDate('2026-11-02');

let test: TestDatabase;
let app: INestApplicationContext;
let tenant: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  const config = parseConfig({
    DATABASE_URL: test.workerUrl,
    REDIS_URL: process.env['TEST_REDIS_URL'],
    STORAGE_DIR: tmpdir(),
    AUTH_SECRET: 'only for as long as this test runs',
    LOG_LEVEL: 'silent',
  });
  const root = {
    module: class Root {},
    imports: [PlatformModule.forRoot({ config, applicationName: 'demo spec' }), BillingModule, DemoModule],
  };
  app = await NestFactory.createApplicationContext(root, { logger: ['error'], abortOnError: false });
  const made = await app.get(Demo).create();
  expect(made).toMatchObject({ created: true });
  tenant = { organizationId: made!.organizationId };
  await app.get(DemoPayments).openChannels(tenant);
});

afterAll(async () => {
  await app?.close();
  await test?.drop();
});

describe('the demo organisation', () => {
  it('is made once', async () => {
    expect(await app.get(Demo).create()).toEqual({ organizationId: tenant.organizationId, created: false });
  });

  it('has meters that its resident proposes: one refused with a reason, two that wait, one of them with a number met before', async () => {
    await app.get(DemoProposals).propose(tenant);
    await app.get(DemoProposals).propose(tenant); // the second time changes nothing
    const { items } = await inDemo((tx) => app.get(ProposalQueue).list(tx, { state: 'open' }, { limit: 10 }));
    expect(items.map(({ replaces, doubles }) => [replaces !== null, doubles.map(({ of }) => of)])).toEqual([
      [true, []],
      [false, ['meter']],
    ]);
    const refused = await inDemo((tx) => app.get(ProposalQueue).list(tx, { state: 'refused' }, { limit: 10 }));
    expect(refused.items).toMatchObject([{ answer: expect.stringContaining('не виден номер') }]);
  });

  it('has three houses with 288 flats', async () => {
    const { items } = await inDemo((tx) => app.get(Houses).list(tx, { on: today, limit: 10 }));
    expect(items.map(({ address, flats, accounts }) => [address, flats, accounts])).toEqual([
      ['г. Барнаул, пр-кт Приобский, д. 14', 108, 108],
      ['г. Барнаул, ул. Ленточная, д. 27', 60, 65],
      ['г. Барнаул, ул. Сосновый Бор, д. 5', 120, 146],
    ]);
  });

  it('numbers its accounts from 1000000001 on', async () => {
    const { items } = await inDemo((tx) => app.get(Accounts).list(tx, { on: today, limit: 1_000 }));
    expect(items.map(({ number }) => Number(number))).toEqual(items.map((_, i) => 1_000_000_001 + i));
  });

  it('tells of a flat that was sold, a meter that was replaced, a child that was born', async () => {
    const sold = await inDemo((tx) => app.get(Accounts).list(tx, { on: today, limit: 99, search: 'Сосновый 88' }));
    const ofFlat = sold.items.filter(({ premisesName }) => premisesName === 'кв. 88');
    expect(ofFlat.map(({ state, closedOn, openedOn }) => [state, closedOn ?? openedOn])).toEqual([
      ['closed', '2026-10-16'],
      ['open', '2026-10-16'],
    ]);
    const [replaced, child] = await inDemo(
      async (tx) => [await meters(tx, '1000000017'), await residents(tx, '1000000044')] as const,
    );
    expect(replaced.filter(({ resource }) => resource === 'cold-water').map(({ removedOn }) => removedOn)).toContain(
      '2026-10-12',
    );
    expect(child.map(({ from }) => from)).toContain('2026-07-14');
  });

  it('lets its three people in', async () => {
    const device = { ip: null, userAgent: null };
    for (const email of ['accountant@dvor.demo', 'resident@dvor.demo', 'ops@dvor.demo'])
      await expect(app.get(SignIn).withPassword({ email, password: 'dvor-demo' }, device)).resolves.toBeDefined();
  });

  it.each(monthsOf('2025-11', '2026-10'))('can be billed for %s to the last account', async (_, period) => {
    const [runs, engine] = [app.get(BillingRuns), app.get(RunEngine)];
    await app.get(DemoPayments).payMonth(tenant, period);
    const { id } = await runs.request(tenant, { period, by: null });
    const chunks = await inDemo(async (tx) => {
      await tx.query('select ensure_month($1)', [`${formatPeriod(period)}-01`]);
      await tx.query(`update billing_runs set state = 'calculating' where id = $1`, [id]);
      return tx.query<{ chunk: number }[]>('select chunk from billing_run_chunks where run_id = $1', [id]);
    });
    for (const { chunk } of chunks) await engine.calculateChunk(tenant.organizationId, id, chunk);
    await engine.finishCalculation(tenant.organizationId, id, 0);
    expect((await runs.detail(tenant, id)).parkedItems).toEqual([]);
    await runs.close(tenant, id, null);
    for (const { chunk } of chunks) await engine.postChunk(tenant.organizationId, id, chunk);
    const [{ flows }] = await inDemo((tx) =>
      tx.query<[{ flows: number }]>('select flows from billing_runs where id = $1', [id]),
    );
    await engine.finishClosing(tenant.organizationId, id, flows);
    expect(await runs.summary(tenant, id)).toMatchObject({ state: 'closed', failure: null });
    await offsetAdvances(period);
  });

  it('has been paid every month, by every channel, and once more in its last days', async () => {
    for (let start = 0; start < 2; start += 1) await app.get(DemoPayments).payLastDays(tenant);
    const months = await inDemo((tx) => tx.query<{ month: string; channels: number; payments: number }[]>(PAID));
    expect(months.map(({ month }) => month)).toEqual([...monthsOf('2025-11', '2026-11').map(([month]) => month)]);
    for (const { month, channels, payments } of months.slice(1)) {
      expect([month, channels]).toEqual([month, month === '2026-11' ? 4 : 5]);
      expect(payments).toBeGreaterThan(month === '2026-11' ? 15 : 180);
    }
    const [waiting] = await inDemo((tx) => tx.query<object[]>(WAITING));
    expect(waiting).toEqual({ unmatched: 3, refunded: 1, moved: 1 });
  });

  it('sends recipients their money of every day that is over, but for the last', async () => {
    await app.get(DemoPayments).sendTransfers(tenant);
    const { items: all } = await inDemo((tx) => app.get(SupplierTransfers).list(tx, {}, { limit: 10_000 }));
    expect(new Set(all.map(({ recipientId }) => recipientId)).size).toBe(7);
    expect(all.filter(({ state }) => state === 'sent').length).toBeGreaterThan(200);
    expect(new Set(all.filter(({ state }) => state === 'prepared').map(({ day }) => day))).toEqual(
      new Set([parseDate('2026-11-01')]),
    );
    const [{ kept }] = await inDemo((tx) => tx.query<[{ kept: string }]>(KEPT));
    const unsent = all.filter(({ state }) => state === 'prepared').map(({ amount }) => amount);
    const { unallocated, onAccounts } = await inDemo((tx) => app.get(SupplierTransfers).held(tx));
    const today = Money.ofKopecks((await inDemo((tx) => tx.query<[{ today: string }]>(TODAYS)))[0].today);
    expect(Money.sum([...unsent, unallocated, onAccounts, today])).toEqual(Money.ofKopecks(kept));
  });

  it('leaves most with nothing but the last bill to pay, some with debts, some ahead', async () => {
    const [owed] = await inDemo((tx) => tx.query<[Record<'even' | 'debts' | 'ahead', number>]>(OWED));
    expect(owed!.even).toBeGreaterThan(180);
    expect(owed!.debts).toBeGreaterThan(30);
    expect(owed!.ahead).toBeGreaterThanOrEqual(3);
    expect(await inDemo((tx) => app.get(Balances).unsound(tx))).toEqual([]);
  });

  it('has a plan that is kept, one to be signed, and an offer for the cabinet, each once', async () => {
    await app.get(DemoInstalments).agree(tenant);
    await app.get(DemoInstalments).agree(tenant);
    const { items } = await inDemo((tx) => app.get(InstalmentPlans).list(tx, {}, { limit: 10 }));
    expect(items.map(({ standing, parts }) => [standing, parts.length])).toEqual([
      ['draft', 10],
      ['kept', 6],
    ]);
    const open = await inDemo(async (tx) => {
      const [offer, ...others] = await app.get(InstalmentOffers).openOf(tx, [await accountId(tx, '1000000001')]);
      expect(others).toEqual([]);
      return { ...offer!, draft: await app.get(InstalmentOffers).draft(tx, offer!) };
    });
    expect([open.period, open.parts, open.draft?.parts.length]).toEqual([parsePeriod('2026-10'), 12, 12]);
    expect(open.amount.kopecks * 100n > open.before.kopecks * 125n).toBe(true);
  });

  it('learns of a larger flat and an absence after the months are over, once', async () => {
    await app.get(DemoLife).learnLate(tenant, null);
    await app.get(DemoLife).learnLate(tenant, null);
    const seen = (known: string | null) =>
      inDemo(async (tx) => {
        const id = await accountId(tx, '1000000012');
        return (await app.get(Accounts).card(tx, id, today, known === null ? null : new Date(known))).premises.area;
      });
    expect(await seen(null)).toBe('62.40');
    expect(await seen('2026-03-05T12:00:00Z')).not.toBe('62.40');
    expect(await inDemo(async (tx) => residents(tx, '1000000111'))).not.toHaveLength(0);
  });

  it('has one house whose meter counted less than its flats, once: the next month is charged less for it', async () => {
    expect(await inDemo((tx) => tx.query(CARRIED))).toEqual([
      { period: '2026-03', house: 'пр-кт Приобский', service: 'cold-water-common' },
    ]);
    expect(await inDemo((tx) => tx.query(COMMON_WATER))).toEqual([
      { period: '2026-03', free: true, carried: false },
      { period: '2026-04', free: false, carried: true },
    ]);
  });

  it('shows every way in which heat, water and common property are charged', async () => {
    const formulas = await inDemo((tx) => tx.query<{ formula: string; house: string }[]>(FORMULAS));
    const shown = new Map<string, string[]>();
    for (const { formula, house } of formulas) shown.set(formula, [...(shown.get(formula) ?? []), house]);
    expect(Object.fromEntries(shown)).toMatchObject({
      'heating-house': ['пр-кт Приобский', 'ул. Сосновый Бор'],
      'heating-norm': ['ул. Ленточная'],
      'heat-of-water': ['пр-кт Приобский', 'ул. Сосновый Бор'],
      common: ['пр-кт Приобский', 'ул. Ленточная', 'ул. Сосновый Бор'],
    });
    const [shop] = await inDemo((tx) => tx.query<{ vat: string[] }[]>(VAT_OF_SHOPS));
    expect(shop!.vat).toEqual(['22']);
    expect(shown.get('formula')).toEqual(['ул. Сосновый Бор']);
    const [rooms] = await inDemo((tx) => tx.query<{ lines: number }[]>(LINES_OF_ROOMS));
    expect(rooms!.lines).toBeGreaterThan(0);
  });
});

describe('what changed from month to month', () => {
  it('is told of every account by parts that add up to the difference, and every great cause is among them', async () => {
    const seen = new Set<string>();
    let compared = 0;
    for (const [month, after] of monthsOf('2025-12', '2026-10')) {
      const before = (after - 1) as Period;
      const { was, is } = await inDemo(async (tx) => ({
        was: await linesOf(tx, before),
        is: await linesOf(tx, after),
      }));
      for (const account of new Set([...was.keys(), ...is.keys()])) {
        const [old, now] = [was.get(account) ?? [], is.get(account) ?? []];
        const services = explainDifference(old.map(compareLine), now.map(compareLine), { before, after });
        const causes = services.flatMap((service) => service.causes);
        const difference = sum(now).minus(sum(old)).toString();
        expect([month, account, sum(causes).toString()]).toEqual([month, account, difference]);
        for (const { reason } of causes) seen.add(reason);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(3_000);
    for (const reason of ['season', 'method', 'tariff', 'persons', 'house', 'volume', 'begun', 'days'])
      expect([...seen]).toContain(reason);
  });
});

const sum = (parts: readonly { readonly amount: Money }[]) => Money.sum(parts.map(({ amount }) => amount));
const compareLine = (line: StoredLine) => ({ ...line, service: line.serviceId });

async function linesOf(tx: Tx, period: Period): Promise<Map<string, StoredLine[]>> {
  const run = (await app.get(BillingRuns).list(tenant, { limit: 100 })).items.find(
    (one) => one.period === period && one.state === 'closed',
  )!;
  const { items } = await app.get(Houses).list(tx, { on: today, limit: 10 });
  const houses = [];
  for (const { id } of items) houses.push(await app.get(Charges).ofHouse(tx, run, id));
  return new Map(houses.flatMap((lines) => [...lines]));
}

describe('what the demo’s people are let off, and what was done for them', () => {
  it('stands on the bills of October, from which a benefit is taken off', async () => {
    expect(await inDemo((tx) => tx.query(BY_DOCUMENTS))).toEqual([
      { account: '1000000003', formula: 'benefit', services: 6, off: true },
      { account: '1000000006', formula: 'one-off', services: 1, off: false },
      { account: '1000000009', formula: 'benefit', services: 6, off: true },
    ]);
    expect(await inDemo((tx) => tx.query(SEPTEMBER_BENEFITS))).toEqual([]); // compensated: the bill is whole
  });

  it('leaves a declined intercom uncharged from its day on', async () => {
    expect(await inDemo((tx) => tx.query(INTERCOM_OF_1000000011))).toEqual([
      { period: '2026-07' },
      { period: '2026-08' },
    ]);
  });

  it('has a benefit that ends within 30 days, and a subsidy that comes to the executor', async () => {
    const expiring = await inDemo((tx) => app.get(AccountBenefits).expiring(tx, { on: today, within: 30 }));
    expect(expiring.map(({ account, to }) => [account, to])).toEqual([['1000000003', '2026-11-21']]);
    const { items } = await inDemo((tx) => app.get(Houses).list(tx, { on: today, limit: 1 }));
    const paid = await inDemo((tx) => app.get(Subsidies).paidToExecutor(tx, items[0]!.id, parsePeriod('2026-10')));
    expect([...paid.values()].map(String)).toEqual(['1911.00']);
  });
});

const BY_DOCUMENTS = `
  select a.number as account, l.working->>'formula' as formula, count(*)::int as services, bool_and(l.amount < 0) as off
    from charge_lines l join accounts a on a.id = l.account_id
   where l.period = '2026-10-01' and l.working->>'formula' in ('benefit', 'one-off') group by 1, 2 order by 1`;

const SEPTEMBER_BENEFITS = `
  select 1 from charge_lines where period = '2026-09-01' and working->>'formula' = 'benefit'`;

const INTERCOM_OF_1000000011 = `
  select to_char(l.period, 'YYYY-MM') as period
    from charge_lines l join accounts a on a.id = l.account_id and a.number = '1000000011'
    join services s on s.id = l.service_id and s.code = 'intercom' where l.period >= '2026-07-01' order by 1`;

const PAID = `
  select to_char(paid_on, 'YYYY-MM') as month, count(distinct channel_id)::int as channels, count(*)::int as payments
    from payments group by 1 order by 1`;

const WAITING = `
  select (select count(*) from exceptions where kind = 'payments.unmatched' and resolved_at is null)::int as unmatched,
         (select count(*) from payment_operations where kind = 'refund')::int as refunded,
         (select count(*) from payment_operations where kind = 'move')::int as moved`;

/** What channels hold or hand us that was not sent on, with what they kept of it. */
const KEPT = `select sum(amount) as kept from ledger_postings where ledger_account in ('received', 'fee') and (ledger_account = 'received' or recipient_id is null)`;

/** Of today, which is not over: what came for recipients, less what channels kept. */
const TODAYS = `
  select coalesce(sum(-p.amount), 0) as today from ledger_postings p join ledger_entries e on e.id = p.entry_id
   where e.kind in ('payment', 'refund', 'move', 'offset') and e.booked_on = '2026-11-02' and p.recipient_id is not null
     and p.ledger_account in ('receivable', 'fee')`;

const OWED = `
  select count(*) filter (where closing = charged)::int as even, count(*) filter (where closing > charged)::int as debts,
         count(*) filter (where closing < 0)::int as ahead
    from account_balances where period = '2026-10-01'`;

const CARRIED = `
  select to_char(r.period, 'YYYY-MM') as period, h.street as house, s.code as service
    from billing_run_carry c join billing_runs r on r.id = c.run_id join houses h on h.id = c.house_id
    join services s on s.id = c.service_id order by 1, 2, 3`;

const COMMON_WATER = `
  select to_char(l.period, 'YYYY-MM') as period, sum(l.amount) = 0 as free, bool_and((l.working->'source'->'carried') is not null) as carried
    from charge_lines l join services s on s.id = l.service_id and s.code = 'cold-water-common'
    join houses h on h.id = l.house_id and h.street = 'пр-кт Приобский'
   where l.period in ('2026-03-01', '2026-04-01') group by l.period order by 1`;

const FORMULAS = `
  select distinct l.working->>'formula' as formula, h.street as house from charge_lines l join houses h on h.id = l.house_id
   where l.period = '2026-10-01' order by 1, 2`;

const VAT_OF_SHOPS = `
  select array_agg(distinct l.working->>'vat') as vat from charge_lines l join accounts a on a.id = l.account_id
    join premises p on p.id = a.premises_id and p.kind = 'nonresidential' join services s on s.id = l.service_id
   where l.period = '2026-10-01' and s.code in ('cold-water', 'electricity', 'heating')`;

const LINES_OF_ROOMS = `
  select count(*)::int as lines from charge_lines l
   where l.period = '2026-10-01' and l.working->'room' is not null and l.working->>'formula' = 'meter'`;

/** What the worker does after a month is closed. */
async function offsetAdvances(period: Period): Promise<void> {
  for (const range of await inDemo((tx) => app.get(Balances).creditedAccounts(tx, 500)))
    await app.get(AdvanceOffsets).setOff(tenant.organizationId, period, range);
}

function monthsOf(from: string, to: string): [string, Period][] {
  const months: [string, Period][] = [];
  for (let month = parsePeriod(from); month <= parsePeriod(to); month = (month + 1) as Period)
    months.push([formatPeriod(month), month]);
  return months;
}

async function meters(tx: Tx, number: string) {
  return app.get(Meters).ofAccount(tx, await accountId(tx, number), today);
}

async function residents(tx: Tx, number: string) {
  return (await app.get(Accounts).card(tx, await accountId(tx, number), today)).residents;
}

async function accountId(tx: Tx, number: string) {
  return (await app.get(Accounts).list(tx, { on: today, limit: 1, search: number })).items[0]!.id;
}

function inDemo<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.get(Database).inTenant(tenant, work);
}
