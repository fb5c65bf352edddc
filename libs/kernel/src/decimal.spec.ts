import { describe, expect, it } from '@jest/globals';
import { count, Decimal, decimal, parseDecimal, sum } from './decimal.js';

describe('Decimal', () => {
  it('never takes a float', () => {
    expect(() => new Decimal(0.1 as never)).toThrow();
    expect(() => decimal('1').plus(1 as never)).toThrow();
  });

  it('adds tenths exactly', () => {
    expect(sum([decimal('0.1'), decimal('0.2')]).eq('0.3')).toBe(true);
  });

  it('writes small figures plainly', () => {
    expect(decimal('0.00000012').toString()).toBe('0.00000012');
  });

  it.each([
    ['4.29', '4.29'],
    ['4,29', '4.29'],
    [' -0,5 ', '-0.5'],
    ['007', '7'],
  ])('reads %p as %p', (written, value) => {
    expect(parseDecimal(written)?.toString()).toBe(value);
  });

  it.each(['', '-', '.5', '5.', '1e3', '1 000', 'NaN', 'Infinity', '1.2.3'])('reads no number in %p', (written) => {
    expect(parseDecimal(written)).toBeNull();
  });

  it('counts in whole numbers only', () => {
    expect(count(31).eq('31')).toBe(true);
    expect(() => count(1.5)).toThrow(RangeError);
    expect(() => count(Infinity)).toThrow(RangeError);
  });
});
