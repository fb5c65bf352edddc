import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { openRedis } from './redis.js';
import type { Config } from './config.js';
import { CONFIG, REDIS } from './tokens.js';

type Listener = () => void;

/**
 * A nudge from whoever moves a long work forward to whoever watches it: "look again". The figures themselves are read
 * from the books, so a lost nudge loses nothing.
 */
@Injectable()
export class ProgressChannel implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private subscriber: Redis | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async nudge(topic: string): Promise<void> {
    await this.redis.publish(channelOf(topic), '');
  }

  /** Calls `listener` at every nudge until the returned function is called. */
  async watch(topic: string, listener: Listener): Promise<() => void> {
    const channel = channelOf(topic);
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    const unwatch = () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.listeners.get(channel) !== listeners) return; // others watch, or watch anew
      this.listeners.delete(channel);
      void this.subscriber?.unsubscribe(channel).catch(() => undefined);
    };
    try {
      await this.subscription().subscribe(channel);
    } catch (error) {
      unwatch();
      throw error;
    }
    return unwatch;
  }

  onApplicationShutdown(): void {
    this.subscriber?.disconnect();
  }

  private subscription(): Redis {
    if (!this.subscriber) {
      this.subscriber = openRedis(this.config.redisUrl);
      this.subscriber.on('error', () => undefined);
      this.subscriber.on('message', (channel: string) =>
        this.listeners.get(channel)?.forEach((listener) => listener()),
      );
    }
    return this.subscriber;
  }
}

function channelOf(topic: string): string {
  return `dvor-progress-${topic}`;
}
