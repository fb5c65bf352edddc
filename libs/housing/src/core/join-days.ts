import type { Interval } from '@dvor/kernel';

/** Puts intervals that touch or overlap together, in the order of days. */
export function joinDays(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (!last || (last.to !== null && last.to < from)) joined.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}
