import { type Http, type ListPage, useHttp } from '@dvor/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

const PAGE = 200;

export interface HouseRow {
  readonly id: string;
  readonly address: string;
  readonly yearBuilt: number | null;
  readonly floors: number | null;
  readonly flats: number;
  readonly accounts: number;
  readonly area: string | null;
  readonly commonArea: string | null;
}

/** One version of a fact in the house's passport. */
export interface HouseFact {
  readonly attribute: string;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly reason: string;
  /** When a correction took its place. */
  readonly supersededAt: string | null;
}

export interface House extends HouseRow {
  readonly postalCode: string | null;
  readonly timeZone: string;
  readonly entrances: number | null;
  readonly history: readonly HouseFact[];
}

export interface Premises {
  readonly id: string;
  /** `кв. 15`, `кв. 15, ком. 2`. */
  readonly name: string;
  readonly kind: string;
  readonly entrance: number | null;
  readonly floor: number | null;
  readonly area: string | null;
  readonly livingArea: string | null;
  readonly accountId: string | null;
  readonly accountNumber: string | null;
}

export interface HouseService {
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly premisesId: string | null;
  readonly method: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rate: string | null;
  readonly rates: Readonly<Record<string, string>> | null;
  readonly rateSource: string | null;
}

export function fetchHouses(http: Http, search: string, cursor: string | null, signal?: AbortSignal) {
  return http.get<ListPage<HouseRow>>('/houses', { search, cursor, limit: PAGE }, signal);
}

export function useHouses(search: string) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['houses', 'list', search],
    queryFn: ({ pageParam, signal }) => fetchHouses(http, search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useHouse(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['houses', id],
    queryFn: ({ signal }) => http.get<House>(`/houses/${id}`, undefined, signal),
  });
}

export function fetchPremises(http: Http, houseId: string, cursor: string | null, signal?: AbortSignal) {
  return http.get<ListPage<Premises>>(`/houses/${houseId}/premises`, { cursor, limit: PAGE }, signal);
}

export function usePremises(houseId: string) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['houses', houseId, 'premises'],
    queryFn: ({ pageParam, signal }) => fetchPremises(http, houseId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useHouseServices(houseId: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['houses', houseId, 'services'],
    queryFn: ({ signal }) => http.get<ListPage<HouseService>>(`/houses/${houseId}/services`, undefined, signal),
  });
}
