import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  contains,
  cutAtBoundaries,
  daysOf,
  formatDateRange,
  type Interval,
  intersect,
  overlaps,
  parseDateRange,
} from './interval.js';
import type { LocalDate } from './local-date.js';

const day = fc.integer({ min: 0, max: 60 }).map((n) => n as LocalDate);
const bounded = fc
  .tuple(day, fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: (from + length) as LocalDate }));
const interval: fc.Arbitrary<Interval> = fc.oneof(
  bounded,
  day.map((from) => ({ from, to: null })),
);

describe('Interval', () => {
  it('holds its first day and not its last', () => {
    const july = parseDateRange('[2026-07-01,2026-08-01)');
    expect(contains(july, july.from)).toBe(true);
    expect(contains(july, july.to!)).toBe(false);
    expect(daysOf(july)).toBe(31);
  });

  it('intersects exactly on the days that both hold', () => {
    fc.assert(
      fc.property(interval, interval, day, (a, b, date) => {
        const common = intersect(a, b);
        expect(common !== null && contains(common, date)).toBe(contains(a, date) && contains(b, date));
        expect(overlaps(a, b)).toBe(common !== null);
      }),
    );
  });

  it('is cut into touching pieces on which nothing begins or ends', () => {
    fc.assert(
      fc.property(bounded, fc.array(interval), (within, others) => {
        const pieces = cutAtBoundaries(within, others);
        expect(pieces[0]!.from).toBe(within.from);
        expect(pieces.at(-1)!.to).toBe(within.to);
        pieces.slice(1).forEach((piece, i) => expect(piece.from).toBe(pieces[i]!.to));
        for (const piece of pieces) {
          for (const other of others)
            expect(contains(other, piece.from)).toBe(contains(other, (piece.to! - 1) as LocalDate));
        }
      }),
    );
  });

  it('refuses to count or cut what has no end', () => {
    const open = parseDateRange('[2026-07-01,)');
    expect(() => daysOf(open)).toThrow(RangeError);
    expect(() => cutAtBoundaries(open, [])).toThrow(RangeError);
  });

  it('reads what PostgreSQL writes', () => {
    fc.assert(fc.property(interval, (range) => expect(parseDateRange(formatDateRange(range))).toEqual(range)));
    expect(() => parseDateRange('(2026-07-01,2026-08-01]')).toThrow(RangeError);
    expect(() => parseDateRange('empty')).toThrow(RangeError);
  });
});
