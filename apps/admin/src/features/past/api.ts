import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type PastChange = Schemas['DirtyMonthsDto'];

export const LIMIT = 500;

export function usePastChanges() {
  const api = useApi();
  return useQuery({
    queryKey: ['past-changes'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/past-changes', { params: { query: { limit: LIMIT } }, signal })),
  });
}
