import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantInZone, localTime } from './local-time.js';

const at = (local: string, zone: string) => instantInZone(local, zone).toISOString();

describe('a moment told without a zone', () => {
  it('is one of the zone whose clock showed it', () => {
    expect(at('2026-11-22T12:31:00', 'Europe/Moscow')).toBe('2026-11-22T09:31:00.000Z');
    expect(at('2026-11-22T00:05:00', 'Asia/Barnaul')).toBe('2026-11-21T17:05:00.000Z');
  });

  it('is taken by its own zone where it tells one', () => {
    expect(at('2026-11-22T12:31:00Z', 'Asia/Barnaul')).toBe('2026-11-22T12:31:00.000Z');
    expect(at('2026-11-22T12:31:00+03:00', 'Asia/Barnaul')).toBe('2026-11-22T09:31:00.000Z');
  });

  it('is the first of the two where clocks are put back, and is found where they are put forward', () => {
    expect(at('2014-10-26T01:30:00', 'Europe/Moscow')).toBe('2014-10-25T21:30:00.000Z');
    expect(at('2010-03-28T02:30:00', 'Europe/Moscow')).toBe('2010-03-27T23:30:00.000Z');
  });

  it.each(['2026-11-22', '2026-13-01T00:00:00', '2026-11-22T25:00:00', 'yesterday', ''])('"%s" is none', (text) => {
    expect(() => instantInZone(text, 'Europe/Moscow')).toThrow(RangeError);
  });

  it('comes back as it was told', () => {
    const zone = fc.constantFrom('Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Barnaul', 'Asia/Kamchatka');
    const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, zone, (moment, timeZone) => {
        const local = localTime(moment, timeZone);
        expect(localTime(instantInZone(local, timeZone), timeZone)).toBe(local);
      }),
    );
  });
});
