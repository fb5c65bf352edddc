import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AsOfQuery } from '../../lib/as-of/use-as-of.js';
import { useApi } from '../../lib/use-api.js';

export type AccountRow = Schemas['AccountDto'];
export type AccountCard = Schemas['AccountCardDto'];
export type AccountState = AccountRow['state'];
export type Meter = Schemas['MeterDto'];
export type Ledger = Schemas['AccountLedgerDto'];
export type Penalties = Schemas['AccountPenaltiesDto'];
export type Receipt = Schemas['ReceiptDto'];
export type Certificate = Schemas['CertificateDto'];
export type Resident = AccountCard['residents'][number];
export type Absence = AccountCard['absences'][number];
export type ForeseenAbsence = Schemas['ForeseenAbsenceDto'];

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
export function useAccount(id: string, query: AsOfQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'card', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}', { params: { path: { id }, query }, signal })),
  });
}

export function useAccountTimeline(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'timeline'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/timeline', { params: { path: { id } }, signal })),
  });
}

export function useCertificates(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'certificates'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts/{id}/certificates', { params: { path: { id } }, signal })),
  });
}

/** Rooms of a communal flat, to be given accounts of their own. */
export function useRooms(houseId: string, flatName: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'premises', {}],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/premises', { params: { path: { id: houseId } }, signal })),
    select: ({ items }) => items.filter(({ kind, name }) => kind === 'room' && name.startsWith(`${flatName}, `)),
  });
}

/** Accounts of a house to choose from, by words of number, address or payer. */
export function useAccountChoices(houseId: string, search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', 'choices', houseId, search],
    queryFn: ({ signal }) => {
      const query = { houseId, search: search || undefined, limit: 50 };
      return answer(api.GET('/api/v1/accounts', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
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

/** Only when asked: the whole house is charged again for it. */
export function useProveLine(id: string, period: string, line: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'lines', period, line, 'proof'],
    enabled: false,
    queryFn: ({ signal }) => {
      const params = { path: { id, line }, query: { period } };
      return answer(api.GET('/api/v1/accounts/{id}/lines/{line}/proof', { params, signal }));
    },
  });
}

export function useLedger(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'ledger'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/ledger', { params: { path: { id } }, signal })),
  });
}

export function usePenalties(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'penalties'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/penalties', { params: { path: { id } }, signal })),
  });
}

export function useReceipts(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'receipts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/receipts', { params: { path: { id } }, signal })),
  });
}
