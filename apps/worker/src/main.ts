import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, JobRunner, LOGGER, type Logger, parseConfig } from '@dvor/platform';
import { BillingProcessors } from './billing.processors.js';
import { DebtsProcessors } from './debts.processors.js';
import { ImportsProcessors } from './imports.processors.js';
import { LedgerProcessors } from './ledger.processors.js';
import { MeteringProcessors } from './metering.processors.js';
import { PaymentsProcessors } from './payments.processors.js';
import { PenaltiesProcessors } from './penalties.processors.js';
import { ReceiptsProcessors } from './receipts.processors.js';
import { Schedules } from './schedules.js';
import { WebhooksProcessors } from './webhooks.processors.js';
import { WorkerModule } from './worker.module.js';

try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(parseConfig(process.env)), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const logger = app.get<Logger>(LOGGER);
  app.get(BillingProcessors).register();
  app.get(DebtsProcessors).register();
  app.get(ImportsProcessors).register();
  app.get(LedgerProcessors).register();
  app.get(MeteringProcessors).register();
  app.get(PaymentsProcessors).register();
  app.get(PenaltiesProcessors).register();
  app.get(ReceiptsProcessors).register();
  app.get(WebhooksProcessors).register();
  app.get(JobRunner).start();
  app.get(Schedules).start();
  logger.info('worker is ready');
  process.send?.('ready');

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'worker stops');
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
  process.once('disconnect', () => void stop('parent is gone'));
}
