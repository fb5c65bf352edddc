import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

/** What needs a person: why, about what, since when. */
export type InboxItem = Schemas['ExceptionDto'];

const PAGE = 200;

export function useInbox(state: 'open' | 'resolved') {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['exceptions', state],
    queryFn: ({ pageParam, signal }) => {
      const query = { state, cursor: pageParam ?? undefined, limit: PAGE };
      return answer(api.GET('/api/v1/exceptions', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** How many wait, for the rail, which shows no more than 99; `null` while it is not known. */
export function useOpenExceptionsCount(enabled: boolean): number | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['exceptions', 'count'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/exceptions', { params: { query: { state: 'open', limit: 100 } }, signal })),
    enabled,
    refetchInterval: 60_000,
  });
  return data ? data.items.length : null;
}

export function useResolve() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      answer(api.POST('/api/v1/exceptions/{id}/resolve', { params: { path: { id } }, body: { note } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['exceptions'] }),
  });
}
