import { formatDate, formatPeriod, parseDate, parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthOfReading, windowIn, type WindowRule } from './month-of-reading.js';

const RULE: WindowRule = { entry: 'on', opens: 15, closes: 25, outside: 'next-month' };
const none = { read: null, closed: null };

interface Asked {
  readonly taken?: string;
  readonly rule?: WindowRule | null;
  readonly isBound?: boolean;
  readonly read?: string;
  readonly closed?: string;
}

function answer(today: string, { taken = today, rule = RULE, isBound = true, read, closed }: Asked = {}): string {
  const runs = { read: read ? parsePeriod(read) : null, closed: closed ? parsePeriod(closed) : null };
  const told = monthOfReading({ taken: parseDate(taken), today: parseDate(today) }, { rule, isBound, runs });
  if (told.kind === 'off') return 'off';
  if (told.kind === 'shut') return `shut ${formatDate(told.window.opensOn)} ${formatDate(told.window.closesOn)}`;
  return [formatPeriod(told.month), told.because, told.countsFrom && formatDate(told.countsFrom)]
    .filter(Boolean)
    .join(' ');
}

describe('the month of a reading', () => {
  it.each([
    ['2026-11-01', '2026-11 own-month'],
    ['2026-11-15', '2026-11 own-month'],
    ['2026-11-25', '2026-11 own-month'],
    ['2026-11-26', '2026-12 window 2026-12-01'],
    ['2026-12-31', '2027-01 window 2027-01-01'],
  ])('sent on %s to a window from the 15th to the 25th: %s', (today, told) => expect(answer(today)).toBe(told));

  it('is told with the dates where other days are refused', () => {
    const rule: WindowRule = { ...RULE, outside: 'refuse' };
    expect(answer('2026-11-14', { rule })).toBe('shut 2026-11-15 2026-11-25');
    expect(answer('2026-11-26', { rule })).toBe('shut 2026-12-15 2026-12-25');
    expect(answer('2026-11-25', { rule })).toBe('2026-11 own-month');
  });

  it('is none where residents send nothing', () =>
    expect(answer('2026-11-20', { rule: { ...RULE, entry: 'off' } })).toBe('off'));

  it('that is calculated already is the next one, and stays it if the draft is made anew', () => {
    expect(answer('2026-11-24', { read: '2026-11', closed: '2026-10' })).toBe('2026-12 calculated 2026-12-01');
    expect(answer('2026-11-24', { rule: null, read: '2026-11', closed: '2026-10' })).toBe(
      '2026-12 calculated 2026-12-01',
    );
  });

  it('for those who are not bound is told, and left to the bills', () => {
    expect(answer('2026-11-28', { rule: null, isBound: false })).toBe('2026-11 own-month');
    expect(answer('2026-11-28', { rule: null, isBound: false, read: '2026-11' })).toBe('2026-12 calculated');
  });

  it('that is closed is the open one', () => {
    expect(answer('2026-11-20', { taken: '2026-09-20', rule: null, closed: '2026-10', read: '2026-10' })).toBe(
      '2026-11 closed',
    );
    expect(answer('2026-11-27', { taken: '2026-09-20', closed: '2026-10', read: '2026-10' })).toBe(
      '2026-12 window 2026-12-01',
    );
  });

  it('of the dial as it was last month is this one once the window of last month is over', () =>
    expect(answer('2026-12-03', { taken: '2026-11-30' })).toBe('2026-12 window 2026-12-01'));

  it('is never before the day it was taken, nor a calculated one', () => {
    const day = fc.integer({ min: 20_000, max: 21_000 });
    fc.assert(
      fc.property(day, fc.nat(60), fc.integer({ min: 1, max: 31 }), fc.nat(30), (today, back, opens, length) => {
        const rule: WindowRule = { entry: 'on', opens, closes: Math.min(31, opens + length), outside: 'next-month' };
        const taken = (today - back) as ReturnType<typeof parseDate>;
        const told = monthOfReading({ taken, today: today as typeof taken }, { rule, isBound: true, runs: none });
        if (told.kind !== 'counts') throw new Error(told.kind);
        expect(formatPeriod(told.month) >= formatDate(taken).slice(0, 7)).toBe(true);
        expect(told.countsFrom === null || told.countsFrom > taken).toBe(true);
      }),
    );
  });
});

describe('a window', () => {
  it('to the 31st goes to the last day of a short month', () => {
    const { opensOn, closesOn } = windowIn({ opens: 30, closes: 31 }, parsePeriod('2026-02'));
    expect([formatDate(opensOn), formatDate(closesOn)]).toEqual(['2026-02-28', '2026-02-28']);
  });
});
