import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@dvor/kernel';
import { type openRedis, REDIS } from '@dvor/platform';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

export interface Limits {
  /** Requests of one user, or of one address that has not signed in. */
  readonly requests: Limit;
  /** Failed sign-ins from one address: an office of forty may share it. */
  readonly failuresByAddress: Limit;
  /** Failed sign-ins to one e-mail, beyond the lock's five in a quarter of an hour. */
  readonly failuresByEmail: Limit;
  /** Tries at readings without signing in that name no meter: from one address, and at one account. */
  readonly quickFailures: Limit;
}

/** Whose allowance a request is taken from. */
export type Payer =
  | { readonly keyId: string; readonly requestsAMinute: number }
  | { readonly userId: string }
  | { readonly address: string };

type Redis = ReturnType<typeof openRedis>;

export const LIMITS = Symbol('limits');

export const DEFAULT_LIMITS: Limits = {
  requests: { points: 1200, seconds: 60 },
  failuresByAddress: { points: 60, seconds: 900 },
  failuresByEmail: { points: 40, seconds: 86_400 },
  quickFailures: { points: 10, seconds: 3600 },
};

/** Counted in Redis for all instances together; while Redis is away each instance counts for itself. */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimiterRedis;
  /** By how many requests a minute a key is allowed. */
  private readonly keys = new Map<number, RateLimiterRedis>();
  private readonly failuresByAddress: RateLimiterRedis;
  private readonly failuresByEmail: RateLimiterRedis;
  private readonly quickByAddress: RateLimiterRedis;
  private readonly quickByAccount: RateLimiterRedis;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(LIMITS) limits: Limits,
  ) {
    this.requests = limiter(redis, 'requests', limits.requests);
    this.failuresByAddress = limiter(redis, 'sign-in-address', limits.failuresByAddress);
    this.failuresByEmail = limiter(redis, 'sign-in-email', limits.failuresByEmail);
    this.quickByAddress = limiter(redis, 'quick-address', limits.quickFailures);
    this.quickByAccount = limiter(redis, 'quick-account', limits.quickFailures);
  }

  /** For every request: by key, by user, or by address for whoever has not signed in. */
  async request(from: Payer): Promise<void> {
    if ('keyId' in from) return spend(this.ofKeys(from.requestsAMinute), `key-${from.keyId}`);
    await spend(this.requests, 'userId' in from ? `user-${from.userId}` : `address-${from.address}`);
  }

  private ofKeys(points: number): RateLimiterRedis {
    const known = this.keys.get(points);
    if (known) return known;
    const made = limiter(this.redis, 'keys', { points, seconds: 60 });
    this.keys.set(points, made);
    return made;
  }

  /** An attempt is paid for before it is made and paid back when it succeeds, so only failures add up. */
  async signIn<T>(from: { address: string; email: string }, attempt: () => Promise<T>): Promise<T> {
    const email = digest(from.email.trim().toLowerCase());
    await spend(this.failuresByAddress, from.address);
    await spend(this.failuresByEmail, email);
    const result = await attempt();
    await Promise.all([this.failuresByAddress.reward(from.address), this.failuresByEmail.reward(email)]);
    return result;
  }

  /** The same for a reading without signing in: whoever names a meter of the account rightly is not stopped. */
  async quickReading<T>(from: { address: string; account: string }, attempt: () => Promise<T>): Promise<T> {
    const account = digest(from.account.trim());
    await spend(this.quickByAddress, from.address);
    await spend(this.quickByAccount, account);
    const result = await attempt();
    await Promise.all([this.quickByAddress.reward(from.address), this.quickByAccount.reward(account)]);
    return result;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function limiter(redis: Redis, name: string, { points, seconds }: Limit): RateLimiterRedis {
  const options = { keyPrefix: `dvor-limit-${name}`, points, duration: seconds };
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(options),
  });
}

async function spend(limit: RateLimiterRedis, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError('rate.exceeded', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}
