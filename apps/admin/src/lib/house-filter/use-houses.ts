import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../use-api.js';

export function useHouseChoices(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', 'choices', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/houses', { params: { query: { search: search || undefined } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useHouseName(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['houses', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/houses/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}
