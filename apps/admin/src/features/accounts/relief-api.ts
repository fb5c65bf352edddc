import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type AccountBenefit = Schemas['AccountBenefitDto'];
export type OneOffAct = Schemas['OneOffActDto'];

/** What an account's people are let off, what was done for it by act, and what it doesn't want. */
export function useRelief(id: string) {
  const api = useApi();
  const params = { path: { id } };
  const benefits = useQuery({
    queryKey: ['accounts', id, 'benefits'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/benefits', { params, signal })),
  });
  const works = useQuery({
    queryKey: ['accounts', id, 'one-offs'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/one-offs', { params, signal })),
  });
  const subsidies = useQuery({
    queryKey: ['accounts', id, 'subsidies'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/subsidies', { params, signal })),
  });
  const declines = useQuery({
    queryKey: ['accounts', id, 'declines'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/accounts/{id}/declines', { params, signal })),
  });
  return { benefits, works, subsidies, declines };
}

export function useBenefitCategories() {
  const api = useApi();
  return useQuery({
    queryKey: ['benefit-categories'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/benefit-categories', { signal })),
  });
}

export function useOneOffWorks() {
  const api = useApi();
  return useQuery({
    queryKey: ['one-off-works'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/one-off-works', { signal })),
  });
}
