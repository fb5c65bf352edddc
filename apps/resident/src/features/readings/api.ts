import type { Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';

export type OwnMeter = Schemas['MeterToReadDto'];
export type OwnReading = Schemas['ReadingOfMineDto'];
export type OwnAlert = Schemas['OwnAlertDto'];
export type Outcome = Schemas['ReadingOutcomeDto'];

export function useOwnMeters(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/meters', { params: { path: { id: accountId } }, signal })),
  });
}

export interface Typed {
  readonly amounts: readonly string[];
  readonly photo: File | null;
  readonly confirmed: boolean;
}

export function useSendReading(meterId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ amounts, photo, confirmed }: Typed) => {
      const form = new FormData();
      form.set('meterId', meterId);
      form.set('value', amounts.join(';'));
      form.set('confirmed', String(confirmed));
      if (photo) form.set('photo', photo);
      return answer(
        api.POST('/api/v1/resident/readings', {
          body: { meterId, value: amounts.join(';') },
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: ({ outcome }) => {
      if (outcome === 'taken' || outcome === 'held') void client.invalidateQueries({ queryKey: ['meters'] });
    },
  });
}

export function useOwnReadings(meterId: string, { enabled }: { readonly enabled: boolean }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['meters', 'readings', meterId],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/resident/meters/{id}/readings', {
          params: { path: { id: meterId }, query: { cursor: pageParam ?? undefined, limit: 24 } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** What is to be told of the flat's meters. */
export function useOwnAlerts(accountId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meters', accountId, 'alerts'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/resident/accounts/{id}/meter-alerts', { params: { path: { id: accountId } }, signal })),
  });
}

const DAYS_SILENT = 30;

export function useMuteAlerts(meterId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/resident/meters/{id}/alert-mute', {
          params: { path: { id: meterId } },
          body: { days: DAYS_SILENT },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['meters'] }),
  });
}

/** What a reading would cost, about; asked once the typing has paused. */
export function useCost(accountId: string, { meterId, value }: { meterId: string; value: string | null }) {
  const api = useApi();
  return useQuery({
    queryKey: ['cost', accountId, meterId, value],
    enabled: value !== null,
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/resident/accounts/{id}/reading-cost', {
          params: { path: { id: accountId } },
          body: { meterId, value: value! },
          signal,
        }),
      ),
  });
}
