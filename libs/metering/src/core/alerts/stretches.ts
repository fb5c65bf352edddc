import { count, type Decimal, type LocalDate, periodOfDate, sum } from '@dvor/kernel';
import type { DialReading } from '../readings/judge-reading.js';
import { ranBetween } from '../readings/ran-between.js';

/** What a meter ran between the last readings of two months. */
export interface Stretch {
  readonly from: DialReading;
  readonly to: DialReading;
  readonly volume: Decimal;
}

/** In the order of days. Where the dial stands below what it was, nobody knows what it ran. */
export function stretchesOf(readings: readonly DialReading[], digits: number): Stretch[] {
  const lastOfMonths = [...new Map(readings.map((reading) => [periodOfDate(reading.date), reading])).values()];
  return lastOfMonths.slice(1).flatMap((to, i) => {
    const from = lastOfMonths[i]!;
    const runs = to.amounts.map((amount, zone) => ranBetween(from.amounts[zone] ?? amount, amount, digits));
    const volumes = runs.flatMap((run) => (run === 'below-previous' ? [] : [run.volume]));
    return volumes.length === runs.length && to.date > from.date ? [{ from, to, volume: sum(volumes) }] : [];
  });
}

/** V / days. */
export function pace({ from, to, volume }: Stretch): Decimal {
  return volume.div(count(to.date - from.date));
}

export function daysOf({ from, to }: Stretch): number {
  return to.date - from.date;
}

/** The one that ends in the month of a day. */
export function stretchInMonthOf(stretches: readonly Stretch[], day: LocalDate): Stretch | undefined {
  return stretches.find(({ to }) => periodOfDate(to.date) === periodOfDate(day));
}
