import { defineJob } from '@dvor/platform';

export interface WebhookJobData extends Readonly<Record<string, string | number>> {
  readonly organizationId: string;
  readonly deliveryId: string;
  /** Each handing out is a job of its own; the books say which one counts. */
  readonly turn: number;
}

/** One attempt to deliver one event. The next one is due by the books, so the queue itself repeats nothing. */
export const deliverWebhookJob = defineJob<WebhookJobData>({
  queue: 'webhooks',
  name: 'deliver-webhook',
  key: ({ deliveryId, turn }) => `${deliveryId}-${turn}`,
  attempts: 1,
});
