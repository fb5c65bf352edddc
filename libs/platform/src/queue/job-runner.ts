import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Job as BullJob, Worker } from 'bullmq';
import type { Config } from '../config.js';
import { type Logger, withLogContext } from '../logging.js';
import { Metrics } from '../metrics.js';
import { CONFIG, LOGGER } from '../tokens.js';
import { queueConnection } from './connection.js';
import type { Job, JobData, QueueName } from './define-job.js';

export interface RunningJob<Data extends JobData> {
  readonly data: Data;
  /** The last attempt: what fails now becomes a dead letter. */
  readonly lastAttempt: boolean;
}

/** Jobs that only wait for somebody else's server: many at a time cost nothing. */
const WAITING_FOR_OTHERS: Partial<Readonly<Record<QueueName, number>>> = { webhooks: 16 };

type Handler = (running: RunningJob<never>) => Promise<void>;

/** The worker's side of the queues: handlers by job, one BullMQ worker a queue. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private readonly handlers = new Map<QueueName, Map<string, Handler>>();
  private readonly workers: Worker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  handle<Data extends JobData>(job: Job<Data>, handler: (running: RunningJob<Data>) => Promise<void>): void {
    const byName = this.handlers.get(job.queue) ?? new Map<string, Handler>();
    if (byName.has(job.name)) throw new Error(`${job.name} has a handler already`);
    byName.set(job.name, handler as Handler);
    this.handlers.set(job.queue, byName);
  }

  /** Begins to take jobs; called once all handlers are there. */
  start(): void {
    for (const [queue, byName] of this.handlers) {
      const worker = new Worker(queue, (job) => this.run(byName, job), {
        connection: queueConnection(this.config.redisUrl),
        concurrency: WAITING_FOR_OTHERS[queue] ?? this.config.worker.concurrency,
        lockDuration: 15_000,
        stalledInterval: 5_000, // a killed worker's jobs are taken over within 20 s
        maxStalledCount: 5,
      });
      worker.on('error', (error) => this.logger.warn({ err: error, queue }, 'the queue does not answer'));
      worker.on('failed', (job, error) =>
        this.logger.error({ err: error, queue, job: job?.name, jobId: job?.id }, 'job failed'),
      );
      this.workers.push(worker);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async run(byName: Map<string, Handler>, job: BullJob): Promise<void> {
    const handler = byName.get(job.name);
    if (!handler) throw new Error(`no handler for ${job.name}`);
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const stop = this.metrics.jobSeconds.startTimer({ job: job.name });
    const outcome = { outcome: 'failed' };
    try {
      await withLogContext({ jobId: job.id!, organizationId: job.data.organizationId }, () =>
        handler({ data: job.data as never, lastAttempt }),
      );
      outcome.outcome = 'done';
    } finally {
      stop(outcome);
    }
  }
}
