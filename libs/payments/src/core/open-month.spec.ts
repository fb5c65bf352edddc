import { describe, expect, it } from '@jest/globals';
import { formatPeriod, parseDate, parsePeriod } from '@dvor/kernel';
import { openMonth } from './open-month.js';

const today = parseDate('2026-11-22');
const booked = (paidOn: string, lastClosed: string | null) =>
  formatPeriod(
    openMonth(parseDate(paidOn), { today, lastClosed: lastClosed === null ? null : parsePeriod(lastClosed) }),
  );

describe('the month in which money is booked', () => {
  it('is that of the day it was paid on, while that is open', () => {
    expect(booked('2026-11-03', '2026-10')).toBe('2026-11');
    expect(booked('2026-10-31', '2026-09')).toBe('2026-10');
  });

  it('is the first open one for money of a closed month, however old', () => {
    expect(booked('2026-10-31', '2026-10')).toBe('2026-11');
    expect(booked('2024-02-29', '2026-10')).toBe('2026-11');
    expect(booked('2026-11-22', '2026-11')).toBe('2026-12');
  });

  it('is today’s before any month is closed', () => {
    expect(booked('2024-02-29', null)).toBe('2026-11');
  });
});
