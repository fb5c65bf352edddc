import { WHOLE_DAY } from '../zones.js';

/** Minutes of the day in which a zone counts; those of no zone named here belong to what is left. */
export type ZoneHours = Readonly<Record<'night' | 'peak', readonly (readonly [from: number, to: number])[]>>;

const DAY_MINUTES = 1_440;

/** `23:00-07:00` runs over midnight: two parts of a day. */
export function readHours(text: string): (readonly [number, number])[] {
  return text.split(',').flatMap((span) => {
    const [from, to] = span.split('-').map(minuteOf) as [number, number];
    return from < to
      ? [[from, to] as const]
      : [[from, DAY_MINUTES] as const, [0, to] as const].filter(([start, end]) => end > start);
  });
}

/** @returns `null`: nobody knows which hours such zones count */
export function zoneClock(zones: readonly string[], hours: ZoneHours): ((minute: number) => string) | null {
  const key = [...zones].sort().join();
  if (key === WHOLE_DAY) return () => WHOLE_DAY;
  if (key === 'day,night') return (minute) => (isIn(hours.night, minute) ? 'night' : 'day');
  if (key === 'half-peak,night,peak')
    return (minute) => (isIn(hours.night, minute) ? 'night' : isIn(hours.peak, minute) ? 'peak' : 'half-peak');
  return null;
}

function isIn(spans: readonly (readonly [number, number])[], minute: number): boolean {
  return spans.some(([from, to]) => from <= minute && minute < to);
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.trim().split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
