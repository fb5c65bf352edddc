import { type ListPage, useHttp } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';

export interface Service {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind?: string | null;
}

export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string | null;
  readonly bankName?: string | null;
  readonly bik?: string | null;
  readonly bankAccount?: string | null;
}

export interface Tariff {
  readonly id: string;
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  readonly supplier?: { readonly id: string; readonly name: string } | null;
  readonly name?: string | null;
  readonly rate: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string | null;
}

export interface Norm {
  readonly id: string;
  readonly service: { readonly code: string; readonly name: string; readonly unit: string };
  readonly name?: string | null;
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string | null;
}

export function useCatalogue<Row>(list: 'services' | 'suppliers' | 'tariffs' | 'norms') {
  const http = useHttp();
  return useQuery({
    queryKey: ['catalogue', list],
    queryFn: ({ signal }) => http.get<ListPage<Row>>(`/${list}`, undefined, signal),
  });
}
