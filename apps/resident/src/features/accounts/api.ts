import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type ResidentAccount = Schemas['ResidentAccountDto'];

export function useResidentAccounts() {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/resident/accounts', { signal })),
  });
}
