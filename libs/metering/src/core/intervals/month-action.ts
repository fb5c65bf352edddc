import type { ZonedValue } from '../zones.js';

/** What stands in the books of a month, and whether counted days have brought it. */
export interface StandingMonth {
  readonly value: ZonedValue;
  readonly byDays: boolean;
}

/** What is done about a month whose days have changed. */
export const MONTH_ACTIONS = ['enter', 'forget', 'offer', 'differs', 'broken', 'same', 'wait'] as const;
export type MonthAction = (typeof MONTH_ACTIONS)[number];

/**
 * `enter`: it goes into the books by itself; `offer`: whole, and a person is to enter it; `differs`: something else stands
 * and a person is to choose; `broken`: what stands came from days that are no longer whole; `forget`: it was brought by
 * days that were taken back; `wait`: not whole yet.
 */
export function actionOnMonth({
  counted,
  doubtful,
  standing,
  byItself,
  takenBack,
}: {
  /** `null`: not whole. */
  readonly counted: ZonedValue | null;
  readonly doubtful: boolean;
  readonly standing: StandingMonth | null;
  readonly byItself: boolean;
  readonly takenBack: boolean;
}): MonthAction {
  if (counted === null) {
    if (!standing?.byDays) return 'wait';
    return takenBack && byItself ? 'forget' : 'broken';
  }
  if (standing && isSame(standing.value, counted)) return 'same';
  const enters = byItself && !doubtful && (standing === null || standing.byDays);
  if (enters) return 'enter';
  return standing ? 'differs' : 'offer';
}

export function isSame(one: ZonedValue, other: ZonedValue): boolean {
  return plain(one) === plain(other);
}

function plain(value: ZonedValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map((entry) => entry.join(' '))
    .sort()
    .join();
}
