import type { NewException } from '@dvor/platform';

/** The beginning of the keys of everything that troubles an endpoint. */
export function troubleOf(endpointId: string): string {
  return `webhook-${endpointId}-`;
}

/** Somebody must look at the receiver and resume by hand. */
export function endpointPaused(endpoint: {
  id: string;
  url: string;
  reason: 'failures' | 'gone';
  failures: number;
}): NewException {
  return {
    kind: endpoint.reason === 'gone' ? 'webhooks.endpoint-gone' : 'webhooks.endpoint-paused',
    dedupeKey: `${troubleOf(endpoint.id)}paused`,
    object: { type: 'webhook', id: endpoint.id, label: hostOf(endpoint.url) },
    details: { failures: endpoint.failures },
  };
}

/** An event was not taken within a day. */
export function deliveryGivenUp(endpoint: { id: string; url: string; type: string }): NewException {
  return {
    kind: 'webhooks.delivery-given-up',
    dedupeKey: `${troubleOf(endpoint.id)}given-up`,
    object: { type: 'webhook', id: endpoint.id, label: hostOf(endpoint.url) },
    details: { type: endpoint.type },
  };
}

function hostOf(url: string): string {
  return new URL(url).host;
}
