import { describe, expect, it } from '@jest/globals';
import { firstDay, type LocalDate, Money, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { charge } from '../charge.js';
import type { HouseFacts, PremisesFacts, ServiceRule } from '../facts.js';
import type { ChargeLine } from '../line.js';
import { evaluate } from '../working/evaluate.js';
import { explain } from '../working/explain.js';
import type { BenefitFacts } from './benefit-facts.js';

const JULY = parsePeriod('2026-07');
const LONG_AGO = 15_000 as LocalDate;
const SERVICES: ServiceRule[] = [
  { code: 'maintenance', method: 'area', tariffs: [{ from: LONG_AGO, rate: '31.07' }] },
  { code: 'concierge', method: 'person', tariffs: [{ from: LONG_AGO, rate: '150.55' }] },
  { code: 'intercom', method: 'flat', tariffs: [{ from: LONG_AGO, rate: '70' }] },
  {
    code: 'cold-water',
    method: 'metered',
    norms: [{ from: LONG_AGO, value: '4.29' }],
    excess: [{ from: LONG_AGO, factor: '3' }],
    tariffs: [{ from: LONG_AGO, rate: '36.47' }],
  },
  {
    code: 'waste',
    method: 'waste-person',
    norms: [{ from: LONG_AGO, value: '2.5' }],
    tariffs: [{ from: LONG_AGO, rate: '900' }],
  },
];

describe('benefits', () => {
  it('are never above the fee and follow from their workings alone', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const { lines } = charge({ ...facts, benefitsShown: 'net' }, JULY);
        for (const line of benefitsIn(lines)) {
          const fee = Money.sum(
            lines
              .filter(({ service, part }) => service === line.service && part === 'individual')
              .map(({ amount }) => amount),
          );
          expect(line.amount.isNegative).toBe(true);
          expect(line.amount.negated().compare(fee)).not.toBe(1);
          expect(evaluate(JSON.parse(JSON.stringify(line.working)) as ChargeLine['working'])).toEqual(line.amount);
          expect(explain(line.working).sentence).not.toMatch(/undefined|NaN|null/);
        }
      }),
    );
  });

  it('come to the same whatever their order', () => {
    fc.assert(
      fc.property(house, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (facts, keys) => {
        const shuffled = (facts.premises[0]!.benefits ?? [])
          .map((benefit, i) => [keys[i], benefit] as const)
          .sort(([a], [b]) => a! - b!)
          .map(([, benefit]) => benefit);
        const again = charge({ ...facts, premises: [{ ...facts.premises[0]!, benefits: shuffled }] }, JULY);
        expect(told(again.benefits)).toEqual(told(charge(facts, JULY).benefits));
      }),
    );
  });

  it('of a part of the month are no more than of the whole', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const whole = (facts.premises[0]!.benefits ?? []).map(({ to: _, ...benefit }) => ({
          ...benefit,
          from: LONG_AGO,
        }));
        const longer = charge({ ...facts, premises: [{ ...facts.premises[0]!, benefits: whole }] }, JULY).benefits;
        for (const line of charge(facts, JULY).benefits) {
          const same = longer.find(({ service }) => service === line.service)!;
          expect(same.amount.compare(line.amount)).not.toBe(1); // both below zero
        }
      }),
    );
  });

  it('leave the bill as it is where social protection compensates them', () => {
    fc.assert(
      fc.property(house, (facts) => {
        const [compensated, net] = [charge(facts, JULY), charge({ ...facts, benefitsShown: 'net' }, JULY)];
        expect(benefitsIn(compensated.lines)).toEqual([]);
        expect(compensated.benefits.map(({ amount }) => amount)).toEqual(
          benefitsIn(net.lines).map(({ amount }) => amount),
        );
        expect(net.benefits).toEqual([]);
      }),
    );
  });

  it('say which category won, of what, and who pays', () => {
    const flat = premises([
      {
        from: LONG_AGO,
        person: 'Иванов И. И.',
        category: 'veteran',
        name: 'Ветеран труда',
        percents: [{ service: 'maintenance', percent: '60' }],
        areaNorm: { person: '22', alone: '33' },
      },
      {
        from: LONG_AGO,
        person: 'Иванов И. И.',
        category: 'disabled',
        name: 'Инвалид II группы',
        percents: [{ service: 'maintenance', percent: '50' }],
      },
    ]);
    const [line] = charge(
      {
        house: { id: 'house' },
        services: SERVICES,
        premises: [{ ...flat, area: '44', residents: [{ from: LONG_AGO }] }],
      },
      JULY,
    ).benefits;
    expect(explain(line!.working).sentence).toBe(
      'Льгота «Инвалид II группы», 50 % от платы 1\u202f367,08\u202f₽. Взяли её, потому что она больше: «Ветеран труда» дала бы 45 %.' +
        ' Плату это не уменьшает: 683,54\u202f₽ компенсирует соцзащита.',
    );
  });
});

const benefit: fc.Arbitrary<BenefitFacts> = fc
  .record({
    category: fc.constantFrom('a', 'b', 'c'),
    percents: fc.uniqueArray(
      fc.record({
        service: fc.constantFrom(...SERVICES.map(({ code }) => code)),
        percent: fc.integer({ min: 1, max: 100 }).map(String),
      }),
      { selector: ({ service }) => service, minLength: 1 },
    ),
    areaNorm: fc.option(fc.constantFrom({ person: '22', alone: '33' }, { person: '18' })),
    covered: fc.constantFrom(null, 1, 2, 'all' as const),
    begins: fc.integer({ min: -3, max: 40 }),
    length: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(({ begins, length, ...rest }) => {
    const from = (firstDay(JULY) + begins) as LocalDate;
    return { ...rest, person: 'holder', from, to: length === null ? null : ((from + length) as LocalDate) };
  });

const house: fc.Arbitrary<HouseFacts> = fc
  .record({
    benefits: fc.array(benefit, { minLength: 1, maxLength: 5 }),
    area: fc.integer({ min: 10, max: 120 }).map(String),
    persons: fc.integer({ min: 1, max: 4 }),
    moved: fc.option(fc.integer({ min: 1, max: 30 })),
    water: fc.option(fc.integer({ min: 0, max: 20_000 }).map((litres) => (litres / 1000).toFixed(3))),
  })
  .map(({ benefits, area, persons, moved, water }) => ({
    house: { id: 'house' },
    services: SERVICES,
    premises: [
      {
        ...premises(benefits),
        area,
        residents: Array.from({ length: persons }, (_, i) => ({
          from: i > 0 && moved !== null ? ((firstDay(JULY) + moved) as LocalDate) : LONG_AGO,
        })),
        ...(water !== null && { given: { 'cold-water': water } }),
      },
    ],
  }));

function premises(benefits: readonly BenefitFacts[]): PremisesFacts {
  return { id: '1', benefits };
}

function benefitsIn(lines: readonly ChargeLine[]): ChargeLine[] {
  return lines.filter(({ part }) => part === 'benefit');
}

function told(lines: readonly ChargeLine[]): string[] {
  return lines.map(({ service, amount }) => `${service} ${amount}`).sort();
}
