import {
  createTestDatabase,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
  workerConfig,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Health } from './health.js';
import { createLogger } from './logging.js';
import { PlatformModule } from './platform.module.js';
import { ProgressChannel } from './progress.js';
import { defineJob } from './queue/define-job.js';
import { JobQueue } from './queue/job-queue.js';
import { JobRunner } from './queue/job-runner.js';

let test: TestDatabase;
let redis: TestRedis;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
});
afterAll(() => Promise.all([test?.drop(), redis?.stop()]));

function start(): Promise<INestApplicationContext> {
  const platform = PlatformModule.forRoot({
    config: workerConfig(test, redis.url),
    applicationName: 'platform spec',
    logger: createLogger({ logLevel: 'silent' }),
  });
  return NestFactory.createApplicationContext(platform, { logger: false, abortOnError: false });
}

const openSockets = () => process.getActiveResourcesInfo().filter((name) => /^(TCPSocket|Pipe)Wrap$/.test(name)).length;

describe('the platform', () => {
  it('works, and lets go of everything when it is closed', async () => {
    const before = openSockets();
    const app = await start();
    expect(await app.get(Health).readiness()).toMatchObject({ ready: true });
    const job = defineJob<{ organizationId: string }>({
      queue: 'upkeep',
      name: 'spec',
      key: ({ organizationId }) => organizationId,
      attempts: 1,
    });
    let ran = false;
    app.get(JobRunner).handle(job, async () => void (ran = true));
    app.get(JobRunner).start();
    await app.get(JobQueue).enqueue(job, { organizationId: '7' });
    await until(() => ran);
    const unwatch = await app.get(ProgressChannel).watch('run-1', () => undefined);
    expect(openSockets()).toBeGreaterThan(before);
    unwatch();
    await app.close();
    await until(() => openSockets() <= before);
  });
});

describe('progress', () => {
  it('is told to everybody who watches, in another process too, until they look away', async () => {
    const [worker, api] = await Promise.all([start(), start()]);
    const seen: string[] = [];
    const here = await api.get(ProgressChannel).watch('run-1', () => seen.push('here'));
    const there = await api.get(ProgressChannel).watch('run-1', () => seen.push('there'));
    const other = await api.get(ProgressChannel).watch('run-2', () => seen.push('other'));
    await worker.get(ProgressChannel).nudge('run-1');
    await until(() => seen.length === 2);
    here();
    here(); // looking away twice is looking away
    await worker.get(ProgressChannel).nudge('run-1');
    await until(() => seen.length === 3);
    there();
    const again = await api.get(ProgressChannel).watch('run-1', () => seen.push('again'));
    there();
    await worker.get(ProgressChannel).nudge('run-1');
    await until(() => seen.length === 4);
    expect(seen).toEqual(['here', 'there', 'there', 'again']);
    for (const away of [again, other]) away();
    await Promise.all([worker.close(), api.close()]);
  });

  it('goes on after Redis was away', async () => {
    const app = await start();
    const channel = app.get(ProgressChannel);
    let nudges = 0;
    await channel.watch('run-1', () => (nudges += 1));
    await redis.kill();
    await redis.start();
    await until(async () => {
      await channel.nudge('run-1').catch(() => undefined);
      return nudges > 0;
    });
    await app.get(JobQueue).counts(); // everybody is back
    await app.close();
  });
});
