import { BillingModule, BillingRuns, RunEngine, type RunSummary } from '@dvor/billing';
import type { Period, RunId } from '@dvor/kernel';
import { createLogger, Database, PlatformModule, type Tenant } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { workerConfig } from './test-config.js';
import type { TestDatabase } from './test-database.js';

/** Billing with the outside world it needs, and nobody at work: a test takes each step itself. */
export interface BillingApp {
  readonly database: Database;
  readonly runs: BillingRuns;
  readonly engine: RunEngine;
  get<Service>(service: new (...needs: never[]) => Service): Service;
  stop(): Promise<void>;
}

export async function startBilling(database: TestDatabase, redisUrl: string): Promise<BillingApp> {
  const config = workerConfig(database, redisUrl);
  const platform = PlatformModule.forRoot({
    config,
    applicationName: 'dvor test',
    logger: createLogger({ logLevel: 'silent' }),
  });
  const app = await NestFactory.createApplicationContext(
    { module: class BillingApp {}, imports: [platform, BillingModule] },
    { logger: false },
  );
  return {
    database: app.get(Database),
    runs: app.get(BillingRuns),
    engine: app.get(RunEngine),
    get: (service) => app.get(service),
    stop: () => app.close(),
  };
}

/** The steps of one organisation's month, each as its job would take it. */
export class MonthInSteps {
  constructor(
    private readonly app: BillingApp,
    private readonly test: TestDatabase,
    readonly tenant: Tenant,
    readonly period: Period,
  ) {}

  async request(): Promise<RunId> {
    return (await this.app.runs.request(this.tenant, { period: this.period, by: null })).id;
  }

  begin(id: RunId): Promise<void> {
    return this.app.engine.begin(this.tenant.organizationId, id);
  }

  async chunks(id: RunId): Promise<number[]> {
    const rows = await this.test.asOwner<{ chunk: number }[]>(
      'select chunk from billing_run_chunks where run_id = $1 order by chunk',
      [id],
    );
    return rows.map(({ chunk }) => chunk);
  }

  async calculateChunks(id: RunId): Promise<void> {
    for (const chunk of await this.chunks(id))
      await this.app.engine.calculateChunk(this.tenant.organizationId, id, chunk);
  }

  async finishCalculation(id: RunId): Promise<void> {
    await this.app.engine.finishCalculation(this.tenant.organizationId, id, await this.lastFlow(id));
  }

  /** From a request that was made to review. */
  async calculate(id: RunId): Promise<RunSummary> {
    await this.begin(id);
    await this.calculateChunks(id);
    await this.finishCalculation(id);
    return this.summary(id);
  }

  async toReview(): Promise<RunSummary> {
    return this.calculate(await this.request());
  }

  close(id: RunId): Promise<RunSummary> {
    return this.app.runs.close(this.tenant, id, null);
  }

  beginClosing(id: RunId): Promise<void> {
    return this.app.engine.beginClosing(this.tenant.organizationId, id);
  }

  async postChunks(id: RunId): Promise<void> {
    for (const chunk of await this.chunks(id)) await this.app.engine.postChunk(this.tenant.organizationId, id, chunk);
  }

  async finishClosing(id: RunId): Promise<void> {
    await this.app.engine.finishClosing(this.tenant.organizationId, id, await this.lastFlow(id));
  }

  /** From review to a closed month. */
  async toClosed(id: RunId): Promise<RunSummary> {
    await this.close(id);
    await this.beginClosing(id);
    await this.postChunks(id);
    await this.finishClosing(id);
    return this.summary(id);
  }

  summary(id: RunId): Promise<RunSummary> {
    return this.app.runs.summary(this.tenant, id);
  }

  async lastFlow(id: RunId): Promise<number> {
    const [run] = await this.test.asOwner<[{ flows: number }]>('select flows from billing_runs where id = $1', [id]);
    return run.flows;
  }
}
