import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import { isWorking } from './api.js';

export type Checklist = Schemas['CloseChecklistDto'];
export type MonthCheck = Schemas['MonthCheckDto'];
export type HeldBill = Schemas['HeldBillDto'];
export type HoldState = Schemas['HoldState'];

export const HOLD_STATES = ['held', 'accepted', 'released'] as const satisfies readonly HoldState[];

export function useChecklist(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'checks'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}/checks', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.run.state) ? 2_000 : 30_000),
  });
}

export function useHolds(id: string, filter: { state: HoldState; code: string }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['runs', id, 'holds', filter],
    queryFn: ({ pageParam, signal }) => {
      const code = (filter.code || undefined) as HeldBill['code'] | undefined;
      const query = { state: filter.state, code, cursor: pageParam ?? undefined, limit: 200 };
      return answer(api.GET('/api/v1/runs/{id}/holds', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useHoldCounts(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'hold-counts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}/hold-counts', { params: { path: { id } }, signal })),
  });
}
