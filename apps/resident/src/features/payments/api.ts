import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Payment = Schemas['ResidentPaymentCardDto'];

export function usePayment(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['payments', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/resident/payments/{id}', { params: { path: { id } }, signal })),
  });
}
