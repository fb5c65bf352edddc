import type { Decimal } from '@dvor/kernel';
import type { MeteredResource } from '../reading-source.js';

/** Beyond what a meter is spoken of: choices of the organisation. */
export interface AlertBounds {
  /** Of the meter's own median: 3 is threefold. */
  readonly usualTimes: Decimal;
  /** Of similar flats in the same month. */
  readonly similarTimes: Decimal;
  /** Fewer own months tell no median. */
  readonly leastMonths: number;
  /** Readings nearer to each other tell no month. */
  readonly leastDays: number;
  /** A month with less is not worth a word. */
  readonly leastAMonth: Readonly<Record<MeteredResource, Decimal>>;
  readonly similar: SimilarBounds;
  readonly nights: NightBounds;
}

/** Which flats are similar. */
export interface SimilarBounds {
  /** Fewer of them tell nothing. */
  readonly least: number;
  /** By so much of its area another may be larger or smaller: 0.2 is a fifth. */
  readonly area: Decimal;
  /** By so many registered persons. */
  readonly persons: number;
}

export interface NightBounds {
  /** So many running make a leak. */
  readonly running: number;
  /** Hours between which a house sleeps. */
  readonly from: number;
  readonly to: number;
  /** Litres an hour up to which nothing leaks. */
  readonly litres: Decimal;
}
