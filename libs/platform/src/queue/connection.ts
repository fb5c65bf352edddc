import type { ConnectionOptions } from 'bullmq';
import { redisOptions } from '../redis.js';

/** BullMQ opens connections of its own; a worker's must wait for Redis to come back instead of failing its commands. */
export function queueConnection(redisUrl: string): ConnectionOptions {
  return { ...redisOptions(redisUrl), maxRetriesPerRequest: null } as ConnectionOptions;
}
