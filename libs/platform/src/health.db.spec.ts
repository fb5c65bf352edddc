import {
  type Cable,
  createTestDatabase,
  layCable,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { Database, openDataSource } from './database/database.js';
import { Health } from './health.js';
import { openRedis } from './redis.js';

let test: TestDatabase;
let cable: Cable;
let redis: TestRedis;
let source: DataSource;
let connection: Redis;
let health: Health;

beforeAll(async () => {
  [test, redis] = await Promise.all([createTestDatabase(), startTestRedis()]);
  cable = await layCable(test.apiUrl);
  source = await openDataSource(cable.url, 3, 'health spec');
  connection = openRedis(redis.url).on('error', () => undefined);
  health = new Health(new Database(source), connection);
});

afterAll(async () => {
  connection?.disconnect();
  await source?.destroy();
  await cable?.cut();
  await Promise.all([test?.drop(), redis?.stop()]);
});

const shows = (database: 'up' | 'down', redis: 'up' | 'down') =>
  until(async () => {
    const readiness = await health.readiness();
    return readiness.database === database && readiness.redis === redis && readiness;
  });

describe('readiness', () => {
  it('is green while both answer', async () => {
    expect(await health.readiness()).toEqual({ ready: true, database: 'up', redis: 'up' });
  });

  it('turns red without PostgreSQL and green again by itself', async () => {
    await cable.cut();
    expect((await shows('down', 'up')).ready).toBe(false);
    for (let i = 0; i < 5; i += 1) await health.readiness(); // whoever goes on asking does not use the connections up
    await cable.plugIn();
    expect((await shows('up', 'up')).ready).toBe(true);
  });

  it('turns red without Redis and green again by itself', async () => {
    await redis.kill();
    expect((await shows('up', 'down')).ready).toBe(false);
    await redis.start();
    expect((await shows('up', 'up')).ready).toBe(true);
  });

  it('turns red when PostgreSQL falls silent, and green again although everybody kept asking', async () => {
    cable.hold();
    expect((await shows('down', 'up')).ready).toBe(false);
    await Promise.all(Array.from({ length: 8 }, () => health.readiness()));
    cable.release();
    expect((await shows('up', 'up')).ready).toBe(true);
  });
});
