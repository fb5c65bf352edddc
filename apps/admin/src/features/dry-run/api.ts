import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type DryRun = Schemas['DryRunDto'];
export type DryRunQuestion = Schemas['DryRunQuestionDto'];

export function useDryRun() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: DryRunQuestion) => answer(api.POST('/api/v1/dry-runs', { body })),
  });
}

/** The lines of one account, reckoned anew. */
export function useDryLines({ period, extrapolate }: DryRunQuestion, accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['dry-run', period, extrapolate, accountId],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/dry-runs/account', { body: { period, extrapolate, accountId }, signal })),
  });
}

export function useServiceChoices() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}
