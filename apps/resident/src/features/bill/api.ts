import { type LineExplanation, useHttp } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export interface BillLine {
  readonly id: string;
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  readonly supplier: string;
  readonly part: string;
  readonly volume: string | null;
  readonly rate: string;
  readonly amount: string;
  readonly explanation: LineExplanation;
}

export interface Bill {
  readonly period: string;
  readonly items: readonly BillLine[];
  readonly total: string;
}

/** The bill of a closed month; without a period, of the latest month that was charged. */
export function useBill(accountId: string, period: string | null) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', accountId, 'lines', period],
    queryFn: ({ signal }) => http.get<Bill>(`/resident/accounts/${accountId}/lines`, { period }, signal),
    placeholderData: keepPreviousData,
  });
}
