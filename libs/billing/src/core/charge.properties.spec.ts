import { describe, expect, it } from '@jest/globals';
import { type Decimal, decimal, firstDay, type LocalDate, Money, type Period, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { charge } from './charge.js';
import type { DatedDecimal, HouseFacts, MeterFacts, PremisesFacts, Resident, ServiceRule, Tariff } from './facts.js';
import type { ChargeLine } from './line.js';
import { evaluate } from './working/evaluate.js';
import { explain } from './working/explain.js';
import { roubles } from './working/russian-figures.js';

/** `FUZZ_RUNS=5000` tries longer. */
fc.configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });

// ---------------------------------------------------------------------------------- houses of any kind, any month

const period = fc.constantFrom(...['2025-12', '2026-02', '2026-07'].map(parsePeriod));
const MONTH_DAYS = 28; // a change on any of these days falls inside every month

function figure(most: number, decimals: number): fc.Arbitrary<string> {
  return fc.nat(most * 10 ** decimals - 1).map((n) => ((n + 1) / 10 ** decimals).toFixed(decimals));
}

function day(month: Period, offset: number): LocalDate {
  return (firstDay(month) + offset) as LocalDate;
}

const LONG_AGO = 15_000 as LocalDate;

/** A value that holds for ever, or changes inside the month. */
function dated<T>(month: Period, value: fc.Arbitrary<T>): fc.Arbitrary<{ from: LocalDate; value: T }[]> {
  return fc.oneof(
    value.map((only) => [{ from: LONG_AGO, value: only }]),
    fc.tuple(value, value, fc.integer({ min: 1, max: MONTH_DAYS - 1 })).map(([before, after, at]) => [
      { from: LONG_AGO, value: before },
      { from: day(month, at), value: after },
    ]),
  );
}

function tariffs(month: Period): fc.Arbitrary<Tariff[]> {
  return dated(month, figure(4000, 2)).map((list) => list.map(({ from, value }) => ({ from, rate: value })));
}

function services(month: Period): fc.Arbitrary<ServiceRule[]> {
  const norms = (most: number): fc.Arbitrary<DatedDecimal[]> => dated(month, figure(most, 4));
  const excess = fc.option(
    dated(month, fc.constantFrom('1', '1.5', '3')).map((list) =>
      list.map(({ from, value }) => ({ from, factor: value })),
    ),
  );
  const one = (rule: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ ...rule, tariffs: tariffs(month) }) as fc.Arbitrary<unknown> as fc.Arbitrary<ServiceRule>;
  const is = fc.constant;
  return fc.tuple(
    one({ code: is('maintenance'), method: is('area') }),
    one({ code: is('concierge'), method: is('person') }),
    one({ code: is('intercom'), method: is('flat') }),
    one({ code: is('cold-water'), method: is('metered'), norms: norms(10), excess }),
    one({ code: is('hot-water'), method: is('metered'), norms: norms(10), excess }),
    one({ code: is('electricity'), method: is('metered'), norms: norms(200), excess }),
    one({ code: is('sewage'), method: is('sewage'), of: is(['cold-water', 'hot-water']) }),
    one({ code: is('waste'), method: is('waste-person'), norms: norms(3) }),
    one({ code: is('waste-by-area'), method: is('waste-area'), norms: norms(1) }),
  );
}

function resident(month: Period): fc.Arbitrary<Resident> {
  const inside = fc.integer({ min: 0, max: MONTH_DAYS }).map((offset) => day(month, offset));
  const away = fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.nat(30))
    .map(([from, length]) => ({ from: day(month, from), to: day(month, from + length) }));
  return fc.record({
    from: fc.oneof(fc.constant(LONG_AGO), inside),
    to: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 28, max: 60 }).map((offset) => day(month, offset)),
    ),
    temporary: fc.boolean(),
    absences: fc.array(away, { maxLength: 2 }),
  });
}

/** A meter that was read, or not, in each of the last nine months. */
function meter(month: Period, service: string): fc.Arbitrary<MeterFacts> {
  return fc
    .record({
      runs: fc.array(fc.option(fc.nat(9_000)), { minLength: 9, maxLength: 9 }),
      digits: fc.constantFrom(3, 5),
      installedBefore: fc.integer({ min: 0, max: 400 }),
      verifiedFor: fc.option(fc.integer({ min: -200, max: 60 })),
    })
    .map(({ runs, digits, installedBefore, verifiedFor }) => {
      const installed = day(month, -installedBefore);
      let dial = 0;
      const readings = runs.flatMap((run, i) => {
        const date = day(month, (i - runs.length + 1) * 30 + 20);
        if (run === null || date < installed) return [];
        dial += run;
        return [{ date, value: ((dial % (1000 * 10 ** digits)) / 1000).toFixed(3) }];
      });
      const verifiedUntil = verifiedFor === null ? null : day(month, verifiedFor);
      return { id: `${service}-meter`, service, installed, verifiedUntil, digits, readings };
    });
}

function premises(month: Period, id: string): fc.Arbitrary<PremisesFacts> {
  return fc.record({
    id: fc.constant(id),
    area: fc.oneof(figure(150, 2), dated(month, figure(150, 2))),
    owners: fc.integer({ min: 1, max: 4 }),
    residents: fc.array(resident(month), { maxLength: 5 }),
    meters: fc
      .tuple(...['cold-water', 'hot-water', 'electricity'].map((service) => fc.option(meter(month, service))))
      .map((meters) => meters.filter((one) => one !== null)),
    meterImpossible: fc.subarray(['cold-water', 'hot-water', 'electricity']),
    estimated: fc.array(
      fc.record({
        service: fc.constant('cold-water'),
        period: fc.integer({ min: 1, max: 3 }).map((back) => (month - back) as Period),
        volume: figure(12, 3),
      }),
      { maxLength: 2 },
    ),
    from: fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      { arbitrary: fc.integer({ min: 0, max: 20 }).map((n) => day(month, n)), weight: 1 },
    ),
  });
}

const house: fc.Arbitrary<{ facts: HouseFacts; month: Period }> = period.chain((month) =>
  fc
    .record({
      services: services(month),
      premises: fc.tuple(premises(month, '1'), premises(month, '2'), premises(month, '3')),
    })
    .map((facts) => ({ facts: { house: { id: 'house' }, ...facts }, month })),
);

// ---------------------------------------------------------------------------------------------------- what holds

describe('charge', () => {
  it('makes lines that follow from their workings alone, after a trip through storage too', () => {
    fc.assert(
      fc.property(house, ({ facts, month }) => {
        for (const { working, amount } of charge(facts, month).lines) {
          expect(evaluate(working).toString()).toBe(amount.toString());
          const stored = JSON.parse(JSON.stringify(working)) as typeof working;
          expect(evaluate(stored).equals(amount)).toBe(true);
          const { sentence, steps, clause } = explain(stored);
          expect(sentence).not.toMatch(/undefined|NaN|null/);
          expect(clause).toBe(working.clause);
          expect(steps.at(-1)!.figure).toBe(roubles(amount));
        }
      }),
    );
  });

  it('gives the same bill from facts that were stored and read back', () => {
    fc.assert(
      fc.property(house, ({ facts, month }) => {
        const stored = JSON.parse(JSON.stringify(facts)) as HouseFacts;
        expect(bill(charge(stored, month).lines)).toEqual(bill(charge(facts, month).lines));
      }),
    );
  });

  it('does not mind the order of facts', () => {
    fc.assert(
      fc.property(house, fc.infiniteStream(fc.nat()), ({ facts, month }, random) => {
        const shuffled = shuffleAll(facts, () => random.next().value);
        const [before, after] = [charge(facts, month), charge(shuffled, month)];
        expect(bill(after.lines)).toEqual(bill(before.lines));
        expect(after.parked.map(({ premises, code }) => `${premises} ${code}`).sort()).toEqual(
          before.parked.map(({ premises, code }) => `${premises} ${code}`).sort(),
        );
      }),
    );
  });

  it('never charges below zero, but for absence and for settling estimates that were too high', () => {
    fc.assert(
      fc.property(house, ({ facts, month }) => {
        const { lines } = charge(facts, month);
        const settling = new Set(
          lines.filter(({ working }) => 'estimated' in working && working.estimated).map(({ premises }) => premises),
        );
        for (const { part, amount, premises, service } of lines) {
          if (part === 'absence') expect(amount.compare(Money.zero)).not.toBe(1);
          else if (!settling.has(premises) || (service !== 'cold-water' && service !== 'sewage')) {
            expect(amount.isNegative).toBe(false);
          }
        }
      }),
    );
  });

  it('leaves no account without a bill and without a reason', () => {
    fc.assert(
      fc.property(house, ({ facts, month }) => {
        const { lines, parked } = charge(facts, month);
        for (const { id } of facts.premises) {
          const reasons = parked.filter(({ premises }) => premises === id || premises === null);
          const charged = new Set(lines.filter(({ premises }) => premises === id).map(({ service }) => service));
          expect(charged.size).toBe(reasons.length > 0 ? 0 : facts.services.length);
        }
      }),
    );
  });

  it('charges no less at a higher tariff', () => {
    fc.assert(
      fc.property(house, figure(500, 2), ({ facts, month }, rise) => {
        const read = { ...facts, premises: facts.premises.map((one) => ({ ...one, estimated: [] })) };
        const dearer = {
          ...read,
          services: read.services.map((rule) => ({
            ...rule,
            tariffs: (rule.tariffs as Tariff[]).map((tariff) => raise(tariff, rise)),
          })),
        } as HouseFacts;
        const [before, after] = [charge(read, month).lines, charge(dearer, month).lines];
        for (const key of new Set(before.map(keyOf))) {
          const [cheap, dear] = [before, after].map((lines) => lines.filter((line) => keyOf(line) === key)) as [
            ChargeLine[],
            ChargeLine[],
          ];
          const letsOff = cheap.every(({ part }) => part === 'absence');
          expect(total(dear).compare(total(cheap))).not.toBe(letsOff ? 1 : -1);
        }
      }),
    );
  });

  it('charges a month cut in two like the whole, within a kopeck a piece', () => {
    fc.assert(
      fc.property(house, fc.integer({ min: 1, max: MONTH_DAYS - 1 }), ({ facts, month }, at) => {
        const unmetered = { ...facts, premises: facts.premises.map((one) => ({ ...one, meters: [], from: null })) };
        const cut = {
          ...unmetered,
          premises: unmetered.premises.flatMap((one) => [
            { ...one, to: day(month, at) },
            { ...one, from: day(month, at) },
          ]),
        };
        const [whole, parts] = [charge(unmetered, month).lines, charge(cut, month).lines];
        for (const key of new Set(whole.map(keyOf))) {
          const [wholeLines, partLines] = [whole, parts].map((lines) =>
            lines.filter((line) => keyOf(line) === key),
          ) as [ChargeLine[], ChargeLine[]];
          const difference = total(wholeLines).minus(total(partLines)).toDecimal().abs();
          expect(difference.lte(kopecks(wholeLines.length + partLines.length))).toBe(true);
        }
      }),
    );
  });

  it('does not see a change of tariff that changes nothing', () => {
    fc.assert(
      fc.property(house, fc.integer({ min: 1, max: MONTH_DAYS - 1 }), ({ facts, month }, at) => {
        const constant = facts.services.map((rule) => ({ ...rule, tariffs: [rule.tariffs[0]!] }));
        const restated = constant.map((rule) => ({
          ...rule,
          tariffs: [...rule.tariffs, { ...rule.tariffs[0]!, from: day(month, at) }],
        }));
        const before = charge({ ...facts, services: constant } as HouseFacts, month);
        const after = charge({ ...facts, services: restated } as HouseFacts, month);
        expect(bill(after.lines)).toEqual(bill(before.lines));
      }),
    );
  });
});

// --------------------------------------------------------------------------------------------------------- means

function bill(lines: readonly ChargeLine[]): string[] {
  return lines.map((line) => `${keyOf(line)} ${line.amount} ${line.volume?.toFixed(12)}`).sort();
}

function keyOf({ premises, service, part }: ChargeLine): string {
  return `${premises} ${service} ${part}`;
}

function total(lines: readonly ChargeLine[]): Money {
  return Money.sum(lines.map(({ amount }) => amount));
}

function kopecks(n: number): Decimal {
  return decimal((n / 100).toFixed(2));
}

function raise(tariff: Tariff, by: string): Tariff {
  return {
    ...tariff,
    rate: decimal(tariff.rate as string)
      .plus(decimal(by))
      .toString(),
  };
}

/** Every list of the facts, in another order. */
function shuffleAll<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) {
    const shuffled = value.map((entry) => ({ entry: shuffleAll<unknown>(entry, random), at: random() }));
    return shuffled.sort((a, b) => a.at - b.at).map(({ entry }) => entry) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shuffleAll(entry, random)])) as T;
}
