import { formatDate, type LocalDate, tryParseDate } from '@dvor/kernel';

declare const minute: unique symbol;

/** A minute of the house's own clock, counted from 1970-01-01T00:00. Text form `2026-09-22T08:10`. */
export type LocalMinute = number & { readonly [minute]: true };

export const MINUTES_AN_HOUR = 60;
export const MINUTES_A_DAY = 1440;

/** `null` for anything that is not a minute of a real day; `24:00` is written as the next day's `00:00`. */
export function tryParseMinute(iso: string): LocalMinute | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(iso);
  const date = match ? tryParseDate(match[1]!) : null;
  return date === null ? null : minuteOf(date, Number(match![2]) * MINUTES_AN_HOUR + Number(match![3]));
}

export function minuteOf(date: LocalDate, minuteOfDay = 0): LocalMinute {
  return (date * MINUTES_A_DAY + minuteOfDay) as LocalMinute;
}

export function dayOfMinute(at: LocalMinute): LocalDate {
  return Math.floor(at / MINUTES_A_DAY) as LocalDate;
}

export function formatMinute(at: LocalMinute): string {
  const ofDay = at - dayOfMinute(at) * MINUTES_A_DAY;
  const [hours, minutes] = [Math.floor(ofDay / MINUTES_AN_HOUR), ofDay % MINUTES_AN_HOUR];
  return `${formatDate(dayOfMinute(at))}T${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
