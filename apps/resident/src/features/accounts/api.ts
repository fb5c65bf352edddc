import type { Schemas } from '@dvor/api-client';
import { Money } from '@dvor/kernel';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type ResidentAccount = Schemas['ResidentAccountDto'];

/** Is there something to pay? */
export function owes({ balance }: ResidentAccount): boolean {
  return Money.parse(balance).compare(Money.zero) > 0;
}

export function useResidentAccounts() {
  const api = useApi();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/resident/accounts', { signal })),
  });
}
