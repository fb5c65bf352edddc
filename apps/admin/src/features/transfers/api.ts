import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Transfer = Schemas['TransferDto'];
export type WaitingDay = Schemas['WaitingDayDto'];
export type OrderFile = Schemas['OrderFileDto'];
export type TransferLine = Schemas['TransferLineDto'];
export type TransferState = Transfer['state'];

export const TRANSFER_STATES = ['prepared', 'sent', 'carried'] as const satisfies readonly TransferState[];

export interface TransferFilter {
  readonly from: string;
  readonly to: string;
  readonly recipientId: string;
  readonly state: string;
}

const PAGE = 200;

export function fetchTransfers(
  api: ApiClient,
  { from, to, recipientId, state }: TransferFilter,
  cursor: string | null,
  signal?: AbortSignal,
) {
  const query = {
    from,
    to,
    recipientId: recipientId || undefined,
    state: TRANSFER_STATES.find((one) => one === state),
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/transfers', { params: { query }, signal }));
}

export function useTransfers(filter: TransferFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['transfers', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchTransfers(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useTransfer(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['transfers', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/transfers/{id}', { params: { path: { id } }, signal })),
  });
}

export function useTransferLines(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['transfers', id, 'lines'],
    queryFn: ({ pageParam, signal }) => {
      const query = { cursor: pageParam ?? undefined, limit: PAGE };
      return answer(api.GET('/api/v1/transfers/{id}/lines', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Files of orders that were made; of one transfer, those that order it. */
export function useOrderFiles(transferId: string | undefined, enabled = true) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['transfers', 'orders', transferId],
    queryFn: ({ pageParam, signal }) => {
      const query = { transferId, cursor: pageParam ?? undefined, limit: PAGE };
      return answer(api.GET('/api/v1/transfers/orders', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  });
}

export function useRecipients(allowed: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
    enabled: allowed,
  });
}
