import { type Interval, overlaps } from '@dvor/kernel';

/** What stands in the way of a version for some days: days that another holds, or days that would be left to nobody. */
export type Obstacle<Row extends Interval> =
  | { readonly kind: 'overlap'; readonly neighbour: Row }
  | { readonly kind: 'gap'; readonly neighbour: Row; readonly days: Interval };

/**
 * Versions of one rate follow each other day by day: a new one neither overlaps another nor leaves days between them
 * without a rate. `null`: nothing stands in the way.
 */
export function obstacleTo<Row extends Interval>(days: Interval, versions: readonly Row[]): Obstacle<Row> | null {
  const overlapped = versions.find((version) => overlaps(version, days));
  if (overlapped) return { kind: 'overlap', neighbour: overlapped };
  const before = versions.filter(({ to }) => to !== null && to <= days.from).sort((a, b) => b.to! - a.to!)[0];
  if (before && before.to! < days.from)
    return { kind: 'gap', neighbour: before, days: { from: before.to!, to: days.from } };
  const after = versions.filter(({ from }) => days.to !== null && from >= days.to).sort((a, b) => a.from - b.from)[0];
  if (after && days.to! < after.from)
    return { kind: 'gap', neighbour: after, days: { from: days.to!, to: after.from } };
  return null;
}
