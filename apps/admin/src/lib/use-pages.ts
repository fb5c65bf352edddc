import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A list that goes on as it is scrolled: the rows so far, and what brings the next. */
export function usePages<T>(
  queryKey: QueryKey,
  page: (cursor: string | null, signal: AbortSignal) => Promise<PageOf<T>>,
): { readonly rows: T[] | undefined; readonly error: Error | null; readonly again: () => void; more: () => void } {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { rows: data?.pages.flatMap(({ items }) => items), error, again: () => void refetch(), more };
}
