import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AsOfQuery } from '../../lib/as-of/use-as-of.js';
import { useApi } from '../../lib/use-api.js';

export type HouseRow = Schemas['HouseDto'];
export type House = Schemas['HouseCardDto'];
/** One version of a fact in the house's passport. */
export type HouseFact = Schemas['PassportEntryDto'];
export type Agreement = Schemas['AgreementDto'];
export type FinalBalances = Schemas['FinalBalancesDto'];
export type FinalLine = FinalBalances['totals']['lines'][number];
export type FinalAct = Schemas['FinalActDto'];
export type ResourceGap = Schemas['ResourceGapDto'];
export type GapCause = Schemas['GapCauseDto'];
export type TrueUps = Schemas['TrueUpsDto'];
export type TrueUpService = TrueUps['services'][number];
export type PremisesRow = Schemas['PremisesDto'];
export type Premises = Schemas['PremisesCardDto'];

const PAGE = 200;

export function fetchHouses(api: ApiClient, search: string, cursor: string | null, signal?: AbortSignal) {
  const query = { search: search || undefined, cursor: cursor ?? undefined, limit: PAGE };
  return answer(api.GET('/api/v1/houses', { params: { query }, signal }));
}

export function useHouses(search: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['houses', 'list', search],
    queryFn: ({ pageParam, signal }) => fetchHouses(api, search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useHouse(id: string, query: AsOfQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', id, 'card', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/houses/{id}', { params: { path: { id }, query }, signal })),
  });
}

export function useHousePremises(houseId: string, query: AsOfQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'premises', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/premises', { params: { path: { id: houseId }, query }, signal })),
  });
}

export function useHouseImbalance(houseId: string, period: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'imbalance', period],
    queryFn: ({ signal }) => {
      const params = { path: { id: houseId }, query: { period: period || undefined } };
      return answer(api.GET('/api/v1/houses/{id}/imbalance', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useTrueUps(houseId: string, { year, accountId }: { year: string; accountId: string }) {
  const api = useApi();
  const query = { year: year ? Number(year) : undefined, accountId: accountId || undefined };
  return useQuery({
    queryKey: ['houses', houseId, 'true-ups', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/true-ups', { params: { path: { id: houseId }, query }, signal })),
    placeholderData: (known) => known,
  });
}

export function useHouseServices(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'services'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/services', { params: { path: { id: houseId } }, signal })),
  });
}

export function useFinalBalances(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'final-balances'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/final-balances', { params: { path: { id: houseId } }, signal })),
  });
}

export function useAgreements(houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', houseId, 'agreements'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses/{id}/agreements', { params: { path: { id: houseId } }, signal })),
  });
}

export function useSuppliers({ enabled }: { enabled: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: ['suppliers', 'choices'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { params: { query: { limit: 500 } }, signal })),
    enabled,
  });
}

export function usePremises(id: string, query: AsOfQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['premises', id, 'card', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/premises/{id}', { params: { path: { id }, query }, signal })),
  });
}

export function usePremisesTimeline(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['premises', id, 'timeline'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/premises/{id}/timeline', { params: { path: { id } }, signal })),
  });
}
