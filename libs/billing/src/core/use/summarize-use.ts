import { count, type Decimal, type Period, sum } from '@dvor/kernel';
import type { MonthOfUse } from './use-of-months.js';

export interface RecordMonth {
  readonly period: Period;
  readonly volume: Decimal;
}

export interface UseSummary {
  /** Of the months that are told of; `null`: none is. */
  readonly average: Decimal | null;
  /** How many months it is the average of. */
  readonly months: number;
  readonly highest: RecordMonth | null;
  readonly lowest: RecordMonth | null;
}

/**
 * The average, highest and lowest of months. Estimates count for nothing; months that share one reading count for the
 * average, but nobody knows which of them was the higher, so none of them is a record.
 */
export function summarizeUse(months: readonly MonthOfUse[]): UseSummary {
  const told = months.flatMap(({ period, used, over }) =>
    used === null ? [] : [{ period, volume: used.toDecimal(), over }],
  );
  const alone = told.filter(({ over }) => over === 1).map(({ period, volume }) => ({ period, volume }));
  return {
    average: told.length === 0 ? null : sum(told.map(({ volume }) => volume)).div(count(told.length)),
    months: told.length,
    highest: alone.length < 2 ? null : alone.reduce((most, one) => (one.volume.gt(most.volume) ? one : most)),
    lowest: alone.length < 2 ? null : alone.reduce((least, one) => (one.volume.lt(least.volume) ? one : least)),
  };
}
