import { type Interval, overlaps } from '@dvor/kernel';

/** The days of `whole` that none of `taken` holds. */
export function without(whole: Interval, taken: readonly Interval[]): Interval[] {
  let left: Interval[] = [{ from: whole.from, to: whole.to }];
  for (const cut of taken)
    left = left.flatMap((piece) => {
      if (!overlaps(piece, cut)) return [piece];
      const parts: Interval[] = [];
      if (piece.from < cut.from) parts.push({ from: piece.from, to: cut.from });
      if (cut.to !== null && (piece.to === null || cut.to < piece.to)) parts.push({ from: cut.to, to: piece.to });
      return parts;
    });
  return left;
}
