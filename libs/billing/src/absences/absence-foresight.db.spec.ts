import { PremisesLife, Residents } from '@dvor/housing';
import { type AccountId, addDays, Money, parseDate, parsePeriod, type PartyId, type UserId } from '@dvor/kernel';
import { AuditLog } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  days,
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
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AbsenceForesight } from './absence-foresight.js';

const october = parsePeriod('2026-10');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let author: UserId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  const tenant = await makeOrganization(test);
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 7)]));
  month = new MonthInSteps(app, test, tenant, october);
  [{ id: author }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'author@dvor.test', 'Автор', '-') returning id`,
  );
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

const accountOf = (flat: number) => stock.houses[0]!.premises[flat]!.accountIds[0]!;

async function absenceOf(accountId: AccountId) {
  const [{ partyId }] = await test.asOwner<[{ partyId: PartyId }]>(
    'select party_id as "partyId" from residencies where account_id = $1 and superseded_at is null order by party_id limit 1',
    [accountId],
  );
  const [from, until] = [parseDate('2026-10-03'), parseDate('2026-10-20')];
  return { partyId, days: { from, to: addDays(until, 1) }, appliedOn: parseDate('2026-10-22') };
}

async function meteredAccount(): Promise<AccountId> {
  const [{ id }] = await test.asOwner<[{ id: AccountId }]>(
    `select a.id from accounts a join residencies r on r.account_id = a.id
       join meters m on m.premises_id = a.premises_id and m.resource = 'cold-water' order by a.id limit 1`,
  );
  return id;
}

const foresee = async (accountId: AccountId) =>
  app.get(AbsenceForesight).foresee(month.tenant, accountId, await absenceOf(accountId), author);

it('tells where an absence can bring nothing and why, and writes nothing', async () => {
  const byMeter = await foresee(await meteredAccount());
  const waste = byMeter.services; // by person: no meter is asked for
  expect(waste.map(({ serviceId }) => serviceId)).not.toContain(stock.water);
  expect(byMeter.nothing).toContainEqual({ serviceId: stock.water, why: 'metered' });
  const byNorm = await foresee(accountOf(2)); // by norm: it has no meter
  expect([byNorm.days, byNorm.services.length]).toEqual([16, waste.length]);
  expect(byNorm.nothing).toContainEqual({ serviceId: stock.water, why: 'meter-fits' });
  expect(await test.asOwner('select count(*)::int as n from absences')).toEqual([{ n: 0 }]);
});

it('tells the very sum that the month lets off where no meter can stand', async () => {
  const accountId = accountOf(2);
  const recording = { by: author, reason: 'акт обследования' };
  await app.database.inTenant(month.tenant, (tx) =>
    new PremisesLife(new AuditLog()).change(
      tx,
      stock.houses[0]!.premises[2]!.id,
      { values: { meterImpossible: ['cold-water'] } as never, days: days('2026-01-01') },
      recording,
    ),
  );
  const { services, amount } = await foresee(accountId);
  expect(services.map(({ serviceId }) => serviceId)).toContain(stock.water);
  expect(amount.isNegative).toBe(true);
  const [{ id: documentId }] = await test.asOwner<[{ id: string }]>(
    `insert into documents (organization_id, kind, dated) values ($1, 'certificate', '2026-10-21') returning id`,
    [month.tenant.organizationId],
  );
  const absence = await absenceOf(accountId);
  await app.database.inTenant(month.tenant, (tx) =>
    app.get(Residents).recordAbsence(tx, accountId, absence, { ...recording, documentId: documentId as never }),
  );
  const run = await month.toReview();
  const [{ kopecks }] = await test.asOwner<[{ kopecks: string }]>(
    `select sum(amount)::text as kopecks from charge_lines where run_id = $1 and account_id = $2 and part = 'absence'`,
    [run.id, accountId],
  );
  expect(amount).toEqual(Money.ofKopecks(kopecks));
});
