import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { valueOf } from '@dvor/metering/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type MeterToRead = Schemas['MeterToReadDto'];
export type ReadingOutcome = Schemas['ReadingOutcomeDto'];
export type Resource = MeterToRead['resource'];

export const RESOURCES = [
  'cold-water',
  'hot-water',
  'electricity',
  'gas',
  'heating',
] as const satisfies readonly Resource[];

export interface RoundFilter {
  readonly houseId: string;
  readonly entrance: string;
  readonly resource: string;
  readonly missing: boolean;
  readonly date: string;
}

/** Read once: while one types, rows keep what was typed in them and none goes away. */
export function useRound({ houseId, entrance, resource, missing, date }: RoundFilter) {
  const api = useApi();
  return useQuery({
    queryKey: ['readings', 'round', { houseId, entrance, resource, missing, date }],
    enabled: houseId !== '',
    staleTime: Infinity,
    gcTime: 0,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/houses/{id}/reading-round', {
          params: {
            path: { id: houseId },
            query: {
              entrance: entrance ? Number(entrance) : undefined,
              resource: RESOURCES.find((one) => one === resource),
              missing: missing || undefined,
              date: date || undefined,
            },
          },
          signal,
        }),
      ),
  });
}

/** Sends what was typed of one meter, and takes it back. */
export function useTypedReading({ id, zones }: MeterToRead, date: string) {
  const api = useApi();
  return {
    send: async (amounts: readonly string[], confirmed: boolean): Promise<ReadingOutcome> => {
      const reading = { meterId: id, date, value: valueOf(amounts, zones), confirmed };
      const { items } = await answer(api.POST('/api/v1/readings', { body: { readings: [reading] } }));
      return items[0]!;
    },
    takeBack: async (readingId: string): Promise<void> => {
      await answer(
        api.POST('/api/v1/meters/{id}/readings/{readingId}/withdrawal', { params: { path: { id, readingId } } }),
      );
    },
  };
}
