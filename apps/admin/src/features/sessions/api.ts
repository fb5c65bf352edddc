import { type ListPage, useHttp } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface SignInSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly current: boolean;
}

export function useSessions() {
  const http = useHttp();
  return useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => http.get<ListPage<SignInSession>>('/auth/sessions', undefined, signal),
  });
}

export function useEndSession() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`/auth/sessions/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
