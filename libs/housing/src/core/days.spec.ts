import { describe, expect, it } from '@jest/globals';
import { type Interval, parseDate } from '@dvor/kernel';
import { joinDays, ownersByDays } from './index.js';

describe('owners by days', () => {
  it('counts two until one sells to the other on the 16th', () => {
    const owners = [days('2020-01-01', null), days('2020-01-01', '2026-10-16')];
    expect(ownersByDays(owners, october)).toEqual([
      { ...days('2026-10-01', '2026-10-16'), value: 2 },
      { ...days('2026-10-16', '2026-11-01'), value: 1 },
    ]);
  });

  it('sees one count where a flat changes hands between single owners', () => {
    expect(ownersByDays([days('2020-01-01', '2026-10-16'), days('2026-10-16', null)], october)).toEqual([
      { ...october, value: 1 },
    ]);
  });

  it('leaves out days on which nobody owns it', () => {
    expect(ownersByDays([days('2026-10-11', null)], october)).toEqual([
      { ...days('2026-10-11', '2026-11-01'), value: 1 },
    ]);
  });
});

describe('joining days', () => {
  it('joins what touches or overlaps and keeps what lies apart', () => {
    expect(
      joinDays([
        days('2026-03-01', null),
        days('2026-01-01', '2026-01-11'),
        days('2026-01-11', '2026-02-01'),
        days('2026-01-05', '2026-01-20'),
      ]),
    ).toEqual([days('2026-01-01', '2026-02-01'), days('2026-03-01', null)]);
  });
});

const october = days('2026-10-01', '2026-11-01');

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}
