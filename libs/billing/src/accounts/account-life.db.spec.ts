import { AccountTerms, Documents, Parties, PremisesLife, Residents, type Share } from '@dvor/housing';
import { type AccountId, decimal, type LocalDate, Money, parseDate, parsePeriod, type PartyId } from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import { type Tx } from '@dvor/platform';
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
import { charge } from '../core/index.js';
import { loadHouses } from '../load/load-houses.js';
import { PastChanges } from '../past/dirty-months.js';
import { AccountLife } from './account-life.js';

const october = parsePeriod('2026-10');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let life: AccountLife;
let owing: AccountId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  life = app.get(AccountLife);
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** A house whose October is closed: everybody owes something. */
beforeEach(async () => {
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 4)]));
  month = new MonthInSteps(app, test, tenant, october);
  const run = await month.toReview();
  await month.toClosed(run.id);
  owing = stock.houses[0]!.premises[1]!.accountIds[0]!;
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);

describe('an account that ends', () => {
  it('is not closed while something is owed, unless a document says what becomes of it', async () => {
    await expect(inOurs((tx) => life.close(tx, owing, parseDate('2026-11-01'), entered))).rejects.toMatchObject({
      code: 'account.balance-not-zero',
      details: { balance: (await balanceOf(owing)).toString() },
    });
    const documented = async (tx: Tx) => ({ ...entered, documentId: await ruling(tx) });
    await inOurs(async (tx) => life.close(tx, owing, parseDate('2026-11-01'), await documented(tx)));
    await expect(
      inOurs(async (tx) => life.close(tx, owing, parseDate('2026-11-01'), await documented(tx))),
    ).rejects.toMatchObject({ code: 'account.not-open' });
  });

  it('leaves its debt behind when the flat is sold', async () => {
    const before = await balanceOf(owing);
    const { id } = await inOurs(async (tx) => life.transfer(tx, owing, await sale(tx, { moveDebt: false }), entered));
    expect(await balanceOf(owing)).toEqual(before);
    expect(await balanceOf(id)).toEqual(Money.zero);
  });

  it('hands its debt on by a document, service by service, and nothing is lost', async () => {
    const before = await receivablesOf(owing);
    await expect(
      inOurs(async (tx) => life.transfer(tx, owing, await sale(tx, { moveDebt: true }), entered)),
    ).rejects.toMatchObject({ code: 'account.debt-needs-document' });
    const { id } = await inOurs(async (tx) =>
      life.transfer(tx, owing, await sale(tx, { moveDebt: true }), { ...entered, documentId: await ruling(tx) }),
    );
    expect(await receivablesOf(owing)).toEqual([]);
    expect(await receivablesOf(id)).toEqual(before);
  });

  it('shares its debt out to the rooms to the kopeck', async () => {
    const before = await balanceOf(owing);
    const flat = stock.houses[0]!.premises[1]!;
    const opened = await inOurs(async (tx) => {
      const rooms = await Promise.all(
        ['14.3', '11.7', '9.1'].map(async (area, i) => ({
          premisesId: await app.get(PremisesLife).add(
            tx,
            stock.houses[0]!.id,
            {
              names: { kind: 'room', number: String(i + 1), parentId: flat.id },
              values: { area },
              days: days('2026-11-01'),
            },
            entered,
          ),
          payerId: await newcomer(tx),
          number: null,
          weight: area,
        })),
      );
      const asked = { from: parseDate('2026-11-01'), parts: rooms, moveDebt: true };
      return life.split(tx, owing, asked, { ...entered, documentId: await ruling(tx) });
    });
    const parts = await Promise.all(opened.map(({ id }) => balanceOf(id)));
    expect(Money.sum(parts)).toEqual(before);
    expect(parts.every((part) => !part.isZero)).toBe(true);
    expect(await balanceOf(owing)).toEqual(Money.zero);
  });

  it('brings its debt into the account it is merged with', async () => {
    const into = stock.houses[0]!.premises[2]!.accountIds[0]!;
    const whole = (await balanceOf(owing)).plus(await balanceOf(into));
    await inOurs(async (tx) =>
      life.merge(
        tx,
        [owing],
        { into, from: parseDate('2026-11-01'), moveDebt: true },
        { ...entered, documentId: await ruling(tx) },
      ),
    );
    expect(await balanceOf(into)).toEqual(whole);
    expect(await balanceOf(owing)).toEqual(Money.zero);
  });
});

describe('an account that is split by shares', () => {
  const first = parseDate('2026-11-01');

  it('closes, and each co-owner’s account bears its share of the area and has its own people; the whole costs what it did', async () => {
    const residents = await residentsOf(owing);
    const before = await novemberOf(owing);
    const opened = await inOurs(async (tx) => {
      const [one, other] = [await newcomer(tx), await newcomer(tx)];
      return life.splitByShares(
        tx,
        owing,
        {
          from: first,
          moveDebt: false,
          parts: [
            { share: share(2, 3), payerId: one, number: null, residentIds: residents },
            { share: share(1, 3), payerId: other, number: null, residentIds: [] },
          ],
        },
        entered,
      );
    });
    const shares = await novemberOf(...opened.map(({ id }) => id));
    expect(shares.parked).toEqual([]);
    expect(shares.accounts).toEqual(opened.map(({ id }) => id));
    expect(shares.area).toBe(before.area);
    expect(Number(shares.kopecks - before.kopecks)).toBeLessThanOrEqual(2);
    expect(Number(before.kopecks - shares.kopecks)).toBeLessThanOrEqual(2);
    expect(await residentsOf(opened[0]!.id)).toEqual(residents);
    expect(await residentsOf(owing)).toEqual([]);
    expect((await balanceOf(opened[0]!.id)).isZero).toBe(true);
  });

  it('shares a debt that goes along by the shares, to the kopeck', async () => {
    const before = await balanceOf(owing);
    const { opened } = await halves({ moveDebt: true });
    const parts = await Promise.all(opened.map((id) => balanceOf(id)));
    expect(Money.sum(parts)).toEqual(before);
    expect(await balanceOf(owing)).toEqual(Money.zero);
  });

  it.each([
    [[share(1, 2), share(1, 3)], { code: 'account.shares-not-whole', details: { sum: '5/6', missing: '1/6' } }],
    [[share(1, 2), share(2, 3)], { code: 'account.shares-above-whole', details: { sum: '7/6' } }],
    [[share(1, 1), share(1, 2)], { code: 'account.open-already' }],
    [[share(1, 1)], { code: 'account.split-in-one' }],
    [[share(3, 2), share(1, 2)], { code: 'account.share-out-of-range', details: { share: '3/2' } }],
  ])('is refused where a part is nobody’s or stands twice: %j', async (shares, refusal) => {
    const residentIds = await residentsOf(owing);
    await expect(
      inOurs(async (tx) => {
        const payerId = await newcomer(tx);
        const parts = shares.map((one, i) => ({
          share: one,
          payerId,
          number: null,
          residentIds: i === 0 ? residentIds : [],
        }));
        return life.splitByShares(tx, owing, { from: first, parts, moveDebt: false }, entered);
      }),
    ).rejects.toMatchObject(refusal);
    expect(await residentsOf(owing)).toEqual(residentIds);
  });

  it('is refused where somebody who is registered would be lost, or goes twice', async () => {
    const [who] = await residentsOf(owing);
    const split = (residentIds: [PartyId[], PartyId[]]) =>
      inOurs(async (tx) => {
        const payerId = await newcomer(tx);
        const parts = residentIds.map((ids) => ({ share: share(1, 2), payerId, number: null, residentIds: ids }));
        return life.splitByShares(tx, owing, { from: first, parts, moveDebt: false }, entered);
      });
    await expect(split([[], []])).rejects.toMatchObject({ code: 'account.split-left-out' });
    await expect(split([[who!], [who!]])).rejects.toMatchObject({ code: 'account.split-resident' });
  });

  it('leaves no part behind: one alone neither closes nor is opened beside, but is handed on with its share', async () => {
    const { opened, premisesId } = await halves({ moveDebt: false });
    const [one, other] = opened as [AccountId, AccountId];
    const december = parseDate('2026-12-01');
    await expect(inOurs((tx) => life.close(tx, one, december, entered))).rejects.toMatchObject({
      code: 'account.shares-not-whole',
      details: { sum: '1/2', missing: '1/2', date: '2026-12-01' },
    });
    await expect(
      inOurs(async (tx) =>
        app
          .get(AccountTerms)
          .open(tx, premisesId, { number: null, payerId: await newcomer(tx), from: december }, entered),
      ),
    ).rejects.toMatchObject({ code: 'account.open-already' });
    await expect(
      inOurs(async (tx) =>
        app.get(AccountTerms).reopen(tx, owing, { from: december, payerId: await newcomer(tx) }, entered),
      ),
    ).rejects.toMatchObject({ code: 'account.open-already' });
    const { id } = await inOurs(async (tx) =>
      life.transfer(tx, one, { from: december, payerId: await newcomer(tx), number: null, moveDebt: false }, entered),
    );
    const terms = app.get(AccountTerms);
    expect(await inOurs((tx) => terms.shareOf(tx, id, december))).toEqual(share(1, 2));
    await inOurs((tx) =>
      terms.share(
        tx,
        premisesId,
        {
          from: december,
          shares: [
            { accountId: id, share: share(3, 4) },
            { accountId: other, share: share(1, 4) },
          ],
        },
        entered,
      ),
    );
    expect(await inOurs((tx) => terms.shareOf(tx, other, december))).toEqual(share(1, 4));
    expect(await inOurs((tx) => terms.shareOf(tx, other, first))).toEqual(share(1, 2));
    await expect(
      inOurs((tx) =>
        terms.share(tx, premisesId, { from: december, shares: [{ accountId: id, share: share(1, 2) }] }, entered),
      ),
    ).rejects.toMatchObject({ code: 'account.shares-not-whole', details: { sum: '3/4', missing: '1/4' } });
  });

  it('is one account again when they are merged: the people and the whole of the flat are its own', async () => {
    const before = await novemberOf(owing);
    const residents = await residentsOf(owing);
    const { opened, premisesId } = await halves({ moveDebt: false });
    const [from, into] = opened as [AccountId, AccountId];
    await inOurs((tx) => life.merge(tx, [from], { into, from: first, moveDebt: false }, entered));
    expect(await inOurs((tx) => app.get(AccountTerms).shareOf(tx, into, first))).toBeNull();
    expect(await residentsOf(into)).toEqual(residents);
    const after = await novemberOf(into);
    expect({ area: after.area, kopecks: after.kopecks }).toEqual({ area: before.area, kopecks: before.kopecks });
    const [row] = await inOurs((tx) =>
      tx.query<{ open: number }[]>(
        `select count(*)::int as open from accounts a join account_facts f on f.account_id = a.id and f.superseded_at is null
          where a.premises_id = $1 and f.valid @> date '2026-11-15'`,
        [premisesId],
      ),
    );
    expect(row).toEqual({ open: 1 });
  });

  it('cannot be charged beside another that bears all of the flat, however that came about', async () => {
    const { premisesId } = await inOurs((tx) => app.get(AccountTerms).placeOf(tx, owing));
    const beside = await inOurs(async (tx) => {
      const [row] = await tx.query<{ id: AccountId }[]>(
        `insert into accounts (organization_id, house_id, premises_id, number)
         select organization_id, house_id, id, 'beside' from premises where id = $1 returning id`,
        [premisesId],
      );
      await tx.query(
        `insert into account_facts (organization_id, house_id, account_id, valid, payer_id, reason)
         select organization_id, house_id, $1, daterange('2026-11-10', null), payer_id, reason
           from account_facts where account_id = $2 limit 1`,
        [row!.id, owing],
      );
      return row!.id;
    });
    const { parked, accounts } = await novemberOf(owing, beside);
    expect(accounts).toEqual([]);
    expect(new Set(parked)).toEqual(new Set(['shares-above-whole']));
  });
});

function share(numerator: number, denominator: number): Share {
  return { numerator, denominator };
}

/** Two accounts of a half each from November on; the first has the people. */
async function halves({ moveDebt }: { moveDebt: boolean }) {
  const residentIds = await residentsOf(owing);
  return inOurs(async (tx) => {
    const parts = [];
    for (const ids of [residentIds, []])
      parts.push({ share: share(1, 2), payerId: await newcomer(tx), number: null, residentIds: ids });
    const opened = await life.splitByShares(
      tx,
      owing,
      { from: parseDate('2026-11-01'), parts, moveDebt },
      { ...entered, documentId: await ruling(tx) },
    );
    const { premisesId } = await app.get(AccountTerms).placeOf(tx, owing);
    return { opened: opened.map(({ id }) => id), premisesId };
  });
}

async function residentsOf(id: AccountId): Promise<PartyId[]> {
  const registered = await inOurs((tx) => app.get(Residents).since(tx, id, parseDate('2026-11-01')));
  return registered.map(({ partyId }) => partyId);
}

/** What the house's November would come to for some accounts. */
async function novemberOf(...ids: AccountId[]) {
  const november = parsePeriod('2026-11');
  const [house] = await inOurs((tx) => loadHouses(tx, [stock.houses[0]!.id], november));
  const { lines, parked } = charge(house!.facts, november);
  const own = lines.filter(({ premises }) => ids.includes(premises as AccountId));
  const areas = own.filter(({ working }) => working.formula === 'area' && working.unit === 'm2');
  return {
    accounts: [...new Set(own.map(({ premises }) => premises))],
    parked: parked.filter(({ premises }) => ids.includes(premises as AccountId)).map(({ code }) => code),
    kopecks: Money.sum(own.map(({ amount }) => amount)).kopecks,
    area: areas
      .reduce((sum, { volume }) => sum.plus(volume!), decimal('0'))
      .round(10)
      .toString(),
  };
}

describe('a fact of the past that is changed', () => {
  it('makes the closed months dirty that it concerns, and no others', async () => {
    expect(await dirty()).toEqual([]);
    await inOurs(async (tx) =>
      app
        .get(Residents)
        .moveIn(
          tx,
          owing,
          { partyId: await newcomer(tx), kind: 'permanent', days: days('2026-10-20') },
          { by: null, reason: 'рождение ребёнка' },
        ),
    );
    expect(await dirty()).toEqual([
      expect.objectContaining({
        subject: expect.objectContaining({ type: 'account', id: owing }),
        first: '2026-10',
        last: '2026-10',
        months: 1,
        facts: ['residencies'],
        reasons: ['рождение ребёнка'],
      }),
    ]);
    await inOurs((tx) =>
      app
        .get(PremisesLife)
        .change(tx, stock.houses[0]!.premises[0]!.id, { values: { area: '41' }, days: days('2026-11-01') }, entered),
    );
    expect(await dirty()).toHaveLength(1); // of November nothing is closed yet
  });
});

describe('a resident who is away', () => {
  it('reaches the calculation by the days of leaving and of coming back', async () => {
    const november = parsePeriod('2026-11');
    const { id: houseId } = stock.houses[0]!;
    const residents = await inOurs(async (tx) => {
      const [who] = await tx.query<{ party_id: PartyId }[]>('select party_id from residencies where account_id = $1', [
        owing,
      ]);
      await app.get(Residents).recordAbsence(
        tx,
        owing,
        {
          partyId: who!.party_id,
          days: days('2026-11-03', '2026-11-15') as { from: LocalDate; to: LocalDate },
          appliedOn: parseDate('2026-11-16'),
        },
        { ...entered, documentId: await ruling(tx) },
      );
      const [house] = await loadHouses(tx, [houseId], november);
      return house!.facts.premises.find(({ id }) => id === owing)!.residents;
    });
    expect(residents).toEqual([
      expect.objectContaining({ absences: [{ from: parseDate('2026-11-03'), to: parseDate('2026-11-14') }] }),
    ]);
  });
});

function dirty() {
  return inOurs((tx) => app.get(PastChanges).dirtyMonths(tx, 10));
}

async function balanceOf(id: AccountId): Promise<Money> {
  return inOurs(async (tx) => (await app.get(Balances).of(tx, [id])).get(id)!);
}

function receivablesOf(id: AccountId) {
  return inOurs((tx) => app.get(Balances).receivables(tx, id));
}

function ruling(tx: Tx) {
  return app.get(Documents).add(tx, { kind: 'court-ruling', number: '2-117', dated: parseDate('2026-10-30') }, null);
}

async function newcomer(tx: Tx): Promise<PartyId> {
  return app.get(Parties).add(tx, { kind: 'person', name: 'Новосёл' }, entered);
}

async function sale(tx: Tx, { moveDebt }: { moveDebt: boolean }) {
  return { from: parseDate('2026-11-01'), payerId: await newcomer(tx), number: null, moveDebt };
}
