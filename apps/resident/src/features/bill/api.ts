import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Bill = Schemas['AccountLinesDto'];
export type BillLine = Schemas['AccountLineDto'];

/** The bill of a closed month; without a period, of the latest month that was charged. */
export function useBill(accountId: string, period: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', accountId, 'lines', period],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/resident/accounts/{id}/lines', {
          params: { path: { id: accountId }, query: { period: period ?? undefined } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
