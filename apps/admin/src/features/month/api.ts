import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type RunState = Schemas['RunState'];
export type Run = Schemas['RunDto'];
export type RunDetails = Schemas['RunDetailDto'];
export type RunHouse = Schemas['RunHouseDto'];
export type HouseReceipts = Schemas['RunReceiptsDto'];
/** What the progress stream says, several times a second. */
export type RunEvent = Schemas['RunProgressDto'];

export const isWorking = (state: RunState): boolean =>
  state === 'queued' || state === 'calculating' || state === 'closing' || state === 'reopening';

export const isPrinting = ({ state, receipts }: Run): boolean =>
  state === 'closed' && receipts !== null && receipts.done < receipts.total;

export function useRuns({ enabled = true } = {}) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['runs', 'list'],
    enabled,
    queryFn: ({ pageParam, signal }) => {
      const query = { cursor: pageParam ?? undefined, limit: 200 };
      return answer(api.GET('/api/v1/runs', { params: { query }, signal }));
    },
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
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
    // The stream tells of a run's progress; printing and a broken stream are followed by asking.
    refetchInterval: ({ state }) =>
      state.data && (isWorking(state.data.state) || isPrinting(state.data)) ? 2_000 : false,
  });
}

export function useRunHouses(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'houses'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}/houses', { params: { path: { id } }, signal })),
  });
}

export function useRunReceipts(run: Run) {
  const api = useApi();
  const { id } = run;
  return useQuery({
    queryKey: ['runs', id, 'receipts'],
    enabled: run.receipts !== null,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}/receipts', { params: { path: { id } }, signal })),
    // The run may be seen whole a moment before this list is: the last house is asked for once more.
    refetchInterval: ({ state }) =>
      isPrinting(run) || state.data?.items.some(({ fileReady }) => !fileReady) ? 2_000 : false,
  });
}

export function useStartRun() {
  const api = useApi();
  return useRunMutation((period: string) => answer(api.POST('/api/v1/runs', { body: { period } })));
}

export function useRunAction(id: string, action: 'cancel' | 'close' | 'retry' | 'receipts') {
  const api = useApi();
  return useRunMutation((_: void) =>
    answer<unknown>(api.POST(`/api/v1/runs/{id}/${action}`, { params: { path: { id } } })),
  );
}

/** A run changes what accounts owe and which month is open, so all of it is asked for again. */
function useRunMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries(),
  });
}

// ------------------------------------------------------------------------------------------------ calculated again

export type RunProof = NonNullable<Schemas['RunProofDto']['proof']>;

export function useRunProof(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'proof'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/runs/{id}/proof', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.proof?.state === 'working' ? 1_000 : false),
  });
}

export function useProveRun(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/runs/{id}/proof', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', id, 'proof'] }),
  });
}

// ------------------------------------------------------------------------------------ what changed since last month

export type RunChanges = Schemas['RunChangesDto'];
export type ChangedAccount = Schemas['ChangedAccountDto'];
export type AccountChange = Schemas['AccountChangeDto'];
export type ChangeReason = Schemas['ChangeReason'];

export interface ChangesFilter {
  readonly houseId: string;
  readonly serviceId: string;
  readonly reason: string;
  readonly direction: string;
  readonly atLeast: string;
  readonly search: string;
}

/** Sums come at once; reasons are followed as the worker finds them. */
export function useRunChanges(id: string, houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'changes', 'overview', houseId],
    queryFn: ({ signal }) => {
      const query = { houseId: houseId || undefined };
      return answer(api.GET('/api/v1/runs/{id}/changes', { params: { path: { id }, query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.comparison.state === 'partial' ? 1_000 : false),
  });
}

export function useCompareRun(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/runs/{id}/changes', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', id, 'changes'] }),
  });
}

/** @param done houses compared: with each more the list may change */
export function useChangedAccounts(id: string, filter: ChangesFilter, done: number) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['runs', id, 'changes', 'accounts', filter, done],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...changesQuery(filter), cursor: pageParam ?? undefined, limit: 100 };
      return answer(api.GET('/api/v1/runs/{id}/changes/accounts', { params: { path: { id }, query }, signal }));
    },
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function changesQuery({ houseId, serviceId, reason, direction, atLeast, search }: ChangesFilter) {
  return {
    houseId: houseId || undefined,
    serviceId: serviceId || undefined,
    reason: (reason || undefined) as ChangeReason | undefined,
    direction: (direction || undefined) as 'up' | 'down' | undefined,
    atLeast: atLeast || undefined,
    search: search || undefined,
  };
}

export function useAccountChange(id: string, accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'changes', 'account', accountId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/runs/{id}/changes/accounts/{accountId}', { params: { path: { id, accountId } }, signal }),
      ),
  });
}
