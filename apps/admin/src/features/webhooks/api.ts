import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Webhook = Schemas['WebhookDto'];
export type WebhookEvent = Schemas['WebhookEventDto'];
export type Delivery = Schemas['WebhookDeliveryDto'];

const PAGE = 100;
/** The log moves by itself: attempts are made while it is looked at. */
const LOOKS_EVERY_MS = 4_000;

export function useWebhooks() {
  const api = useApi();
  return useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/webhooks', { signal })),
    refetchInterval: LOOKS_EVERY_MS,
  });
}

/** @param there false while it is being removed: what is gone is not asked for */
export function useWebhook(id: string, there: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: LOOKS_EVERY_MS,
    enabled: there,
  });
}

export function useWebhookEvents() {
  const api = useApi();
  return useQuery({
    queryKey: ['webhook-events'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/webhook-events', { signal })),
  });
}

export function useDeliveries(id: string, { state, type }: { state: string; type: string }, there: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['webhooks', id, 'deliveries', state, type],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(state && { state: state as Delivery['state'] }),
        ...(type && { type }),
        cursor: pageParam ?? undefined,
        limit: PAGE,
      };
      return answer(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOKS_EVERY_MS,
    enabled: there,
  });
}

export function useDelivery(id: string, deliveryId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['webhooks', id, 'deliveries', deliveryId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/webhooks/{id}/deliveries/{deliveryId}', { params: { path: { id, deliveryId } }, signal }),
      ),
    refetchInterval: LOOKS_EVERY_MS,
  });
}
