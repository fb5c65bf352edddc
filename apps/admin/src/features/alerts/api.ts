import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';

export type MeterAlert = Schemas['MeterAlertDto'];
export type Resolution = Schemas['AlertResolutionDto']['resolution'];

export const STATES = ['standing', 'new', 'seen', 'resolved'] as const;
export const KINDS = ['spike', 'leak'] as const satisfies readonly MeterAlert['kind'][];
export const RESOURCES = [
  'cold-water',
  'hot-water',
  'electricity',
  'gas',
  'heating',
] as const satisfies readonly MeterAlert['resource'][];
export const RESOLUTIONS = ['mended', 'mistake', 'people', 'meter', 'nothing'] as const satisfies readonly Resolution[];

/** As it stands in the address of the page. */
export interface AlertsAsked {
  readonly state: string;
  readonly kind: string;
  readonly houseId: string;
  readonly resource: string;
}

const PAGE = 100;

export function alertsQuery({ state, kind, houseId, resource }: AlertsAsked) {
  return {
    state: STATES.find((one) => one === state) ?? ('standing' as const),
    kind: KINDS.find((one) => one === kind),
    resource: RESOURCES.find((one) => one === resource),
    houseId: houseId || undefined,
  };
}

export function useAlerts(asked: AlertsAsked) {
  const api = useApi();
  return usePages<MeterAlert>(['meter-alerts', asked], (cursor, signal) => {
    const query = { ...alertsQuery(asked), cursor: cursor ?? undefined, limit: PAGE };
    return answer(api.GET('/api/v1/meter-alerts', { params: { query }, signal }));
  });
}
