import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type HouseRow = Schemas['HouseDto'];
export type House = Schemas['HouseCardDto'];
/** One version of a fact in the house's passport. */
export type HouseFact = Schemas['PassportEntryDto'];

const PAGE = 200;

export function fetchHouses(api: ApiClient, search: string, cursor: string | null, signal?: AbortSignal) {
  const query = { search: search || undefined, cursor: cursor ?? undefined, limit: PAGE };
  return answer(api.GET('/api/v1/houses', { params: { query }, signal }));
}

export function useHouses(search: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['houses', 'list', search],
    queryFn: ({ pageParam, signal }) => fetchHouses(api, search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useHouse(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/houses/{id}', { params: { path: { id } }, signal })),
  });
}

export function usePremises(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'premises'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/premises', { params: { path: { id: houseId } }, signal })),
  });
}

export function useHouseServices(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'services'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/services', { params: { path: { id: houseId } }, signal })),
  });
}
