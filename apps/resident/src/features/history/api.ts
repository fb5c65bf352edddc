import { useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export interface LedgerEntry {
  readonly date: string;
  readonly period: string;
  readonly kind: 'charge' | 'payment' | 'correction';
  readonly text: string;
  readonly amount: string;
  readonly balance: string;
}

export interface Ledger {
  readonly opening: string;
  readonly items: readonly LedgerEntry[];
  readonly closing: string;
}

export function useLedger(accountId: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', accountId, 'ledger'],
    queryFn: ({ signal }) => http.get<Ledger>(`/resident/accounts/${accountId}/ledger`, undefined, signal),
  });
}
