import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FlowProducer, type JobsOptions, Queue } from 'bullmq';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';
import { queueConnection } from './connection.js';
import { assertIdsOnly, type Job, type JobData, jobId, type QueueName, QUEUES } from './define-job.js';

export interface FlowChild<Data extends JobData> {
  readonly job: Job<Data>;
  readonly data: Data;
}

/** The way into the queues. What must follow a commit is asked for by an outbox event, not from inside a transaction. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly flows: FlowProducer;

  constructor(@Inject(CONFIG) config: Config) {
    const connection = queueConnection(config.redisUrl);
    for (const name of QUEUES) this.queues.set(name, new Queue(name, { connection }).on('error', ignore));
    this.flows = new FlowProducer({ connection }).on('error', ignore);
  }

  async enqueue<Data extends JobData>(job: Job<Data>, data: Data, attempt = 0): Promise<void> {
    await this.queue(job.queue).add(job.name, checked(data), { jobId: jobId(job, data, attempt), ...options(job) });
  }

  /** The parent runs when all children are done or have failed for good: it looks at the books to see which. */
  async enqueueFlow<Parent extends JobData, Child extends JobData>(
    parent: FlowChild<Parent>,
    children: readonly FlowChild<Child>[],
    attempt = 0,
  ): Promise<void> {
    await this.flows.add({
      name: parent.job.name,
      queueName: parent.job.queue,
      data: checked(parent.data),
      opts: { jobId: jobId(parent.job, parent.data, attempt), ...options(parent.job) },
      children: children.map(({ job, data }) => ({
        name: job.name,
        queueName: job.queue,
        data: checked(data),
        opts: { jobId: jobId(job, data, attempt), ...options(job), ignoreDependencyOnFailure: true },
      })),
    });
  }

  /** Is the job still to be done: waiting, delayed, held up by its children, or running? */
  async awaits<Data extends JobData>(job: Job<Data>, data: Data, attempt = 0): Promise<boolean> {
    const state = await this.queue(job.queue).getJobState(jobId(job, data, attempt));
    return !['completed', 'failed', 'unknown'].includes(state);
  }

  /** For the dashboard of operators. */
  all(): Queue[] {
    return [...this.queues.values()];
  }

  /** Jobs waiting, running and failed by queue, for metrics. */
  async counts(): Promise<{ queue: QueueName; state: string; jobs: number }[]> {
    const perQueue = await Promise.all(
      [...this.queues].map(async ([queue, handle]) =>
        Object.entries(await handle.getJobCounts('waiting', 'active', 'delayed', 'failed')).map(([state, jobs]) => ({
          queue,
          state,
          jobs,
        })),
      ),
    );
    return perQueue.flat();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.flows.close(), ...[...this.queues.values()].map((queue) => queue.close())]);
  }

  private queue(name: QueueName): Queue {
    return this.queues.get(name)!;
  }
}

function options(job: { readonly attempts: number }): JobsOptions {
  return {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: { age: 24 * 3600, count: 10_000 },
    removeOnFail: { age: 30 * 24 * 3600 }, // dead letters stay in sight
  };
}

function checked<Data extends JobData>(data: Data): Data {
  assertIdsOnly(data);
  return data;
}

/** A lost Redis is reported by readiness; without a listener it would end the process. */
function ignore(): void {}
