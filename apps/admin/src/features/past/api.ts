import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type PastChange = Schemas['DirtyMonthsDto'];

export const LIMIT = 500;

export function usePastChanges() {
  const api = useApi();
  return useQuery({
    queryKey: ['past-changes'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/past-changes', { params: { query: { limit: LIMIT } }, signal })),
  });
}

export type Recalculation = Schemas['RecalculationDto'];
export type RecalculationCard = Schemas['RecalculationCardDto'];
export type BatchPreviewPage = Schemas['RecalculationPreviewDto'];

/** Those that wait first. */
export function useRecalculations() {
  const api = useApi();
  return useQuery({
    queryKey: ['recalculations'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/recalculations', { params: { query: { limit: 100 } }, signal })),
  });
}

export function useRecalculation(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['recalculations', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/recalculations/{id}', { params: { path: { id } }, signal })),
  });
}

/** What it comes to, some houses at a time: each page is reckoned anew. */
export function usePreview(id: string, beyond: boolean) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['recalculations', id, 'preview', beyond],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/recalculations/{id}/preview', {
          params: { path: { id }, query: { after: pageParam ?? undefined, beyond } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}
