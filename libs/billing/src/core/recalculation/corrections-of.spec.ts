import { describe, expect, it } from '@jest/globals';
import { Money, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { evaluate } from '../working/evaluate.js';
import type { AreaWorking } from '../working/working.js';
import { type ChargedSum, type Correction, correctionsOf, type LineAgain } from './corrections-of.js';

const may = parsePeriod('2026-05');
const key = { account: '7', service: '1', supplier: '2', part: 'individual' } as const;
const upkeep = (rate: string, days = 31): AreaWorking => ({
  formula: 'area',
  clause: 'ЖК РФ, ст. 154',
  unit: 'm2',
  rate,
  area: [['50', days]],
  of: 31,
});

describe('what a closed month is corrected by', () => {
  it('is the difference of what it comes to now and all that was charged', () => {
    expect(
      correctionsOf(may, {
        charged: [
          { ...key, amount: Money.parse('1500.00') },
          { ...key, amount: Money.parse('50.00') }, // corrected before
        ],
        again: [{ ...key, working: upkeep('37.20') }],
        why: [['12', 'tariffs', 'приказ № 2']],
      }),
    ).toEqual([
      {
        ...key,
        amount: Money.parse('310.00'),
        working: {
          formula: 'true-up',
          clause: 'ЖК РФ, ст. 154',
          unit: 'm2',
          rate: null,
          period: '2026-05',
          part: 'individual',
          again: [upkeep('37.20')],
          charged: '1550.00',
          why: [['12', 'tariffs', 'приказ № 2']],
        },
      },
    ]);
  });

  it('takes back what should not have been charged, and charges what should have been', () => {
    const corrections = correctionsOf(may, {
      charged: [{ ...key, amount: Money.parse('1550.00') }],
      again: [{ ...key, supplier: '3', working: upkeep('31.00') }],
      why: [],
    });
    expect(corrections.map(({ supplier, amount }) => [supplier, amount.toString()])).toEqual([
      ['2', '-1550.00'],
      ['3', '1550.00'],
    ]);
  });

  it('is nothing where all lines of a key come to the same sum', () => {
    const halves = [upkeep('31.00', 15), upkeep('31.00', 16)];
    const charged = Money.sum(halves.map(evaluate));
    expect(
      correctionsOf(may, {
        charged: [{ ...key, amount: charged }],
        again: halves.map((working) => ({ ...key, working })),
        why: [],
      }),
    ).toEqual([]);
  });

  it('is nothing the second time, and brings what was charged to what should have been', () => {
    fc.assert(
      fc.property(fc.array(sum, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (charged, again) => {
        const corrections = correctionsOf(may, { charged, again, why: [] });
        for (const { amount, working } of corrections) expect(evaluate(working)).toEqual(amount);
        expect(correctionsOf(may, { charged: [...charged, ...corrections.map(asCharged)], again, why: [] })).toEqual(
          [],
        );
        const posted = Money.sum([...charged, ...corrections].map(({ amount }) => amount));
        expect(posted).toEqual(Money.sum(again.map(({ working }) => evaluate(working))));
      }),
    );
  });
});

const anyKey = fc.record({
  account: fc.constantFrom('7', '8'),
  service: fc.constantFrom('1', '2'),
  supplier: fc.constantFrom('2', '3'),
  part: fc.constantFrom('individual' as const, 'common' as const),
});
const sum: fc.Arbitrary<ChargedSum> = fc
  .tuple(anyKey, fc.integer({ min: -500_000, max: 500_000 }))
  .map(([own, kopecks]) => ({ ...own, amount: Money.ofKopecks(BigInt(kopecks)) }));
const line: fc.Arbitrary<LineAgain> = fc
  .tuple(anyKey, fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 31 }))
  .map(([own, rate, days]) => ({ ...own, working: upkeep((rate / 100).toFixed(2), days) }));

function asCharged({ working: _, ...own }: Correction): ChargedSum {
  return own;
}
