import { type AccountId, Money, parsePeriod, type UserId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
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
import { Corrections } from '../corrections/corrections.js';
import { type ClaimDecision, type OverchargeClaimId, Overcharges } from './overcharges.js';

const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;
let stock: Stock;
let account: AccountId;
let paper: string;
let author: UserId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  [{ id: author }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'author@dvor.test', 'Автор', '-') returning id`,
  );
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

/** A house of two flats, October closed. */
beforeEach(async () => {
  const tenant = await makeOrganization(test, { now: '2026-12-02T03:00:00Z' });
  stock = await app.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 2)]));
  account = stock.houses[0]!.premises[0]!.accountIds[0]!;
  month = new MonthInSteps(app, test, tenant, october);
  await month.toClosed((await month.toReview()).id);
  [{ id: paper }] = await test.asOwner<[{ id: string }]>(
    `insert into documents (organization_id, kind, dated) values ($1, 'other', '2026-11-10') returning id`,
    [tenant.organizationId],
  );
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const overcharges = () => app.get(Overcharges);
const claimed = (receivedAt: string) =>
  inOurs((tx) =>
    overcharges().receive(
      tx,
      {
        ...{ accountId: account, serviceId: stock.upkeep, origin: october, documentId: null },
        ...{ receivedAt: new Date(receivedAt), claim: 'Начислили дважды' },
      },
      author,
    ),
  );
const decide = (id: OverchargeClaimId, decision: ClaimDecision, excess: string | null = null) =>
  inOurs((tx) =>
    overcharges().decide(
      tx,
      id,
      {
        decision,
        reason: 'Проверили начисления',
        excess: excess === null ? null : Money.parse(excess),
        documentId: paper,
      },
      author,
    ),
  );
const read = (id: OverchargeClaimId) => inOurs((tx) => overcharges().claim(tx, id));
const correct = () =>
  inOurs((tx) =>
    app.get(Corrections).enter(
      tx,
      {
        ...{ reason: 'Двойное начисление', documentId: paper, ownError: true, lateReason: null },
        items: [
          {
            ...{ accountId: account, serviceId: stock.upkeep, supplierId: null, part: null, origin: october },
            amount: Money.parse('-133.35'),
          },
        ],
      },
      author,
    ),
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('claims of an overcharge', () => {
  it('that came before anything was found are owed half the excess, in a line of its own', async () => {
    const id = await claimed('2026-11-20T06:00:00Z');
    await correct();
    const claim = await read(id);
    expect(claim).toMatchObject({ first: 'claim', checkBy: '2026-12-20', payBy: '2027-01-20', decision: null });
    expect(claim.fine!.toString()).toBe('66.68');
    expect(await codeOf(decide(id, 'fine'))).toBe('overcharge.excess');
    await decide(id, 'fine', '133.35');
    expect((await read(id)).fine!.toString()).toBe('66.68');
    expect(await codeOf(decide(id, 'fine', '133.35'))).toBe('overcharge.decided');
    const next = new MonthInSteps(app, test, month.tenant, november);
    await next.toClosed((await next.toReview()).id);
    const lines = await test.asOwner(
      `select part, amount::int as amount, origin::text as origin from charge_lines
        where organization_id = $1 and part in ('manual', 'fine') order by part`,
      [month.tenant.organizationId],
    );
    expect(lines).toEqual([
      { part: 'fine', amount: -6668, origin: '2026-10-01' },
      { part: 'manual', amount: -13335, origin: '2026-10-01' },
    ]);
    const [error] = await inOurs((tx) => overcharges().ownErrors(tx, 5));
    expect(error).toMatchObject({ by: 'manual', origin: '2026-10', toldAt: null, postedAt: expect.any(Date) });
  });

  it('that came after the mistake was found are owed nothing, and say so', async () => {
    const correctionId = await correct();
    const told = () =>
      inOurs((tx) => overcharges().tell(tx, { correctionId, accountId: account, how: 'letter' }, author));
    await told();
    expect(await codeOf(told())).toBe('overcharge.told');
    await test.asOwner(`update organizations set demo_now = '2026-12-10T03:00:00Z' where id = $1`, [
      month.tenant.organizationId,
    ]);
    const id = await claimed('2026-12-09T06:00:00Z');
    expect(await read(id)).toMatchObject({
      ...{ first: 'finding', fine: null },
      finding: { by: 'manual', toldAt: expect.any(Date), postedAt: null },
    });
    expect(await codeOf(decide(id, 'fine', '133.35'))).toBe('overcharge.found-first');
    await decide(id, 'put-right-before');
    expect(await read(id)).toMatchObject({ decision: 'put-right-before', fineId: null });
  });

  it('of a time that has not come are refused', async () => {
    expect(await codeOf(claimed('2027-01-01T00:00:00Z'))).toBe('overcharge.future');
  });
});
