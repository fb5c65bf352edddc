import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type ServiceUse = Schemas['ServiceUseDto'];
export type UseMonth = Schemas['UseMonthDto'];

export function useUse(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'use'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/use', { params: { path: { id } }, signal })),
  });
}

/** Apart, for the months are charged again by the norm for it. */
export function useUseSavings(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts', id, 'use-savings'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/use-savings', { params: { path: { id } }, signal })),
  });
}
