import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type MeterCard = Schemas['MeterCardDto'];
export type LifeEvent = Schemas['LifeEventDto'];
export type ListedMeter = Schemas['ListedMeterDto'];
export type Resource = MeterCard['resource'];
export type MeterValue = string | Readonly<Record<string, string>>;

export const RESOURCES = [
  'cold-water',
  'hot-water',
  'electricity',
  'gas',
  'heating',
] as const satisfies readonly Resource[];
export const LISTS = ['all', 'missing', 'overdue', 'expiring', 'undated'] as const;
export type MeterList = (typeof LISTS)[number];

export interface MetersAsked {
  readonly list: MeterList;
  readonly houseId: string;
  readonly resource: string;
  readonly search: string;
}

const PAGE = 100;

export function metersQuery({ list, houseId, resource, search }: MetersAsked) {
  return {
    list,
    houseId: houseId || undefined,
    resource: RESOURCES.find((one) => one === resource),
    search: search || undefined,
  };
}

function fetchMeters(api: ApiClient, asked: MetersAsked, cursor: string | null, signal: AbortSignal) {
  const query = { ...metersQuery(asked), cursor: cursor ?? undefined, limit: PAGE };
  return answer(api.GET('/api/v1/meter-lists', { params: { query }, signal }));
}

export function useMeters(asked: MetersAsked) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['meters', 'list', asked],
    queryFn: ({ pageParam, signal }) => fetchMeters(api, asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useMeter(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meters/{id}', { params: { path: { id } }, signal })),
  });
}

export function useMeterLife(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', id, 'life'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meters/{id}/life', { params: { path: { id } }, signal })),
  });
}

export function useTimeline(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', id, 'timeline'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meters/{id}/timeline', { params: { path: { id } }, signal })),
  });
}

/** `120,1 / 80,5` of a meter with zones. */
export function valueText(value: MeterValue): string {
  return (typeof value === 'string' ? value : Object.values(value).join(' / ')).replaceAll('.', ',');
}
