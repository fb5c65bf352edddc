import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type OwnPlan = Schemas['InstalmentPlanCardDto'];
export type OwnOffer = Schemas['OfferWithScheduleDto'];
export type OwnPenalties = Schemas['AccountPenaltiesDto'];

export function useInstalments(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', accountId, 'instalments'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/instalments', { params: { path: { id: accountId } }, signal })),
  });
}

export function usePenalties(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', accountId, 'penalties'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/penalties', { params: { path: { id: accountId } }, signal })),
  });
}

export function useAnswer(accountId: string, offerId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: 'accepted' | 'declined') =>
      answer(
        api.POST('/api/v1/resident/accounts/{id}/instalment-offers/{offerId}/answer', {
          params: { path: { id: accountId, offerId } },
          body: { answer: said },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}
