import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Organization = Schemas['OrganizationDto'];

export function useOrganization() {
  const api = useApi();
  return useQuery({
    queryKey: ['organization'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/organization', { signal })),
  });
}

/** Moves the demo's clock on; everything dated is asked for again. */
export function useMoveClock() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (to: string) => answer(api.POST('/api/v1/organization/clock', { body: { to } })),
    onSuccess: () => queries.invalidateQueries(),
  });
}
