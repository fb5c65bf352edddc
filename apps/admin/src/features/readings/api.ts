import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type DoubtfulReading = Schemas['DoubtfulReadingDto'];
export type ReadingRule = DoubtfulReading['findings'][number]['rule'];
export type ReadingSource = DoubtfulReading['source'];
export type ReadingValue = string | Readonly<Record<string, string>>;

export const RULES = [
  'below-previous',
  'rolled-over',
  'above-capacity',
  'times-usual',
  'far-from-similar',
  'zero-with-residents',
  'verification-expired',
] as const satisfies readonly ReadingRule[];
export const SOURCES = [
  'accountant',
  'resident',
  'quick',
  'message',
  'integrator',
  'import',
  'payment',
  'device',
  'act',
] as const satisfies readonly ReadingSource[];

export interface DoubtFilter {
  readonly state: string;
  readonly houseId: string;
  readonly rule: string;
  readonly source: string;
}

const PAGE = 100;

function fetchDoubts(api: ApiClient, filter: DoubtFilter, cursor: string | null, signal: AbortSignal) {
  const query = {
    state: filter.state === 'decided' ? ('decided' as const) : ('standing' as const),
    houseId: filter.houseId || undefined,
    rule: RULES.find((one) => one === filter.rule),
    source: SOURCES.find((one) => one === filter.source),
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/readings/doubtful', { params: { query }, signal }));
}

export function useDoubts(filter: DoubtFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['readings', 'doubtful', filter],
    queryFn: ({ pageParam, signal }) => fetchDoubts(api, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** `120,1 / 80,5` of a meter with zones. */
export function valueText(value: ReadingValue): string {
  return (typeof value === 'string' ? value : Object.values(value).join(' / ')).replaceAll('.', ',');
}
