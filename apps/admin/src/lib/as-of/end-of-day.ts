import { addDays, formatDate, parseDate } from '@dvor/kernel';

/** The instant at which a day is over in a time zone: what was recorded before it was known on that day. */
export function endOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${formatDate(addDays(parseDate(day), 1))}T00:00:00Z`);
  // The offset may change between the first guess and the moment itself, so it is asked for twice.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone) - 1).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - instant;
}
