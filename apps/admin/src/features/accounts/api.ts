import { type Http, type LineExplanation, type ListPage, useHttp } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';

const PAGE = 200;

export interface AccountRow {
  readonly id: string;
  readonly number: string;
  /** With the premises: `г. Барнаул, ул. Северная, д. 15, кв. 3`. */
  readonly address: string;
  readonly premisesNumber: string;
  readonly payerName: string | null;
  readonly area: string | null;
  readonly persons: number;
  /** What is owed; negative when paid in advance. */
  readonly balance: string;
  readonly state: AccountState;
}

export type AccountState = 'open' | 'closed' | 'not-yet-open';

export interface AccountCard extends AccountRow {
  readonly openedOn: string | null;
  /** The first day on which it is no longer open. */
  readonly closedOn: string | null;
  readonly house: { readonly id: string; readonly address: string };
  readonly premises: {
    readonly id: string;
    readonly kind: string;
    readonly number: string;
    readonly entrance: number | null;
    readonly floor: number | null;
    readonly area: string | null;
    readonly livingArea: string | null;
  };
  readonly payer: { readonly name: string } | null;
  readonly owners: readonly {
    readonly name: string;
    readonly share: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly residents: readonly {
    readonly name: string;
    readonly kind: 'permanent' | 'temporary';
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly meters: readonly Meter[];
  /** Of the last month that has been calculated, a draft too. */
  readonly chargedThisMonth: string | null;
  readonly chargedPeriod: string | null;
}

export interface Meter {
  readonly id: string;
  readonly serial: string;
  readonly service: string;
  readonly installedOn: string;
  readonly removedOn: string | null;
  /** Last good day of its verification. */
  readonly verifiedUntil: string | null;
  readonly lastReading: { readonly date: string; readonly value: string } | null;
}

export interface ChargeLine {
  readonly id: string;
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  readonly supplier: string;
  readonly part: string;
  readonly volume: string | null;
  readonly rate: string;
  readonly amount: string;
  readonly explanation: LineExplanation;
}

export interface AccountLines {
  readonly period: string;
  readonly runState: string | null;
  readonly items: readonly ChargeLine[];
  readonly total: string;
}

export interface Ledger {
  readonly opening: string;
  readonly items: readonly LedgerEntry[];
  readonly closing: string;
}

export interface LedgerEntry {
  readonly date: string;
  readonly period: string;
  readonly kind: 'charge' | 'payment' | 'correction';
  readonly text: string;
  readonly amount: string;
  readonly balance: string;
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly period: string;
  readonly issuedOn: string;
  readonly total: string;
  readonly pages: number;
}

export interface AccountFilter {
  readonly search: string;
  readonly houseId: string;
}

export function fetchAccounts(http: Http, filter: AccountFilter, cursor: string | null, signal?: AbortSignal) {
  return http.get<ListPage<AccountRow>>('/accounts', { ...filter, cursor, limit: PAGE }, signal);
}

export function useAccounts(filter: AccountFilter) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['accounts', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchAccounts(http, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Houses to choose from; the search narrows a long list on the server. */
export function useHouseChoices(search: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['houses', 'choices', search],
    queryFn: ({ signal }) =>
      http.get<ListPage<{ readonly id: string; readonly address: string }>>('/houses', { search }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useHouseName(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['houses', id],
    queryFn: ({ signal }) => http.get<{ readonly address: string }>(`/houses/${id}`, undefined, signal),
    enabled: id !== '',
  });
}

export function useAccount(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) => http.get<AccountCard>(`/accounts/${id}`, undefined, signal),
  });
}

export function useAccountLines(id: string, period: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', id, 'lines', period],
    queryFn: ({ signal }) => http.get<AccountLines>(`/accounts/${id}/lines`, { period }, signal),
  });
}

export function useLedger(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', id, 'ledger'],
    queryFn: ({ signal }) => http.get<Ledger>(`/accounts/${id}/ledger`, undefined, signal),
  });
}

export function useReceipts(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', id, 'receipts'],
    queryFn: ({ signal }) => http.get<ListPage<Receipt>>(`/accounts/${id}/receipts`, undefined, signal),
  });
}
