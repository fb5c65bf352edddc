import { describe, expect, it } from '@jest/globals';
import { count, decimal, firstDay, type LocalDate, Money, type Period, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { charge } from './charge.js';
import type { DatedDecimal, HouseFacts, PremisesFacts, ServiceRule, Tariff } from './facts.js';
import type { ChargeLine } from './line.js';
import { Volume } from './volume.js';
import { commonVolume, evaluate, volumeOf } from './working/evaluate.js';
import { explain } from './working/explain.js';
import { roubles } from './working/russian-figures.js';

/** `FUZZ_RUNS=5000` tries longer. */
fc.configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });

// ------------------------------------------------------------------- houses whose premises divide what the house used

const MONTH = parsePeriod('2026-02');
const LONG_AGO = 15_000 as LocalDate;

function figure(most: number, decimals: number): fc.Arbitrary<string> {
  return fc.nat(most * 10 ** decimals - 1).map((n) => ((n + 1) / 10 ** decimals).toFixed(decimals));
}

function day(offset: number): LocalDate {
  return (firstDay(MONTH) + offset) as LocalDate;
}

/** A rate that holds for ever, or changes inside the month. */
const tariffs: fc.Arbitrary<Tariff[]> = fc.oneof(
  figure(3000, 2).map((rate) => [{ from: LONG_AGO, rate }]),
  fc.tuple(figure(3000, 2), figure(3000, 2), fc.integer({ min: 1, max: 27 })).map(([before, after, at]) => [
    { from: LONG_AGO, rate: before },
    { from: day(at), rate: after },
  ]),
);

const always = (value: string): DatedDecimal[] => [{ from: LONG_AGO, value }];

function volumes(service: string, most: number) {
  return figure(most, 3).map((volume) => ({ service, volumes: [{ period: MONTH, volume }] }));
}

const heating = fc
  .record({ tariffs, mode: fc.constantFrom('season', 'even'), lastYear: fc.option(figure(2000, 3)) })
  .map((rule) => ({ code: 'heating', method: 'heating', months: '7', norms: always('0.0195'), ...rule }));

const common = (code: string, of: string) =>
  fc
    .record({ tariffs, mode: fc.constantFrom('norm', 'average', 'actual'), capped: fc.boolean() })
    .map((rule) => ({ code, of, method: 'common', norms: always('0.031'), average: '17.25', ...rule }));

const services = fc.tuple(
  heating,
  tariffs.map((tariffs) => ({ code: 'cold-water', method: 'metered', norms: always('4.29'), tariffs })),
  common('cold-water-common', 'cold-water'),
  fc
    .record({ tariffs, spent: fc.array(fc.record({ volume: figure(60, 3), rate: figure(3000, 2) }), { maxLength: 2 }) })
    .map((rule) => ({
      code: 'made',
      resource: 'hot-water',
      method: 'hot-water-made-in-house',
      norms: always('3.1'),
      ...rule,
    })),
  fc.tuple(figure(90, 2), figure(3000, 2), figure(0.2, 4)).map(([water, heat, heatPerUnit]) => ({
    code: 'hot-water',
    method: 'hot-water',
    norms: always('3.19'),
    excess: [{ from: LONG_AGO, factor: '1.5' }],
    tariffs: [{ from: LONG_AGO, water, heat }],
    heatPerUnit,
    factorOn: 'both',
  })),
  fc.tuple(figure(400, 1), figure(9, 2), figure(9, 2)).map(([socialNorm, low, high]) => ({
    code: 'electricity',
    method: 'social-norm',
    socialNorm,
    norms: always('80'),
    tariffs: [{ from: LONG_AGO, within: { day: low, night: low }, above: { day: high, night: high } }],
  })),
) as fc.Arbitrary<unknown> as fc.Arbitrary<ServiceRule[]>;

function premises(id: string, flat?: string): fc.Arbitrary<PremisesFacts> {
  return fc
    .record({
      area: figure(150, 2),
      livingArea: figure(60, 2),
      residents: fc.array(fc.constant({ from: LONG_AGO }), { maxLength: 4 }),
      ownHeating: flat ? fc.constant(false) : fc.boolean(),
      water: flat ? fc.constant(null) : fc.option(figure(20, 3)),
      heat: flat ? fc.constant(null) : fc.option(figure(3, 4)),
      power: fc.record({ day: figure(300, 1), night: figure(200, 1) }),
    })
    .map(({ water, heat, power, ...facts }) => ({
      id,
      ...(flat && { flat, kind: 'room' as const }),
      ...facts,
      given: { ...(water && { 'cold-water': water }), ...(heat && { heating: heat }), electricity: power },
    }));
}

const house: fc.Arbitrary<HouseFacts> = fc
  .record({
    services,
    premises: fc.tuple(premises('1'), premises('2'), premises('3'), premises('a', 'flat'), premises('b', 'flat')),
    commonArea: figure(400, 1),
    heat: fc.option(volumes('heating', 80)),
    water: fc.option(volumes('cold-water', 200)),
    flatWater: figure(40, 3),
    carry: fc.option(figure(20, 2)),
  })
  .map(({ services, premises, commonArea, heat, water, flatWater, carry }) => ({
    house: { id: 'house', commonArea, meters: [heat, water].filter((meter) => meter !== null) },
    services,
    premises,
    flats: [
      {
        id: 'flat',
        meters: [
          {
            id: 'm',
            service: 'cold-water',
            installed: LONG_AGO,
            readings: [
              { date: day(-10), value: '100' },
              { date: day(20), value: decimal('100').plus(decimal(flatWater)).toString() },
            ],
          },
        ],
      },
    ],
    carry: carry ? [{ service: 'cold-water-common', volume: `-${carry}` }] : [],
  }));

const linesOf = (lines: readonly ChargeLine[], service: string) => lines.filter((line) => line.service === service);
const sumOf = (lines: readonly ChargeLine[]) =>
  lines.reduce((sum, { working }) => sum.plus(volumeOf(working)), Volume.zero);
const same = (a: Volume, b: Volume) => a.minus(b).sign === 0;

// ---------------------------------------------------------------------------------------------------- what holds

describe('a house that is divided', () => {
  it('is charged whole, and every line follows from its working after a trip through storage', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const { lines, parked } = charge(facts, MONTH);
        expect(parked).toEqual([]);
        for (const { working, amount, part } of lines) {
          const stored = JSON.parse(JSON.stringify(working)) as typeof working;
          expect(evaluate(stored).toString()).toBe(amount.toString());
          const { sentence, steps } = explain(stored);
          expect(`${sentence} ${steps.map(({ label, figure }) => label + figure).join()}`).not.toMatch(
            /undefined|NaN|null|\[object/,
          );
          expect(steps.find(({ label }) => label.startsWith('Итого'))!.figure).toBe(roubles(amount));
          if (part !== 'true-up') expect(amount.isNegative).toBe(false);
        }
      }),
    );
  });

  it('gives its heat away to the last calorie, and no more', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const heat = linesOf(charge(facts, MONTH).lines, 'heating');
        const divided = heat.flatMap(({ working }) => (working.formula === 'heating-house' ? [working] : []));
        if (divided.length === 0) return;
        const [{ house, individual = '0' }] = divided as [(typeof divided)[0]];
        const whole = Volume.parse(house.volume);
        const most = whole.isLessThan(Volume.parse(individual)) ? Volume.parse(individual) : whole;
        expect(same(sumOf(heat), most)).toBe(true);
      }),
    );
  });

  it('comes to the norm of its whole area where nobody has heat of his own', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const plain = { ...facts, premises: facts.premises.map((one) => ({ ...one, ownHeating: false })) };
        const heat = linesOf(charge(plain, MONTH).lines, 'heating');
        if (heat[0]!.working.formula !== 'heating-norm') return;
        const { months = '12' } = heat[0]!.working;
        const area = plain.premises.reduce((sum, one) => sum.plus(decimal(one.area as string)), decimal('0'));
        const expected = Volume.of(area.times(decimal('0.0195')).times(decimal(months)), 12);
        expect(same(sumOf(heat), expected)).toBe(true);
      }),
    );
  });

  it('divides the common volume whole, or leaves a negative one to the next month', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const { lines, carry } = charge(facts, MONTH);
        const common = linesOf(lines, 'cold-water-common');
        const working = common[0]!.working;
        if (working.formula !== 'common') throw new Error('no common line');
        const { volume, left } = commonVolume(working.source);
        expect(same(sumOf(common), volume)).toBe(true);
        expect(carry).toEqual(left ? [{ service: 'cold-water-common', volume: left.toDecimal().toString() }] : []);
        if (left) expect(volume.sign).toBe(0);
      }),
    );
  });

  it('counts in the house’s volume what each premises was charged of the service', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const { lines } = charge(facts, MONTH);
        const [{ working }] = linesOf(lines, 'cold-water-common') as [ChargeLine];
        if (working.formula !== 'common' || !('house' in working.source)) return;
        expect(same(sumOf(linesOf(lines, 'cold-water')), Volume.parse(working.source.individual))).toBe(true);
      }),
    );
  });

  it('divides a communal flat’s meter between its rooms by persons, whole', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const water = linesOf(charge(facts, MONTH).lines, 'cold-water');
        const rooms = water.filter(({ premises }) => premises === 'a' || premises === 'b');
        const [from, to] = facts.flats![0]!.meters![0]!.readings.map(({ value }) => decimal(value as string));
        expect(same(sumOf(rooms), Volume.of(to!.minus(from!)))).toBe(true);
      }),
    );
  });

  it('spreads what heating its hot water took over all of it, within half a kopeck a line', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const made = linesOf(charge(facts, MONTH).lines, 'made');
        const rule = facts.services.find(({ code }) => code === 'made')!;
        if (rule.method !== 'hot-water-made-in-house') throw new Error('no such rule');
        const cost = rule.spent!.reduce(
          (sum, one) => sum.plus(decimal(one.volume).times(decimal(one.rate))),
          decimal('0'),
        );
        const lines = made.map(({ working }) => (working.formula === 'made-in-house' ? working : null)!);
        const shares = lines.length / facts.premises.length; // a change of tariff makes two of each
        const water = lines.reduce(
          (sum, working) => sum.plus(volumeOf(working).times(decimal(working.rate))),
          Volume.zero,
        );
        const whole = water.toDecimal().plus(cost);
        const charged = Money.sum(made.map(({ amount }) => amount)).toDecimal();
        expect(
          charged
            .minus(whole)
            .abs()
            .lte(decimal('0.005').times(count(lines.length))),
        ).toBe(true);
        expect(Number.isInteger(shares)).toBe(true);
      }),
    );
  });

  it('keeps the parts of a zone’s volume within and above the norm, and the zones in their proportion', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const power = linesOf(charge(facts, MONTH).lines, 'electricity');
        for (const { id, given } of facts.premises) {
          const own = power.filter(({ premises }) => premises === id);
          const used = Object.values(given!['electricity'] as Record<string, string>);
          const total = used.reduce((sum, one) => sum.plus(decimal(one)), decimal('0'));
          expect(same(sumOf(own), Volume.of(total))).toBe(true);
          const [rule] = facts.services.filter(({ method }) => method === 'social-norm');
          const norm = decimal((rule as { socialNorm: string }).socialNorm);
          const within = sumOf(own.filter(({ part }) => part === 'within'));
          expect(same(within, Volume.of(norm.lt(total) ? norm : total))).toBe(true);
        }
      }),
    );
  });

  it('does not mind the order of its premises and services', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const turned = { ...facts, premises: [...facts.premises].reverse(), services: [...facts.services].reverse() };
        const bill = (of: HouseFacts) =>
          charge(of, MONTH as Period)
            .lines.map(({ premises, service, part, amount }) => `${premises} ${service} ${part} ${amount}`)
            .sort();
        expect(bill(turned)).toEqual(bill(facts));
      }),
    );
  });
});

describe('a month that is run again for some accounts', () => {
  it('comes out as it did among all of the house, by what the house divided', () => {
    fc.assert(
      fc.property(house, fc.constantFrom('1', '2', '3', 'flat'), (facts, who) => {
        const all = charge(facts, MONTH);
        const own = facts.premises.filter(({ id, flat }) => id === who || flat === who);
        const figures = JSON.parse(JSON.stringify(all.figures)) as NonNullable<HouseFacts['figures']>;
        const alone = charge({ ...facts, premises: own, carry: null, figures }, MONTH);
        expect(alone.parked).toEqual([]);
        expect(alone.carry).toEqual([]);
        const ids = own.map(({ id }) => id);
        expect(told(alone.lines)).toEqual(told(all.lines.filter(({ premises }) => ids.includes(premises))));
      }),
    );
  });

  it('moves no neighbour: what the house divided stands, whatever became of the account', () => {
    fc.assert(
      fc.property(house, figure(150, 2), figure(20, 3), (facts, area, water) => {
        const { figures } = charge(facts, MONTH);
        const [one, two] = facts.premises as [PremisesFacts, PremisesFacts];
        const changed = { ...one, area, given: { ...one.given, 'cold-water': water } };
        const alone = charge({ ...facts, premises: [changed], carry: null, figures }, MONTH);
        const beside = charge({ ...facts, premises: [changed, two], carry: null, figures }, MONTH);
        const before = charge(facts, MONTH).lines.filter(({ premises }) => premises === two.id);
        expect(told(beside.lines.filter(({ premises }) => premises === two.id))).toEqual(told(before));
        expect(told(beside.lines.filter(({ premises }) => premises === one.id))).toEqual(told(alone.lines));
      }),
    );
  });
});

function told(lines: readonly ChargeLine[]): string[] {
  return lines.map(({ premises, service, part, amount }) => `${premises} ${service} ${part} ${amount}`);
}
