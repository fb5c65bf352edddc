import { describe, expect, it } from '@jest/globals';
import { endOfDay } from './end-of-day.js';

describe('endOfDay', () => {
  it('is the last moment before midnight where the organisation is', () => {
    expect(endOfDay('2026-03-05', 'Asia/Barnaul')).toBe('2026-03-05T16:59:59.999Z');
    expect(endOfDay('2026-12-31', 'Europe/Kaliningrad')).toBe('2026-12-31T21:59:59.999Z');
  });

  it('minds a clock that was put back that very night', () => {
    expect(endOfDay('2014-10-25', 'Europe/Moscow')).toBe('2014-10-25T19:59:59.999Z');
    expect(endOfDay('2014-10-26', 'Europe/Moscow')).toBe('2014-10-26T20:59:59.999Z');
  });
});
