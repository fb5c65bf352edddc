import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Receipt = Schemas['ReceiptDto'];

export function useReceipts(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', accountId, 'receipts'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/receipts', { params: { path: { id: accountId } }, signal })),
  });
}
