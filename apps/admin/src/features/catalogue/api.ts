import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type Traits = Schemas['TariffDto']['appliesTo'];

export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
}

export function useSuppliers() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'suppliers'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
  });
}

export function useTariffs() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'tariffs'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tariffs', { signal })),
  });
}

export function useNorms() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'norms'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/norms', { signal })),
  });
}
