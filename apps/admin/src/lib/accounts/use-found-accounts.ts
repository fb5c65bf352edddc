import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../use-api.js';

/** By the words of a number, an address, a payer. */
export function useFoundAccounts(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', 'choices', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts', { params: { query: { search: search || undefined, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useAccountName(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'card', {}],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}
