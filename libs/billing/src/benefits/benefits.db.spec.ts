import { type AccountId, Money, parseDate, parsePeriod, type PartyId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { type Tx } from '@dvor/platform';
import { Services } from '@dvor/catalogue';
import {
  type BillingApp,
  createTestDatabase,
  days,
  entered,
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
import { Charges } from '../charges.js';
import { loadHouses } from '../load/load-houses.js';
import { OneOffActs } from '../one-offs/one-off-acts.js';
import { OneOffWorks } from '../one-offs/one-off-works.js';
import { AccountBenefits, houseOf } from './account-benefits.js';
import { BenefitCategories, type BenefitCategoryId } from './benefit-categories.js';
import { Declines } from './declines.js';
import { Subsidies } from './subsidies.js';

const october = parsePeriod('2026-10');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
/** Of 42.60 m², where one person lives. */
let account: AccountId;
let holder: PartyId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

beforeEach(async () => {
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 3)]));
  month = new MonthInSteps(app, test, tenant, october);
  account = stock.houses[0]!.premises[1]!.accountIds[0]!;
  holder = await inOurs(async (tx) => {
    const [row] = await tx.query<{ id: PartyId }[]>('select party_id as id from residencies where account_id = $1', [
      account,
    ]);
    return row!.id;
  });
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);

async function veteran(tx: Tx, percent = '50'): Promise<BenefitCategoryId> {
  const categories = app.get(BenefitCategories);
  const named = {
    code: 'veteran',
    name: 'Ветеран труда',
    act: 'Закон № 5-ФЗ',
    clause: 'ст. 22',
    grounds: 'law',
  } as const;
  const id = await categories.create(tx, named, null);
  const percents = [{ service: 'upkeep', percent }];
  const terms = { percents, areaNorm: '22', areaNormAlone: '33', family: false, from: parseDate('2020-01-01') };
  await categories.setTerms(tx, id, terms, entered);
  return id;
}

async function grant(tx: Tx, categoryId: BenefitCategoryId, on = days('2026-01-01')): Promise<void> {
  await app.get(AccountBenefits).grant(tx, account, { partyId: holder, categoryId, days: on, covered: null }, entered);
}

async function linesOf(part: string) {
  const found = await inOurs((tx) => app.get(Charges).ofAccount(tx, account, october));
  return found!.lines.filter((line) => line.part === part);
}

describe('a benefit', () => {
  it('that social protection compensates is known beside the bill and owed by nobody', async () => {
    await inOurs(async (tx) => grant(tx, await veteran(tx)));
    const run = await month.toReview();
    await month.toClosed(run.id);
    expect(await linesOf('benefit')).toEqual([]);
    const told = await inOurs((tx) =>
      tx.query("select account_id as account, amount::int as amount, working->>'fee' as fee from compensated_benefits"),
    );
    // 42.60 · 31.20 = 1329.12; · 50 % · 33/42.60 = 514.80
    expect(told).toEqual([{ account, amount: -514_80, fee: '1329.12' }]);
  });

  it('is taken off the bill and the debt where the organisation has chosen so', async () => {
    await inOurs(async (tx) => {
      await grant(tx, await veteran(tx));
      await tx.query(
        `insert into organization_settings (organization_id, code, valid, value, reason)
         values (current_organization(), 'benefits.on-receipt', '[2026-01-01,)', '"net"', 'так принято')`,
      );
    });
    const run = await month.toReview();
    const charged = Money.sum(
      (await inOurs((tx) => app.get(Charges).ofAccount(tx, account, october)))!.lines.map(({ amount }) => amount),
    );
    expect((await linesOf('benefit')).map(({ amount, serviceId }) => [amount.toString(), serviceId])).toEqual([
      ['-514.80', stock.upkeep],
    ]);
    await month.toClosed(run.id);
    const balances = await inOurs((tx) => app.get(Balances).of(tx, [account]));
    expect(balances.get(account)!.toString()).toBe(charged.toString());
    expect(await inOurs((tx) => tx.query('select 1 from compensated_benefits'))).toEqual([]);
  });

  it('holds on its days, keeps what was given before, and is told before it ends', async () => {
    const benefits = app.get(AccountBenefits);
    const category = await inOurs(async (tx) => {
      const id = await veteran(tx);
      await grant(tx, id, days('2026-10-01', '2026-11-20'));
      return id;
    });
    await expect(inOurs((tx) => grant(tx, category, days('2026-11-01')))).rejects.toMatchObject({
      code: 'fact.overlap',
    });
    const soon = (within: number) => inOurs((tx) => benefits.expiring(tx, { on: parseDate('2026-11-02'), within }));
    expect((await soon(30)).map(({ to, category: name, accountId }) => [to, name, accountId])).toEqual([
      ['2026-11-20', 'Ветеран труда', account],
    ]);
    expect(await soon(10)).toEqual([]);
    await inOurs((tx) =>
      benefits.end(tx, account, { partyId: holder, categoryId: category, days: days('2026-10-16') }, entered),
    );
    const [house] = await inOurs((tx) => loadHouses(tx, [stock.houses[0]!.id], october));
    expect(house!.facts.premises.find(({ id }) => id === account)!.benefits).toMatchObject([
      { ...days('2026-10-01', '2026-10-16'), category: 'veteran', covered: 1, areaNorm: { person: '22', alone: '33' } },
    ]);
    expect(house!.facts.benefitsShown).toBe('compensated');
    await expect(
      inOurs((tx) =>
        benefits.end(tx, account, { partyId: holder, categoryId: category, days: days('2027-01-01') }, entered),
      ),
    ).rejects.toMatchObject({ code: 'benefit.none' });
  });

  it('is refused where it can’t be: too much of capital repair, an unknown service, an age nobody knows', async () => {
    const categories = app.get(BenefitCategories);
    await inOurs((tx) =>
      new Services().add(tx, {
        code: 'capital-repair',
        name: 'Капремонт',
        unit: 'м²',
        resource: null,
        section: 'capital-repair',
        position: 60,
      }),
    );
    const set = (code: string, percent: object, grounds: 'age' | 'disability') =>
      inOurs(async (tx) => {
        const id = await categories.create(tx, { code, name: code, act: 'ЖК РФ', clause: null, grounds }, null);
        const terms = { areaNorm: null, areaNormAlone: null, family: false, from: parseDate('2020-01-01') };
        await categories.setTerms(
          tx,
          id,
          { ...terms, percents: [percent as { service: string; percent: string }] },
          entered,
        );
        await grant(tx, id);
      });
    await expect(set('one', { service: 'capital-repair', percent: '60' }, 'disability')).rejects.toMatchObject({
      code: 'benefit.capital-repair-above-half',
    });
    await expect(set('two', { service: 'nothing', percent: '60' }, 'age')).rejects.toMatchObject({
      code: 'benefit.unknown-service',
    });
    await expect(set('three', { service: 'upkeep', percent: '101' }, 'age')).rejects.toMatchObject({
      code: 'benefit.percent',
    });
    await expect(set('four', { service: 'capital-repair', percent: '100', fromAge: 80 }, 'age')).rejects.toMatchObject({
      code: 'benefit.no-birth-date',
    });
  });
});

describe('a work by act', () => {
  it('is charged whole in its month, is gone when cancelled before the close, and reversed after it', async () => {
    const acts = app.get(OneOffActs);
    const [kept, gone] = await inOurs(async (tx) => {
      const works = app.get(OneOffWorks);
      const workId = await works.create(
        tx,
        { serviceId: stock.upkeep, supplierId: stock.company, name: 'Замена смесителя', unit: 'шт.', vatRate: null },
        null,
      );
      await works.setPrice(tx, workId, { from: parseDate('2026-01-01'), price: Money.parse('850.50') }, entered);
      const act = { workId, dated: parseDate('2026-10-17'), prepaid: null };
      const enter = (number: string, quantity: string, price: Money | null) =>
        acts.enter(tx, account, { ...act, number, quantity, price }, entered);
      await expect(enter('3', '0', null)).rejects.toMatchObject({ code: 'one-off.quantity' });
      return [await enter('1', '2', null), await enter('2', '1', Money.parse('99'))] as const;
    });
    await inOurs((tx) => acts.cancel(tx, account, gone!, entered));
    const run = await month.toReview();
    expect(
      (await linesOf('one-off')).map(({ amount, serviceId, supplierId }) => [amount.toString(), serviceId, supplierId]),
    ).toEqual([['1701.00', stock.upkeep, stock.company]]);
    await month.toClosed(run.id);
    expect(await inOurs((tx) => acts.cancel(tx, account, kept!, entered))).toEqual({ reversedOn: '2026-11-01' });
    await expect(inOurs((tx) => acts.cancel(tx, account, kept!, entered))).rejects.toMatchObject({
      code: 'one-off.cancelled',
    });
    const [now, then] = await inOurs(async (tx) => {
      const oneOffs = async (period: string) =>
        (await loadHouses(tx, [stock.houses[0]!.id], parsePeriod(period)))[0]!.facts.premises.find(
          ({ id }) => id === account,
        )!.oneOffs;
      return [await oneOffs('2026-11'), await oneOffs('2026-10')];
    });
    expect(now).toMatchObject([
      { number: '1', quantity: '-2', date: parseDate('2026-11-01'), reverses: parseDate('2026-10-17') },
    ]);
    expect(then).toMatchObject([{ number: '1', quantity: '2' }]); // a replay of October finds what was billed
    const late = {
      workId: (await inOurs((tx) => app.get(OneOffWorks).list(tx)))[0]!.id,
      number: '9',
      dated: parseDate('2026-10-30'),
      quantity: '1',
      price: null,
      prepaid: null,
    };
    await expect(inOurs((tx) => acts.enter(tx, account, late, entered))).rejects.toMatchObject({
      code: 'one-off.month-closed',
    });
  });
});

describe('a voluntary service', () => {
  it('is charged to nobody from the day on which it is declined, and only a voluntary one can be', async () => {
    const declines = app.get(Declines);
    const asked = { serviceId: stock.waste, days: days('2026-10-11') };
    await expect(inOurs((tx) => declines.decline(tx, account, asked, entered))).rejects.toMatchObject({
      code: 'service.not-voluntary',
    });
    await inOurs(async (tx) => {
      await tx.query('update services set voluntary = true where id = $1', [stock.waste]);
      await declines.decline(tx, account, asked, entered);
    });
    const waste = async (period: string) => {
      const [house] = await inOurs((tx) => loadHouses(tx, [stock.houses[0]!.id], parsePeriod(period)));
      return house!.facts.services.filter(({ code, appliesTo }) => code === 'waste' && appliesTo!.includes(account));
    };
    expect(await waste('2026-10')).toMatchObject([{ to: parseDate('2026-10-11') }]);
    expect(await waste('2026-11')).toEqual([]);
    await inOurs((tx) =>
      declines.takeBack(tx, account, { serviceId: stock.waste, from: parseDate('2026-11-15') }, entered),
    );
    expect(await waste('2026-11')).toMatchObject([{ from: parseDate('2026-11-15') }]);
  });
});

describe('a subsidy', () => {
  it('is kept with its days and shown as it was told', async () => {
    const subsidies = app.get(Subsidies);
    const asked = {
      partyId: holder,
      days: days('2026-10-01', '2027-04-01'),
      amount: Money.parse('1911'),
      paidTo: 'executor',
    } as const;
    await inOurs((tx) => subsidies.add(tx, account, asked, entered));
    expect(await inOurs((tx) => subsidies.ofAccount(tx, account))).toMatchObject([
      { amount: Money.parse('1911.00'), from: '2026-10-01', paidTo: 'executor' },
    ]);
    const house = await inOurs((tx) => houseOf(tx, account));
    const executor = (month: string) =>
      inOurs(async (tx) => (await subsidies.paidToExecutor(tx, house, parsePeriod(month))).get(account)?.toString());
    expect([await executor('2026-08'), await executor('2026-10')]).toEqual([undefined, '1911.00']);
    await inOurs((tx) => subsidies.end(tx, account, { partyId: holder, days: days('2026-10-01') }, entered));
    expect(await inOurs((tx) => subsidies.ofAccount(tx, account))).toEqual([]);
  });
});
