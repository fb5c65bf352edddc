import { type ListPage, useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export interface Service {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly section: string;
  readonly archived: boolean;
}

export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly bankName: string | null;
  readonly bik: string | null;
  readonly bankAccount: string | null;
}

interface Dated {
  readonly id: string;
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  /** Only premises with all of these traits; empty: all. */
  readonly appliesTo: Readonly<Record<string, string | number | boolean>>;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

export interface Tariff extends Dated {
  /** By zone of the meter where there are zones. */
  readonly rates: Readonly<Record<string, string>>;
}

export interface Norm extends Dated {
  readonly value: string;
  readonly unit: string;
}

export function useCatalogue<Row>(list: 'services' | 'suppliers' | 'tariffs' | 'norms') {
  const http = useHttp();
  return useQuery({
    queryKey: ['catalogue', list],
    queryFn: ({ signal }) => http.get<ListPage<Row>>(`/${list}`, undefined, signal),
  });
}
