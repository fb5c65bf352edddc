import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Clock, systemClock } from '@dvor/kernel';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Approvals } from './approvals.js';
import { AuditLog } from './audit.js';
import type { Config } from './config.js';
import { Database, openDataSource } from './database/database.js';
import { ExceptionsInbox } from './exceptions-inbox.js';
import { Health } from './health.js';
import { createLogger, type Logger } from './logging.js';
import { Metrics } from './metrics.js';
import { OrganizationClock } from './organization-clock.js';
import { Outbox } from './outbox.js';
import { ProgressChannel } from './progress.js';
import { JobQueue } from './queue/job-queue.js';
import { JobRunner } from './queue/job-runner.js';
import { openRedis } from './redis.js';
import { SealedTexts } from './sealed-texts.js';
import { BLOBS, openBlobs } from './storage/blobs.js';
import { FileStore } from './storage/file-store.js';
import { CLOCK, CONFIG, LOGGER, REDIS } from './tokens.js';

const SERVICES = [
  Approvals,
  AuditLog,
  Database,
  ExceptionsInbox,
  FileStore,
  Health,
  JobQueue,
  JobRunner,
  Metrics,
  OrganizationClock,
  Outbox,
  ProgressChannel,
  SealedTexts,
];

/** The outside world for one process: api, worker, or a test. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  static forRoot(options: { config: Config; applicationName: string; clock?: Clock; logger?: Logger }): DynamicModule {
    const { config, applicationName } = options;
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: options.logger ?? createLogger(config) },
      { provide: CLOCK, useValue: options.clock ?? systemClock },
      { provide: BLOBS, useValue: openBlobs(config.storage) },
      {
        provide: DataSource,
        useFactory: () => openDataSource(config.database.url, config.database.connections, applicationName),
      },
      {
        provide: REDIS,
        useFactory: () => {
          const redis = openRedis(config.redisUrl);
          redis.on('error', () => undefined); // readiness tells
          return redis;
        },
      },
    ];
    return {
      module: PlatformModule,
      providers: [...values, ...SERVICES],
      exports: [...values.map(({ provide }) => provide), ...SERVICES],
    };
  }
}
