import type { Interval } from './interval.js';
import { dateOf, type LocalDate } from './local-date.js';

declare const month: unique symbol;

/** A calendar month, kept as `year × 12 + month − 1`. Text form `2026-10`. */
export type Period = number & { readonly [month]: true };

export function parsePeriod(text: string): Period {
  const period = tryParsePeriod(text);
  if (period === null) throw new RangeError(`"${text}" is not a month`);
  return period;
}

export function tryParsePeriod(text: string): Period | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const ordinal = Number(match[2]);
  return year >= 1900 && year < 2200 && ordinal >= 1 && ordinal <= 12 ? periodOf(year, ordinal) : null;
}

export function periodOf(year: number, ordinal: number): Period {
  return (year * 12 + ordinal - 1) as Period;
}

export function periodOfDate(date: LocalDate): Period {
  const utc = new Date(date * 86_400_000);
  return periodOf(utc.getUTCFullYear(), utc.getUTCMonth() + 1);
}

export function formatPeriod(period: Period): string {
  return `${yearOf(period)}-${String(ordinalOf(period)).padStart(2, '0')}`;
}

export function yearOf(period: Period): number {
  return Math.floor(period / 12);
}

/** 1 for January … 12 for December. */
export function ordinalOf(period: Period): number {
  return (period % 12) + 1;
}

export function addMonths(period: Period, months: number): Period {
  return (period + months) as Period;
}

export function firstDay(period: Period): LocalDate {
  return dateOf(yearOf(period), ordinalOf(period), 1);
}

export function lastDay(period: Period): LocalDate {
  return (firstDay(addMonths(period, 1)) - 1) as LocalDate;
}

/** 28 to 31. */
export function daysIn(period: Period): number {
  return firstDay(addMonths(period, 1)) - firstDay(period);
}

/** The month's days, half-open. */
export function monthInterval(period: Period): Interval {
  return { from: firstDay(period), to: firstDay(addMonths(period, 1)) };
}
