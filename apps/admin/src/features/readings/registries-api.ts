import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Registry = Schemas['ReadingRegistryDto'];
export type RegistryRow = Schemas['ReadingRegistryRowDto'];
export type RegistryOutcome = RegistryRow['outcome'];

export const OUTCOMES = ['taken', 'same', 'held', 'refused'] as const satisfies readonly RegistryOutcome[];

export function useRegistries() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['readings', 'registries'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/reading-registries', { params: { query: { cursor: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useRegistry(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['readings', 'registries', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/reading-registries/{id}', { params: { path: { id } }, signal })),
  });
}

export function useRegistryRows(id: string, outcome: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['readings', 'registries', id, 'rows', outcome],
    queryFn: ({ pageParam, signal }) => {
      const query = { outcome: OUTCOMES.find((one) => one === outcome), cursor: pageParam ?? undefined, limit: 200 };
      return answer(api.GET('/api/v1/reading-registries/{id}/rows', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
