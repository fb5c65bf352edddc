import { addDays, formatDate, ordinalOf, parsePeriod, tryParseDate, tryParsePeriod, yearOf } from '@dvor/kernel';
import type { Language } from './language.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const MONTHS_OF: Readonly<Record<Language, readonly string[]>> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: MONTHS.en,
};

/** `2026-10` → `октябрь 2026`. Something else is shown as it came. */
export function formatMonth(period: string, language: Language): string {
  const month = tryParsePeriod(period);
  return month === null ? period : `${MONTHS[language][ordinalOf(month) - 1]} ${yearOf(month)}`;
}

/** `октябрь`: where the year is plain. */
export function formatMonthName(period: string, language: Language): string {
  return MONTHS[language][ordinalOf(parsePeriod(period)) - 1]!;
}

/** `2026-11-21` → `21.11.2026`, in English `21 Nov 2026`. */
export function formatDay(date: string, language: Language): string {
  if (tryParseDate(date) === null) return date;
  const [year, month, day] = date.split('-');
  return language === 'ru' ? `${day}.${month}.${year}` : `${Number(day)} ${monthName('en', month).slice(0, 3)} ${year}`;
}

/** The last day of an interval whose end is the first day after it: `2026-10-01` → `30.09.2026`. */
export function formatLastDay(endExclusive: string, language: Language): string {
  const end = tryParseDate(endExclusive);
  return end === null ? endExclusive : formatDay(formatDate(addDays(end, -1)), language);
}

/** `2026-12-15` → `15 декабря`, with the year when asked: for residents and headings. */
export function formatLongDay(date: string, language: Language, { year = false } = {}): string {
  if (tryParseDate(date) === null) return date;
  const [y, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS_OF[language][Number(month) - 1]}${year ? ` ${y}` : ''}`;
}

/** An instant in the reader's own time zone: `21.11.2026, 14:05`. */
export function formatInstant(instant: string, language: Language): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = formatDay(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, language);
  return `${day}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `12 с`, `3 мин`, `2 ч 05 мин`: how long something takes or took. */
export function formatDuration(seconds: number, language: Language): string {
  const [s, min, h, d] = language === 'ru' ? ['с', 'мин', 'ч', 'дн.'] : ['s', 'min', 'h', 'd'];
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} ${s}`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} ${min}`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} ${d}`;
  return minutes % 60 === 0 ? `${hours} ${h}` : `${hours} ${h} ${minutes % 60} ${min}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function monthName(language: Language, month: string | undefined): string {
  return MONTHS[language][Number(month) - 1] ?? '';
}
