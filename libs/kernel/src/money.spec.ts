import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal, decimal } from './decimal.js';
import { Money } from './money.js';

const money = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((kopecks) => Money.ofKopecks(kopecks));

describe('Money', () => {
  it('rounds half up, away from zero on both sides', () => {
    expect(Money.round(decimal('12.125')).toString()).toBe('12.13');
    expect(Money.round(decimal('-12.125')).toString()).toBe('-12.13');
    expect(Money.round(decimal('12.1249999999')).toString()).toBe('12.12');
    expect(Money.round(decimal('0.004')).toString()).toBe('0.00');
    expect(Money.round(decimal('-0.004')).toString()).toBe('0.00');
  });

  it('rounds to a kopeck at most half a kopeck away', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 9 }),
        (digits, scale) => {
          const roubles = decimal(digits.toString()).div(new Decimal('10').pow(scale));
          expect(Money.round(roubles).toDecimal().minus(roubles).abs().lte('0.005')).toBe(true);
        },
      ),
    );
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(money, (sum) => Money.parse(sum.toString()).equals(sum)));
    fc.assert(fc.property(money, (sum) => Money.round(sum.toDecimal()).equals(sum)));
  });

  it.each([
    ['1234', '1234.00'],
    ['1234.5', '1234.50'],
    ['1234,56', '1234.56'],
    ['-0.05', '-0.05'],
    [' 7 ', '7.00'],
    ['-0', '0.00'],
  ])('reads %p as %p', (written, sum) => {
    expect(Money.parse(written).toString()).toBe(sum);
  });

  it.each(['', '1.234', '1 234', '.5', '5.', '1e3', '+5', 'NaN', '--1', '12,3,4'])('refuses %p', (written) => {
    expect(() => Money.parse(written)).toThrow(RangeError);
  });

  it('adds and subtracts exactly', () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(Money.sum([a, b, a.negated()]).equals(b)).toBe(true);
        expect(a.compare(b)).toBe(a.minus(b).compare(Money.zero));
      }),
    );
  });

  it('stands in JSON as text', () => {
    expect(JSON.stringify({ due: Money.parse('12.5') })).toBe('{"due":"12.50"}');
  });
});
