import { Injectable } from '@nestjs/common';
import type { DetailValue, UserId } from '@dvor/kernel';
import {
  AuditLog,
  type AuditVerdict,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
} from '@dvor/platform';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly userId: UserId | null;
  readonly userName: string | null;
  /** The key it was done by, where a program did it for this user. */
  readonly apiKeyName: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly details: Record<string, DetailValue>;
  readonly requestId: string | null;
}

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  readonly userId?: string | undefined;
}

/** The audit log as people read it: with names, newest first. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly log: AuditLog,
  ) {}

  async list(tenant: Tenant, filter: AuditFilter, page: PageRequest): Promise<Page<AuditRow>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, 1) : [null];
    const rows = await this.database.inTenant(tenant, (tx) =>
      tx.query<AuditRow[]>(
        `select e.id, e.at, e.user_id as "userId", u.name as "userName",
                k.name as "apiKeyName", e.action, e.object_type as "objectType",
                e.object_id as "objectId", e.details, e.request_id as "requestId"
           from audit_entries e
           left join users u on u.id = e.user_id
           left join api_keys k on k.id::text = e.details->>'apiKey'
          where ($1::bigint is null or e.id < $1) and ($2::text is null or e.action = $2) and ($3::text is null or e.object_type = $3)
            and ($4::text is null or e.object_id = $4) and ($5::text is null or e.user_id::text = $5)
          order by e.id desc limit $6`,
        [
          before,
          filter.action ?? null,
          filter.objectType ?? null,
          filter.objectId ?? null,
          filter.userId ?? null,
          page.limit + 1,
        ],
      ),
    );
    return pageOf(rows, page.limit, (row) => [row.id]);
  }

  /** Which of some objects something was ever done to. */
  async objectsWith(
    tenant: Tenant,
    action: string,
    objects: { type: string; ids: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    const rows = await this.database.inTenant(tenant, (tx) =>
      tx.query<{ id: string }[]>(
        'select distinct object_id as id from audit_entries where object_type = $1 and object_id = any ($2) and action = $3',
        [objects.type, objects.ids, action],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Recomputes the chain of hashes. */
  async verify(tenant: Tenant): Promise<AuditVerdict> {
    return this.database.inTenant(tenant, (tx) => this.log.verify(tx));
  }

  /** Somebody asked for what their role does not allow. */
  async recordDenial(tenant: Tenant, denied: { userId: UserId; permission: string; request: string }): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      this.log.record(tx, {
        userId: denied.userId,
        action: 'access.denied',
        object: { type: 'permission', id: denied.permission },
        details: { request: denied.request },
      }),
    );
  }

  /** Somebody turned a queue's handle by hand: retried, drained, paused. */
  async recordQueueChange(tenant: Tenant, change: { userId: UserId; queue: string; request: string }): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      this.log.record(tx, {
        userId: change.userId,
        action: 'queue.change',
        object: { type: 'queue', id: change.queue },
        details: { request: change.request },
      }),
    );
  }
}
