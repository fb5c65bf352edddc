import { describe, expect, it } from '@jest/globals';
import { Money, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { settledMonth } from './common-year.js';
import { Volume } from './volume.js';
import { evaluate, volumeOf } from './working/evaluate.js';
import type { CommonYearWorking, YearMonth } from './working/working.js';

const may = parsePeriod('2026-05');
const month = {
  period: may,
  charged: { area: '2400', source: { norm: [['0.02', 31]], of: 31, commonArea: '300' } },
  meters: [{ service: 'cold-water', volumes: [{ period: may, volume: '120' }] }],
  resource: 'cold-water',
  used: ['100.5', '9'],
  again: [],
  capped: false,
} as const;

describe('a month of common property that was charged by norm', () => {
  it('is what the house’s meters counted less what its premises used', () => {
    expect(settledMonth(month)).toEqual({ period: may, fact: '10.5', charged: '6' });
  });

  it('may be below zero', () => {
    expect(settledMonth({ ...month, used: ['124'] })).toMatchObject({ fact: '-4' });
  });

  it('takes premises whose month was run again as they are now', () => {
    const again = { formula: 'given', clause: '', unit: 'm3', rate: '49.19', volume: '10' } as const;
    expect(settledMonth({ ...month, used: ['100.5'], again: [again] })).toMatchObject({ fact: '9.5' });
  });

  it('is never above the norm where that is the executor’s loss', () => {
    expect(settledMonth({ ...month, capped: true })).toMatchObject({ fact: '6' });
  });

  it('is not known where the meters were not read and nothing stands for them', () => {
    expect(settledMonth({ ...month, meters: [{ service: 'cold-water', volumes: [] }] })).toBeNull();
  });
});

describe('the parts of a year', () => {
  const volume = fc.integer({ min: -50_000, max: 200_000 }).map((n) => (n / 1000).toFixed(3));
  const months = fc.array(
    fc.tuple(fc.constant('2026-05'), fc.constantFrom('45.60', '49.19'), volume, volume) as fc.Arbitrary<YearMonth>,
    { minLength: 1, maxLength: 12 },
  );
  const working = (year: readonly YearMonth[], part: CommonYearWorking['part'], area: string): CommonYearWorking => ({
    formula: 'common-year',
    clause: '',
    unit: 'm3',
    rate: '49.19',
    months: year,
    part,
    area: [[area, 31]],
    of: 31,
    houseArea: '2400',
  });

  it('add up to the whole to the kopeck, and to the whole volume, however many they are', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2400 }), (year, of, area) => {
        const parts = Array.from({ length: of }, (_, i) => working(year, [i, i + 1, of], String(area)));
        const whole = working(year, [0, of, of], String(area));
        expect(Money.sum(parts.map(evaluate)).toString()).toBe(evaluate(whole).toString());
        const volumes = parts.map(volumeOf).reduce((sum, one) => sum.plus(one), Volume.zero);
        expect(volumes.minus(volumeOf(whole)).sign).toBe(0);
      }),
    );
  });

  it('of all premises add up to the house’s volume', () => {
    fc.assert(
      fc.property(
        months,
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }),
        (year, areas) => {
          const houseArea = String(areas.reduce((sum, area) => sum + area, 0));
          const shares = areas.map((area) => volumeOf({ ...working(year, [0, 1, 1], String(area)), houseArea }));
          const house = year.reduce(
            (sum, [, , fact, charged]) => sum.plus(Volume.parse(fact)).minus(Volume.parse(charged)),
            Volume.zero,
          );
          expect(shares.reduce((sum, one) => sum.plus(one), Volume.zero).minus(house).sign).toBe(0);
        },
      ),
    );
  });
});
