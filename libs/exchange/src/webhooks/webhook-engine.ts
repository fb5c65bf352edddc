import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, OrganizationId } from '@dvor/kernel';
import {
  CLOCK,
  type Config,
  CONFIG,
  Database,
  ExceptionsInbox,
  JobQueue,
  openSecret,
  Outbox,
  type RecordedEvent,
  type Tx,
} from '@dvor/platform';
import { MOST_ATTEMPTS, waitAfter } from './attempts.js';
import { type Posted, postMessage } from './post-message.js';
import { bodyOf, type Message, messageOf } from './public-events.js';
import { signatureOf } from './signature.js';
import { SECRET_PURPOSE } from './webhook.js';
import { deliverWebhookJob } from './webhook-jobs.js';
import { deliveryGivenUp, endpointPaused } from './webhook-troubles.js';

/** Longer than an attempt lasts: a delivery whose worker died in the middle is handed out again after it. */
const LEASE_MS = 60_000;
/** At a time to one endpoint; while it fails, one. */
const SIDE_BY_SIDE = 4;

/** The worker's side of webhooks: events become deliveries, deliveries become attempts. */
@Injectable()
export class WebhookEngine {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
    private readonly exceptions: ExceptionsInbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Events of the outbox become deliveries to the endpoints that want them, in the transaction that ticks them off. */
  async follow(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
    const addressed = events.flatMap((event): Addressed[] => {
      const message = messageOf(event);
      return message ? [{ message, outboxId: event.id, occurredAt: event.recordedAt }] : [];
    });
    if (addressed.length > 0) await this.address(tx, addressed);
  }

  /**
   * Stands messages in line for whoever wants them, or for one endpoint alone. An event seen a second time changes
   * nothing.
   */
  async address(tx: Tx, addressed: readonly Addressed[], endpointId?: string): Promise<void> {
    const messages = addressed.map(({ message, outboxId = null, occurredAt }) => ({
      outbox_id: outboxId,
      message_id: `msg_${randomUUID()}`,
      type: message.type,
      object_type: message.object.type,
      object_id: message.object.id,
      body: bodyOf(message, occurredAt),
      occurred_at: occurredAt,
    }));
    await tx.query(
      `with message as (
         select * from jsonb_to_recordset($1) as message (outbox_id bigint, message_id text, type text, object_type text,
                                                          object_id text, body text, occurred_at timestamptz)
       ), wanted as (
         select message.message_id, e.id as endpoint_id from message join webhook_endpoints e
             on case when $2::bigint is null then e.event_types = '{}' or message.type = any (e.event_types) else e.id = $2 end
       ), event as (
         insert into webhook_events (organization_id, outbox_id, message_id, type, object_type, object_id, body, occurred_at)
         select current_organization(), outbox_id, message_id, type, object_type, object_id, body, occurred_at
           from message where message_id in (select message_id from wanted) order by outbox_id
         on conflict (organization_id, outbox_id) do nothing
         returning id, message_id, object_type, object_id
       )
       insert into webhook_deliveries (organization_id, endpoint_id, event_id, lane, due_at, created_at)
       select current_organization(), wanted.endpoint_id, event.id, object_type || ' ' || object_id, $3, $3
         from event join wanted using (message_id) order by event.id`,
      [JSON.stringify(messages), endpointId ?? null, this.clock.now()],
    );
  }

  /** Lays on the queue what is due anywhere. */
  async layOnQueue(): Promise<void> {
    const organizations = await this.database.outsideTenants((tx) =>
      tx.query<{ id: OrganizationId }[]>('select organizations_with_due_webhooks($1) as id', [this.clock.now()]),
    );
    for (const { id } of organizations) await this.layOnQueueOf(id);
  }

  /** One attempt. A job that comes late, twice or after a replay finds its turn over and does nothing. */
  async deliver(organizationId: OrganizationId, deliveryId: string, turn: number): Promise<void> {
    const delivery = await this.database.inTenant({ organizationId }, (tx) => readDue(tx, deliveryId, turn));
    if (!delivery) return;
    const begun = this.clock.now();
    const clock = performance.now();
    const posted = await this.post(delivery, begun);
    const ms = Math.round(performance.now() - clock);
    await this.database.inTenant({ organizationId }, (tx) => this.enter(tx, delivery, posted, { begun, ms }));
    await this.layOnQueueOf(organizationId);
  }

  private async layOnQueueOf(organizationId: OrganizationId): Promise<void> {
    const taken = await this.database.inTenant({ organizationId }, (tx) => takeDue(tx, this.clock.now()));
    for (const { id, turn } of taken)
      await this.queue.enqueue(deliverWebhookJob, { organizationId, deliveryId: id, turn });
  }

  private async post(delivery: DueDelivery, now: Date): Promise<Posted> {
    const sealed = [delivery.secret, ...(delivery.formerUntil && delivery.formerUntil > now ? [delivery.former!] : [])];
    const secrets = sealed.map((box) => openSecret(this.config.authSecret, SECRET_PURPOSE, box));
    const known = secrets.filter((secret) => secret !== null);
    if (known.length === 0) return { status: null, error: 'secret-unreadable', answer: null };
    const timestamp = Math.floor(now.getTime() / 1000);
    const { messageId, body, url } = delivery;
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Dvor-Webhooks/1',
      'webhook-id': messageId,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(known, { id: messageId, timestamp, body }),
    };
    return postMessage(url, { headers, body }, this.config.webhooks);
  }

  /** What has come of an attempt: for the log, the delivery and its endpoint. */
  private async enter(
    tx: Tx,
    { id, endpointId, turn, type }: DueDelivery,
    posted: Posted,
    { begun, ms }: { begun: Date; ms: number },
  ): Promise<void> {
    const [endpoint] = await tx.query<LockedEndpoint[]>(
      `select id, url, state, failures, failed_at as "failedAt" from webhook_endpoints where id = $1 for update`,
      [endpointId],
    );
    if (!endpoint) return; // removed meanwhile, and its log with it
    await tx.query(
      `insert into webhook_attempts (organization_id, delivery_id, at, ms, status, error, answer)
       values (current_organization(), $1, $2, $3, $4, $5, $6)`,
      [id, begun, ms, posted.status, posted.error, posted.answer],
    );
    const [delivery] = await tx.query<{ attempts: number }[]>(
      `select attempts from webhook_deliveries where id = $1 and turn = $2 and state = 'waiting' for update`,
      [id, turn],
    );
    const now = this.clock.now();
    const taken = posted.status !== null && posted.status >= 200 && posted.status < 300;
    if (taken) {
      await tx.query('update webhook_endpoints set failures = 0, failed_at = null, retry_at = null where id = $1', [
        endpointId,
      ]);
      if (delivery) await finish(tx, id, 'delivered', delivery.attempts + 1, now);
      return;
    }
    const paused = await this.noteFailure(tx, endpoint, { gone: posted.status === 410, begun, now });
    if (!delivery) return;
    const attempts = delivery.attempts + 1;
    if (attempts >= MOST_ATTEMPTS && !paused) {
      await finish(tx, id, 'given-up', attempts, now);
      await this.exceptions.raise(tx, [deliveryGivenUp({ id: endpointId, url: endpoint.url, type })]);
      return;
    }
    await tx.query('update webhook_deliveries set attempts = $2, due_at = $3, leased_until = null where id = $1', [
      id,
      attempts,
      new Date(now.getTime() + waitAfter(attempts)),
    ]);
  }

  /**
   * Attempts that ran side by side count as one failure: a receiver that restarts under load is not paused for it. Ten in
   * a row pause the endpoint, `410 Gone` does at once; what stands in line stays there. True when it is paused.
   */
  private async noteFailure(
    tx: Tx,
    endpoint: LockedEndpoint,
    { gone, begun, now }: { gone: boolean; begun: Date; now: Date },
  ): Promise<boolean> {
    if (endpoint.state === 'paused') return true;
    const sideBySide = endpoint.failedAt !== null && begun < endpoint.failedAt;
    const failures = endpoint.failures + (sideBySide ? 0 : 1);
    const pause = gone || failures >= MOST_ATTEMPTS;
    await tx.query(
      `update webhook_endpoints set failures = $2, failed_at = $3::timestamptz, retry_at = $4,
              state = case when $5::text is null then state else 'paused' end, pause_reason = $5::text,
              paused_at = case when $5::text is not null then $3::timestamptz end
        where id = $1`,
      [
        endpoint.id,
        failures,
        now,
        new Date(now.getTime() + waitAfter(failures)),
        pause ? (gone ? 'gone' : 'failures') : null,
      ],
    );
    if (!pause) return false;
    const { id, url } = endpoint;
    await this.exceptions.raise(tx, [endpointPaused({ id, url, reason: gone ? 'gone' : 'failures', failures })]);
    await this.outbox.record(tx, { type: 'webhooks.endpoint-paused', payload: { endpointId: id } });
    return true;
  }
}

/**
 * The oldest of each lane, of endpoints that are not waited for; a few at a time to each. A failing endpoint is tried with
 * what was tried least: one event that it never takes does not keep the others from it.
 */
async function takeDue(tx: Tx, now: Date): Promise<{ id: string; turn: number }[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('webhooks', current_organization()))`);
  return tx.query(
    `with due as (
       select picked.id
         from webhook_endpoints e
         cross join lateral (
           select count(*) as busy from webhook_deliveries d
            where d.endpoint_id = e.id and d.state = 'waiting' and d.leased_until > $1) under_way
         cross join lateral (
           select d.id from webhook_deliveries d
            where d.endpoint_id = e.id and d.state = 'waiting' and d.due_at <= $1
              and (d.leased_until is null or d.leased_until <= $1)
              and not exists (select from webhook_deliveries before
                               where before.endpoint_id = d.endpoint_id and before.lane = d.lane
                                 and before.state = 'waiting' and before.id < d.id)
            order by case when e.failures = 0 then 0 else d.attempts end, d.id
            limit greatest(0, case when e.failures = 0 then ${SIDE_BY_SIDE} else 1 end - under_way.busy)) picked
        where e.state = 'active' and (e.retry_at is null or e.retry_at <= $1)
     ), taken as (
       update webhook_deliveries d set leased_until = $2, turn = turn + 1 from due where d.id = due.id returning d.id, d.turn
     )
     select id, turn from taken order by id`,
    [now, new Date(now.getTime() + LEASE_MS)],
  );
}

async function readDue(tx: Tx, id: string, turn: number): Promise<DueDelivery | null> {
  const [delivery] = await tx.query<DueDelivery[]>(
    `select d.id, d.turn, d.endpoint_id as "endpointId", e.url, e.secret, e.former_secret as former, e.former_until as "formerUntil",
            v.message_id as "messageId", v.type, v.body
       from webhook_deliveries d
       join webhook_endpoints e on e.id = d.endpoint_id
       join webhook_events v on v.id = d.event_id
      where d.id = $1 and d.turn = $2 and d.state = 'waiting' and e.state = 'active'`,
    [id, turn],
  );
  return delivery ?? null;
}

async function finish(tx: Tx, id: string, state: 'delivered' | 'given-up', attempts: number, now: Date): Promise<void> {
  await tx.query(
    'update webhook_deliveries set state = $2, attempts = $3, finished_at = $4, leased_until = null where id = $1',
    [id, state, attempts, now],
  );
}

/** A message and what it is told of. */
interface Addressed {
  readonly message: Message;
  /** None: a trial. */
  readonly outboxId?: string;
  readonly occurredAt: Date;
}

interface DueDelivery {
  readonly id: string;
  readonly turn: number;
  readonly endpointId: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly former: Buffer | null;
  readonly formerUntil: Date | null;
  readonly messageId: string;
  readonly type: string;
  readonly body: string;
}

interface LockedEndpoint {
  readonly id: string;
  readonly url: string;
  readonly state: 'active' | 'paused';
  readonly failures: number;
  readonly failedAt: Date | null;
}
