import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from './config.js';

const least = {
  DATABASE_URL: 'postgres://dvor_api:secret@localhost:5432/dvor',
  REDIS_URL: 'redis://localhost:6379',
  STORAGE_DIR: '/var/lib/dvor',
  AUTH_SECRET: 'x'.repeat(32),
};

function wrong(settings: Record<string, string | undefined>): string {
  try {
    parseConfig({ ...least, ...settings });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('these settings were taken');
}

describe('settings', () => {
  it('need little, and fall back to what suits one machine', () => {
    const config = parseConfig(least);
    expect(config).toMatchObject({
      environment: 'production',
      http: { port: 3000, publicUrl: 'http://localhost:3000', trustProxy: 0 },
      database: { url: least.DATABASE_URL, connections: 10 },
      redisUrl: least.REDIS_URL,
      storage: { kind: 'folder', directory: '/var/lib/dvor' },
      logLevel: 'info',
    });
    expect(config.worker.concurrency).toBeGreaterThanOrEqual(2);
  });

  it('are frozen to the last leaf', () => {
    const config = parseConfig(least);
    expect(() => ((config.http as { port: number }).port = 1)).toThrow(TypeError);
    expect(() => ((config.worker as { concurrency: number }).concurrency = 1)).toThrow(TypeError);
    expect(() => ((config as { redisUrl: string }).redisUrl = '')).toThrow(TypeError);
  });

  it('let webhooks into the networks that are named, and into no others', () => {
    expect(parseConfig(least).webhooks.privateNetworks).toEqual([]);
    const named = { WEBHOOKS_PRIVATE_NETWORKS: '192.168.10.0/24, fd00:1::/32' };
    expect(parseConfig({ ...least, ...named }).webhooks.privateNetworks).toEqual(['192.168.10.0/24', 'fd00:1::/32']);
    expect(wrong({ WEBHOOKS_PRIVATE_NETWORKS: 'localhost' })).toMatch(/^WEBHOOKS_PRIVATE_NETWORKS holds "localhost"/);
  });

  it('take a bucket in place of a folder', () => {
    const bucket = { S3_BUCKET: 'receipts', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret', STORAGE_DIR: '' };
    expect(parseConfig({ ...least, ...bucket }).storage).toEqual({
      kind: 's3',
      endpoint: undefined,
      region: 'ru-central1',
      bucket: 'receipts',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    });
  });

  it.each([
    'redis://localhost:6379',
    'redis://:p%40ss@redis/2',
    'rediss://user:word@redis:6380',
    'unix:/run/redis.sock',
    'unix:///run/redis.sock',
  ])('take %s for Redis', (url) => {
    expect(parseConfig({ ...least, REDIS_URL: url }).redisUrl).toBe(url);
  });

  it.each([
    [{ DATABASE_URL: undefined }, 'DATABASE_URL is not set; it looks like postgres://dvor_api:…@localhost:5432/dvor'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL is not set; it looks like postgres://dvor_api:…@localhost:5432/dvor'],
    [{ DATABASE_URL: 'mysql://root@db/dvor' }, 'DATABASE_URL must look like postgres://dvor_api:…@localhost:5432/dvor'],
    [{ DATABASE_URL: 'localhost:5432' }, 'DATABASE_URL must look like postgres://dvor_api:…@localhost:5432/dvor'],
    [{ DATABASE_CONNECTIONS: '1' }, 'DATABASE_CONNECTIONS is "1"; a whole number from 2 to 200 is needed'],
    [{ DATABASE_CONNECTIONS: '2.5' }, 'DATABASE_CONNECTIONS is "2.5"; a whole number from 2 to 200 is needed'],
    [{ REDIS_URL: undefined }, 'REDIS_URL is not set; it looks like redis://localhost:6379 or unix:/run/redis.sock'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL must look like redis://localhost:6379 or unix:/run/redis.sock'],
    [
      { REDIS_URL: 'redis://localhost/queues' },
      'REDIS_URL must look like redis://localhost:6379 or unix:/run/redis.sock',
    ],
    [{ STORAGE_DIR: undefined }, 'STORAGE_DIR is not set; it looks like .dvor/files (or set S3_BUCKET)'],
    [{ S3_BUCKET: 'receipts' }, 'S3_ACCESS_KEY_ID is not set; it looks like the key of the bucket'],
    [
      { S3_BUCKET: 'receipts', S3_ACCESS_KEY_ID: 'key' },
      'S3_SECRET_ACCESS_KEY is not set; it looks like the secret of the bucket',
    ],
    [
      { S3_BUCKET: 'r', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's', S3_ENDPOINT: 'minio:9000' },
      'S3_ENDPOINT must look like https://storage.example.com',
    ],
    [{ AUTH_SECRET: undefined }, 'AUTH_SECRET is not set; it looks like at least 32 random characters'],
    [{ AUTH_SECRET: 'x'.repeat(31) }, 'AUTH_SECRET is too short: at least 32 random characters are needed'],
    [{ PORT: 'http' }, 'PORT is "http"; a whole number from 0 to 65535 is needed'],
    [{ PORT: '65536' }, 'PORT is "65536"; a whole number from 0 to 65535 is needed'],
    [{ PORT: '-1' }, 'PORT is "-1"; a whole number from 0 to 65535 is needed'],
    [{ PORT: '0x50' }, 'PORT is "0x50"; a whole number from 0 to 65535 is needed'],
    [{ PUBLIC_URL: 'dvor.example' }, 'PUBLIC_URL must look like https://dvor.example.com'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"; a whole number from 0 to 10 is needed'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV is "staging"; one of production, development, test is needed'],
    [
      { LOG_LEVEL: 'verbose' },
      'LOG_LEVEL is "verbose"; one of fatal, error, warn, info, debug, trace, silent is needed',
    ],
    [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY is "0"; a whole number from 1 to 64 is needed'],
  ])('stop the start with one line: %j', (settings, line) => {
    expect(wrong(settings)).toBe(line);
  });

  it('tell nothing of a secret that is part of a wrong address', () => {
    expect(wrong({ DATABASE_URL: 'mysql://root:hunter2@db/dvor' })).not.toContain('hunter2');
    expect(wrong({ REDIS_URL: 'http://:hunter2@redis' })).not.toContain('hunter2');
  });
});
