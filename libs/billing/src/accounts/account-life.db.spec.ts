import { Documents, Parties, PremisesLife, Residents } from '@dvor/housing';
import { type AccountId, type LocalDate, Money, parseDate, parsePeriod, type PartyId } from '@dvor/kernel';
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
