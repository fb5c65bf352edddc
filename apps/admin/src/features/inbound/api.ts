import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';

export type InboundMessage = Schemas['InboundMessageDto'];
export type ListedEvent = Schemas['ListedEventDto'];
export type UnknownDevice = Schemas['UnknownDeviceDto'];

export const ANSWERS = [
  'taken',
  'unread',
  'unknown-sender',
  'unknown-account',
  'several-accounts',
  'ignored',
] as const satisfies readonly InboundMessage['answer'][];
export const CHANNELS = ['sms', 'messenger', 'email'] as const satisfies readonly InboundMessage['channel'][];
/** Those that an event in the books can have. */
export const OUTCOMES = [
  'taken',
  'held',
  'refused',
  'replaced',
  'waiting',
  'unknown-device',
] as const satisfies readonly ListedEvent['outcome'][];

const PAGE = 100;

export function useInboundMessages(asked: {
  readonly answer: string;
  readonly channel: string;
  readonly search: string;
}) {
  const api = useApi();
  return usePages(['inbound', 'messages', asked], (cursor, signal) => {
    const query = {
      answer: ANSWERS.find((one) => one === asked.answer),
      channel: CHANNELS.find((one) => one === asked.channel),
      ...{ search: asked.search || undefined, cursor: cursor ?? undefined, limit: PAGE },
    };
    return answer(api.GET('/api/v1/inbound-messages', { params: { query }, signal }));
  });
}

export function useDeviceEvents(asked: { readonly outcome: string; readonly device: string }) {
  const api = useApi();
  return usePages(['inbound', 'events', asked], (cursor, signal) => {
    const query = {
      outcome: OUTCOMES.find((one) => one === asked.outcome),
      ...{ device: asked.device || undefined, cursor: cursor ?? undefined, limit: PAGE },
    };
    return answer(api.GET('/api/v1/device-events', { params: { query }, signal }));
  });
}

export function useUnknownDevices() {
  const api = useApi();
  return usePages(['inbound', 'unknown-devices'], (cursor, signal) =>
    answer(
      api.GET('/api/v1/device-events/unknown', {
        params: { query: { cursor: cursor ?? undefined, limit: PAGE } },
        signal,
      }),
    ),
  );
}
