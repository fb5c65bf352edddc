import { useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export const ORGANIZATION_KINDS = ['management-company', 'owners-association', 'settlement-centre'] as const;

export interface Setup {
  readonly organization: {
    readonly kind: (typeof ORGANIZATION_KINDS)[number];
    readonly name: string;
    readonly shortName: string;
    readonly inn: string;
    readonly kpp: string | null;
    readonly ogrn: string | null;
    readonly address: string;
    readonly timeZone: string;
  };
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
}

/** Whether nobody has set the installation up yet. */
export function useSetupState() {
  const http = useHttp();
  return useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => http.get<{ readonly empty: boolean }>('/setup', undefined, signal),
    retry: false,
  });
}
