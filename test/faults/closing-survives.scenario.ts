import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Period, parsePeriod, type RunId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import {
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type TestRedis,
  until,
} from '@dvor/testing';
import pg from 'pg';
import { OwnInstall } from './support/own-install.js';
import type { ProgramProcess } from './support/program-process.js';
import { workerOn } from './support/worker-process.js';

const HOUSES = 16;
const FLATS = 100;

jest.setTimeout(240_000);

let install: OwnInstall;
let redis: TestRedis;
let tenant: Tenant;
let worker: ProgramProcess | null = null;

beforeAll(async () => {
  [install, redis] = await Promise.all([OwnInstall.make(), startTestRedis()]);
  tenant = await makeOrganization(install.database);
  const settling = await startBilling(install.database, redis.url);
  await settling.database.inTenant(tenant, (tx) =>
    makeStock(
      tx,
      Array.from({ length: HOUSES }, (_, i) => newHouse(String(i + 1), FLATS)),
    ),
  );
  await settling.stop();
  await install.database.asOwner('analyze');
});

afterAll(async () => {
  await worker?.kill();
  await install?.stop();
  await redis?.stop();
});

describe('a month that is being closed', () => {
  it('is closed once, with whole books, though worker and PostgreSQL lose their power together, twice', async () => {
    const id = await closingOf(parsePeriod('2026-10'));
    for (const houses of [3, 9]) {
      worker = await workerOn(install.database, redis);
      await holdLastChunk(id);
      await inTheMiddle(id, houses);
      await Promise.all([worker.kill(), install.powerDown()]);
      await install.powerUp();
      expect(await posted(id)).toBeLessThan(HOUSES);
      await expectSoundBooks();
    }
    worker = await workerOn(install.database, redis);
    await closed(id);
    await expectSoundBooks();
    await expectWholeMonth('2026-10', id);
  });

  it('goes on by itself when PostgreSQL alone comes back, and begins where the month before ended', async () => {
    const id = await closingOf(parsePeriod('2026-11'));
    worker ??= await workerOn(install.database, redis);
    await holdLastChunk(id);
    await inTheMiddle(id, 5);
    await install.powerDown();
    await install.powerUp();
    await closed(id);
    await expectSoundBooks();
    await expectWholeMonth('2026-11', id);
    const [{ carried }] = await install.database.asOwner<[{ carried: number }]>(
      `select count(*)::int as carried from account_balances a join account_balances b using (organization_id, account_id)
        where a.period = '2026-10-01' and b.period = '2026-11-01' and a.closing = b.opening and a.closing > 0`,
    );
    expect(carried).toBe(HOUSES * FLATS);
  });
});

/** Calculated by steps, with nobody else at work; then asked to be closed. */
async function closingOf(period: Period): Promise<RunId> {
  await worker?.stop();
  worker = null;
  const app = await startBilling(install.database, redis.url);
  const month = new MonthInSteps(app, install.database, tenant, period);
  const { id } = await month.toReview();
  await month.close(id);
  await app.stop();
  return id;
}

/** Until the server dies: the run stays in its middle for as long as the test wants. */
async function holdLastChunk(id: RunId): Promise<void> {
  const holder = new pg.Client({ connectionString: install.database.ownerUrl });
  holder.on('error', () => undefined); // it goes with the server
  await holder.connect();
  await holder.query('begin');
  await holder.query(
    `select from billing_run_chunks where run_id = $1 and posted_at is null
        and chunk = (select max(chunk) from billing_run_chunks where run_id = $1) for update`,
    [id],
  );
}

async function inTheMiddle(id: RunId, atLeast: number): Promise<void> {
  await until(async () => (await posted(id)) >= atLeast, { ms: 90_000 });
  expect(await posted(id)).toBeLessThan(HOUSES);
}

async function posted(id: RunId): Promise<number> {
  const [row] = await install.database.asOwner<[{ done: number }]>(
    'select count(*)::int as done from billing_run_chunks where run_id = $1 and posted_at is not null',
    [id],
  );
  return row.done;
}

async function closed(id: RunId): Promise<void> {
  await until(
    async () => {
      const [run] = await install.database.asOwner<[{ state: string; failure: string | null }]>(
        'select state, failure from billing_runs where id = $1',
        [id],
      );
      if (run.failure !== null) throw new Error(`${run.failure}\n${worker?.log}`);
      return run.state === 'closed';
    },
    { ms: 120_000 },
  );
}

/** At any moment: every entry comes to nothing by itself, and what is written down is the sum of postings. */
async function expectSoundBooks(): Promise<void> {
  const unbalanced = await install.database.asOwner<unknown[]>(
    'select entry_id from ledger_postings group by entry_id having sum(amount) <> 0',
  );
  const empty = await install.database.asOwner<unknown[]>(
    'select key from ledger_entries e where not exists (select from ledger_postings p where p.entry_id = e.id)',
  );
  const wrong = await install.database.asOwner<unknown[]>(
    `select b.period, b.account_id, b.closing from account_balances b
      where b.closing <> (select coalesce(sum(p.amount), 0) from ledger_postings p
                           where p.account_id = b.account_id and p.ledger_account = 'receivable' and p.period <= b.period)`,
  );
  expect({ unbalanced, empty, wrong }).toEqual({ unbalanced: [], empty: [], wrong: [] });
}

/** Each house is posted once, each account's charges stand in the books to the kopeck, and the month is closed once. */
async function expectWholeMonth(month: string, id: RunId): Promise<void> {
  const entries = await install.database.asOwner<{ key: string }[]>(
    `select key from ledger_entries where kind = 'accrual' and starts_with(key, 'accrual-' || $1 || '-')`,
    [id],
  );
  expect(new Set(entries.map(({ key }) => key)).size).toBe(HOUSES);
  expect(entries).toHaveLength(HOUSES);
  const differing = await install.database.asOwner<unknown[]>(
    `select account_id, charged, posted, written
       from (select account_id, sum(amount) as charged from charge_lines where run_id = $2 group by account_id) c
       full join (select account_id, sum(amount) as posted from ledger_postings
                   where period = $1 and ledger_account = 'receivable' group by account_id) p using (account_id)
       full join (select account_id, charged as written from account_balances where period = $1) b using (account_id)
      where charged is distinct from posted or posted is distinct from written`,
    [`${month}-01`, id],
  );
  expect(differing).toEqual([]);
  const [told] = await install.database.asOwner<[{ accounts: number; closed: number; told: number; unposted: number }]>(
    `select (select count(*)::int from account_balances where period = $1) as accounts,
            (select count(*)::int from closed_months where period = $1) as closed,
            (select count(*)::int from outbox_events
              where type = 'billing.month-closed' and payload->>'runId' = $2::text) as told,
            (select count(*)::int from billing_run_chunks where run_id = $2::bigint and posted_at is null) as unposted`,
    [`${month}-01`, id],
  );
  expect(told).toEqual({ accounts: HOUSES * FLATS, closed: 1, told: 1, unposted: 0 });
}
