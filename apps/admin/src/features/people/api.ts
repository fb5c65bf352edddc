import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type PartyCard = Schemas['PartyCardDto'];

export function useParty(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['parties', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/parties/{id}', { params: { path: { id } }, signal })),
  });
}

/** As it is at this moment, whatever was read before. */
export function useNewestParty(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['parties', id, 'newest'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/parties/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}
