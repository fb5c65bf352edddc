import type { ApiClient, Schemas } from '@dvor/api-client';
import { answer } from '@dvor/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/use-api.js';
import { usePages } from '../../lib/use-pages.js';

export type IntervalFile = Schemas['IntervalFileDto'];
export type IntervalFileCard = Schemas['IntervalFileCardDto'];
export type FilePoint = IntervalFileCard['points'][number];
export type MonthOfDays = Schemas['MonthOfDaysDto'];
export type Point = Schemas['MeteringPointDto'];
export type PointLink = Point['links'][number];
export type PointDay = Schemas['PointDayDto'];
export type Channel = '01' | '02' | '03' | '04';
export type ActiveChannel = PointLink['channel'];

export const POINT_STATES = ['all', 'unmatched', 'matched'] as const;
export type PointState = (typeof POINT_STATES)[number];

const PAGE = 100;

export function usePoints(state: PointState, search: string) {
  const api = useApi();
  return usePages(['intervals', 'points', state, search], (cursor, signal) => {
    const query = { state, search: search || undefined, cursor: cursor ?? undefined, limit: PAGE };
    return answer(api.GET('/api/v1/metering-points', { params: { query }, signal }));
  });
}

export function usePoint(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['intervals', 'points', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/metering-points/{id}', { params: { path: { id } }, signal })),
  });
}

export function usePointDays(id: string, { channel, month }: { readonly channel: Channel; readonly month: string }) {
  const api = useApi();
  return useQuery({
    queryKey: ['intervals', 'points', id, 'days', channel, month],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/metering-points/{id}/days', { params: { path: { id }, query: { channel, month } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function usePointMonths(id: string, channel: Channel, last: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['intervals', 'points', id, 'months', channel, last],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/metering-points/{id}/months', {
          params: { path: { id }, query: { channel, to: last } },
          signal,
        }),
      ),
  });
}

export function useIntervalFiles() {
  const api = useApi();
  return usePages(['intervals', 'files'], (cursor, signal) =>
    answer(api.GET('/api/v1/interval-files', { params: { query: { cursor: cursor ?? undefined } }, signal })),
  );
}

export function useIntervalFile(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['intervals', 'files', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/interval-files/{id}', { params: { path: { id } }, signal })),
  });
}

/** A file says nothing of itself to whoever compares requests; its name, size and time do. */
export interface ChosenFile {
  readonly file: File;
  readonly told: string;
}

type Headers = Readonly<Record<string, string>>;

export function foreseeFile(api: ApiClient, file: File): Promise<IntervalFileCard> {
  return answer(api.POST('/api/v1/interval-files/preview', bodyOf(file)));
}

export function takeFile(api: ApiClient, { file }: ChosenFile, headers: Headers): Promise<IntervalFileCard> {
  return answer(api.POST('/api/v1/interval-files', { ...bodyOf(file), headers }));
}

function bodyOf(file: File) {
  const form = new FormData();
  form.set('file', file);
  return { body: { file: file.name }, bodySerializer: () => form };
}
