import { startTestRedis, type TestRedis, until } from '@dvor/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../config.js';
import { createLogger } from '../logging.js';
import { Metrics } from '../metrics.js';
import { defineJob } from './define-job.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';

type Data = { readonly organizationId: string; readonly number: number };

const key = ({ organizationId, number }: Data) => `${organizationId}-${number}`;
const work = defineJob<Data>({ queue: 'billing', name: 'spec-work', key, attempts: 2 });
const once = defineJob<Data>({ queue: 'billing', name: 'spec-once', key, attempts: 1 });
const after = defineJob<Data>({ queue: 'upkeep', name: 'spec-after', key, attempts: 1 });

let redis: TestRedis;
let queue: JobQueue;
let runner: JobRunner;
let metrics: Metrics;
let logged: string[];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis?.stop());

beforeEach(() => {
  const config = parseConfig({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    REDIS_URL: redis.url,
    STORAGE_DIR: '/tmp',
    AUTH_SECRET: 'a secret of thirty-two characters',
    WORKER_CONCURRENCY: '2',
  });
  logged = [];
  metrics = new Metrics();
  queue = new JobQueue(config);
  runner = new JobRunner(
    config,
    createLogger({ logLevel: 'info' }, { write: (line) => void logged.push(line) }),
    metrics,
  );
});

afterEach(async () => {
  await Promise.all([runner.onApplicationShutdown(), queue.onApplicationShutdown()]);
  await redis.wipe();
});

const data = (number: number): Data => ({ organizationId: '7', number });
const failed = async (name: string) =>
  (await queue.counts()).find((one) => one.queue === name && one.state === 'failed')!.jobs;

describe('a job', () => {
  it('that is enqueued twice runs once; its next attempt is another job', async () => {
    const ran: number[] = [];
    runner.handle(work, async ({ data }) => void ran.push(data.number));
    await queue.enqueue(work, data(1));
    await queue.enqueue(work, data(1));
    runner.start();
    await until(() => ran.length > 0);
    await queue.enqueue(work, data(1)); // done, and still known
    await queue.enqueue(work, data(2));
    await until(() => ran.includes(2));
    expect(ran).toEqual([1, 2]);
    await queue.enqueue(work, data(1), 1);
    await until(() => ran.length === 3);
    expect(ran).toEqual([1, 2, 1]);
  });

  it('carries ids only', async () => {
    const named = { ...data(1), name: 'Иванова Анна' };
    await expect(queue.enqueue(work, named)).rejects.toThrow('"name" is not an id');
    await expect(queue.enqueueFlow({ job: after, data: data(1) }, [{ job: work, data: named }])).rejects.toThrow(
      '"name" is not an id',
    );
    expect((await queue.counts()).every(({ jobs }) => jobs === 0)).toBe(true);
  });

  it('that fails is tried again, knows its last try, and then stays in sight as a dead letter', async () => {
    const tries: boolean[] = [];
    runner.handle(work, async ({ lastAttempt }) => {
      tries.push(lastAttempt);
      throw new Error('no such house');
    });
    runner.start();
    await queue.enqueue(work, data(1));
    await until(async () => (await failed('billing')) === 1);
    expect(tries).toEqual([false, true]);
    expect(logged.filter((line) => line.includes('no such house'))).toHaveLength(2);
  });

  it('that nobody handles fails aloud', async () => {
    runner.handle(work, async () => undefined);
    runner.start();
    await queue.enqueue(once, data(1));
    await until(async () => (await failed('billing')) === 1);
    expect(logged.join()).toContain('no handler for spec-once');
  });

  it('has one handler', () => {
    runner.handle(work, async () => undefined);
    expect(() => runner.handle(work, async () => undefined)).toThrow('spec-work has a handler already');
  });

  it('is measured by its outcome', async () => {
    runner.handle(once, async ({ data }) => {
      if (data.number === 2) throw new Error('bad luck');
    });
    runner.start();
    for (const number of [1, 2, 3]) await queue.enqueue(once, data(number));
    const count = async (outcome: string) => {
      const { values } = await metrics.jobSeconds.get();
      const sample = values.find(
        ({ metricName, labels }) => metricName?.endsWith('_count') && labels['outcome'] === outcome,
      );
      return sample?.value ?? 0;
    };
    await until(async () => (await count('done')) === 2 && (await count('failed')) === 1);
  });
});

describe('a flow', () => {
  it('runs its parent once, after all its children', async () => {
    const ran: string[] = [];
    runner.handle(work, async ({ data }) => void ran.push(`child ${data.number}`));
    runner.handle(after, async () => void ran.push('parent'));
    runner.start();
    await queue.enqueueFlow(
      { job: after, data: data(1) },
      [1, 2, 3, 4, 5].map((number) => ({ job: work, data: data(number) })),
    );
    await until(() => ran.includes('parent'));
    expect(ran.at(-1)).toBe('parent');
    expect(ran.slice(0, -1).sort()).toEqual([1, 2, 3, 4, 5].map((number) => `child ${number}`));
  });

  it('runs its parent although a child has failed for good', async () => {
    const ran: string[] = [];
    runner.handle(once, async ({ data }) => {
      if (data.number === 2) throw new Error('this house is a riddle');
      ran.push(`child ${data.number}`);
    });
    runner.handle(after, async () => void ran.push('parent'));
    runner.start();
    await queue.enqueueFlow(
      { job: after, data: data(1) },
      [1, 2, 3].map((number) => ({ job: once, data: data(number) })),
    );
    await until(() => ran.includes('parent'));
    expect(ran.sort()).toEqual(['child 1', 'child 3', 'parent']);
    expect(await failed('billing')).toBe(1);
  });

  it('of no children runs its parent', async () => {
    let ran = false;
    runner.handle(after, async () => void (ran = true));
    runner.start();
    await queue.enqueueFlow({ job: after, data: data(1) }, []);
    await until(() => ran);
  });
});

describe('a Redis that goes and comes', () => {
  it('finds the same queue and the same worker at work again', async () => {
    const ran: number[] = [];
    runner.handle(work, async ({ data }) => void ran.push(data.number));
    runner.start();
    await queue.enqueue(work, data(1));
    await until(() => ran.includes(1));
    await redis.kill();
    const waiting = queue.enqueue(work, data(2)); // waits for Redis rather than fail
    await redis.start();
    await waiting;
    await until(() => ran.includes(2));
  });
});
