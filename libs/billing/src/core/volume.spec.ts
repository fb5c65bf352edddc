import { describe, expect, it } from '@jest/globals';
import { decimal, type Decimal, Money } from '@dvor/kernel';
import fc from 'fast-check';
import { amountOf, Volume } from './volume.js';

const digits = fc.oneof(
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
);
const figures = fc
  .tuple(digits, fc.integer({ min: -3, max: 22 }))
  .map(([n, scale]) => decimal(`${n}e${-scale}`).toFixed());
const days = fc.integer({ min: 1, max: 31 });

describe('Volume', () => {
  it('reckons in whole units as decimals do', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const [x, y, ofX, ofY] = [decimal(a), decimal(b), Volume.parse(a), Volume.of(decimal(b))];
        expect(ofX.toString()).toBe(x.toString());
        expect(ofX.plus(ofY).toString()).toBe(x.plus(y).toString());
        expect(ofX.minus(ofY).toString()).toBe(x.minus(y).toString());
        expect(ofX.times(y).toString()).toBe(x.times(y).toString());
        expect(ofX.times(ofY).toDecimal().toString()).toBe(x.times(y).toString());
        expect(ofX.negated().toString()).toBe(x.neg().toString());
        expect(ofX.isLessThan(ofY)).toBe(x.lt(y));
        expect(ofX.sign).toBe(x.cmp('0'));
      }),
    );
  });

  it('keeps a fraction until it is asked for thirty decimals, or for kopecks', () => {
    fc.assert(
      fc.property(figures, figures, days, days, (a, rate, part, whole) => {
        const share = Volume.parse(a).share(part, whole);
        const exact: Decimal = part === whole ? decimal(a) : decimal(a).times(String(part)).div(String(whole));
        expect(share.toDecimal().toString()).toBe(exact.toString());
        expect(Volume.parse(share.toString()).toString()).toBe(share.toString());
        const inKopecks = decimal(rate).times(a).times(String(part)).times('100').div(String(whole));
        if (inKopecks.toString() === inKopecks.round(12).toString()) {
          expect(amountOf(decimal(rate), share)).toEqual(Money.ofKopecks(inKopecks.round(0).toFixed()));
        }
      }),
    );
  });

  it('crosses the border of exact numbers in both directions', () => {
    const border = Volume.parse(String(Number.MAX_SAFE_INTEGER));
    expect(border.plus(Volume.parse('1')).toString()).toBe('9007199254740992');
    expect(border.plus(Volume.parse('1')).minus(Volume.parse('1')).toString()).toBe('9007199254740991');
    expect(Volume.parse('94906267').times(Volume.parse('94906267')).toString()).toBe('9007199515875289');
  });

  it.each([
    ['12.125', 1, 1, 1213n],
    ['-12.125', 1, 1, -1213n],
    ['25.4', 1, 6, 423n],
    ['0.01', 1, 2, 1n],
    ['-0.01', 1, 2, -1n],
    ['0.0099', 1, 2, 0n],
  ])('rounds %p · %p/%p roubles half up, away from zero', (roubles, part, whole, kopecks) => {
    expect(Volume.parse(roubles).share(part, whole).toKopecks()).toBe(kopecks);
  });

  it('writes a share over the whole number of its denominator', () => {
    expect(Volume.parse('10').portion(decimal('50.50'), decimal('1250.0')).toString()).toBe('505/1250');
    expect(Volume.parse('25.40/6').plus(Volume.parse('1/4')).toString()).toBe('53.8/12');
  });

  it.each(['', '-', '1.2.3', '1,5', ' 1'])('refuses %p', (text) => {
    expect(() => Volume.parse(text)).toThrow();
  });
});
