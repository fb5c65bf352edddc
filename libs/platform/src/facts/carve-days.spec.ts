import { describe, expect, it } from '@jest/globals';
import { contains, type Interval, overlaps, parseDate } from '@dvor/kernel';
import fc from 'fast-check';
import { carveDays } from './carve-days.js';

describe('carving days out of what is known', () => {
  it('cuts a fact that goes on in three when something else was true in March', () => {
    expect(carveDays([days('2026-01-01', null)], days('2026-03-01', '2026-04-01'))).toEqual({
      touched: [days('2026-01-01', null)],
      kept: [
        { of: days('2026-01-01', null), ...days('2026-01-01', '2026-03-01') },
        { of: days('2026-01-01', null), ...days('2026-04-01', null) },
      ],
      within: [{ of: days('2026-01-01', null), ...days('2026-03-01', '2026-04-01') }],
      gaps: [],
    });
  });

  it('finds the days of which nothing is known', () => {
    const rows = [days('2026-02-01', '2026-03-01'), days('2026-05-01', '2026-06-01')];
    expect(carveDays(rows, days('2026-01-01', null)).gaps).toEqual([
      days('2026-01-01', '2026-02-01'),
      days('2026-03-01', '2026-05-01'),
      days('2026-06-01', null),
    ]);
  });

  it('leaves alone what only meets the days at an end', () => {
    expect(carveDays([days('2026-01-01', '2026-02-01')], days('2026-02-01', '2026-03-01'))).toMatchObject({
      touched: [],
      gaps: [days('2026-02-01', '2026-03-01')],
    });
  });

  it('keeps every day once: inside the days, outside of them, or in a gap', () => {
    fc.assert(
      fc.property(rowsThatDoNotOverlap, interval, (rows, asked) => {
        const { touched, kept, within, gaps } = carveDays(rows, asked);
        const untouched = rows.filter((row) => !touched.includes(row));
        for (let day = 0; day < 60; day += 1) {
          const on = (list: readonly Interval[]) => list.filter((one) => contains(one, day as Interval['from'])).length;
          const known = on(rows);
          expect(on(untouched) + on(kept) + on(within)).toBe(known);
          expect(on(gaps)).toBe(contains(asked, day as Interval['from']) && known === 0 ? 1 : 0);
          if (on(within)) expect(contains(asked, day as Interval['from'])).toBe(true);
          if (on(kept) || on(untouched)) expect(contains(asked, day as Interval['from'])).toBe(false);
        }
        expect(touched.every((row) => overlaps(row, asked))).toBe(true);
      }),
    );
  });
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 1, max: 19 }), { nil: null }))
  .map(([from, length]) => ({ from, to: length === null ? null : from + length }) as Interval);

const rowsThatDoNotOverlap = fc
  .array(interval, { maxLength: 8 })
  .map((candidates) =>
    candidates.reduce<Interval[]>((rows, one) => (rows.some((row) => overlaps(row, one)) ? rows : [...rows, one]), []),
  );

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}
