import { contains, type Interval, type LocalDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { obstacleTo } from './index.js';

const interval = (from: number, to: number | null): Interval => ({
  from: from as LocalDate,
  to: to as LocalDate | null,
});

describe('what stands in the way of a version', () => {
  const versions = [interval(10, 20), interval(20, 30)];

  it.each<[Interval, string | null]>([
    [interval(30, null), null],
    [interval(0, 10), null],
    [interval(29, null), 'overlap'],
    [interval(0, 11), 'overlap'],
    [interval(31, null), 'gap'],
    [interval(0, 9), 'gap'],
  ])('%j: %s', (days, kind) => {
    expect(obstacleTo(days, versions)?.kind ?? null).toBe(kind);
  });

  it('is nothing where there is no other', () => {
    expect(obstacleTo(interval(5, 6), [])).toBeNull();
  });

  it('keeps a history of accepted versions without gaps and overlaps', () => {
    const wishes = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.option(fc.integer({ min: 1, max: 20 })) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(wishes, (wished) => {
        const accepted: Interval[] = [];
        for (const { from, length } of wished) {
          const days = interval(from, length === null ? null : from + length);
          if (obstacleTo(days, accepted) === null) accepted.push(days);
        }
        if (accepted.length === 0) return;
        const first = Math.min(...accepted.map((one) => one.from));
        const last = Math.max(...accepted.map((one) => one.to ?? 100));
        for (let day = first; day < last; day += 1)
          expect(accepted.filter((one) => contains(one, day as LocalDate))).toHaveLength(1);
      }),
    );
  });
});
