import { deflateSync, inflateSync } from 'node:zlib';
import { Residents } from '@dvor/housing';
import { type AccountId, type HouseId, Money, parseDate, parsePeriod, type PartyId, type RunId } from '@dvor/kernel';
import { AuditLog, ExceptionsInbox, type Tx } from '@dvor/platform';
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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINE_VERSION } from '../core/index.js';
import { RunProofs } from './run-proofs.js';

const october = parsePeriod('2025-10');
const november = parsePeriod('2025-11');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let proofs: RunProofs;
let tenant: Awaited<ReturnType<typeof makeOrganization>>;
let stock: Stock;
let run: RunId;
let corrected: RunId;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
  proofs = app.get(RunProofs);
  tenant = await makeOrganization(test);
  stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 5), newHouse('2', 3)]));
  await sets('2025-12-02T03:00:00Z');
  run = await close(october);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(tenant, work);
const sets = (now: string) =>
  test.asOwner('update organizations set demo_now = $2 where id = $1', [tenant.organizationId, now]);
const account = (house = 0): AccountId => stock.houses[house]!.premises[0]!.accountIds[0]!;
const lineOf = (line: number, of = account(), period = october) =>
  inOurs((tx) => proofs.ofLine(tx, of, { period, line }));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  );

async function close(period: typeof october): Promise<RunId> {
  const month = new MonthInSteps(app, test, tenant, period);
  const { id } = await month.toReview();
  await month.toClosed(id);
  return id;
}

async function prove(id = run) {
  const { id: proof } = await proofs.request(tenant, id, null);
  await proofs.prove(tenant.organizationId, proof);
  return (await proofs.last(tenant, id))!;
}

async function inbox() {
  const { items } = await inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 100 }));
  return items.filter(({ kind }) => kind === 'billing.run-not-reproduced');
}

/** Does something to a house's snapshot, and puts back what was there. */
async function withSnapshot(
  change: (snapshot: Buffer) => Buffer,
  work: () => Promise<void>,
  { table, id } = { table: 'billing_run_houses', id: run },
): Promise<void> {
  const house: HouseId = stock.houses[0]!.id;
  const set = (snapshot: Buffer) =>
    test.asOwner(`update ${table} set snapshot = $3 where run_id = $1 and house_id = $2`, [id, house, snapshot]);
  const [{ snapshot }] = await test.asOwner<[{ snapshot: Buffer }]>(
    `select snapshot from ${table} where run_id = $1 and house_id = $2`,
    [id, house],
  );
  await set(change(snapshot));
  await work();
  await set(snapshot);
}

const rewritten = (from: RegExp, to: string) => (snapshot: Buffer) => {
  const json = inflateSync(snapshot).toString('utf8');
  expect(json).toMatch(from);
  return deflateSync(Buffer.from(json.replaceAll(new RegExp(from, 'g'), to)));
};

describe('a month closed a year ago', () => {
  beforeAll(async () => {
    await sets('2026-11-02T03:00:00Z');
    // Since then another tariff, another area and no resident are known of that very month.
    await test.asOwner(`update tariffs set rates = '{"rate": "99.99"}' where organization_id = $1`, [
      tenant.organizationId,
    ]);
    await test.asOwner('update premises_facts set area = area + 7 where organization_id = $1', [tenant.organizationId]);
    await test.asOwner(`update residencies set superseded_at = now() where organization_id = $1`, [
      tenant.organizationId,
    ]);
  });

  it('comes out line by line, whatever has changed since', async () => {
    const lines = await test.asOwner<{ line: number; amount: string }[]>(
      'select line, amount from charge_lines where run_id = $1 and account_id = $2 order by line',
      [run, account()],
    );
    expect(lines.length).toBeGreaterThan(3);
    for (const { line, amount } of lines) {
      const proof = await lineOf(line);
      expect(proof).toMatchObject({ differing: 0, faults: [], engine: { then: ENGINE_VERSION, now: ENGINE_VERSION } });
      expect([proof.booked, proof.again]).toEqual([Money.ofKopecks(amount), Money.ofKopecks(amount)]);
    }
    expect(await codeOf(lineOf(99))).toBe('line.not-found');
    expect(await codeOf(lineOf(1, account(), november))).toBe('line.not-found');
  });

  it('comes out whole, and the check is kept', async () => {
    expect(await proofs.last(tenant, run)).toBeNull();
    const [{ lines }] = await test.asOwner<[{ lines: number }]>(
      'select count(*)::int as lines from charge_lines where run_id = $1',
      [run],
    );
    expect(await prove()).toMatchObject({
      ...{ state: 'done', lines, differing: 0, findings: [], doneAt: expect.any(Date) },
      houses: { done: 2, total: 2 },
    });
    expect(await inbox()).toEqual([]);
  });

  it('goes on where it was cut off, and once only', async () => {
    const { id } = await proofs.request(tenant, run, null);
    await Promise.all([proofs.prove(tenant.organizationId, id), proofs.prove(tenant.organizationId, id)]);
    await proofs.prove(tenant.organizationId, id);
    expect(await proofs.last(tenant, run)).toMatchObject({ id, state: 'done', houses: { done: 2, total: 2 } });
  });

  it('names the engine that calculated it, where that was another', async () => {
    await test.asOwner(`update billing_runs set engine_version = '3' where id = $1`, [run]);
    expect(await lineOf(1)).toMatchObject({ differing: 0, engine: { then: '3', now: ENGINE_VERSION } });
    expect(await prove()).toMatchObject({ engine: { then: '3' }, findings: [{ fault: { code: 'fingerprint' } }] });
    await test.asOwner('update billing_runs set engine_version = $2 where id = $1', [run, ENGINE_VERSION]);
  });

  it('names a snapshot that is not the one it was calculated from, and by how much the lines differ', async () => {
    await withSnapshot(rewritten(/"rate":"31.20"/, '"rate":"31.21"'), async () => {
      const proof = await lineOf(1);
      expect(proof.faults).toEqual([{ code: 'snapshot-changed', origin: null }]);
      expect(proof.differing).toBeGreaterThan(0);
      const whole = await prove();
      expect(whole).toMatchObject({ differing: proof.differing, houses: { done: 2 } });
      expect(whole.findings[0]).toMatchObject({ houseId: stock.houses[0]!.id, fault: { code: 'snapshot-changed' } });
      const { booked, again } = whole.findings.find(({ accountId }) => accountId === account())!;
      expect(Money.parse(again!).minus(Money.parse(booked!)).kopecks).toBeGreaterThan(0n);
      expect(await inbox()).toMatchObject([{ objectId: run, details: { period: '2025-10' } }]);
    });
    expect((await prove()).findings).toEqual([]);
    expect(await inbox()).toEqual([]);
  });

  it('names a snapshot that is damaged', async () => {
    const damaged = (snapshot: Buffer) => {
      const copy = Buffer.from(snapshot);
      copy[copy.length >> 1]! ^= 0xff;
      return copy;
    };
    await withSnapshot(damaged, async () => {
      expect((await lineOf(1)).faults).toEqual([{ code: 'snapshot-unreadable', origin: null }]);
      expect((await lineOf(1, account(1))).faults).toEqual([]); // its neighbour is whole
    });
  });

  it('names what the engine does not know how to charge any more', async () => {
    await withSnapshot(rewritten(/"method":"area"/, '"method":"by-candles"'), async () => {
      const { faults, again } = await lineOf(1);
      expect(again).toBeNull();
      expect(faults).toMatchObject([
        { code: 'snapshot-changed' },
        { code: 'not-charged', parked: { code: 'unknown-method', details: { method: 'by-candles' } } },
      ]);
    });
  });
});

describe('a month that corrected the one before', () => {
  beforeAll(async () => {
    tenant = await makeOrganization(test);
    stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 5)]));
    await sets('2025-12-02T03:00:00Z');
    await close(october);
    await inOurs(async (tx) => {
      const [resident] = await tx.query<{ account: AccountId; partyId: PartyId }[]>(
        `select account_id as account, min(party_id)::text as "partyId" from residencies
          where superseded_at is null group by account_id order by count(*) desc, account_id limit 1`,
      );
      const { account, partyId } = resident!;
      const left = { partyId, from: parseDate('2025-10-11') };
      await new Residents(new AuditLog()).moveOut(tx, account, left, { by: null, reason: 'выбыл' });
    });
    corrected = await close(november);
  });

  it('comes out from what it was replayed from', async () => {
    const rows = await test.asOwner<{ account: AccountId; line: number }[]>(
      `select account_id as account, line from charge_lines
        where run_id = $1 and part = 'true-up' and origin is not null order by account_id, line`,
      [corrected],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { account, line } of rows) {
      const { booked, again, faults } = await lineOf(line, account, november);
      expect([again, faults]).toEqual([booked, []]);
    }
    expect(await prove(corrected)).toMatchObject({ differing: 0, findings: [] });
    await withSnapshot(
      (snapshot) => rewritten(/"rate":"([1-9][0-9.]*)"/, '"rate":"1$1"')(snapshot),
      async () => {
        const { booked, again, faults } = await lineOf(rows[0]!.line, rows[0]!.account, november);
        expect(faults).toEqual([{ code: 'snapshot-changed', origin: '2025-10' }]);
        expect(again).not.toEqual(booked);
      },
      { table: 'billing_run_replayed', id: corrected },
    );
  });
});
