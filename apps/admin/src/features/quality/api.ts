import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type QualityAct = Schemas['QualityActDto'];
export type QualityEffect = Schemas['QualityEffectDto'];
export type NewQualityAct = Schemas['NewQualityActDto'];
export type QualityService = QualityAct['service'];
export type QualityEvent = QualityAct['type'];

/** What Annex 1 of ПП 354 knows of each service. */
export const DEVIATIONS: Readonly<Record<QualityService, readonly QualityEvent[]>> = {
  'cold-water': ['outage', 'pressure', 'composition'],
  'hot-water': ['outage', 'temperature', 'pressure', 'composition'],
  sewage: ['outage'],
  electricity: ['outage', 'voltage'],
  gas: ['outage', 'pressure', 'composition'],
  heating: ['outage', 'temperature'],
  waste: ['outage'],
};
export const SERVICES = Object.keys(DEVIATIONS) as QualityService[];

export interface ActFilter {
  readonly search: string;
  readonly service: string;
  readonly houseId: string;
  readonly state: string;
}

const PAGE = 100;

export function fetchActs(api: ApiClient, filter: ActFilter, cursor: string | null, signal?: AbortSignal) {
  const query = {
    search: filter.search || undefined,
    service: SERVICES.find((one) => one === filter.service),
    houseId: filter.houseId || undefined,
    state: (['standing', 'cancelled'] as const).find((one) => one === filter.state),
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/quality-acts', { params: { query }, signal }));
}

export function useActs(filter: ActFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['quality-acts', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchActs(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useAct(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['quality-acts', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/quality-acts/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export function useEffectOf(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['quality-acts', id, 'effect'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/quality-acts/{id}/effect', { params: { path: { id } }, signal })),
  });
}

/** What a draft would take off, once enough of it is known. */
export function usePreview(act: NewQualityAct | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['quality-acts', 'preview', act],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/quality-acts/preview', { body: act!, signal })),
    enabled: act !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useHouses(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['quality-acts', 'houses', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses', { params: { query: { search: search || undefined, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function usePremisesOf(houseId: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['quality-acts', 'premises', houseId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/premises', { params: { path: { id: houseId! } }, signal })),
    enabled: houseId !== null,
  });
}
