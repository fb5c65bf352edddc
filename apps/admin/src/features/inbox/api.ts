import { type ListPage, useHttp } from '@dvor/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** What needs a person: why, about what, since when. */
export interface InboxItem {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly object: { readonly type: string; readonly id: string; readonly label: string };
  readonly createdAt: string;
  /** Seconds. */
  readonly age: number;
  readonly state: 'open' | 'resolved';
  readonly resolvedAt: string | null;
  readonly resolution: string | null;
}

export function useInbox(state: 'open' | 'resolved') {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['exceptions', state],
    queryFn: ({ pageParam, signal }) =>
      http.get<ListPage<InboxItem>>('/exceptions', { state, cursor: pageParam, limit: 200 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** How many wait, for the rail; `null` while it is not known. */
export function useOpenExceptionsCount(enabled: boolean): number | null {
  const http = useHttp();
  const { data } = useQuery({
    queryKey: ['exceptions', 'count'],
    queryFn: ({ signal }) => http.get<ListPage<InboxItem>>('/exceptions', { state: 'open', limit: 100 }, signal),
    enabled,
    refetchInterval: 60_000,
  });
  return data ? (data.total ?? data.items.length) : null;
}

export function useResolve() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) => http.post(`/exceptions/${id}/resolve`, { note }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['exceptions'] }),
  });
}
