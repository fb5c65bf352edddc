import { formatDate, type LocalDate, parseDate } from './local-date.js';

/** Days `from` (included) to `to` (excluded); `to: null` is still going. */
export interface Interval {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** A value and the days on which it holds. */
export interface Dated<T> extends Interval {
  readonly value: T;
}

export function contains(interval: Interval, date: LocalDate): boolean {
  return interval.from <= date && (interval.to === null || date < interval.to);
}

export function overlaps(a: Interval, b: Interval): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/** The common days of two intervals, `null` where there are none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null ? a.to : a.to < b.to ? a.to : b.to;
  return to !== null && from >= to ? null : { from, to };
}

/** Days of a bounded interval. */
export function daysOf(interval: Interval): number {
  if (interval.to === null) throw new RangeError(`the interval from ${formatDate(interval.from)} has no end`);
  return interval.to - interval.from;
}

/**
 * Cuts `within` at every boundary of the given intervals: on each piece none of them begins or ends.
 * `within` must have an end.
 */
export function cutAtBoundaries(within: Interval, intervals: Iterable<Interval>): Interval[] {
  if (within.to === null) throw new RangeError('only an interval with an end can be cut');
  const cuts = new Set<LocalDate>([within.from, within.to]);
  for (const { from, to } of intervals) {
    if (from > within.from && from < within.to) cuts.add(from);
    if (to !== null && to > within.from && to < within.to) cuts.add(to);
  }
  const days = [...cuts].sort((a, b) => a - b);
  return days.slice(1).map((to, i) => ({ from: days[i]!, to }));
}

/** Reads PostgreSQL's `[2026-01-01,2026-02-01)` and `[2026-01-01,)`. */
export function parseDateRange(text: string): Interval {
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a half-open date range`);
  return { from: parseDate(match[1]!), to: match[2] ? parseDate(match[2]) : null };
}

export function formatDateRange(interval: Interval): string {
  return `[${formatDate(interval.from)},${interval.to === null ? '' : formatDate(interval.to)})`;
}
