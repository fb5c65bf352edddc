import { type ListPage, useHttp } from '@dvor/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type RunState = 'queued' | 'calculating' | 'review' | 'closing' | 'closed' | 'cancelled' | 'failed';

export interface Run {
  readonly id: string;
  readonly period: string;
  readonly state: RunState;
  readonly requestedAt: string;
  readonly requestedBy: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly houses: { readonly total: number; readonly done: number; readonly parked: number };
  readonly accounts: number;
  readonly lines: number;
  readonly amount: string;
  readonly receipts: { readonly total: number; readonly done: number } | null;
}

export interface RunDetails extends Run {
  readonly totals: readonly ServiceTotal[];
  readonly parked: readonly Parked[];
  /** Why it stopped. */
  readonly failure: string | null;
}

export interface ServiceTotal {
  readonly service: string;
  readonly unit: string;
  readonly volume: string;
  readonly lines: number;
  readonly amount: string;
}

/** A house or an account that could not be calculated, and why. */
export interface Parked {
  readonly houseId: string;
  readonly address: string;
  readonly accountId: string | null;
  readonly accountNumber: string | null;
  readonly code: string;
  readonly message: string;
}

export interface RunHouse {
  readonly houseId: string;
  readonly address: string;
  readonly accounts: number;
  readonly lines: number;
  readonly amount: string;
  readonly parked: number;
}

export interface HouseReceipts {
  readonly houseId: string;
  readonly address: string;
  readonly total: number;
  readonly done: number;
  readonly fileReady: boolean;
}

/** What the progress stream says, several times a second. */
export interface RunEvent {
  readonly state: RunState;
  readonly phase: 'calculating' | 'closing' | 'printing';
  readonly housesDone: number;
  readonly housesTotal: number;
  readonly accountsDone: number;
  readonly linesDone: number;
  readonly amount: string;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

export const isWorking = (state: RunState): boolean =>
  state === 'queued' || state === 'calculating' || state === 'closing';

export const isPrinting = ({ state, receipts }: Run): boolean =>
  state === 'closed' && receipts !== null && receipts.done < receipts.total;

export function useRuns({ enabled = true } = {}) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['runs', 'list'],
    enabled,
    queryFn: ({ pageParam, signal }) => http.get<ListPage<Run>>('/runs', { cursor: pageParam, limit: 200 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some((run) => isWorking(run.state) || isPrinting(run)) ? 2_000 : 30_000,
  });
}

/** The run that goes on now, if there is one. */
export function useActiveRun({ enabled }: { enabled: boolean }): Run | undefined {
  return useRuns({ enabled }).data?.pages[0]?.items.find(({ state }) => isWorking(state));
}

/** The run that a month stands by: the latest that was not given up. */
export function useRunOfMonth(period: string) {
  const runs = useRuns();
  const ofMonth = runs.data?.pages.flatMap(({ items }) => items).filter((run) => run.period === period);
  return {
    error: runs.error,
    refetch: runs.refetch,
    loading: !runs.data,
    run: ofMonth?.find(({ state }) => state !== 'cancelled') ?? ofMonth?.[0],
  };
}

export function useRun(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => http.get<RunDetails>(`/runs/${id}`, undefined, signal),
    // The stream tells of a run's progress; printing and a broken stream are followed by asking.
    refetchInterval: ({ state }) =>
      state.data && (isWorking(state.data.state) || isPrinting(state.data)) ? 2_000 : false,
  });
}

export function useRunHouses(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['runs', id, 'houses'],
    queryFn: ({ signal }) => http.get<ListPage<RunHouse>>(`/runs/${id}/houses`, { limit: 500 }, signal),
  });
}

export function useRunReceipts(run: Run) {
  const http = useHttp();
  const { id } = run;
  return useQuery({
    queryKey: ['runs', id, 'receipts'],
    enabled: run.receipts !== null,
    queryFn: ({ signal }) => http.get<ListPage<HouseReceipts>>(`/runs/${id}/receipts`, { limit: 500 }, signal),
    refetchInterval: isPrinting(run) ? 2_000 : false,
  });
}

export function useStartRun() {
  const http = useHttp();
  return useRunMutation((period: string) => http.post<Run>('/runs', { period }));
}

export function useRunAction(id: string, action: 'cancel' | 'close' | 'retry' | 'receipts') {
  const http = useHttp();
  return useRunMutation((_: void) => http.post(`/runs/${id}/${action}`));
}

/** A run changes what accounts owe and which month is open, so all of it is asked for again. */
function useRunMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries(),
  });
}
