import { type ListPage, useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly period: string;
  readonly issuedOn: string;
  readonly total: string;
  readonly pages: number;
}

export function useReceipts(accountId: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', accountId, 'receipts'],
    queryFn: ({ signal }) => http.get<ListPage<Receipt>>(`/resident/accounts/${accountId}/receipts`, undefined, signal),
  });
}
