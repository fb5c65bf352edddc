import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';

export type Restriction = Schemas['RestrictionDto'];
export type RestrictionDetail = Schemas['RestrictionDetailDto'];
export type Rule = Schemas['RestrictionRuleDto'];
export type Preview = Schemas['RestrictionPreviewDto'];
export type Stage = Schemas['RestrictionStage'];
export type Next = NonNullable<Restriction['next']>;
export type StepKind = Schemas['RestrictionStep'];
export type ActKind = Exclude<StepKind, 'restriction-stopped'>;

export const STAGES = [
  'written',
  'warned',
  'limited',
  'suspended',
  'to-restore',
  'ended',
] as const satisfies readonly Stage[];

export interface RestrictionFilter {
  readonly stage: string;
  readonly houseId: string;
}

const PAGE = 100;

export function fetchRestrictions(
  api: ApiClient,
  { stage, houseId }: RestrictionFilter,
  cursor: string | null,
  signal?: AbortSignal,
) {
  const query = {
    stage: STAGES.find((one) => one === stage),
    houseId: houseId || undefined,
    cursor: cursor ?? undefined,
    limit: PAGE,
  };
  return answer(api.GET('/api/v1/restrictions', { params: { query }, signal }));
}

export function useRestrictions(filter: RestrictionFilter) {
  const api = useApi();
  return usePages(['restrictions', 'list', filter], (cursor, signal) => fetchRestrictions(api, filter, cursor, signal));
}

export function useRestrictionSummary() {
  const api = useApi();
  return useQuery({
    queryKey: ['restrictions', 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/restrictions/summary', { signal })),
  });
}

export function useRestriction(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['restrictions', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/restrictions/{id}', { params: { path: { id } }, signal })),
  });
}

/** Services of which anything may be restricted. */
export function useRestrictableServices() {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', 'services'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/services', { signal })),
    select: ({ items }) =>
      items.filter(({ section, resource }) => section === 'communal' && RESTRICTABLE.includes(resource ?? '')),
  });
}

const RESTRICTABLE: readonly string[] = ['cold-water', 'hot-water', 'sewage', 'electricity', 'gas'];

/** Works of the price list, for what limiting and giving back have cost. */
export function useWorks() {
  const api = useApi();
  return useQuery({
    queryKey: ['one-off-works'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/one-off-works', { signal })),
    select: ({ items }) => items.filter(({ archived }) => !archived),
  });
}
