import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Database } from './database/database.js';
import { REDIS } from './tokens.js';

export interface Readiness {
  readonly ready: boolean;
  readonly database: 'up' | 'down';
  readonly redis: 'up' | 'down';
}

const PATIENCE_MS = 2_000;

/** Asked afresh each time: red within seconds of losing PostgreSQL or Redis, green again by itself. */
@Injectable()
export class Health {
  constructor(
    private readonly database: Database,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async readiness(): Promise<Readiness> {
    const [database, redis] = await Promise.all([
      answers(this.database.ping(PATIENCE_MS)),
      answers(
        Promise.race([
          this.redis.ping(),
          pause(PATIENCE_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('late'))),
        ]),
      ),
    ]);
    return { ready: database && redis, database: database ? 'up' : 'down', redis: redis ? 'up' : 'down' };
  }
}

async function answers(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}
