import { describe, expect, it } from '@jest/globals';
import { firstDay, type LocalDate, Money, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { charge } from './charge.js';
import type { DatedShare, HouseFacts, MeterFacts, PremisesFacts, ServiceRule } from './facts.js';
import type { ChargeLine } from './line.js';
import { Volume } from './volume.js';
import { evaluate, volumeOf } from './working/evaluate.js';
import { explain } from './working/explain.js';
import { roubles } from './working/russian-figures.js';

/** `FUZZ_RUNS=5000` tries longer. */
fc.configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });

const MONTH = parsePeriod('2026-02');
const LONG_AGO = 15_000 as LocalDate;
const day = (offset: number) => (firstDay(MONTH) + offset) as LocalDate;
const always = (value: string) => [{ from: LONG_AGO, value }];
const at = (rate: string) => [{ from: LONG_AGO, rate }];

// ----------------------------------------------------------------- a flat beside another one, whole and in shares

function figure(most: number, decimals: number): fc.Arbitrary<string> {
  return fc.nat(most * 10 ** decimals - 1).map((n) => ((n + 1) / 10 ** decimals).toFixed(decimals));
}

const services: ServiceRule[] = [
  { code: 'maintenance', method: 'area', tariffs: [...at('31.07'), { from: day(9), rate: '37.2' }] },
  { code: 'concierge', method: 'person', tariffs: at('62.3') },
  { code: 'intercom', method: 'flat', tariffs: at('70') },
  { code: 'garden', method: 'units', norms: always('0.3'), tariffs: at('49.19') },
  {
    code: 'cold-water',
    method: 'metered',
    norms: always('4.29'),
    excess: [{ from: LONG_AGO, factor: '1.5' }],
    tariffs: at('49.19'),
  },
  {
    code: 'hot-water',
    method: 'hot-water',
    norms: always('3.19'),
    heatPerUnit: '0.0617',
    tariffs: [{ from: LONG_AGO, water: '49.19', heat: '2280.5' }],
  },
  {
    code: 'electricity',
    method: 'metered',
    norms: always('80'),
    tariffs: [{ from: LONG_AGO, ranges: [{ upTo: '120', rate: '5.12' }, { rate: '6.91' }] }],
  },
  { code: 'sewage', method: 'sewage', of: ['cold-water', 'hot-water'], tariffs: at('38.1') },
  { code: 'waste', method: 'waste-person', norms: always('2.18'), tariffs: at('700') },
  { code: 'waste-area', method: 'waste-area', norms: always('0.1062'), tariffs: at('700') },
  { code: 'heating', method: 'heating', mode: 'season', norms: always('0.0241'), tariffs: at('2280.5') },
  {
    code: 'power-common',
    method: 'common',
    of: 'electricity',
    mode: 'actual',
    norms: always('1.1'),
    tariffs: at('5.12'),
  },
  {
    code: 'water-common',
    method: 'common',
    of: 'cold-water',
    mode: 'norm',
    norms: always('0.031'),
    tariffs: at('49.19'),
  },
];

function meter(service: string): fc.Arbitrary<MeterFacts> {
  return figure(service === 'heating' ? 3 : 300, 3).map((used) => ({
    id: `m-${service}`,
    service,
    installed: LONG_AGO,
    readings: [
      { date: day(-10), value: '100' },
      { date: day(20), value: (100 + Number(used)).toFixed(3) },
    ],
  }));
}

/** Shares of `n` accounts, which may change inside the month. */
function shares(n: number): fc.Arbitrary<DatedShare[][]> {
  const weights = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: n, maxLength: n });
  return fc.tuple(weights, fc.option(fc.tuple(weights, fc.integer({ min: 1, max: 27 })))).map(([first, change]) => {
    const whole = (parts: number[]) => parts.reduce((sum, part) => sum + part, 0);
    return first.map((part, i) => {
      const before = { from: LONG_AGO, value: `${part}/${whole(first)}` };
      return change ? [before, { from: day(change[1]), value: `${change[0][i]}/${whole(change[0])}` }] : [before];
    });
  });
}

interface Shared {
  readonly whole: HouseFacts;
  readonly inShares: HouseFacts;
}

const houses: fc.Arbitrary<Shared> = fc
  .integer({ min: 2, max: 4 })
  .chain((n) =>
    fc.record({
      area: figure(150, 2),
      owners: fc.integer({ min: 1, max: 5 }),
      shares: shares(n),
      /** Since which day, and with which of the accounts. */
      residents: fc.array(fc.tuple(fc.nat(27), fc.nat(n - 1)), { maxLength: 5 }),
      alwaysSomebody: fc.boolean(),
      meters: fc
        .subarray(['cold-water', 'hot-water', 'electricity', 'heating'])
        .chain((measured) => fc.tuple(...measured.map(meter))),
      heat: fc.option(figure(20, 3)),
      neighbour: figure(150, 2),
    }),
  )
  .map(({ area, owners, shares, residents, alwaysSomebody, meters, heat, neighbour }) => {
    const people = residents.map(([since, account], i) => ({
      account,
      resident: { from: alwaysSomebody && i === 0 ? LONG_AGO : day(since) },
    }));
    const flat = { area, owners, units: { garden: '120' } };
    const beside: PremisesFacts = {
      id: 'beside',
      area: neighbour,
      units: { garden: '7' },
      given: { 'cold-water': '3', 'hot-water': '2', electricity: '99' },
    };
    const house = {
      id: 'house',
      commonArea: '100',
      meters: [
        { service: 'electricity', volumes: [{ period: MONTH, volume: '900' }] },
        ...(heat ? [{ service: 'heating', volumes: [{ period: MONTH, volume: heat }] }] : []),
      ],
    };
    return {
      whole: {
        house,
        services,
        premises: [beside, { id: 'flat', ...flat, residents: people.map(({ resident }) => resident), meters }],
      },
      inShares: {
        house,
        services,
        premises: [
          beside,
          ...shares.map((share, i) => ({
            id: `account-${i}`,
            flat: 'flat',
            share,
            ...flat,
            residents: people.filter(({ account }) => account === i).map(({ resident }) => resident),
          })),
        ],
        flats: [{ id: 'flat', meters }],
      },
    };
  });

const sumOf = (lines: readonly ChargeLine[]) =>
  lines.reduce((sum, { working }) => sum.plus(volumeOf(working)), Volume.zero);
const money = (lines: readonly ChargeLine[]) => Money.sum(lines.map(({ amount }) => amount));

describe('accounts that share one flat', () => {
  it('come to what it would have come to whole: exactly in volume, within rounding in money; the neighbour pays the same', () => {
    fc.assert(
      fc.property(houses, ({ whole, inShares }) => {
        const [one, many] = [charge(whole, MONTH), charge(inShares, MONTH)];
        expect(many.parked).toEqual([]);
        expect(one.parked).toEqual([]);
        for (const { code } of services) {
          for (const part of ['individual', 'water', 'heat', 'excess', 'common'] as const) {
            const of = ({ lines }: typeof one, neighbour: boolean) =>
              lines.filter(
                (line) => line.service === code && line.part === part && (line.premises === 'beside') === neighbour,
              );
            const [before, after] = [of(one, false), of(many, false)];
            expect(sumOf(after).minus(sumOf(before)).toDecimal().toString()).toBe('0');
            const off = money(after).minus(money(before)).kopecks;
            expect(Number(off < 0n ? -off : off)).toBeLessThanOrEqual((before.length + after.length) / 2);
            expect(money(of(many, true))).toEqual(money(of(one, true)));
          }
        }
      }),
    );
  });

  it('every line follows from its working, which tells the sum', () => {
    fc.assert(
      fc.property(houses, ({ inShares }) => {
        for (const { working, amount } of charge(inShares, MONTH).lines) {
          expect(evaluate(JSON.parse(JSON.stringify(working)))).toEqual(amount);
          expect(explain(working).steps.some(({ figure }) => figure === roubles(amount))).toBe(true);
        }
      }),
    );
  });

  it('are all left without a bill where a part of the flat is nobody’s', () => {
    fc.assert(
      fc.property(houses, ({ inShares }) => {
        const [beside, first, ...others] = inShares.premises;
        const lacking = { ...inShares, services: [services[2]!], premises: [beside!, first!, ...others.slice(1)] };
        const { lines, parked } = charge(lacking, MONTH);
        expect(lines.map(({ premises }) => premises)).toEqual(['beside']);
        expect(new Set(parked.map(({ code }) => code))).toEqual(new Set(['shares-not-whole']));
        expect(parked).toHaveLength(others.length);
      }),
    );
  });
});
