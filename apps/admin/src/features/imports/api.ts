import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type ImportKind = Schemas['ImportKind'];
export type ImportState = Schemas['ImportState'];
export type ImportRow = Schemas['ImportDto'];
export type ImportDetails = Schemas['ImportDetailDto'];
export type ImportField = ImportDetails['fields'][number];
export type ImportSettings = Schemas['ImportSettingsDto'];
export type ImportTotals = NonNullable<ImportRow['totals']>;
export type ImportProblem = Schemas['ImportProblemDto'];
export type ToldEncoding = Schemas['ToldEncoding'];
export type Severity = ImportProblem['severity'];

/** In the order in which they are brought: each stands on those before. */
export const IMPORT_KINDS = [
  'houses',
  'premises',
  'accounts',
  'residents',
  'meters',
  'readings',
  'opening-balances',
] as const satisfies readonly ImportKind[];

export const isImportKind = (text: string): text is ImportKind => (IMPORT_KINDS as readonly string[]).includes(text);

export const isWorking = (state: ImportState): boolean =>
  state === 'checking' || state === 'applying' || state === 'undoing';

export function useImports(kind: ImportKind | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['imports', 'list', kind ?? null],
    queryFn: ({ pageParam, signal }) => {
      const query = { kind, cursor: pageParam ?? undefined, limit: 200 };
      return answer(api.GET('/api/v1/imports', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some((one) => isWorking(one.state)) ? 2_000 : 30_000),
  });
}

export function useImport(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    // The stream tells how it goes; a stream that broke is followed by asking.
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 2_000 : false),
  });
}

/** The first rows below the headings: another reading of the file has others. */
export function useSample({ id, toldEncoding, toldHeadingLine }: ImportDetails) {
  const api = useApi();
  return useQuery({
    queryKey: ['imports', id, 'sample', toldEncoding, toldHeadingLine],
    staleTime: Infinity,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports/{id}/sample', { params: { path: { id } }, signal })),
  });
}

/** The first lines of the file, headings and what stands above them too. */
export function useTop({ id, toldEncoding }: ImportDetails, { enabled }: { enabled: boolean }) {
  const api = useApi();
  return useQuery({
    queryKey: ['imports', id, 'top', toldEncoding],
    staleTime: Infinity,
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { fromTop: true } };
      return answer(api.GET('/api/v1/imports/{id}/sample', { params, signal }));
    },
  });
}

export interface ProblemFilter {
  readonly severity?: Severity | undefined;
  readonly code?: string | undefined;
}

export function useProblems(id: string, filter: ProblemFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['imports', id, 'problems', filter],
    queryFn: ({ pageParam, signal }) => fetchProblems(api, id, { ...filter, cursor: pageParam, limit: 50, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function fetchProblems(
  api: ApiClient,
  id: string,
  {
    cursor,
    signal,
    ...filter
  }: ProblemFilter & { readonly cursor: string | null; readonly limit: number; readonly signal?: AbortSignal },
) {
  const query = { ...filter, cursor: cursor ?? undefined };
  return answer(api.GET('/api/v1/imports/{id}/problems', { params: { path: { id }, query }, signal }));
}

export function useProblemKinds(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['imports', id, 'problem-kinds'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/imports/{id}/problem-kinds', { params: { path: { id } }, signal })),
  });
}

/** Services and suppliers that opening balances may be of. */
export function useDebtNames({ enabled }: { enabled: boolean }) {
  const api = useApi();
  const services = useQuery({
    queryKey: ['catalogue', 'services'],
    enabled,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
  });
  const suppliers = useQuery({
    queryKey: ['catalogue', 'suppliers'],
    enabled,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/suppliers', { signal })),
  });
  return {
    services: (services.data?.items ?? []).filter(({ archived }) => !archived),
    suppliers: suppliers.data?.items ?? [],
  };
}
