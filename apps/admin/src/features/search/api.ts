import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type FoundAccount = Schemas['AccountDto'];

const SHOWN = 12;

export function useFoundAccounts(text: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', 'found', text],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/accounts', { params: { query: { search: text, limit: SHOWN } }, signal })),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
}
