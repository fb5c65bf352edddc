import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { parsePeriod, type RunId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newHouse,
  startBilling,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
} from '@dvor/testing';
import pg from 'pg';
import type { ProgramProcess } from './support/program-process.js';
import { workerOn } from './support/worker-process.js';

const HOUSES = 24;
const FLATS = 100;
const october = parsePeriod('2026-10');

jest.setTimeout(240_000);

/** What a month comes to, whatever the ids of its run. */
interface Outcome {
  readonly lines: { readonly count: number; readonly amount: string; readonly digest: string };
  readonly fingerprint: string;
  readonly postings: {
    readonly entries: number;
    readonly count: number;
    readonly total: string;
    readonly digest: string;
  } | null;
  readonly balances: string | null;
}

let town: TestDatabase; // the stock that each test takes a copy of
let tenant: Tenant;
let undisturbed: { readonly review: Outcome; readonly closed: Outcome };
let redis: TestRedis;

let test: TestDatabase;
let app: BillingApp;
let owner: pg.Client;
const workers: ProgramProcess[] = [];

beforeAll(async () => {
  [town, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  tenant = await makeOrganization(town);
  const settling = await startBilling(town, redis.url);
  await settling.database.inTenant(tenant, (tx) =>
    makeStock(
      tx,
      Array.from({ length: HOUSES }, (_, i) => newHouse(String(i + 1), FLATS)),
    ),
  );
  await settling.stop();
  await town.asOwner('analyze');

  await takeCopy();
  const month = new MonthInSteps(app, test, tenant, october);
  const { id } = await month.toReview();
  const review = await outcomeOf(id);
  await month.toClosed(id);
  undisturbed = { review, closed: await outcomeOf(id) };
  await dropCopy();
});

afterAll(async () => {
  await Promise.all([town?.drop(), redis?.stop()]);
});

beforeEach(takeCopy);
afterEach(dropCopy);

async function takeCopy(): Promise<void> {
  await redis.wipe();
  test = await createTestDatabase(town.name);
  app = await startBilling(test, redis.url);
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
}

async function dropCopy(): Promise<void> {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
  await app.stop();
  await owner.end();
  await test.drop();
}

async function startWorker(settings?: Record<string, string>): Promise<ProgramProcess> {
  const worker = await workerOn(test, redis, settings);
  workers.push(worker);
  return worker;
}

async function request(): Promise<RunId> {
  const { id, houses } = await app.runs.request(tenant, { period: october, by: null });
  expect(houses.total).toBe(HOUSES);
  return id;
}

type Step = 'calculated_at' | 'posted_at';

async function chunksDone(id: RunId, step: Step): Promise<number> {
  const { rows } = await owner.query<{ done: number }>(
    `select count(*)::int as done from billing_run_chunks where run_id = $1 and ${step} is not null`,
    [id],
  );
  return rows[0]!.done;
}

/** Holds the last chunk fast, so that the run is in its middle for as long as the test wants; gives the way to let go. */
async function holdLastChunk(id: RunId): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: test.ownerUrl });
  holder.on('error', () => undefined); // a test that fails in the middle drops the database under it
  await holder.connect();
  await holder.query('begin');
  await holder.query(
    'select from billing_run_chunks where run_id = $1 and chunk = (select max(chunk) from billing_run_chunks where run_id = $1) for update',
    [id],
  );
  return async () => {
    await holder.query('rollback');
    await holder.end();
  };
}

/** Some chunks are done, and not all of them. */
async function inTheMiddle(id: RunId, step: Step, atLeast = 4): Promise<void> {
  await until(async () => (await chunksDone(id, step)) >= atLeast, { ms: 120_000 });
  expect(await chunksDone(id, step)).toBeLessThan(HOUSES);
}

async function reaches(id: RunId, state: 'review' | 'closed'): Promise<void> {
  await until(
    async () => {
      const run = await app.runs.summary(tenant, id);
      if (run.failure !== null) throw new Error(`${run.failure}\n${workers.map(({ log }) => log).join('\n')}`);
      return run.state === state;
    },
    { ms: 90_000 },
  );
}

async function outcomeOf(id: RunId): Promise<Outcome> {
  const one = async <Row>(sql: string) => (await owner.query(sql, [id])).rows[0] as Row;
  const lines = await one<Outcome['lines']>(
    `select count(*)::int as count, sum(amount) as amount,
            md5(string_agg(concat_ws('|', house_id, account_id, line, service_id, supplier_id, part, volume, amount, working), ';' order by account_id, line)) as digest
       from charge_lines where run_id = $1`,
  );
  const { fingerprint } = await one<{ fingerprint: string }>(
    `select encode(fingerprint, 'hex') as fingerprint from billing_runs where id = $1`,
  );
  const postings = await one<Outcome['postings'] & object>(
    `select count(distinct e.id)::int as entries, count(*)::int as count, sum(p.amount) as total,
            md5(string_agg(concat_ws('|', replace(e.key, 'accrual-' || $1 || '-', ''), ledger_account, account_id, recipient_id, service_id, origin, p.kind, p.amount), ';'
                           order by e.key, ledger_account, account_id, recipient_id, service_id)) as digest
       from ledger_postings p join ledger_entries e on e.id = p.entry_id`,
  ).catch(() => null);
  const { balances } = await one<{ balances: string | null }>(
    `select md5(string_agg(concat_ws('|', period, account_id, opening, charged, closing), ';' order by account_id)) as balances
       from account_balances where $1::bigint is not null`,
  );
  return { lines, fingerprint, postings, balances };
}

/** Each house has its entry once, and each entry balances by itself. */
async function expectSoundBooks(): Promise<void> {
  const { rows } = await owner.query<{ key: string; total: string }>(
    'select e.key, sum(p.amount) as total from ledger_entries e join ledger_postings p on p.entry_id = e.id group by e.id',
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(HOUSES);
  expect(rows.filter(({ total }) => total !== '0')).toEqual([]);
  expect(rows).toHaveLength(HOUSES);
}

describe('a run', () => {
  it('is brought to the same end by another worker when one is killed in the middle', async () => {
    const id = await request();
    const first = await startWorker();
    await until(async () => (await chunksDone(id, 'calculated_at')) > 0, { ms: 60_000 });
    const letGo = await holdLastChunk(id);
    await inTheMiddle(id, 'calculated_at');
    await first.kill();
    await letGo();
    expect(await chunksDone(id, 'calculated_at')).toBeLessThan(HOUSES);
    await startWorker();
    await reaches(id, 'review');
    expect(await outcomeOf(id)).toEqual(undisturbed.review);
  });

  it('stands being killed again and again', async () => {
    const id = await request();
    const letGo = await holdLastChunk(id);
    for (const chunks of [1, 6, 12]) {
      const worker = await startWorker();
      await inTheMiddle(id, 'calculated_at', chunks);
      await worker.kill();
    }
    await letGo();
    await startWorker();
    await reaches(id, 'review');
    expect(await outcomeOf(id)).toEqual(undisturbed.review);
  });

  it('takes its jobs up again after Redis has lost them all', async () => {
    const id = await request();
    const letGo = await holdLastChunk(id);
    const first = await startWorker();
    await inTheMiddle(id, 'calculated_at');
    await redis.wipe();
    await first.kill();
    await letGo();
    await startWorker();
    await reaches(id, 'review');
    expect(await outcomeOf(id)).toEqual(undisturbed.review);
  });

  it('heals by itself when the database throws its connections out', async () => {
    const id = await request();
    const letGo = await holdLastChunk(id);
    await startWorker();
    let thrownOut = 0;
    for (const chunks of [2, 8, 14]) {
      await inTheMiddle(id, 'calculated_at', chunks);
      const { rowCount } = await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'dvor_worker'`,
      );
      thrownOut += rowCount ?? 0;
    }
    await letGo();
    expect(thrownOut).toBeGreaterThan(2);
    await reaches(id, 'review');
    expect(await outcomeOf(id)).toEqual(undisturbed.review);
  });

  it('comes to the same when two workers share it and one is asked to stop', async () => {
    const id = await request();
    const [first] = await Promise.all([startWorker(), startWorker()]);
    await until(async () => (await chunksDone(id, 'calculated_at')) > 0, { ms: 60_000 });
    expect(await first.stop()).toBe(0);
    await reaches(id, 'review');
    expect(await outcomeOf(id)).toEqual(undisturbed.review);
  });
});

describe('closing', () => {
  let id: RunId;

  beforeEach(async () => {
    const month = new MonthInSteps(app, test, tenant, october);
    ({ id } = await month.toReview());
    await app.runs.close(tenant, id, null);
  });

  it('is brought to the same books by another worker when one is killed in the middle', async () => {
    const letGo = await holdLastChunk(id);
    const first = await startWorker();
    await inTheMiddle(id, 'posted_at');
    await first.kill();
    await letGo();
    await startWorker();
    await reaches(id, 'closed');
    await expectSoundBooks();
    expect(await outcomeOf(id)).toEqual(undisturbed.closed);
  });

  it('heals when Redis is wiped, the worker killed and the database throws everybody out', async () => {
    const letGo = await holdLastChunk(id);
    const first = await startWorker();
    await inTheMiddle(id, 'posted_at');
    await redis.wipe();
    await first.kill();
    await startWorker();
    await inTheMiddle(id, 'posted_at', 8);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'dvor_worker'`,
    );
    await letGo();
    await reaches(id, 'closed');
    await expectSoundBooks();
    expect(await outcomeOf(id)).toEqual(undisturbed.closed);
  });
});
