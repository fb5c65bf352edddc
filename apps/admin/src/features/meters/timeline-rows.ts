import type { Schemas } from '@dvor/api-client';

type Told = Schemas['MeterTimelineDto'];
export type TimelineRow =
  | {
      readonly kind: 'reading';
      readonly key: string;
      readonly month: string;
      readonly reading: Told['readings'][number];
    }
  | {
      readonly kind: 'estimate';
      readonly key: string;
      readonly month: string;
      readonly estimate: Told['estimates'][number];
    };

/** Readings, with the months that went without any in their places, the latest first. */
export function timelineRows({ readings, estimates }: Told): TimelineRow[] {
  const rows: TimelineRow[] = [
    ...readings.map((reading) => ({ kind: 'reading' as const, key: reading.id, month: reading.month, reading })),
    ...estimates.map((estimate, i) => ({
      ...{ kind: 'estimate' as const, month: estimate.month, estimate },
      key: `${estimate.month} ${i}`,
    })),
  ];
  return rows.sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0));
}
