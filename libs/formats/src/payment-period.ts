import { ordinalOf, type Period, periodOf, yearOf } from '@dvor/kernel';

/**
 * The month meant by a `PaymPeriod`, which the standard leaves without a format: `102026`, `10.2026`, `62026`,
 * `1026`, `202610`, `2026-10`, `2026.10`, `2026-10-01`, `октябрь 2026`. `null` for anything else.
 *
 * Six digits are a month and a year or a year and a month; for the years 1990–2099 only one of them can be.
 */
export function parsePaymentPeriod(text: string): Period | null {
  const plain = text.trim().toLowerCase();
  const named = /^([а-я]+)\s+(\d{4})/.exec(plain);
  if (named) return month(named[2]!, String(MONTHS.findIndex((stem) => named[1]!.startsWith(stem)) + 1));
  const yearFirst = /^(\d{4})[-./](\d{2})([-./]\d{2})?$/.exec(plain) ?? /^((?:19|20)\d{2})(\d{2})$/.exec(plain);
  if (yearFirst) return month(yearFirst[1]!, yearFirst[2]!);
  const monthFirst = /^(\d{1,2})[-./]?(\d{4})$/.exec(plain);
  if (monthFirst) return month(monthFirst[2]!, monthFirst[1]!);
  const short = /^(\d{2})[-./]?(\d{2})$/.exec(plain);
  return short ? month(`20${short[2]!}`, short[1]!) : null;
}

/** `102026`, the way Dvor writes it. */
export function formatPaymentPeriod(period: Period): string {
  return `${String(ordinalOf(period)).padStart(2, '0')}${yearOf(period)}`;
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

function month(year: string, ordinal: string): Period | null {
  const y = Number(year);
  const m = Number(ordinal);
  return y >= 1990 && y < 2100 && m >= 1 && m <= 12 ? periodOf(y, m) : null;
}
