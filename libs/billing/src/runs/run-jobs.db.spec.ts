import { Ledger } from '@dvor/ledger';
import { parsePeriod, type RunId } from '@dvor/kernel';
import { ExceptionsInbox, JobQueue, JobRunner, type Tx } from '@dvor/platform';
import {
  type BillingApp,
  createTestDatabase,
  makeOrganization,
  makeStock,
  MonthInSteps,
  newFlat,
  newHouse,
  startBilling,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { calculateChunkJob, finishCalculationJob, finishClosingJob, postChunkJob } from './jobs.js';

const october = parsePeriod('2026-10');

let test: TestDatabase;
let redis: TestRedis;
let app: BillingApp;
let month: MonthInSteps;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  app = await startBilling(test, redis.url);
});

afterAll(async () => {
  await app?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});

beforeEach(async () => {
  await redis.wipe();
  const tenant = await makeOrganization(test);
  const nobody = newFlat('2', 1, { residents: 0, more: { owners: [] } });
  await app.database.inTenant(tenant, (tx) =>
    makeStock(tx, [newHouse('1', 2), newHouse('2', [nobody, newFlat('2', 2)])]),
  );
  month = new MonthInSteps(app, test, tenant, october);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => app.database.inTenant(month.tenant, work);
const ours = () => month.tenant.organizationId;
const resumeLost = () => app.engine.resumeLost(ours());
const inbox = async () =>
  (await inOurs((tx) => app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 100 }))).items;
const unpark = (id: RunId) => test.asOwner('delete from billing_run_parked where run_id = $1', [id]);

describe('the end of a flow', () => {
  it('that is not the last one’s says nothing: what it finds missing is being calculated again', async () => {
    const review = await month.toReview();
    const late = await month.lastFlow(review.id);
    await app.runs.retry(month.tenant, review.id, null);
    await app.engine.finishCalculation(ours(), review.id, late); // delivered once more, after its worker was killed
    expect(await month.summary(review.id)).toMatchObject({ state: 'calculating', failure: null });
    await month.begin(review.id);
    await app.engine.finishCalculation(ours(), review.id, late);
    expect(await month.summary(review.id)).toMatchObject({ state: 'calculating', failure: null });
    expect(await month.calculate(review.id)).toMatchObject({ state: 'review', fingerprint: review.fingerprint });
  });

  it('finds chunks that failed for good: the run says so, and a retry takes up just these', async () => {
    const id = await month.request();
    await month.begin(id);
    await month.finishCalculation(id);
    expect(await month.summary(id)).toMatchObject({ state: 'failed', failure: '1 chunks could not be calculated' });
    expect(await inbox()).toMatchObject([{ kind: 'billing.run-failed', objectId: id, objectLabel: '2026-10' }]);
    await month.calculateChunks(id); // a job of the failed flow that comes late
    expect(await month.summary(id)).toMatchObject({ state: 'failed', houses: { done: 0 } });
    await app.runs.retry(month.tenant, id, null);
    expect(await month.calculate(id)).toMatchObject({ state: 'review', failure: null });
    expect((await inbox()).map(({ kind }) => kind)).not.toContain('billing.run-failed');
  });

  it('finds chunks that could not be posted: the month stays open until it is closed again', async () => {
    const { id } = await month.toReview();
    await unpark(id);
    await month.close(id);
    await month.beginClosing(id);
    await month.finishClosing(id);
    expect(await month.summary(id)).toMatchObject({ state: 'closing', failure: '1 chunks could not be posted' });
    expect(await inOurs((tx) => app.get(Ledger).lastClosedMonth(tx))).toBeNull();
    expect((await inbox()).map(({ kind }) => kind)).toContain('billing.run-failed');
    expect(await month.toClosed(id)).toMatchObject({ state: 'closed', failure: null });
    expect(await inbox()).toEqual([]);
  });
});

describe('a run without jobs', () => {
  it('gets them again when Redis has lost them, and is left alone while it has them', async () => {
    const id = await month.request();
    await month.begin(id);
    const flow = await month.lastFlow(id);
    await resumeLost();
    expect(await month.lastFlow(id)).toBe(flow);
    await redis.wipe();
    await resumeLost();
    expect(await month.lastFlow(id)).toBe(flow + 1);
    expect(await jobs()).toEqual(['calculate-chunk', 'finish-calculation']);
    await resumeLost();
    expect(await month.lastFlow(id)).toBe(flow + 1);
  });

  it('gets them again at a start, for whoever took them may be dead', async () => {
    const id = await month.request();
    await month.begin(id);
    const flow = await month.lastFlow(id);
    await app.engine.resume(ours());
    expect(await month.lastFlow(id)).toBe(flow + 1);
  });

  it('gets those of its closing again', async () => {
    const { id } = await month.toReview();
    await unpark(id);
    await month.close(id);
    await month.beginClosing(id);
    await redis.wipe();
    await resumeLost();
    expect(await jobs()).toEqual(['finish-closing', 'post-chunk']);
  });

  it('gets them although the event that should have brought them was given up', async () => {
    await month.request();
    await redis.wipe();
    await resumeLost();
    expect(await jobs()).toEqual(['calculate-chunk', 'finish-calculation']);
  });

  it('that has failed, is reviewed, closed or cancelled is left to people', async () => {
    const id = await month.request();
    await month.begin(id);
    await month.finishCalculation(id);
    const states: string[] = [];
    const leaves = async () => {
      states.push((await month.summary(id)).state);
      await redis.wipe();
      await resumeLost();
      await app.engine.resume(ours());
      expect(await jobs()).toEqual([]);
    };
    await leaves();
    await app.runs.retry(month.tenant, id, null);
    await month.calculate(id);
    await leaves();
    await unpark(id);
    await month.toClosed(id);
    await leaves();
    expect(states).toEqual(['failed', 'review', 'closed']);
  });

  it('is another organisation’s business', async () => {
    await month.request();
    const theirs = await makeOrganization(test, { name: 'Другая' });
    await app.engine.resume(theirs.organizationId);
    await app.engine.resumeLost(theirs.organizationId);
    expect(await jobs()).toEqual([]);
  });

  /** Names of what is on the queue now. */
  async function jobs(): Promise<string[]> {
    const [queue] = app
      .get(JobQueue)
      .all()
      .filter(({ name }) => name === 'billing');
    const found = await queue!.getJobs(['waiting', 'waiting-children', 'delayed', 'active']);
    return found.map(({ name }) => name).sort();
  }
});

describe('the queue', () => {
  it('carries a month from its request to the closed books', async () => {
    const runner = app.get(JobRunner);
    const { engine } = app;
    const run = (data: { organizationId: string; runId: string }) =>
      [data.organizationId, data.runId] as [ReturnType<typeof ours>, RunId];
    runner.handle(calculateChunkJob, ({ data }) => engine.calculateChunk(...run(data), data.chunk));
    runner.handle(finishCalculationJob, ({ data }) => engine.finishCalculation(...run(data), data.flow));
    runner.handle(postChunkJob, ({ data }) => engine.postChunk(...run(data), data.chunk));
    runner.handle(finishClosingJob, ({ data }) => engine.finishClosing(...run(data), data.flow));
    runner.start();
    const id = await month.request();
    await month.begin(id);
    await until(async () => (await month.summary(id)).state === 'review');
    await unpark(id);
    await month.close(id);
    await month.beginClosing(id);
    await until(async () => (await month.summary(id)).state === 'closed');
  });
});
