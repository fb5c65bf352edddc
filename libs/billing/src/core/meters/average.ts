import type { Period } from '@dvor/kernel';
import type { LocalDate } from '@dvor/kernel';
import type { MeterFacts } from '../facts.js';
import { Refusal } from '../refusal.js';
import { monthReadings } from './counted-readings.js';
import { type Run, runsBetween } from './dial.js';
import type { MissingReadingsLaw } from './missing-readings-law.js';

/** A meter's average month, as the run of several months and their number. */
export interface MeterAverage {
  readonly runs: readonly Run[];
  readonly months: number;
}

export interface MeterWithoutReading {
  /** Which month without a reading this is: 1 after the last one with a reading. */
  readonly k: number;
  /** Null: the meter has not yet run for three months. */
  readonly average: MeterAverage | null;
}

// ПП 354, п. 59: V = (last reading − first) / months between, six month-to-month intervals back from the last
// reading; a younger meter its own age, but at least three
// 100.0 in December, 125.4 in June: 25.4 / 6 = 4.2333… a month

/** What stands for the readings of a meter that has none in `period`, from those before `until`. */
export function averageOf(
  meter: MeterFacts,
  { period, until }: { period: Period; until: LocalDate },
  law: MissingReadingsLaw,
): MeterWithoutReading | Refusal {
  const months = monthReadings(meter, until, law);
  const last = months.at(-1);
  if (!last) return { k: Infinity, average: null };
  const k = period - last.period;
  const sixBefore = last.period - law.averageOver;
  const first =
    months.findLast((month) => month.period <= sixBefore && !month.installation) ??
    months.find((month) => month.period > sixBefore || (month.period === sixBefore && month.installation));
  const between = last.period - (first?.period ?? last.period);
  if (!first || between < FEWEST_INTERVALS) return { k, average: null };
  const runs = runsBetween(meter, first.reading, last.reading);
  return runs instanceof Refusal ? runs : { k, average: { runs, months: between } };
}

const FEWEST_INTERVALS = 3;
