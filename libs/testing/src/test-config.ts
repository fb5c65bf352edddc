import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, parseConfig } from '@dvor/platform';
import type { TestDatabase } from './test-database.js';

/** The settings of a worker that works on a test's own database and Redis. */
export function workerSettings(database: TestDatabase, redisUrl: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: database.workerUrl,
    REDIS_URL: redisUrl,
    STORAGE_DIR: join(tmpdir(), 'dvor-test-files'),
    AUTH_SECRET: 'a secret of thirty-two characters',
    LOG_LEVEL: 'silent',
  };
}

export function workerConfig(database: TestDatabase, redisUrl: string): Config {
  return parseConfig(workerSettings(database, redisUrl));
}
