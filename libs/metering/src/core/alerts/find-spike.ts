import { count, type Decimal, median, ZERO } from '@dvor/kernel';
import type { MeteredResource } from '../reading-source.js';
import type { AlertBounds } from './alert-bounds.js';
import { daysOf, pace, type Stretch } from './stretches.js';

/** A month far beyond what is usual, with what it was held against, a day. */
export interface Spike {
  readonly stretch: Stretch;
  readonly aDay: Decimal;
  /** `null`: the meter is too new to have anything usual. */
  readonly usualADay: Decimal | null;
  /** `null`: too few similar flats. */
  readonly similarADay: Decimal | null;
}

export interface WeighedMonth {
  readonly resource: MeteredResource;
  readonly stretch: Stretch;
  /** Of the meter itself, earlier. */
  readonly before: readonly Stretch[];
  readonly similarADay: Decimal | null;
}

/**
 * Is a month a spike (MTR-16)? It is above the meter's own median and above similar flats in the same month too: when all
 * use more, it is the season. 42 m³ in 30 days are 1.4 a day; with a median of 0.14 and 0.2 among the similar they are
 * tenfold and sevenfold. Where the meter is new, similar flats alone tell; where nothing ran before, any month does.
 */
export function findSpike({ resource, stretch, before, similarADay }: WeighedMonth, bounds: AlertBounds): Spike | null {
  const { leastDays, leastMonths, leastAMonth, usualTimes, similarTimes } = bounds;
  if (daysOf(stretch) < leastDays) return null;
  const aDay = pace(stretch);
  if (aDay.times(DAYS_OF_MONTH).lt(leastAMonth[resource])) return null;
  const usualADay = before.length < leastMonths ? null : median(before.map(pace));
  const spike = { stretch, aDay, usualADay, similarADay };
  if (usualADay === null) return similarADay?.gt(ZERO) && aDay.gte(similarADay.times(usualTimes)) ? spike : null;
  if (usualADay.eq(ZERO)) return spike;
  const aboveUsual = aDay.gte(usualADay.times(usualTimes));
  const aboveSimilar = similarADay === null || aDay.gte(similarADay.times(similarTimes));
  return aboveUsual && aboveSimilar ? spike : null;
}

const DAYS_OF_MONTH = count(30);
