declare const day: unique symbol;

/**
 * A calendar day without time or zone, kept as the number of days since 1970-01-01, so that differences are plain
 * subtraction. Text form is ISO, `2026-10-31`.
 */
export type LocalDate = number & { readonly [day]: true };

const MS_PER_DAY = 86_400_000;
const EARLIEST = Date.UTC(1900, 0, 1) / MS_PER_DAY;
const LATEST = Date.UTC(2200, 0, 1) / MS_PER_DAY;

/** Reads an ISO day between 1900 and 2199; anything else, `2026-02-30` too, is a RangeError. */
export function parseDate(iso: string): LocalDate {
  const date = tryParseDate(iso);
  if (date === null) throw new RangeError(`"${iso}" is not a day`);
  return date;
}

export function tryParseDate(iso: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY;
  return formatDate(days as LocalDate) === iso && days >= EARLIEST && days < LATEST ? (days as LocalDate) : null;
}

export function dateOf(year: number, month: number, dayOfMonth: number): LocalDate {
  return (Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY) as LocalDate;
}

export function formatDate(date: LocalDate): string {
  const known = texts.get(date);
  if (known !== undefined) return known;
  const text = new Date(date * MS_PER_DAY).toISOString().slice(0, 10);
  texts.set(date, text);
  return text;
}

/** The same few thousand days are written millions of times a month. */
const texts = new Map<LocalDate, string>();

export function addDays(date: LocalDate, days: number): LocalDate {
  return (date + days) as LocalDate;
}

export function dayOfMonth(date: LocalDate): number {
  return new Date(date * MS_PER_DAY).getUTCDate();
}

/** The day it is at `instant` in an IANA time zone such as `Asia/Barnaul`. */
export function dateInZone(instant: Date, timeZone: string): LocalDate {
  let format = zoneFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    zoneFormats.set(timeZone, format);
  }
  return parseDate(format.format(instant));
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();
