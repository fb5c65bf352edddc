import { firstDay, type LocalDate, type Period } from '@dvor/kernel';
import type { EstimatedVolume, MeterFacts, MeterReading } from '../facts.js';
import { Refusal } from '../refusal.js';
import type { Month, Span } from '../span.js';
import { monthReadings } from './counted-readings.js';
import { type Run, runsBetween } from './dial.js';
import type { MissingReadingsLaw } from './missing-readings-law.js';

/** Months that had no reading, and the one of the reading that settles them: what ran in them is spread by days. */
export interface Stretch {
  readonly from: MeterReading;
  readonly to: MeterReading;
  readonly first: Period;
  readonly last: Period;
}

/** What of a stretch's run falls into some days. */
export interface SpreadRun {
  readonly runs: readonly Run[];
  readonly since: LocalDate;
  readonly share: { readonly days: number; readonly of: number };
}

/**
 * The stretches that the meter's `spread` names. A month that was read is closed by its reading, so its days after it
 * belong to the first month of the stretch; a meter's first stretch begins in the month of its installation.
 */
export function stretchesOf(meter: MeterFacts, law: MissingReadingsLaw): readonly Stretch[] {
  return (meter.spread ?? []).flatMap((last): Stretch[] => {
    const [before, settling] = monthReadings(meter, firstDay((last + 1) as Period), law).slice(-2);
    if (!before || settling?.period !== last) return [];
    const first = (before.installation ? before.period : before.period + 1) as Period;
    return [{ from: before.reading, to: settling.reading, first, last }];
  });
}

// ПП 354, п. 61: what ran between two readings, by days over the months between
// 100.0 on 25 April, 110.9 on 24 July: 10.9 in 90 days; 36 of them (26.04–31.05) are May's, 30 June's, 24 July's:
// 10.9 · 36/90 = 4.36, 10.9 · 30/90 = 3.633…, 10.9 · 24/90 = 2.906…

/** What of a meter's stretch falls into an account's days of the month; null: the month lies in none. */
export function spreadIn(
  meter: MeterFacts,
  { month, days }: { readonly month: Month; readonly days: Span },
  law: MissingReadingsLaw,
): SpreadRun | Refusal | null {
  const stretch = stretchesOf(meter, law).find(({ first, last }) => first <= month.period && month.period <= last);
  if (!stretch) return null;
  const runs = runsBetween(meter, stretch.from, stretch.to);
  if (runs instanceof Refusal) return runs;
  const { from, to } = daysIn(stretch, month);
  const since = days.from > month.from ? Math.max(from, days.from) : from;
  const until = Math.min(to, days.to);
  return {
    runs,
    since: stretch.from.date,
    share: { days: Math.max(0, until - since), of: stretch.to.date - stretch.from.date },
  };
}

/** Is the estimate of a month over which a meter's run is spread instead? */
export function spreadOver(estimate: EstimatedVolume, meters: readonly MeterFacts[], law: MissingReadingsLaw): boolean {
  return meters.some(
    (meter) =>
      (estimate.meter ?? meter.id) === meter.id &&
      stretchesOf(meter, law).some(({ first, last }) => first <= estimate.period && estimate.period <= last),
  );
}

/** Days of a stretch that are the month's, the last day with it. */
function daysIn({ from, to, first }: Stretch, month: Month): Span {
  return {
    from: (month.period === first ? from.date + 1 : month.from) as LocalDate,
    to: Math.min(month.to, to.date + 1) as LocalDate,
  };
}
