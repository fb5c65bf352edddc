import { type Interval, intersect } from '@dvor/kernel';

/** What happens to rows when something is said about `days`: what was true on other days stays true. */
export interface Carved<Row> {
  /** Rows that touch the days: superseded, whatever is left of them is recorded anew. */
  readonly touched: Row[];
  /** What sticks out of the days, on either side. */
  readonly kept: Piece<Row>[];
  /** What lies within them. */
  readonly within: Piece<Row>[];
  /** Days that no row holds. */
  readonly gaps: Interval[];
}

export interface Piece<Row> extends Interval {
  readonly of: Row;
}

/** Cuts rows that don't overlap each other at both ends of `days`. All parts come out in the order of days. */
export function carveDays<Row extends Interval>(rows: readonly Row[], days: Interval): Carved<Row> {
  const carved: Carved<Row> = { touched: [], kept: [], within: [], gaps: [] };
  let reached: number | null = days.from;
  for (const row of [...rows].sort((a, b) => a.from - b.from)) {
    const common = intersect(row, days);
    if (!common) continue;
    carved.touched.push(row);
    if (row.from < days.from) carved.kept.push({ of: row, from: row.from, to: days.from });
    carved.within.push({ of: row, ...common });
    if (days.to !== null && (row.to === null || row.to > days.to))
      carved.kept.push({ of: row, from: days.to, to: row.to });
    if (reached !== null && common.from > reached)
      carved.gaps.push({ from: reached as Interval['from'], to: common.from });
    reached = common.to;
  }
  if (reached !== null && (days.to === null || reached < days.to))
    carved.gaps.push({ from: reached as Interval['from'], to: days.to });
  return carved;
}
