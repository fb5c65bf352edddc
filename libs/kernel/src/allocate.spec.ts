import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocate.js';
import { decimal } from './decimal.js';
import { Money } from './money.js';

const allocated = (total: string, ...weights: string[]) =>
  allocate(Money.parse(total), weights.map(decimal)).map((part) => part.toString());

describe('allocate', () => {
  it('gives the kopeck left over to the largest remainder, earlier parts first', () => {
    expect(allocated('100', '1', '1', '1')).toEqual(['33.34', '33.33', '33.33']);
    expect(allocated('0.05', '1', '1', '2')).toEqual(['0.01', '0.01', '0.03']);
    expect(allocated('-100', '1', '1', '1')).toEqual(['-33.34', '-33.33', '-33.33']);
  });

  it('gives nothing to a weight of nothing', () => {
    expect(allocated('0.02', '0', '3', '0')).toEqual(['0.00', '0.02', '0.00']);
  });

  it('refuses a negative weight and weights that are all nothing', () => {
    expect(() => allocated('1', '1', '-1', '2')).toThrow(RangeError);
    expect(() => allocated('1', '0', '0')).toThrow(RangeError);
    expect(() => allocated('1')).toThrow(RangeError);
  });

  it('loses no kopeck, and strays from the exact share by less than one', () => {
    const weight = fc.tuple(fc.nat(1_000_000), fc.nat(999)).map(([whole, part]) => decimal(`${whole}.${part}`));
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        fc.array(weight, { minLength: 1, maxLength: 40 }).filter((weights) => weights.some((one) => one.gt('0'))),
        (kopecks, weights) => {
          const total = Money.ofKopecks(kopecks);
          const parts = allocate(total, weights);
          expect(Money.sum(parts).equals(total)).toBe(true);
          const whole = weights.reduce((a, b) => a.plus(b));
          parts.forEach((part, i) => {
            const exact = total.toDecimal().times(weights[i]!).div(whole);
            expect(part.toDecimal().minus(exact).abs().lt('0.01')).toBe(true);
          });
        },
      ),
    );
  });
});
