import { type ListPage, useHttp } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export interface FoundAccount {
  readonly id: string;
  readonly number: string;
  readonly address: string;
  readonly payerName: string | null;
}

export function useFoundAccounts(text: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['accounts', 'found', text],
    queryFn: ({ signal }) => http.get<ListPage<FoundAccount>>('/accounts', { search: text }, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
}
