import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areWhole, formatShare, sumOfShares } from './shares.js';

describe('shares of ownership', () => {
  it('makes one of a half, a third and a sixth', () => {
    expect(areWhole([half, { numerator: 1, denominator: 3 }, { numerator: 1, denominator: 6 }])).toBe(true);
  });

  it('sees the seventh that three sevenths and three sevenths leave out', () => {
    const threeSevenths = { numerator: 3, denominator: 7 };
    expect(sumOfShares([threeSevenths, threeSevenths])).toEqual({ numerator: 6n, denominator: 7n });
    expect(areWhole([threeSevenths, threeSevenths])).toBe(false);
  });

  it('is exact where floats are not: ten tenths, a whole of a hundred thousand parts', () => {
    expect(areWhole(Array.from({ length: 10 }, () => ({ numerator: 1, denominator: 10 })))).toBe(true);
    expect(
      areWhole([
        { numerator: 33_333, denominator: 100_000 },
        { numerator: 66_667, denominator: 100_000 },
      ]),
    ).toBe(true);
  });

  it('any whole cut into parts of one denominator adds up, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 }), (parts) => {
        const denominator = parts.reduce((total, part) => total + part, 0);
        const shares = parts.map((numerator) => ({ numerator, denominator }));
        expect(areWhole(shares)).toBe(true);
        expect(areWhole([...shares].reverse())).toBe(true);
        if (shares.length > 1) expect(areWhole(shares.slice(1))).toBe(false);
      }),
    );
  });

  it('is written as a fraction', () => expect(formatShare(half)).toBe('1/2'));
});

const half = { numerator: 1, denominator: 2 };
