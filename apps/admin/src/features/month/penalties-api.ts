import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type RunPenalties = Schemas['RunPenaltiesDto'];
export type RunAccountPenalties = Schemas['RunAccountPenaltiesDto'];

/** What closing the month would accrue; reckoned anew each time. */
export function useRunPenalties(id: string, houseId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'penalties', houseId],
    queryFn: ({ signal }) => {
      const query = { houseId: houseId || undefined };
      return answer(api.GET('/api/v1/runs/{id}/penalties', { params: { path: { id }, query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useRunAccountPenalties(id: string, accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['runs', id, 'penalties', 'account', accountId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/runs/{id}/penalties/accounts/{accountId}', { params: { path: { id, accountId } }, signal }),
      ),
  });
}
