/** What travels with a job: ids, months and counts, never a name, a sum or an address. */
export type JobData = Readonly<Record<string, string | number>> & { readonly organizationId: string };

export interface Job<Data extends JobData> {
  /** One worker pool serves a queue; what may wait for the same thing shares one. */
  readonly queue: QueueName;
  readonly name: string;
  /** The business key: two jobs of the same key are one job. Letters, digits and dashes. */
  readonly key: (data: Data) => string;
  readonly attempts: number;
}

export const QUEUES = ['billing', 'receipts', 'imports', 'webhooks', 'upkeep'] as const;
export type QueueName = (typeof QUEUES)[number];

const PLAIN_VALUE = /^[A-Za-z0-9_.-]{1,64}$/;

/** Declares a job; handlers are registered for it by the worker, and only through it is it ever enqueued. */
export function defineJob<Data extends JobData>(job: Job<Data>): Job<Data> {
  return Object.freeze(job);
}

/** BullMQ's id of a job. It refuses `:` and bare digits, and ignores an id it has seen, so the attempt is part of it. */
export function jobId<Data extends JobData>(job: Job<Data>, data: Data, attempt = 0): string {
  const key = job.key(data);
  if (!/^[A-Za-z0-9-]+$/.test(key))
    throw new Error(`job key "${key}" of ${job.name} holds more than letters, digits and dashes`);
  return `${job.name}-${key}-a${attempt}`;
}

export function assertIdsOnly(data: JobData): void {
  for (const [name, value] of Object.entries(data)) {
    const plain = typeof value === 'string' ? PLAIN_VALUE.test(value) : Number.isSafeInteger(value);
    if (!plain) throw new Error(`job data "${name}" is not an id`);
  }
}
