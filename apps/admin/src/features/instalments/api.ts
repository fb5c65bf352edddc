import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Plan = Schemas['InstalmentPlanDto'];
export type PlanCard = Schemas['InstalmentPlanCardDto'];
export type PlanDraft = Schemas['InstalmentDraftDto'];
export type Offer = Schemas['InstalmentOfferDto'];
export type Asked = Schemas['InstalmentsAskedDto'];

export const STANDINGS = [
  'draft',
  'kept',
  'late',
  'done',
  'ended',
  'cancelled',
] as const satisfies readonly Plan['standing'][];
export const OFFER_STATES = [
  'open',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
] as const satisfies readonly Offer['state'][];

export interface PlanFilter {
  readonly search: string;
  readonly standing: string;
}

const PAGE = 100;

export function fetchPlans(api: ApiClient, filter: PlanFilter, cursor: string | null, signal?: AbortSignal) {
  const query = {
    search: filter.search || undefined,
    standing: STANDINGS.find((one) => one === filter.standing),
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/instalments', { params: { query }, signal }));
}

export function usePlans(filter: PlanFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['instalments', 'plans', filter],
    queryFn: ({ pageParam, signal }) => fetchPlans(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function fetchOffers(api: ApiClient, state: string, cursor: string | null, signal?: AbortSignal) {
  const query = { state: OFFER_STATES.find((one) => one === state), cursor: cursor ?? undefined, limit: PAGE };
  return answer(api.GET('/api/v1/instalment-offers', { params: { query }, signal }));
}

export function useOffers(state: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['instalments', 'offers', state],
    queryFn: ({ pageParam, signal }) => fetchOffers(api, state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useCounts() {
  const api = useApi();
  return useQuery({
    queryKey: ['instalments', 'counts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/instalments/counts', { signal })),
  });
}

export function usePlan(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['instalments', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/instalments/{id}', { params: { path: { id } }, signal })),
  });
}

/** A plan before it is made; asked anew with every change. */
export function usePlanDraft(accountId: string, asked: Asked) {
  const api = useApi();
  return useQuery({
    queryKey: ['instalments', 'draft', accountId, asked],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/accounts/{id}/instalments/preview', {
          params: { path: { id: accountId } },
          body: asked,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useAccount(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['instalments', 'account', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });
}
