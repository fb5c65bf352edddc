import { addMonths, type Period } from '@dvor/kernel';

/** Lists of meters that want something. */
export const METER_LISTS = ['all', 'missing', 'overdue', 'expiring', 'undated'] as const;
export type MeterList = (typeof METER_LISTS)[number];

/** So many months in a row may be charged on average where readings are missing (ПП 354, п. 59). */
export const MONTHS_ON_AVERAGE = 3;

/**
 * Months without a reading up to the open one, which is among them until it is read: last read in August, in November
 * these are three, and December is the first that is charged by the norm.
 */
export function missedMonths(last: Period, open: Period): { readonly missed: number; readonly normFrom: Period } {
  return { missed: Math.max(0, open - last), normFrom: addMonths(last, MONTHS_ON_AVERAGE + 1) };
}
