import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateInZone,
  dateOf,
  dayOfMonth,
  formatDate,
  type LocalDate,
  parseDate,
  tryParseDate,
} from './local-date.js';
import {
  addMonths,
  daysIn,
  firstDay,
  formatPeriod,
  lastDay,
  monthInterval,
  ordinalOf,
  parsePeriod,
  type Period,
  periodOf,
  periodOfDate,
  tryParsePeriod,
  yearOf,
} from './period.js';

const period = fc.integer({ min: 1900 * 12, max: 2199 * 12 + 11 }).map((n) => n as Period);
const date = fc.integer({ min: dateOf(1900, 1, 1), max: dateOf(2199, 12, 31) }).map((n) => n as LocalDate);

describe('Period', () => {
  it('reads what it writes', () => {
    fc.assert(fc.property(period, (month) => expect(parsePeriod(formatPeriod(month))).toBe(month)));
    fc.assert(fc.property(period, (month) => expect(periodOf(yearOf(month), ordinalOf(month))).toBe(month)));
  });

  it.each(['2026-13', '2026-00', '2026-7', '26-07', '1899-12', '2200-01', '2026-07-01', ''])(
    'refuses %p',
    (written) => {
      expect(tryParsePeriod(written)).toBeNull();
    },
  );

  it('follows the months without a gap', () => {
    fc.assert(
      fc.property(period, (month) => {
        expect(firstDay(addMonths(month, 1))).toBe(lastDay(month) + 1);
        expect(daysIn(month)).toBe(dayOfMonth(lastDay(month)));
        expect(monthInterval(month)).toEqual({ from: firstDay(month), to: lastDay(month) + 1 });
      }),
    );
  });

  it('knows the month of a day', () => {
    fc.assert(
      fc.property(date, (day) => {
        const month = periodOfDate(day);
        expect(firstDay(month) <= day && day <= lastDay(month)).toBe(true);
      }),
    );
  });

  it('gives February its days', () => {
    expect(daysIn(parsePeriod('2024-02'))).toBe(29);
    expect(daysIn(parsePeriod('2026-02'))).toBe(28);
    expect(daysIn(parsePeriod('2100-02'))).toBe(28);
  });
});

describe('LocalDate', () => {
  it('reads what it writes', () => {
    fc.assert(fc.property(date, (day) => expect(parseDate(formatDate(day))).toBe(day)));
  });

  it('counts days by plain subtraction', () => {
    expect(parseDate('2026-09-14') - parseDate('2026-06-15')).toBe(91);
    expect(formatDate(addDays(parseDate('2026-02-28'), 1))).toBe('2026-03-01');
  });

  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '26-01-01', '2026-01-01T00:00', '1899-12-31', ''])(
    'refuses %p',
    (written) => {
      expect(tryParseDate(written)).toBeNull();
    },
  );

  it('is the day of the house, not of the server', () => {
    const instant = new Date('2026-10-31T18:30:00Z');
    expect(formatDate(dateInZone(instant, 'Asia/Barnaul'))).toBe('2026-11-01');
    expect(formatDate(dateInZone(instant, 'Europe/Kaliningrad'))).toBe('2026-10-31');
  });
});
