import { Money } from '@dvor/kernel';

/** So much of a place is to be paid with a part of the plan. */
export interface SharedPart {
  /** Indices into what was given. */
  readonly place: number;
  readonly part: number;
  readonly amount: Money;
}

/**
 * Which places a plan's parts pay: in the order the places come (the oldest first, as all money goes), part after part.
 * Both sides add up to the same sum.
 */
export function spreadOverPlaces(places: readonly Money[], parts: readonly Money[]): SharedPart[] {
  const shares: SharedPart[] = [];
  let place = 0;
  let left = places[0]?.kopecks ?? 0n;
  for (const [part, { kopecks }] of parts.entries()) {
    for (let need = kopecks; need > 0n && place < places.length;) {
      const take = need < left ? need : left;
      if (take > 0n) shares.push({ place, part, amount: Money.ofKopecks(take) });
      need -= take;
      left -= take;
      if (left === 0n) left = places[(place += 1)]?.kopecks ?? 0n;
    }
  }
  return shares;
}
