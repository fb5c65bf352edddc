import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type FoundOvercharge = Schemas['FoundOverchargeDto'];
export type OwnError = Schemas['OwnErrorDto'];
export type Claim = Schemas['OverchargeClaimDto'];
export type Decision = NonNullable<Claim['decision']>;

export const DECISIONS = [
  'fine',
  'put-right-before',
  'payers-fault',
  'not-confirmed',
] as const satisfies readonly Decision[];

export function useOwnErrors() {
  const api = useApi();
  return useQuery({
    queryKey: ['overcharges', 'errors'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overcharges', { signal })),
  });
}

export function useFoundOvercharges() {
  const api = useApi();
  return useQuery({
    queryKey: ['overcharges', 'found'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overcharges/found', { signal })),
  });
}

export function useClaims() {
  const api = useApi();
  return useQuery({
    queryKey: ['overcharges', 'claims'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/overcharge-claims', { signal })),
  });
}

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['overcharges', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}
