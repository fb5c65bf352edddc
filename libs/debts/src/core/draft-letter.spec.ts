import { type LocalDate, Money, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import { accruePenalty, type PenaltyLaw, type PortionPenalty, totalOf } from '@dvor/penalties/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertAddsUp, draftLetter, type LetterFacts, type PlaceWorking } from './draft-letter.js';
import type { DebtItem } from './may-be-sent.js';
import { STANDARD_WORDINGS } from './wordings.js';

const law: PenaltyLaw = {
  rules: {
    housing: [
      {
        from: parseDate('2016-01-01'),
        to: null,
        rule: { freeDays: 30, divisor: 300, raised: { fromDay: 91, divisor: 130 }, moratorium: null },
      },
    ],
    'capital-repair': [],
  },
  rates: [{ from: parseDate('2016-01-01'), to: null, rate: 95_000 }],
};
const asOf = parseDate('2026-10-31');

/** A place's debt and the penalty that the law makes of it. */
function place(serviceId: string, origin: Period, due: LocalDate, debt: Money): [DebtItem, PlaceWorking] {
  const key = { recipientId: '1', serviceId, origin };
  const portions = accruePenalty(
    { dues: [{ id: 'due', due, amount: debt }], credits: [] },
    { rule: 'housing', law, rateOf: 'payment-day', paymentDay: 'included', asOf },
  ) as readonly PortionPenalty[];
  const accrued = totalOf(portions);
  return [
    { ...key, due, principal: debt, penalty: accrued, goesWithFlat: false, payerId: null },
    { ...key, accrued, through: asOf, portions },
  ];
}

function facts(places: readonly (readonly [DebtItem, PlaceWorking])[]): LetterFacts {
  const items = places.map(([item]) => item);
  const total = Money.sum(items.flatMap(({ principal, penalty }) => [principal, penalty]));
  return {
    ...{ kind: 'claim', number: '12-3', dated: parseDate('2026-11-20'), asOf: parseDate('2026-11-20') },
    payBy: parseDate('2026-12-04'),
    issuer: { name: 'УК «Двор»', inn: '1', kpp: null, ogrn: null, address: 'ул. 1', phone: null, email: null },
    ...{ account: { number: '00010001', address: 'ул. Юрина, 1, кв. 1' }, debtor: 'Петров Пётр' },
    ...{ wording: STANDARD_WORDINGS.claim, items, leftOut: [], workings: places.map(([, working]) => working) },
    serviceName: (id) => `услуга ${id}`,
    payees: [{ name: 'УК', inn: '1', kpp: null, bank: null, sum: total.toString(), code: null }],
    restriction: null,
  };
}

const [june, july] = [parsePeriod('2026-06'), parsePeriod('2026-07')];
const water = place('2', june, parseDate('2026-07-15'), Money.parse('1000.00'));
const heat = place('3', june, parseDate('2026-07-15'), Money.parse('2500.00'));
const later = place('2', july, parseDate('2026-08-15'), Money.parse('700.00'));

describe('a letter', () => {
  const letter = draftLetter(facts([water, heat, later]));

  it('tells months, services and the penalty day by day, and they add up', () => {
    expect(letter.months.map(({ period, days, principal }) => [period, days, principal])).toEqual([
      ['2026-06', 128, '3500.00'],
      ['2026-07', 97, '700.00'],
    ]);
    expect(letter.services.map(({ service, principal }) => [service, principal])).toEqual([
      ['услуга 2', '1700.00'],
      ['услуга 3', '2500.00'],
    ]);
    expect(letter.penalties).toMatchObject({ through: '2026-10-31', settled: '0.00', brought: '0.00' });
    expect(letter.penalties.accrued).toBe(letter.penalty);
  });

  it('puts days of one month that cost the same in one row, whatever services they are of', () => {
    const june = letter.penalties.rows.filter(({ period }) => period === '2026-06');
    expect(june.map(({ debt, from, days, divisor, free, sum }) => [debt, from, days, divisor, free, sum])).toEqual([
      ['3500.00', '2026-07-16', 30, 1, 'first-days', '0.00'],
      ['3500.00', '2026-08-15', 60, 300, null, '66.50'],
      ['3500.00', '2026-10-14', 18, 130, null, '46.03'],
    ]);
  });

  it('fills its words', () => {
    expect(letter.opening[0]).toContain('лицевому счёту № 00010001');
    expect(letter.opening[0]).toContain('за июнь 2026 – июль 2026 составляет 4\u00a0200,00\u00a0руб., начислены пени');
    expect(letter.closing[0]).toContain('до 04.12.2026 включительно');
  });

  it('tells what of the penalty was paid, and what was accrued elsewhere', () => {
    const paid: typeof water = [{ ...water[0], penalty: water[0].penalty.minus(Money.parse('5.00')) }, water[1]];
    const brought: typeof heat = [{ ...heat[0], penalty: heat[0].penalty.plus(Money.parse('40.00')) }, heat[1]];
    expect(draftLetter(facts([paid, brought])).penalties).toMatchObject({ settled: '5.00', brought: '40.00' });
    const alone = { ...facts([[{ ...water[0], penalty: Money.parse('9.00') }, water[1]]]), workings: [] };
    expect(draftLetter(alone).penalties).toMatchObject({ rows: [], accrued: '0.00', brought: '9.00', through: null });
  });

  it('is refused where payees would get another sum than is asked for', () => {
    const wrong = facts([water]);
    expect(() => draftLetter({ ...wrong, payees: [{ ...wrong.payees[0]!, sum: '1.00' }] })).toThrow(
      expect.objectContaining({ code: 'letter.does-not-add-up' }),
    );
    expect(() => assertAddsUp({ ...letter, months: letter.months.slice(1) })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ what: 'months: principal' }) }),
    );
  });

  it('adds up whatever the debt is made of', () => {
    const places = fc.uniqueArray(
      fc.record({
        service: fc.constantFrom('2', '3', '11'),
        month: fc.integer({ min: 0, max: 30 }),
        kopecks: fc.bigInt({ min: 1n, max: 9_999_999n }),
        paid: fc.bigInt({ min: 0n, max: 500n }),
      }),
      { minLength: 1, maxLength: 12, selector: ({ service, month }) => `${service} ${month}` },
    );
    fc.assert(
      fc.property(places, (given) => {
        const made = given.map(({ service, month, kopecks, paid }) => {
          const due = (parseDate('2024-02-10') + month * 30) as LocalDate;
          const [item, working] = place(service, (2024 * 12 + month) as Period, due, Money.ofKopecks(kopecks));
          const left = item.penalty.minus(Money.ofKopecks(paid));
          return [{ ...item, penalty: left.isNegative ? Money.zero : left }, working] as const;
        });
        expect(() => draftLetter(facts(made))).not.toThrow();
      }),
    );
  });
});
