import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Big from 'big.js';
import { count, Decimal, decimal, parseDecimal, sum } from './decimal.js';

describe('Decimal', () => {
  it('never takes a float', () => {
    expect(() => decimal(0.1 as never)).toThrow();
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

/** Another's exact decimals, set to our rules. */
const Other = Big();
Other.DP = 30;
Other.RM = Other.roundHalfUp;
Other.NE = -30;
Other.PE = 30;

describe('Decimal, beside big.js', () => {
  const digits = fc.oneof(
    fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  );
  const texts = fc.tuple(digits, fc.integer({ min: -5, max: 40 })).map(([n, scale]) => `${n}e${-scale}`);
  const plain = texts.map((text) => new Other(text).toFixed());
  const written = fc.oneof(texts, plain);

  it('reads and writes alike', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 35 }), (text, decimals) => {
        const [ours, others] = [decimal(text), new Other(text)];
        expect(ours.toString()).toBe(others.toString());
        expect(ours.toFixed()).toBe(others.toFixed());
        expect(ours.toFixed(decimals)).toBe(others.toFixed(decimals));
        expect(ours.round(decimals).toString()).toBe(others.round(decimals).toString());
        expect(ours.round(decimals, Decimal.roundDown).toString()).toBe(others.round(decimals, 0).toString());
        expect(ours.abs().neg().toString()).toBe(others.abs().neg().toString());
        expect([ours.isZero, ours.isNegative]).toEqual([others.eq(0), others.lt(0)]);
      }),
      { numRuns: 500 },
    );
  });

  it('reckons alike', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const [x, y, otherX, otherY] = [decimal(a), decimal(b), new Other(a), new Other(b)];
        expect(x.plus(y).toString()).toBe(otherX.plus(otherY).toString());
        expect(x.minus(b).toString()).toBe(otherX.minus(otherY).toString());
        expect(x.times(y).toString()).toBe(otherX.times(otherY).toString());
        expect(x.plus(y).times(x).minus(y).toString()).toBe(otherX.plus(otherY).times(otherX).minus(otherY).toString());
        expect([x.cmp(y), x.eq(b), x.lt(y), x.lte(y), x.gt(y), x.gte(b), x.eq(a)]).toEqual([
          otherX.cmp(otherY),
          otherX.eq(otherY),
          otherX.lt(otherY),
          otherX.lte(otherY),
          otherX.gt(otherY),
          otherX.gte(otherY),
          true,
        ]);
        if (y.isZero) expect(() => x.div(y)).toThrow(RangeError);
        else expect(x.div(y).toString()).toBe(otherX.div(otherY).toString());
      }),
      { numRuns: 500 },
    );
  });

  it('crosses the border of exact numbers in both directions', () => {
    const border = String(Number.MAX_SAFE_INTEGER);
    expect(decimal(border).plus('1').toString()).toBe('9007199254740992');
    expect(decimal(border).times('-3').div('-3').toString()).toBe(border);
    expect(decimal('94906267').times('94906267').toString()).toBe('9007199515875289');
    expect(decimal(border).plus('1').minus('1').eq(border)).toBe(true);
  });

  it.each(['', '.', '-', '--1', '1.2.3', '1e', 'e5', ' 1', '0x10', '1e99999'])('refuses %p', (text) => {
    expect(() => decimal(text)).toThrow(SyntaxError);
  });
});
