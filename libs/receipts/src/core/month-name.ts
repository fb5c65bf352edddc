import { ordinalOf, type Period, yearOf } from '@dvor/kernel';

const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** `октябрь 2026`. */
export function monthName(period: Period): string {
  return `${MONTHS[ordinalOf(period) - 1]} ${yearOf(period)}`;
}
