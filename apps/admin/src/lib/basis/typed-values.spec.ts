import { describe, expect, it } from '@jest/globals';
import { dayAfter, dayBefore, isCount, isNumber, typedCount, typedNumber } from './typed-values.js';

describe('what is typed into fields', () => {
  it('is a number with a comma and spaces too', () => {
    expect(typedNumber('1 045,30')).toBe('1045.30');
    expect(typedNumber(' ')).toBeNull();
    expect(isNumber('45,3')).toBe(true);
    expect(isNumber('-45,3')).toBe(false);
    expect(isNumber('сорок')).toBe(false);
  });

  it('is a whole number or nothing', () => {
    expect(typedCount(' 5 ')).toBe(5);
    expect(typedCount('')).toBeNull();
    expect(isCount('-1')).toBe(true);
    expect(isCount('1,5')).toBe(false);
  });

  it('names a last day, and the day after it', () => {
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  });
});
