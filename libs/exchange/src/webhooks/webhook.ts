import type { Tx } from '@dvor/platform';

export interface EndpointSettings {
  readonly url: string;
  readonly description: string;
  /** None: every event there is or will be. */
  readonly eventTypes: readonly string[];
}

/** Where events go. */
export interface WebhookEndpoint extends EndpointSettings {
  readonly id: string;
  readonly state: 'active' | 'paused';
  readonly pauseReason: 'by-hand' | 'failures' | 'gone' | null;
  readonly pausedAt: Date | null;
  /** Attempts that failed one after another. */
  readonly failures: number;
  /** After a failure: when the next attempt is due. */
  readonly retryAt: Date | null;
  /** Events that stand in line. */
  readonly waiting: number;
  /** Until when the secret before the rotation signs too. */
  readonly formerUntil: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const DELIVERY_STATES = ['waiting', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one endpoint. */
export interface WebhookDelivery {
  readonly id: string;
  /** `webhook-id`: the same at every attempt and replay. */
  readonly messageId: string;
  readonly type: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly occurredAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  /** Of the last attempt. */
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

export interface WebhookAttempt {
  readonly at: Date;
  readonly ms: number;
  readonly status: number | null;
  readonly error: string | null;
  /** The first bytes of the answer. */
  readonly answer: string | null;
}

export const SECRET_PURPOSE = 'webhooks';

const ENDPOINTS = `
  select e.id, e.url, e.description, e.event_types as "eventTypes", e.state, e.pause_reason as "pauseReason",
         e.paused_at as "pausedAt", e.failures, e.retry_at as "retryAt", e.version, e.created_at as "createdAt",
         case when e.former_until > $1 then e.former_until end as "formerUntil",
         (select count(*)::int from webhook_deliveries d where d.endpoint_id = e.id and d.state = 'waiting') as waiting
    from webhook_endpoints e`;

export function readEndpoints(tx: Tx, now: Date): Promise<WebhookEndpoint[]> {
  return tx.query(`${ENDPOINTS} order by e.id`, [now]);
}

export async function readEndpoint(tx: Tx, id: string, now: Date): Promise<WebhookEndpoint | null> {
  const [endpoint] = await tx.query<WebhookEndpoint[]>(`${ENDPOINTS} where e.id = $2`, [now, id]);
  return endpoint ?? null;
}
