import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Debtor = Schemas['DebtorDto'];
export type DebtAge = Debtor['age'];
export type DebtStage = Debtor['stage'];
export type AccountDebt = Schemas['AccountDebtDto'];
export type Contact = Schemas['DebtContactDto'];
export type Dispute = Schemas['DisputeDto'];
export type DebtStep = Schemas['DebtStepDto'];
export type WriteOff = Schemas['WriteOffDto'];
export type WriteOffChoice = Schemas['WriteOffChoiceDto'];

export const AGES = ['to-30', 'to-60', 'to-90', 'to-180', 'to-365', 'to-3-years', 'over-3-years'] as const;
export const STAGES = ['none', 'notice', 'claim', 'warning', 'restriction', 'court', 'order', 'bailiff'] as const;
export const SORTS = ['overdue', 'balance', 'oldest', 'account'] as const;
export const BASES = [
  'limitation-expired',
  'death',
  'liquidation',
  'bankruptcy',
  'bailiff-impossible',
  'court-decision',
  'meeting-decision',
  'settlement',
  'mistake',
] as const satisfies readonly WriteOff['basis'][];
export const STATES = ['waiting', 'posted', 'reversed', 'withdrawn'] as const satisfies readonly WriteOff['state'][];

/** As it stands in the address: texts. */
export interface DebtorFilter {
  readonly search: string;
  readonly houseId: string;
  readonly age: string;
  readonly stage: string;
  readonly least: string;
  readonly most: string;
  /** `plan`, `disputed`, `inTransit`, `closed`, `penalties`. */
  readonly mark: string;
  readonly noContactSince: string;
}

/** What of the filter the API takes, in the register and in a write-off of many alike. */
export function filterOf(filter: DebtorFilter): Schemas['DebtorFilterDto'] {
  return {
    search: filter.search || undefined,
    houseId: filter.houseId || undefined,
    age: AGES.find((one) => one === filter.age),
    stage: STAGES.find((one) => one === filter.stage),
    least: filter.least || undefined,
    most: filter.most || undefined,
    noContactSince: filter.noContactSince || undefined,
    ...(MARKS.some((one) => one === filter.mark) && { [filter.mark]: true }),
  };
}

export const MARKS = ['penalties', 'plan', 'disputed', 'inTransit', 'closed'] as const;

const PAGE = 100;

export interface DebtorsAsked {
  readonly filter: DebtorFilter;
  readonly asOf: string;
  readonly sort: string;
}

export function debtorsQuery({ filter, asOf, sort }: DebtorsAsked) {
  return { ...filterOf(filter), asOf: asOf || undefined, sort: SORTS.find((one) => one === sort) };
}

export function useDebtors(asked: DebtorsAsked) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['debtors', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/debtors', {
          params: { query: { ...debtorsQuery(asked), cursor: pageParam ?? undefined, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useAccountDebt(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debtors', 'account', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/debt', { params: { path: { id } }, signal })),
  });
}

export function useContacts(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debtors', 'contacts', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts/{id}/debt-contacts', { params: { path: { id } }, signal })),
  });
}

export function useDisputes(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debtors', 'disputes', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/disputes', { params: { path: { id } }, signal })),
  });
}

export function useDebtSteps(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['debtors', 'steps', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/debt-steps', { params: { path: { id } }, signal })),
  });
}

export function usePlansOf(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['instalments', 'of-account', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/instalments', { params: { query: { accountId, limit: PAGE } }, signal })),
  });
}

export function useAccount(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'card', {}],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export interface WriteOffFilter {
  readonly search: string;
  readonly state: string;
  readonly accountId: string;
}

export function useWriteOffs({ search, state, accountId }: WriteOffFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['write-offs', 'list', search, state, accountId],
    queryFn: ({ pageParam, signal }) => fetchWriteOffs(api, { search, state, accountId }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

function fetchWriteOffs(api: ApiClient, filter: WriteOffFilter, cursor: string | null, signal: AbortSignal) {
  const query = {
    search: filter.search || undefined,
    state: STATES.find((one) => one === filter.state),
    accountId: filter.accountId || undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/write-offs', { params: { query }, signal }));
}

export function useWriteOff(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['write-offs', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/write-offs/{id}', { params: { path: { id } }, signal })),
  });
}

export function useWriteOffItems(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['write-offs', id, 'items'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/write-offs/{id}/items', {
          params: { path: { id }, query: { cursor: pageParam ?? undefined, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** What would be written off; nothing is asked until it is said of whom. */
export function useWriteOffPreview(choice: WriteOffChoice | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['write-offs', 'preview', choice],
    queryFn: ({ signal }) => answer(api.POST('/api/v1/write-offs/preview', { body: choice!, signal })),
    enabled: choice !== null,
    retry: false,
    placeholderData: keepPreviousData,
  });
}
