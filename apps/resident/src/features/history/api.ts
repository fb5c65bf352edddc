import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type LedgerEntry = Schemas['LedgerItemDto'];

export function useLedger(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', accountId, 'ledger'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/ledger', { params: { path: { id: accountId } }, signal })),
  });
}
