import { describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate, Money, parseDate } from '@dvor/kernel';
import fc from 'fast-check';
import {
  accruePenalty,
  evaluatePenalty,
  explainPenalty,
  type Pause,
  type PenaltyCredit,
  type PenaltyDue,
  penaltyLawOf,
  PenaltyRefusal,
  type PenaltyTerms,
  type PortionPenalty,
  portionsOf,
  PUBLISHED_PENALTY_LAW,
  totalOf,
  workingOf,
} from './index.js';

const law = penaltyLawOf(PUBLISHED_PENALTY_LAW, { uncapped: 'refuse' });
const day = parseDate;
const due = (on: string, roubles: string, id = 'one'): PenaltyDue => ({
  id,
  due: day(on),
  amount: Money.parse(roubles),
});
const credit = (on: string, roubles: string): PenaltyCredit => ({ on: day(on), amount: Money.parse(roubles) });

const terms: PenaltyTerms = {
  law,
  rule: 'housing',
  rateOf: 'payment-day',
  paymentDay: 'included',
  asOf: day('2026-09-15'),
};

function reckoned(
  dues: readonly PenaltyDue[],
  credits: readonly PenaltyCredit[] = [],
  { pauses = [], ...more }: Partial<PenaltyTerms> & { readonly pauses?: readonly Pause[] } = {},
): readonly PortionPenalty[] {
  const found = accruePenalty({ dues, credits, pauses }, { ...terms, ...more });
  if (found instanceof PenaltyRefusal) throw new Error(JSON.stringify(found.details));
  return found;
}

describe('the working of a penalty', () => {
  it('shows free days, 1/300 and 1/130 with their days, which add up to the sum', () => {
    const [portion] = reckoned([due('2026-06-15', '1000')]);
    expect(
      portion!.spans.map(({ days, rate, divisor, free, amount }) => [days, rate, divisor, free, `${amount}`]),
    ).toEqual([
      [30, 0, 1, 'first-days', '0.00'],
      [60, 95_000, 300, null, '19.00'],
      [2, 95_000, 130, null, '1.46'],
    ]);
    expect(portion!.penalty.toString()).toBe('20.46');
  });

  it('shows the days of a moratorium', () => {
    const [portion] = reckoned([due('2022-02-10', '1000')], [], { asOf: day('2022-10-31') });
    expect(portion!.spans.map(({ days, free }) => [days, free])).toEqual([
      [30, 'first-days'],
      [19, null],
      [184, 'moratorium'],
      [30, null],
    ]);
  });

  it('is told in a sentence', () => {
    const [paid, left] = reckoned([due('2026-03-15', '1000')], [credit('2026-05-20', '600')], {
      asOf: day('2026-06-30'),
    });
    const told = (portion: PortionPenalty) => explainPenalty(portion).replaceAll('\u00a0', ' ');
    expect(told(paid!)).toBe(
      '600,00 ₽ со сроком оплаты до 15.03.2026: оплачено 20.05.2026. 30 дней – без пени, 36 дней – 9,5 % / 300. Пени 6,84 ₽.',
    );
    expect(told(left!)).toBe(
      '400,00 ₽ со сроком оплаты до 15.03.2026: не оплачено. 30 дней – без пени, 60 дней – 9,5 % / 300, 17 дней – 9,5 % / 130. Пени 12,57 ₽.',
    );
    expect(told(reckoned([due('2026-09-15', '5')])[0]!)).toBe(
      '5,00 ₽ со сроком оплаты до 15.09.2026: не оплачено. Пени нет: просрочки не было.',
    );
  });

  it('leaves out delay before a debt was ours, but counts its days', () => {
    const [portion] = reckoned([{ ...due('2026-01-15', '1300'), since: day('2026-09-14') }]);
    expect(portion!.spans.map(({ days, divisor, amount }) => [days, divisor, `${amount}`])).toEqual([[2, 130, '1.90']]);
  });
});

describe('where the law says nothing', () => {
  it.each([
    ['2026-11-15', '2027-02-15', 'penalty.rate-cap', '2027-02-15'],
    ['2004-01-10', '2004-06-01', 'penalty.free-days', '2004-01-11'],
  ])('a debt due %s is refused on %s, naming %s of %s', (on, asOf, parameter, date) => {
    const found = accruePenalty({ dues: [due(on, '100')], credits: [] }, { ...terms, asOf: day(asOf) });
    expect((found as PenaltyRefusal).details).toEqual({ parameter, date });
  });

  it('the rule of capital repair before 2018 is not guessed', () => {
    const found = accruePenalty(
      { dues: [due('2017-06-10', '100')], credits: [] },
      { ...terms, rule: 'capital-repair', asOf: day('2017-12-31') },
    );
    expect((found as PenaltyRefusal).details).toEqual({
      parameter: 'penalty.capital-repair.free-days',
      date: '2017-06-11',
    });
  });

  it('a figure that can’t be read is a fault, not a zero', () => {
    const broken = PUBLISHED_PENALTY_LAW.map((one) =>
      one.code === 'penalty.divisor' ? { ...one, value: 'many' } : one,
    );
    expect(() => penaltyLawOf(broken, { uncapped: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'penalty.law-value', details: { code: 'penalty.divisor', value: 'many' } }),
    );
  });
});

describe('whatever is owed and paid', () => {
  const BEGIN = day('2019-01-10');
  const date = fc.integer({ min: 0, max: 2_700 }).map((n) => addDays(BEGIN, n));
  const sum = fc.integer({ min: 1, max: 5_000_000 }).map((kopecks) => Money.ofKopecks(String(kopecks)));
  const dues = fc
    .array(fc.record({ due: date, amount: sum }), { maxLength: 6 })
    .map((list): PenaltyDue[] => list.map((one, i) => ({ id: `${i}`, ...one })));
  const credits = fc.array(fc.record({ on: date, amount: sum }), { maxLength: 8 });
  const anyTerms = fc.record({
    rule: fc.constantFrom('housing', 'capital-repair'),
    rateOf: fc.constantFrom('payment-day', 'each-day'),
    paymentDay: fc.constantFrom('included', 'excluded'),
    asOf: date,
    pauses: fc.array(
      fc
        .record({ from: date, days: fc.option(fc.integer({ min: 1, max: 400 })), comesBack: fc.boolean() })
        .map(({ from, days, comesBack }) => ({
          ...{ from, comesBack: comesBack && days !== null },
          to: days === null ? null : addDays(from, days),
        })),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<Partial<PenaltyTerms> & { readonly pauses: readonly Pause[] }>;

  it('days inside a plan that is kept cost nothing, the days of delay go on, and other days cost what they cost', () => {
    fc.assert(
      fc.property(dues, credits, anyTerms, (owed, money, more) => {
        const plain = reckoned(owed, money, { ...more, pauses: [] });
        const paused = reckoned(owed, money, more);
        expect(totalOf(paused).compare(totalOf(plain))).toBeLessThanOrEqual(0);
        for (const [i, { spans, paidOn }] of paused.entries()) {
          const pausedOn = (on: LocalDate) =>
            more.pauses!.some(
              ({ from, to, comesBack }) =>
                from <= on &&
                (to === null || on < to) &&
                (!comesBack || (paidOn !== null && (to === null || paidOn < to))),
            );
          for (const { from, to, free, rate, divisor } of spans)
            for (let on = from; on <= to; on = addDays(on, 1)) {
              const same = plain[i]!.spans.find((span) => span.from <= on && on <= span.to)!;
              if (same.free !== null) expect(free).toBe(same.free);
              else if (pausedOn(on)) expect(free).toBe('instalments');
              else expect([free, rate, divisor]).toEqual([null, same.rate, same.divisor]);
            }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('the order in which it is told changes nothing', () => {
    fc.assert(
      fc.property(dues, credits, anyTerms, fc.func(fc.integer()), (owed, money, more, key) => {
        const shuffled = <T>(list: readonly T[]) => [...list].sort((a, b) => key(a) - key(b));
        expect(reckoned(shuffled(owed), shuffled(money), more)).toEqual(reckoned(owed, money, more));
      }),
    );
  });

  it('splitting a payment on one day changes nothing', () => {
    fc.assert(
      fc.property(dues, credits, anyTerms, fc.nat(100), (owed, money, more, percent) => {
        const halves = money.flatMap(({ on, amount }) => {
          const part = Money.ofKopecks((amount.kopecks * BigInt(percent)) / 100n);
          return [
            { on, amount: part },
            { on, amount: amount.minus(part) },
          ];
        });
        expect(reckoned(owed, halves, more)).toEqual(reckoned(owed, money, more));
      }),
    );
  });

  it('rows add up to their portion, portions to their debt, and days follow one another', () => {
    fc.assert(
      fc.property(dues, credits, anyTerms, (owed, money, more) => {
        const found = reckoned(owed, money, more);
        for (const { penalty, spans } of found) {
          expect(Money.sum(spans.map(({ amount }) => amount))).toEqual(penalty);
          spans.slice(1).forEach(({ from }, i) => expect(from).toBe(spans[i]!.to + 1));
          for (const { amount, free } of spans) expect(free === null ? !amount.isNegative : amount.isZero).toBe(true);
        }
        for (const one of owed) {
          const parts = found.filter((portion) => portion.due.id === one.id);
          expect(Money.sum(parts.map(({ amount }) => amount))).toEqual(one.amount);
        }
      }),
    );
  });

  it('the working that is kept comes to the same sum, reckoned anew, and shows the same rows', () => {
    fc.assert(
      fc.property(dues, credits, anyTerms, (owed, money, more) => {
        const found = reckoned(owed, money, more);
        const working = workingOf(found, { ...terms, ...more });
        const stored = JSON.parse(JSON.stringify(working)) as typeof working;
        expect(evaluatePenalty(stored)).toEqual(totalOf(found));
        expect(portionsOf(stored).map(({ spans, penalty }) => ({ spans, penalty }))).toEqual(
          found.filter(({ spans }) => spans.length > 0).map(({ spans, penalty }) => ({ spans, penalty })),
        );
      }),
    );
  });

  it('thirty days late costs nothing, later never less than earlier while the rate stands', () => {
    const rated = penaltyLawOf(PUBLISHED_PENALTY_LAW, {
      uncapped: 'refuse',
      rates: [{ from: day('2000-01-01'), to: null, percent: '9.5' }],
    });
    fc.assert(
      fc.property(date, sum, fc.nat(400), fc.nat(30), anyTerms, (on, amount, late, more, any) => {
        const one = { id: 'one', due: on, amount };
        const at = (days: number) =>
          totalOf(reckoned([one], [], { ...any, law: rated, asOf: addDays(on, days) as LocalDate }));
        expect(at(30)).toEqual(Money.zero);
        expect(at(late + more).compare(at(late))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('more money never makes it dearer while the rate stands', () => {
    const rated = penaltyLawOf(PUBLISHED_PENALTY_LAW, {
      uncapped: 'refuse',
      rates: [{ from: day('2000-01-01'), to: null, percent: '9.5' }],
    });
    const kopeck = 1n; // each portion is rounded by itself
    fc.assert(
      fc.property(dues, credits, credits, anyTerms, (owed, money, more, any) => {
        const before = reckoned(owed, money, { ...any, law: rated });
        const after = reckoned(owed, [...money, ...more], { ...any, law: rated });
        const roundings = BigInt(before.length + after.length) * kopeck;
        expect(totalOf(after).kopecks <= totalOf(before).kopecks + roundings).toBe(true);
      }),
    );
  });
});
