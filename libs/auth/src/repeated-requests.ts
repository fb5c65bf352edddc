import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, type OrganizationId, type UserId } from '@dvor/kernel';
import { CLOCK, Database } from '@dvor/platform';

export interface KeyedRequest {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

const KEPT_MS = 24 * 3_600_000;
/** No request lives so long: one that is still without an answer died with its process. */
const GIVEN_UP_MS = 5 * 60_000;

/** `Idempotency-Key` (API-03): the same request twice is done once and answered the same for 24 hours. */
@Injectable()
export class RepeatedRequests {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `null`: the first of its key, go on. Otherwise the answer it was given.
   * @throws DomainError `idempotency.other-request`, `idempotency.in-progress`
   */
  async begin(request: KeyedRequest): Promise<StoredAnswer | null> {
    const now = this.clock.now();
    const hash = hashOf(request);
    return this.database.inTenant(request, async (tx) => {
      const taken = await tx.query<object[]>(
        `insert into idempotency_keys as k (organization_id, user_id, key, request_hash, created_at)
         values (current_organization(), $1, $2, $3, $4)
         on conflict (organization_id, user_id, key) do update
            set request_hash = excluded.request_hash, status = null, response = null, created_at = excluded.created_at
          where k.created_at < $5 or (k.status is null and k.created_at < $6)
         returning 1`,
        [
          request.userId,
          request.key,
          hash,
          now,
          new Date(now.getTime() - KEPT_MS),
          new Date(now.getTime() - GIVEN_UP_MS),
        ],
      );
      if (taken.length > 0) return null;
      const [first] = await tx.query<{ hash: Buffer; status: number | null; response: unknown }[]>(
        'select request_hash as hash, status, response from idempotency_keys where user_id = $1 and key = $2',
        [request.userId, request.key],
      );
      if (!first) throw new DomainError('idempotency.in-progress'); // released this very moment
      if (!first.hash.equals(hash)) throw new DomainError('idempotency.other-request');
      if (first.status === null) throw new DomainError('idempotency.in-progress');
      return { status: first.status, body: first.response };
    });
  }

  async finish(request: KeyedRequest, answer: StoredAnswer): Promise<void> {
    await this.database.inTenant(request, (tx) =>
      tx.query('update idempotency_keys set status = $3, response = $4 where user_id = $1 and key = $2', [
        request.userId,
        request.key,
        answer.status,
        answer.body === undefined ? null : JSON.stringify(answer.body),
      ]),
    );
  }

  /** Nothing was done: the same key may be tried again. */
  async release(request: KeyedRequest): Promise<void> {
    await this.database.inTenant(request, (tx) =>
      tx.query('delete from idempotency_keys where user_id = $1 and key = $2 and status is null', [
        request.userId,
        request.key,
      ]),
    );
  }
}

function hashOf({ method, path, body }: KeyedRequest): Buffer {
  return createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(body ?? null)}`)
    .digest();
}
