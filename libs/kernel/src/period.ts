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

/**
 * By arithmetic, not by `Date`: a month-end asks it of every reading. Years begin in March, so that the leap day is the
 * last of its year and months follow one pattern of 153 days in five; 400 such years are an era.
 */
export function periodOfDate(date: LocalDate): Period {
  const days = date - FIRST_OF_MARCH;
  const era = Math.floor(days / DAYS_OF_ERA);
  const day = days - era * DAYS_OF_ERA;
  const year = Math.floor((day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const ofYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  return ((era * 400 + year) * 12 + month + 2) as Period;
}

const DAYS_OF_ERA = 146_097;
/** 0000-03-01 */
const FIRST_OF_MARCH = -719_468;

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
