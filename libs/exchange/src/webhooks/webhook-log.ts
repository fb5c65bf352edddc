import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  CLOCK,
  Database,
  decodeCursor,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { TRIAL_EVENT } from './public-events.js';
import { type DeliveryState, readEndpoint, type WebhookAttempt, type WebhookDelivery } from './webhook.js';
import { WebhookEngine } from './webhook-engine.js';

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  readonly type?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  /** Of what happened then. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export interface DeliveryInFull extends WebhookDelivery {
  readonly body: string;
  /** The latest first. */
  readonly log: readonly WebhookAttempt[];
}

/** Finished deliveries are kept so long. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What was sent where and what came of it (API-04), and how it is sent again. */
@Injectable()
export class WebhookLog {
  constructor(
    private readonly database: Database,
    private readonly engine: WebhookEngine,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest first. @throws DomainError `webhook.not-found` */
  async list(
    tenant: Tenant,
    endpointId: string,
    filter: DeliveryFilter,
    page: PageRequest,
  ): Promise<Page<WebhookDelivery>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    return this.database.inTenant(tenant, async (tx) => {
      await this.assertThere(tx, endpointId);
      const rows = await tx.query<WebhookDelivery[]>(
        `${DELIVERIES} where d.endpoint_id = $1 and ($2::bigint is null or d.id < $2) and ${MATCHES} order by d.id desc limit $9`,
        [endpointId, before, ...valuesOf(filter), page.limit + 1],
      );
      return pageOf(rows, page.limit, ({ id }) => [id]);
    });
  }

  /** @throws DomainError `webhook.not-found`, `webhook.delivery-not-found` */
  async read(tenant: Tenant, endpointId: string, id: string): Promise<DeliveryInFull> {
    return this.database.inTenant(tenant, (tx) => this.inFull(tx, endpointId, id));
  }

  /** A trial message to this endpoint alone. @throws DomainError `webhook.not-found`, `webhook.paused` */
  async tryOut(tenant: Tenant, endpointId: string, by: UserId): Promise<DeliveryInFull> {
    return this.database.inTenant(tenant, async (tx) => {
      const { state } = await this.assertThere(tx, endpointId);
      if (state === 'paused') throw new DomainError('webhook.paused');
      const [{ trial }] = await tx.query<[{ trial: string }]>('select gen_random_uuid()::text as trial');
      const message = { type: TRIAL_EVENT, object: { type: 'trial', id: trial }, data: { endpointId } };
      await this.engine.address(tx, [{ message, occurredAt: this.clock.now() }], endpointId);
      const [{ id }] = await tx.query<[{ id: string }]>(
        'select d.id from webhook_deliveries d join webhook_events v on v.id = d.event_id where v.object_id = $1',
        [trial],
      );
      await this.record(tx, 'webhook.try-out', endpointId, by);
      return this.inFull(tx, endpointId, id);
    });
  }

  /** Sends one again, under the same `webhook-id`; one that waits for its next attempt is tried now. @throws DomainError `webhook.not-found`, `webhook.delivery-not-found` */
  async replay(tenant: Tenant, endpointId: string, id: string, by: UserId): Promise<DeliveryInFull> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.inFull(tx, endpointId, id);
      await this.standInLine(tx, endpointId, `d.id = $3`, [id]);
      await this.record(tx, 'webhook.replay', endpointId, by, { delivery: id });
      return this.inFull(tx, endpointId, id);
    });
  }

  /** Sends again, in their order, all that match; how many. @throws DomainError `webhook.not-found` */
  async replayRange(tenant: Tenant, endpointId: string, filter: DeliveryFilter, by: UserId): Promise<number> {
    return this.database.inTenant(tenant, async (tx) => {
      await this.assertThere(tx, endpointId);
      const replayed = await this.standInLine(tx, endpointId, MATCHES, valuesOf(filter));
      await this.record(tx, 'webhook.replay', endpointId, by, {
        deliveries: replayed,
        from: filter.from?.toISOString() ?? null,
        to: filter.to?.toISOString() ?? null,
      });
      return replayed;
    });
  }

  /** Forgets what was finished with long ago. */
  async forget(tenant: Tenant): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await this.database.inTenant(tenant, (tx) =>
      tx.query(
        `delete from webhook_events v
          where v.occurred_at < $1
            and not exists (select from webhook_deliveries d where d.event_id = v.id
                               and (d.state = 'waiting' or d.finished_at >= $1))`,
        [before],
      ),
    );
  }

  private async standInLine(
    tx: Tx,
    endpointId: string,
    which: string,
    values: readonly (string | Date | null)[],
  ): Promise<number> {
    await tx.query('update webhook_endpoints set retry_at = null where id = $1', [endpointId]);
    const [{ replayed }] = await tx.query<[{ replayed: number }]>(
      `with again as (
         update webhook_deliveries set state = 'waiting', due_at = $2, finished_at = null,
                attempts = case when webhook_deliveries.state = 'waiting' then webhook_deliveries.attempts else 0 end
          where id in (select d.id from webhook_deliveries d join webhook_events v on v.id = d.event_id
                        where d.endpoint_id = $1 and ${which})
         returning 1
       )
       select count(*)::int as replayed from again`,
      [endpointId, this.clock.now(), ...values],
    );
    return replayed;
  }

  private async inFull(tx: Tx, endpointId: string, id: string): Promise<DeliveryInFull> {
    await this.assertThere(tx, endpointId);
    const [delivery] = await tx.query<(WebhookDelivery & { body: string })[]>(
      `${DELIVERIES.replace('select', 'select v.body,')} where d.endpoint_id = $1 and d.id = $2`,
      [endpointId, id],
    );
    if (!delivery) throw new DomainError('webhook.delivery-not-found');
    const log = await tx.query<WebhookAttempt[]>(
      'select at, ms, status, error, answer from webhook_attempts where delivery_id = $1 order by id desc',
      [id],
    );
    return { ...delivery, log };
  }

  private async assertThere(tx: Tx, endpointId: string): Promise<{ state: 'active' | 'paused' }> {
    const endpoint = await readEndpoint(tx, endpointId, this.clock.now());
    if (!endpoint) throw new DomainError('webhook.not-found');
    return endpoint;
  }

  private async record(
    tx: Tx,
    action: string,
    id: string,
    by: UserId,
    details: Record<string, string | number | null> = {},
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'webhook', id }, details });
  }
}

const DELIVERIES = `
  select d.id, v.message_id as "messageId", v.type, v.object_type as "objectType", v.object_id as "objectId",
         v.occurred_at as "occurredAt", d.state, d.attempts, case when d.state = 'waiting' then d.due_at end as "dueAt",
         d.finished_at as "finishedAt", a.status as "lastStatus", a.error as "lastError"
    from webhook_deliveries d
    join webhook_events v on v.id = d.event_id
    left join lateral (select status, error from webhook_attempts where delivery_id = d.id order by id desc limit 1) a on true`;

/** Of `valuesOf`, from the third parameter on. */
const MATCHES = `($3::text is null or d.state = $3) and ($4::text is null or v.type = $4)
  and ($5::text is null or v.object_type = $5) and ($6::text is null or v.object_id = $6)
  and ($7::timestamptz is null or v.occurred_at >= $7) and ($8::timestamptz is null or v.occurred_at < $8)`;

function valuesOf(filter: DeliveryFilter): (string | Date | null)[] {
  const { state, type, objectType, objectId, from, to } = filter;
  return [state ?? null, type ?? null, objectType ?? null, objectId ?? null, from ?? null, to ?? null];
}
