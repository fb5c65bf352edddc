import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../use-api.js';

const SHORTEST = 2;
const SHOWN = 20;

/** People and firms by name or number; nobody until two letters are typed. */
export function useFoundParties(text: string) {
  const api = useApi();
  const search = text.trim();
  return useQuery({
    queryKey: ['parties', 'found', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/parties', { params: { query: { search, limit: SHOWN } }, signal })),
    enabled: search.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
}
