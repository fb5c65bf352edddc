import { type TestDatabase, type TestRedis, workerSettings } from '@dvor/testing';
import { ProgramProcess } from './program-process.js';

/** The real worker on a test's database and Redis. */
export function workerOn(
  database: TestDatabase,
  redis: TestRedis,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProgramProcess> {
  return ProgramProcess.start('worker', {
    ...workerSettings(database, redis.url),
    LOG_LEVEL: 'warn',
    WORKER_CONCURRENCY: '2',
    ...settings,
  });
}
