import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type AccountRow = Schemas['AccountDto'];
export type AccountCard = Schemas['AccountCardDto'];
export type AccountState = AccountRow['state'];
export type Meter = Schemas['MeterDto'];
export type Ledger = Schemas['AccountLedgerDto'];
export type Receipt = Schemas['ReceiptDto'];

export interface AccountFilter {
  readonly search: string;
  readonly houseId: string;
}

const PAGE = 200;

export function fetchAccounts(api: ApiClient, filter: AccountFilter, cursor: string | null, signal?: AbortSignal) {
  const query = {
    search: filter.search || undefined,
    houseId: filter.houseId || undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/accounts', { params: { query }, signal }));
}

export function useAccounts(filter: AccountFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['accounts', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchAccounts(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Houses to choose from; the search narrows a long list on the server. */
export function useHouseChoices(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', 'choices', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses', { params: { query: { search: search || undefined } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useHouseName(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/houses/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export function useAccount(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });
}

export function useAccountLines(id: string, period: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'lines', period],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts/{id}/lines', { params: { path: { id }, query: { period } }, signal })),
  });
}

export function useLedger(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'ledger'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/ledger', { params: { path: { id } }, signal })),
  });
}

export function useReceipts(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'receipts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/receipts', { params: { path: { id } }, signal })),
  });
}
