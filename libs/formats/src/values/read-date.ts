import { dateOf, formatDate, type LocalDate } from '@dvor/kernel';
import { dayOfSerial } from '../tables/excel-values.js';
import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

export type DateProblem =
  /** Not written as a day in any way we know. */
  | 'date.unreadable'
  /** 31.02.2026. */
  | 'date.impossible'
  /** 01.01.1026, 01.01.2125: a slip of the hand. */
  | 'date.improbable'
  /** A month or a year alone. */
  | 'date.no-day';

export interface ProbableDates {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

const ANY: ProbableDates = { earliest: dateOf(1900, 1, 1), latest: dateOf(2099, 12, 31) };

/**
 * A day as Russian offices write it: 31.12.2025, 31/12/25, 31-12-2025, 2025-12-31, 31 декабря 2025 г., with a time or
 * without, or Excel's number of it, 46022. The day stands before the month. A year of two digits is the one that falls
 * within `probable`, of this century rather than the last.
 */
export function readDate(text: string, probable: ProbableDates = ANY): Parsed<LocalDate, DateProblem> {
  const plain = collapseBlanks(text).toLowerCase();
  const parts = dayParts(plain);
  if (parts === null) return unparsed(isMonthOrYear(plain) ? 'date.no-day' : 'date.unreadable');
  const { day, month, year } = parts;
  const dates = candidateYears(year).map((candidate) => dateOfParts(candidate, month, day));
  const possible = dates.filter((date) => date !== null);
  if (possible.length === 0) return unparsed('date.impossible');
  const fitting = possible.find((date) => date >= probable.earliest && date <= probable.latest);
  return fitting === undefined ? unparsed('date.improbable') : parsed(fitting);
}

interface DayParts {
  readonly day: number;
  readonly month: number;
  /** As written, two digits or four. */
  readonly year: string;
}

const TIME = String.raw`(?:[t, ]+\d{1,2}[:.-]\d{2}(?:[:.-]\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?: ?г\.?)?${TIME}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([./-])(\d{1,2})\2(\d{1,2})${TIME}$`);
const IN_WORDS = /^(\d{1,2}) ([а-яё]{3,8})\.? (\d{4})(?: ?(?:г\.?|года))?$/;

function dayParts(text: string): DayParts | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return { day: Number(dayFirst[1]), month: Number(dayFirst[3]), year: dayFirst[4]! };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return { day: Number(yearFirst[4]), month: Number(yearFirst[3]), year: yearFirst[1]! };
  const words = IN_WORDS.exec(text.replaceAll(/["«»]/g, ''));
  const month = words ? monthOf(words[2]!) : 0;
  if (words && month > 0) return { day: Number(words[1]), month, year: words[3]! };
  return serialParts(text);
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

function monthOf(word: string): number {
  return MONTHS.indexOf(word === 'май' ? 'мая' : word.slice(0, 3)) + 1;
}

/** From 1927 on: smaller numbers are years, flats, anything. */
function serialParts(text: string): DayParts | null {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return null;
  const iso = dayOfSerial(Math.floor(Number(text.replace(',', '.'))));
  if (iso === null) return null;
  return { day: Number(iso.slice(8)), month: Number(iso.slice(5, 7)), year: iso.slice(0, 4) };
}

function isMonthOrYear(text: string): boolean {
  if (/^(?:\d{4}|\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2})(?: ?г\.?)?$/.test(text)) return true;
  const words = /^([а-яё]{3,8})\.? \d{4}(?: ?г\.?)?$/.exec(text);
  return words !== null && monthOf(words[1]!) > 0;
}

function candidateYears(year: string): number[] {
  return year.length === 4 ? [Number(year)] : [2000 + Number(year), 1900 + Number(year)];
}

function dateOfParts(year: number, month: number, day: number): LocalDate | null {
  if (year < 100) return null;
  const date = dateOf(year, month, day);
  const two = (value: number) => String(value).padStart(2, '0');
  return formatDate(date) === `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` ? date : null;
}
