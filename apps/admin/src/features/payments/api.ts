import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type PaymentRow = Schemas['PaymentDto'];
export type PaymentCard = Schemas['PaymentCardDto'];
export type PaymentPart = Schemas['PaymentPartDto'];
export type Allocation = Schemas['AllocationDto'];
export type Suggestion = Schemas['SuggestionDto'];
export type Channel = Schemas['ChannelDto'];
export type ChannelCard = Schemas['ChannelCardDto'];
export type Account = Schemas['AccountDto'];
export type PaymentState = PaymentRow['state'];

export interface PaymentFilter {
  readonly search: string;
  readonly channelId: string;
  readonly houseId: string;
  readonly accountId: string;
  readonly state: string;
  readonly paidFrom: string;
  readonly paidTo: string;
  readonly bookedFrom: string;
  readonly bookedTo: string;
  /** Roubles, as the API wants them. */
  readonly least: string;
  readonly most: string;
}

export const ANY_PAYMENT: PaymentFilter = {
  ...{ search: '', channelId: '', houseId: '', accountId: '', state: '' },
  ...{ paidFrom: '', paidTo: '', bookedFrom: '', bookedTo: '', least: '', most: '' },
};

const PAGE = 200;
const STATES: readonly string[] = ['posted', 'waiting', 'returned'] satisfies PaymentState[];

export function fetchPayments(api: ApiClient, filter: PaymentFilter, cursor: string | null, signal?: AbortSignal) {
  const query = {
    search: filter.search || undefined,
    channelId: filter.channelId || undefined,
    houseId: filter.houseId || undefined,
    accountId: filter.accountId || undefined,
    state: STATES.includes(filter.state) ? (filter.state as PaymentState) : undefined,
    paidFrom: filter.paidFrom || undefined,
    paidTo: filter.paidTo || undefined,
    bookedFrom: filter.bookedFrom || undefined,
    bookedTo: filter.bookedTo || undefined,
    least: filter.least || undefined,
    most: filter.most || undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/payments', { params: { query }, signal }));
}

export function usePayments(filter: PaymentFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['payments', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchPayments(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function usePayment(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/payments/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export interface MoneyOfDay {
  readonly accountId: string | null;
  /** Of money that waits: the account as it was given. */
  readonly accountGiven: string;
  readonly amount: string;
  readonly day: string;
}

/** Payments that stand already on the same account, of the same sum and day: it may be the same money. */
export function useSamePayments(money: MoneyOfDay | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', 'same', money],
    queryFn: async ({ signal }) => {
      const { accountId, accountGiven, amount, day } = money!;
      const whose = accountId ? { accountId } : { search: accountGiven, state: 'waiting' };
      const same = { ...ANY_PAYMENT, ...whose, least: amount, most: amount, paidFrom: day, paidTo: day };
      return (await fetchPayments(api, same, null, signal)).items.filter(({ state }) => state !== 'returned');
    },
    enabled: money !== null,
  });
}

export function useSuggestions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', id, 'suggestions'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/payments/{id}/suggestions', { params: { path: { id } }, signal })),
  });
}

export function useChannels() {
  const api = useApi();
  return useQuery({
    queryKey: ['payment-channels'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/payment-channels', { signal })),
  });
}

export function useChannel(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payment-channels', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/payment-channels/{id}', { params: { path: { id } }, signal })),
  });
}

export function usePresets() {
  const api = useApi();
  return useQuery({
    queryKey: ['payment-channels', 'presets'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/payment-channels/presets', { signal })),
    staleTime: Infinity,
  });
}

export function useTrials(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payment-channels', id, 'trials'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/payment-channels/{id}/trials', { params: { path: { id } }, signal })),
  });
}

export function useSuppliers(allowed: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
    enabled: allowed,
  });
}

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}

export interface Named {
  readonly amount: string;
  readonly period: string | null;
  readonly services: { readonly serviceId: string; readonly amount: string }[];
  readonly penalties: string | null;
}

/** As it would be posted now; asked anew with every change of what is typed. */
export function usePreview(accountId: string | null, named: Named | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', 'preview', accountId, named],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/payments/preview', { body: { accountId: accountId!, ...named! }, signal })),
    enabled: accountId !== null && named !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
