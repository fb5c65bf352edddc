import { Decimal, decimal, type Money } from '@dvor/kernel';

export const THIN_SPACE = '\u202f';
const MINUS = '−';

/** Names of units as printed. */
const UNITS: Readonly<Record<string, string>> = {
  m2: 'м²',
  m3: 'м³',
  kWh: 'кВт·ч',
  Gcal: 'Гкал',
  person: 'чел.',
  premises: 'помещение',
  unit: 'ед.',
};

/** Decimals in which a volume of the unit is shown; the sum is made from the exact one. */
const SHOWN_DECIMALS: Readonly<Record<string, number>> = { Gcal: 6, m2: 2 };

export function shownDecimals(unit: string): number {
  return SHOWN_DECIMALS[unit] ?? 3;
}

export function unitName(unit: string): string {
  return UNITS[unit] ?? unit;
}

/** `12 345,67 ₽` */
export function roubles(amount: Money): string {
  return `${grouped(amount.toString())}${THIN_SPACE}₽`;
}

/** A rate with at least two decimals: `42,30 ₽`, `1,936 ₽`. */
export function rateOf(rate: string): string {
  const decimals = Math.max(2, rate.split('.')[1]?.length ?? 0);
  return `${grouped(decimal(rate).toFixed(decimals))}${THIN_SPACE}₽`;
}

/** A figure as it stands in the working: `1 234,567`; of a share `доля 1/3 от 52,4`. */
export function figure(written: string): string {
  const [whole, share] = written.split('*') as [string, string?];
  return share === undefined ? grouped(whole) : `доля ${share} от ${grouped(whole)}`;
}

/** `5,123 м³`, rounded for the eye only. */
export function volumeOf(volume: Decimal, unit: string): string {
  const shown = volume.round(shownDecimals(unit), Decimal.roundHalfUp);
  return `${grouped(shown.toString())}${THIN_SPACE}${unitName(unit)}`;
}

/** `25.06.2026` from an ISO day. */
export function dayOf(iso: string): string {
  return iso.split('-').reverse().join('.');
}

const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** `май 2026` from an ISO month. */
export function monthOf(iso: string): string {
  const [year, ordinal] = iso.split('-');
  return `${MONTHS[Number(ordinal) - 1]} ${year}`;
}

/** `21 день`, `22 дня`, `25 дней`. */
export function daysOf(n: number): string {
  return `${n} ${plural(n, 'день', 'дня', 'дней')}`;
}

/** `3 человека`, `5 человек`. */
export function personsOf(n: number): string {
  return `${n} ${plural(n, 'человек', 'человека', 'человек')}`;
}

function plural(n: number, one: string, few: string, many: string): string {
  const [units, tens] = [n % 10, n % 100];
  if (units === 1 && tens !== 11) return one;
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
}

function grouped(written: string): string {
  const [whole, fraction] = written.replace('-', '').split('.') as [string, string?];
  const sign = written.startsWith('-') ? MINUS : '';
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return `${sign}${thousands}${fraction === undefined ? '' : `,${fraction}`}`;
}
