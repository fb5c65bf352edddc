import { decimal, sum } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRanges, checkRates, type PriceRange, splitByRanges } from './index.js';

const RANGES: PriceRange[] = [
  { upTo: '3900', rates: { rate: '4.10' } },
  { upTo: '6000', rates: { rate: '5.20' } },
  { upTo: null, rates: { rate: '9.40' } },
];
const month = { counted: 30, inMonth: 30 };

describe('price ranges', () => {
  it.each([
    ['3000', ['3000', '0', '0']],
    ['3900', ['3900', '0', '0']],
    ['5000', ['3900', '1100', '0']],
    ['7000', ['3900', '2100', '1000']],
  ])('split %s kWh of a month', (volume, parts) => {
    expect(splitByRanges(decimal(volume), RANGES, month).map(String)).toEqual(parts);
  });

  it('shrink with the days they are counted for', () => {
    expect(splitByRanges(decimal('2500'), RANGES, { counted: 15, inMonth: 30 }).map(String)).toEqual([
      '1950',
      '550',
      '0',
    ]);
  });

  it('give parts that sum to the volume, none below zero, and each but the last within its bounds', () => {
    const bounds = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }));
    const volumes = fc.integer({ min: 0, max: 20_000_000 }).map((n) => decimal(String(n)).div('1000'));
    fc.assert(
      fc.property(bounds, volumes, fc.integer({ min: 1, max: 31 }), ([first, more], volume, counted) => {
        const ranges: PriceRange[] = [
          { upTo: String(first), rates: { rate: '1' } },
          { upTo: String(first + more), rates: { rate: '2' } },
          { upTo: null, rates: { rate: '3' } },
        ];
        checkRanges(ranges);
        const parts = splitByRanges(volume, ranges, { counted, inMonth: 31 });
        expect(sum(parts).eq(volume)).toBe(true);
        expect(parts.every((part) => part.gte('0'))).toBe(true);
        const wide = (bound: number) => decimal(String(bound)).times(String(counted)).div('31');
        expect(parts[0]!.lte(wide(first))).toBe(true);
        expect(parts[0]!.plus(parts[1]!).lte(wide(first + more))).toBe(true);
        if (parts[2]!.gt('0')) expect(parts[0]!.eq(wide(first))).toBe(true);
      }),
    );
  });

  it.each<[string, PriceRange[]]>([
    ['count', RANGES.slice(2)],
    ['count', [...RANGES.slice(0, 2), { upTo: '7000', rates: { rate: '1' } }, RANGES[2]!]],
    ['last', RANGES.slice(0, 2)],
    ['last', [RANGES[2]!, RANGES[0]!]],
    ['order', [RANGES[1]!, RANGES[0]!, RANGES[2]!]],
    ['order', [{ upTo: '0', rates: { rate: '1' } }, RANGES[2]!]],
    ['zones', [{ upTo: '100', rates: { day: '1', night: '2' } }, RANGES[2]!]],
  ])('are refused for their %s', (reason, ranges) => {
    expect(() => checkRanges(ranges)).toThrow(expect.objectContaining({ code: 'tariff.ranges', details: { reason } }));
  });

  it.each([{}, { day: '1' }, { rate: '1', night: '2' }, { a: '1', b: '1', c: '1', d: '1', e: '1' }])(
    'have one rate or two to four zones, not %j',
    (rates) => {
      expect(() => checkRates(rates as Record<string, string>)).toThrow(
        expect.objectContaining({ code: 'tariff.zones' }),
      );
    },
  );
});
