import { addDays, type LocalDate, Money, parseDate, parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkSchedule,
  type CoveredMoves,
  drawUpSchedule,
  interestOn,
  leftByDay,
  pauseOf,
  type PlanTerms,
  spreadOverPlaces,
  standingOf,
  withInterest,
} from '../index.js';

const day = parseDate;
const roubles = (text: string) => Money.parse(text);

const asked = {
  debt: roubles('1000'),
  parts: 3,
  from: parsePeriod('2026-12'),
  day: 31,
  rate: 0,
  startsOn: day('2026-11-20'),
};

describe('a schedule', () => {
  it('is of equal parts a month apart; a shorter month’s last day stands for the day', () => {
    expect(drawUpSchedule(asked).map(({ dueOn, amount }) => [dueOn, `${amount}`])).toEqual([
      [day('2026-12-31'), '333.34'],
      [day('2027-01-31'), '333.33'],
      [day('2027-02-28'), '333.33'],
    ]);
  });

  it('asks interest on what is left, for the days since the part before', () => {
    const parts = withInterest(
      [
        { dueOn: day('2026-12-15'), amount: roubles('6000') },
        { dueOn: day('2027-01-15'), amount: roubles('6000') },
      ],
      { rate: 170_000, startsOn: day('2026-11-15') },
    );
    expect(parts.map(({ interest }) => `${interest}`)).toEqual(['167.67', '86.63']);
  });

  it('counts days of a leap year as such', () => {
    const over = interestOn(roubles('36500'), 100_000, { from: day('2027-12-31'), to: day('2028-12-31') });
    expect(`${over}`).toBe('3650.00'); // 366 of 366 days
  });

  it.each([
    ['instalment.schedule-sum', [['2026-12-15', '999.99']]],
    ['instalment.schedule-past', [['2026-11-19', '1000']]],
    [
      'instalment.schedule-order',
      [
        ['2026-12-15', '500'],
        ['2026-12-15', '500'],
      ],
    ],
    [
      'instalment.schedule-zero',
      [
        ['2026-12-15', '1000'],
        ['2027-01-15', '0'],
      ],
    ],
  ])('is refused with %s', (code, rows) => {
    const parts = rows.map(([on, sum]) => ({ dueOn: day(on!), amount: roubles(sum!) }));
    expect(() => checkSchedule(parts, asked)).toThrow(expect.objectContaining({ code }));
  });

  it('names the difference from the debt', () => {
    const parts = [{ dueOn: day('2026-12-15'), amount: roubles('900') }];
    expect(() => checkSchedule(parts, asked)).toThrow(
      expect.objectContaining({ details: { debt: '1000.00', schedule: '900.00', difference: '-100.00' } }),
    );
  });

  it('made by itself always adds up, and passes its own check', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 10_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 31 }),
        (kopecks, parts, on) => {
          const debt = Money.ofKopecks(String(kopecks));
          const made = drawUpSchedule({ ...asked, debt, parts, day: on, rate: 170_000 });
          expect(() => checkSchedule(made, { ...asked, debt })).not.toThrow();
          expect(made).toHaveLength(parts);
        },
      ),
    );
  });
});

const terms: PlanTerms = {
  startedOn: day('2026-11-20'),
  parts: drawUpSchedule({ ...asked, debt: roubles('900'), day: 15 }),
  graceDays: 5,
  misses: 1,
  daysComeBack: false,
  cancelledOn: null,
};

const owing = (...money: readonly (readonly [string, string])[]): CoveredMoves[] => [
  {
    amount: roubles('900'),
    moves: [
      { on: day('2026-10-31'), amount: roubles('900') },
      ...money.map(([on, sum]) => ({ on: day(on), amount: roubles(sum).negated() })),
    ],
  },
];
const stands = (on: string, places: readonly CoveredMoves[], more: Partial<PlanTerms> = {}) =>
  standingOf({ ...terms, ...more }, leftByDay(places, terms.startedOn), day(on));

describe('a plan', () => {
  it('is kept while each part comes by its day', () => {
    const found = stands('2027-01-10', owing(['2026-12-14', '300']));
    expect(found).toMatchObject({ state: 'kept', endedOn: null });
    expect(found.parts.map(({ state, paidOn, left }) => [state, paidOn, `${left}`])).toEqual([
      ['paid', day('2026-12-14'), '0.00'],
      ['ahead', null, '300.00'],
      ['ahead', null, '300.00'],
    ]);
  });

  it('is late after a part’s day, and kept again when it comes within the days of grace', () => {
    expect(stands('2026-12-16', owing()).state).toBe('late');
    expect(stands('2026-12-25', owing(['2026-12-20', '300'])).state).toBe('kept');
  });

  it('ends the day after the days of grace, and its pause with it', () => {
    const found = stands('2027-01-31', owing(['2026-12-21', '300']));
    expect(found).toMatchObject({ state: 'ended', endedOn: day('2026-12-21') });
    expect(pauseOf(terms, found)).toEqual({ from: terms.startedOn, to: day('2026-12-21'), comesBack: false });
    expect(pauseOf({ ...terms, daysComeBack: true }, found).comesBack).toBe(true);
  });

  it('holds through one missed part where two end it', () => {
    expect(stands('2027-01-10', owing(), { misses: 2 }).state).toBe('late');
    expect(stands('2027-01-31', owing(), { misses: 2 })).toMatchObject({ state: 'ended', endedOn: day('2027-01-21') });
  });

  it('takes money that came early for the next parts, and is done when all is paid', () => {
    const found = stands('2026-12-01', owing(['2026-11-25', '450']));
    expect(found.parts.map(({ left }) => `${left}`)).toEqual(['0.00', '150.00', '300.00']);
    expect(stands('2026-12-01', owing(['2026-11-25', '900']))).toMatchObject({
      state: 'done',
      doneOn: day('2026-11-25'),
    });
  });

  it('ends where one side cancels it; days that were free stay free', () => {
    const cancelled = { cancelledOn: day('2026-12-01'), daysComeBack: true };
    const found = stands('2027-02-28', owing(), cancelled);
    expect(found).toMatchObject({ state: 'cancelled', endedOn: day('2026-12-01') });
    expect(pauseOf({ ...terms, ...cancelled }, found).comesBack).toBe(false);
  });

  it('is not paid by what is added to its places later, but by what is taken off them', () => {
    const more: CoveredMoves[] = owing().map(({ amount, moves }) => ({
      amount,
      moves: [
        ...moves,
        { on: day('2026-11-30'), amount: roubles('100') },
        { on: day('2026-12-10'), amount: roubles('-350') },
      ],
    }));
    expect(`${stands('2026-12-12', more).paid}`).toBe('250.00');
  });

  it('stands the same in whatever order its money is told, and however a day’s money was split', () => {
    const money = fc.array(
      fc.record({ on: fc.integer({ min: -20, max: 120 }), sum: fc.integer({ min: 1, max: 50_000 }) }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        money,
        fc.integer({ min: 0, max: 150 }),
        fc.nat(100),
        fc.integer({ min: 1, max: 3 }),
        (told, at, percent, misses) => {
          const moves = told.map(({ on, sum }) => ({
            on: addDays(terms.startedOn, on) as LocalDate,
            amount: Money.ofKopecks(String(-sum)),
          }));
          const halves = moves.flatMap(({ on, amount }) => {
            const part = Money.ofKopecks((amount.kopecks * BigInt(percent)) / 100n);
            return [
              { on, amount: amount.minus(part) },
              { on, amount: part },
            ];
          });
          const debt = owing()[0]!;
          const as = (all: readonly { on: LocalDate; amount: Money }[]) =>
            standingOf(
              { ...terms, misses },
              leftByDay([{ ...debt, moves: [...debt.moves, ...all] }], terms.startedOn),
              addDays(terms.startedOn, at),
            );
          const found = as(moves);
          expect(as(halves.reverse())).toEqual(found);
          expect(found.paid.plus(found.left)).toEqual(roubles('900'));
          expect(Money.sum(found.parts.map(({ left }) => left))).toEqual(found.left);
        },
      ),
    );
  });
});

describe('parts over places', () => {
  it('go to the oldest place first, and both sides add up', () => {
    const sums = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 12 }), (owed, n) => {
        const places = owed.map((kopecks) => Money.ofKopecks(String(kopecks)));
        const debt = Money.sum(places);
        fc.pre(debt.kopecks >= BigInt(n));
        const parts = drawUpSchedule({ ...asked, debt, parts: n }).map(({ amount }) => amount);
        const shares = spreadOverPlaces(places, parts);
        const sumBy = (of: 'place' | 'part', i: number) =>
          Money.sum(shares.filter((share) => share[of] === i).map(({ amount }) => amount));
        places.forEach((sum, i) => expect(sumBy('place', i)).toEqual(sum));
        parts.forEach((sum, i) => expect(sumBy('part', i)).toEqual(sum));
        expect(shares.every(({ amount }) => amount.kopecks > 0n)).toBe(true);
      }),
    );
  });
});
