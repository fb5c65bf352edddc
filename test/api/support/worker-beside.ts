import { NestFactory } from '@nestjs/core';
import { JobRunner, type openRedis, parseConfig, REDIS } from '@dvor/platform';
import { workerSettings } from '@dvor/testing';
import { BillingProcessors } from '../../../apps/worker/src/billing.processors.js';
import { MeteringProcessors } from '../../../apps/worker/src/metering.processors.js';
import { ImportsProcessors } from '../../../apps/worker/src/imports.processors.js';
import { PenaltiesProcessors } from '../../../apps/worker/src/penalties.processors.js';
import { Schedules } from '../../../apps/worker/src/schedules.js';
import { WebhooksProcessors } from '../../../apps/worker/src/webhooks.processors.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import type { ApiUnderTest } from './api-under-test.js';

/** A worker that calculates and closes months beside the API; it prints nothing. */
export async function startWorkerBeside(
  api: ApiUnderTest,
  env: Record<string, string> = {},
): Promise<{ stop(): Promise<void> }> {
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.forRoot(
      parseConfig({ ...workerSettings(api.database, api.redis.url), STORAGE_DIR: api.storage, ...env }),
    ),
    { logger: false, abortOnError: false },
  );
  worker.get(BillingProcessors).register();
  worker.get(ImportsProcessors).register();
  worker.get(MeteringProcessors).register();
  worker.get(PenaltiesProcessors).register();
  worker.get(WebhooksProcessors).register();
  worker.get(JobRunner).start();
  worker.get(Schedules).start();
  return {
    stop: async () => {
      await worker.close();
      worker.get<ReturnType<typeof openRedis>>(REDIS).disconnect();
    },
  };
}
