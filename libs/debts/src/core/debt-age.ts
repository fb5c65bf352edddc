import { addMonths, firstDay, type LocalDate, periodOfDate } from '@dvor/kernel';

/** How old a debt is, counted from the day after its day to pay; `not-due`: it may still be paid in time. */
export const DEBT_AGES = [
  'not-due',
  'to-30',
  'to-60',
  'to-90',
  'to-180',
  'to-365',
  'to-3-years',
  'over-3-years',
] as const;
export type DebtAge = (typeof DEBT_AGES)[number];

/** Ages of what is overdue, the youngest first. */
export const OVERDUE_AGES: readonly Exclude<DebtAge, 'not-due'>[] = [
  'to-30',
  'to-60',
  'to-90',
  'to-180',
  'to-365',
  'to-3-years',
  'over-3-years',
];

/**
 * The age on a day of what was to be paid up to another. The limitation of three years (ГК РФ, ст. 196, 200) ends on the
 * same day of the third year: what was due on 10.11.2023 is older on 11.11.2026.
 */
export function debtAge(due: LocalDate, on: LocalDate): DebtAge {
  const days = on - due;
  if (days <= 0) return 'not-due';
  const within = UP_TO.find(([most]) => days <= most);
  if (within) return within[1];
  return on > threeYearsAfter(due) ? 'over-3-years' : 'to-3-years';
}

const UP_TO: readonly (readonly [days: number, age: DebtAge])[] = [
  [30, 'to-30'],
  [60, 'to-60'],
  [90, 'to-90'],
  [180, 'to-180'],
  [365, 'to-365'],
];

const LIMITATION_MONTHS = 36;

function threeYearsAfter(due: LocalDate): LocalDate {
  const month = periodOfDate(due);
  return (firstDay(addMonths(month, LIMITATION_MONTHS)) + (due - firstDay(month))) as LocalDate;
}
