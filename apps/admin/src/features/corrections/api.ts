import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Correction = Schemas['CorrectionDto'];
export type CorrectionCard = Schemas['CorrectionCardDto'];
export type ChargedFor = Schemas['ChargedForDto'];
export type ForeseenItem = Schemas['CorrectionTableDto']['items'][number];
export type CorrectionState = Correction['state'];

/** Months: older ones are corrected only with a reason of their own. */
export const LIMITATION = 36;

export const CORRECTION_STATES = [
  'waiting',
  'to-post',
  'posted',
  'withdrawn',
] as const satisfies readonly CorrectionState[];

export interface CorrectionFilter {
  readonly search: string;
  readonly state: string;
  readonly accountId: string;
}

const PAGE = 100;

export function fetchCorrections(
  api: ApiClient,
  filter: CorrectionFilter,
  cursor: string | null,
  signal?: AbortSignal,
) {
  const query = {
    search: filter.search || undefined,
    state: CORRECTION_STATES.find((one) => one === filter.state),
    accountId: filter.accountId || undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/corrections', { params: { query }, signal }));
}

export function useCorrections(filter: CorrectionFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['corrections', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchCorrections(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useCorrection(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['corrections', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/corrections/{id}', { params: { path: { id } }, signal })),
  });
}

export function useChargedFor(accountId: string | null, period: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['corrections', 'charged', accountId, period],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/accounts/{id}/charged-for', {
          params: { path: { id: accountId! }, query: { period } },
          signal,
        }),
      ),
    enabled: accountId !== null,
  });
}

/** What a table of corrections comes to; nothing is written. */
export function useForeseen() {
  const api = useApi();
  return useMutation({
    mutationFn: (file: File) =>
      answer(
        api.POST('/api/v1/corrections/table', {
          body: { file: file.name },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file, file.name);
            return form;
          },
        }),
      ),
  });
}
