import { formatPeriod, parseDate, parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { missedMonths } from './meter-list.js';
import { remindedOf, verificationState } from './verification.js';

describe('a verification', () => {
  const until = parseDate('2026-12-31');
  it.each([
    ['2026-10-31', null],
    ['2026-11-01', 60],
    ['2026-12-01', 30],
    ['2026-12-23', 30],
    ['2026-12-24', 7],
    ['2026-12-31', 7],
    ['2027-01-01', null],
  ] as const)('is reminded of on %s: %s days before', (today, days) => {
    expect(remindedOf(until, parseDate(today))).toBe(days);
  });

  it('stands well, ends soon, is over, or nobody knows', () => {
    const on = (day: string) => verificationState(until, parseDate(day));
    expect([on('2026-11-01'), on('2026-10-31'), on('2027-01-01')]).toEqual(['soon', 'good', 'over']);
    expect(verificationState(null, until)).toBe('unknown');
  });
});

describe('missing readings', () => {
  it.each([
    ['2026-08', '2026-11', 3, '2026-12'],
    ['2026-11', '2026-11', 0, '2027-03'],
    ['2026-12', '2026-11', 0, '2027-04'],
    ['2026-05', '2026-11', 6, '2026-09'],
  ])('last read in %s, in %s are %d, the norm from %s on', (last, open, count, norm) => {
    const { missed, normFrom } = missedMonths(parsePeriod(last), parsePeriod(open));
    expect([missed, formatPeriod(normFrom)]).toEqual([count, norm]);
  });
});
