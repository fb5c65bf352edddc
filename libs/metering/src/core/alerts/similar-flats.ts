import { type Decimal, median } from '@dvor/kernel';
import type { SimilarBounds } from './alert-bounds.js';

/** A flat's month: what its meters of one resource ran a day. */
export interface FlatMonth {
  readonly premisesId: string;
  /** m²; `null`: not known. */
  readonly area: Decimal | null;
  readonly persons: number;
  readonly aDay: Decimal;
}

/** The median of flats of close area and as many people, the flat itself left out; `null`: too few of them. */
export function similarADay(flat: Omit<FlatMonth, 'aDay'>, others: readonly FlatMonth[], bounds: SimilarBounds) {
  const similar = others.filter((other) => isSimilar(flat, other, bounds)).map(({ aDay }) => aDay);
  return similar.length < bounds.least ? null : median(similar);
}

function isSimilar(flat: Omit<FlatMonth, 'aDay'>, other: FlatMonth, { area, persons }: SimilarBounds): boolean {
  if (other.premisesId === flat.premisesId || Math.abs(other.persons - flat.persons) > persons) return false;
  if (flat.area === null || other.area === null) return false;
  return other.area.minus(flat.area).abs().lte(flat.area.times(area));
}
