import { useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export interface ResidentAccount {
  readonly id: string;
  readonly number: string;
  readonly address: string;
  /** What is owed; negative when paid in advance. */
  readonly balance: string;
  readonly due: { readonly amount: string; readonly date: string } | null;
}

export function useResidentAccounts() {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => http.get<readonly ResidentAccount[]>('/resident/accounts', undefined, signal),
  });
}
