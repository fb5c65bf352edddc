import { useHttp } from '@dvor/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly timeZone: string;
  /** The organisation's own date; a demo lives by its own clock. */
  readonly today: string;
  readonly workingPeriod: string;
  readonly demo: boolean;
}

export function useOrganization() {
  const http = useHttp();
  return useQuery({
    queryKey: ['organization'],
    queryFn: ({ signal }) => http.get<Organization>('/organization', undefined, signal),
  });
}

/** Moves the demo's clock on; everything dated is asked for again. */
export function useMoveClock() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (to: string) => http.post('/organization/clock', { to }),
    onSuccess: () => queries.invalidateQueries(),
  });
}
