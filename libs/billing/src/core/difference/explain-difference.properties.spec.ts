import { describe, expect, it } from '@jest/globals';
import { Money, parsePeriod } from '@dvor/kernel';
import fc from 'fast-check';
import { evaluate } from '../working/evaluate.js';
import type { Working } from '../working/working.js';
import type { ComparedLine } from './difference.js';
import { explainDifference } from './explain-difference.js';
import { mainCauses } from './main-causes.js';
import { tellCause } from './tell-cause.js';

/** `FUZZ_RUNS=5000` tries longer. */
fc.configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) });

// ------------------------------------------------------------------------------------------- workings of any formula

const OF = fc.constantFrom(28, 30, 31);
const is = fc.constant;

function figure(most: number, decimals: number): fc.Arbitrary<string> {
  return fc.nat(most * 10 ** decimals).map((n) => (n / 10 ** decimals).toFixed(decimals));
}

const above = (most: number, decimals: number) =>
  figure(most, decimals).map((text) => (Number(text) === 0 ? '1' : text));
const share = fc.option(fc.tuple(fc.integer({ min: 1, max: 28 }), is(28)), { nil: undefined });
const areas = fc.oneof(
  above(200, 2),
  above(200, 1).map((text) => `${text}*1/3`),
);

function parts(...values: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown[][]> {
  return fc.array(fc.tuple(...values, fc.integer({ min: 1, max: 14 })) as fc.Arbitrary<unknown[]>, { maxLength: 2 });
}

function made(formula: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Working> {
  const basis = { formula: is(formula), clause: is('п. 1'), unit: fc.constantFrom('m3', 'm2'), rate: figure(3000, 2) };
  return fc.record({ ...basis, ...fields }) as fc.Arbitrary<unknown> as fc.Arbitrary<Working>;
}

const persons = fc.nat(5);
const normParts = parts(figure(10, 4), persons);
const pair = fc.record({
  meter: is('1'),
  from: fc.tuple(is('2026-06-20'), figure(900, 3)),
  to: fc.tuple(is('2026-07-20'), figure(900, 3)),
});
const averages = fc.array(
  fc.record({
    meter: is('1'),
    from: fc.tuple(is('2026-01-20'), figure(100, 3)),
    to: fc.tuple(is('2026-06-20'), figure(900, 3)),
    months: fc.integer({ min: 1, max: 6 }),
    days: fc.integer({ min: 1, max: 30 }),
    of: is(30),
    k: is(1),
  }),
  { maxLength: 2 },
);
const estimated = fc.option(fc.array(fc.tuple(is('2026-05'), figure(20, 3)), { minLength: 1, maxLength: 2 }), {
  nil: undefined,
});
const personDays = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 })), {
  minLength: 1,
  maxLength: 2,
});
const room = fc.option(fc.record({ persons: personDays, all: personDays }), { nil: undefined });
const rounded = fc.option(is(3), { nil: undefined });
const byNorm = made('norm', { norm: normParts, of: OF, why: is('no-meter'), rounded });
const byMeter = fc.oneof(
  made('meter', { readings: fc.array(pair, { maxLength: 2 }), averages, estimated, share, room, rounded }),
  made('average', { averages, share }),
);
const commonSource = fc.oneof(
  fc.record({
    house: figure(500, 2),
    individual: figure(400, 2),
    carried: fc.option(is(['-3.5']), { nil: undefined }),
  }),
  fc.record({ norm: parts(figure(1, 4)), of: OF, commonArea: above(900, 1) }),
  fc.record({ average: figure(90, 2) }),
);

const working: fc.Arbitrary<Working> = fc.oneof(
  made('area', { area: parts(areas), of: OF }),
  made('person', { persons: parts(persons.map(String)), of: OF }),
  made('flat', { days: fc.nat(28), of: OF }),
  made('given', { volume: figure(90, 3), share }),
  byMeter,
  byNorm,
  made('excess', { norm: normParts, of: OF, factor: fc.constantFrom('1.5', '3'), why: is('no-meter') }),
  made('sewage', { volumes: fc.array(fc.tuple(is('cold-water'), figure(30, 3)), { maxLength: 2 }) }),
  made('waste-person', { norm: normParts, of: OF }),
  made('waste-area', { norm: parts(figure(3, 3), areas), of: OF }),
  made('absence', { norm: normParts, of: OF, months: fc.constantFrom(1, 12) }),
  made('tier', {
    bounds: fc.constantFrom([null, '100'], ['100', null], ['90', '300']),
    days: fc.integer({ min: 1, max: 31 }),
    of: is(31),
    total: figure(500, 1),
    base: byMeter,
  }),
  made('heat-of-water', { volume: figure(30, 3), perUnit: figure(1, 4) }),
  made('made-in-house', {
    base: byNorm,
    total: figure(500, 2),
    spent: fc.array(fc.tuple(figure(40, 3), figure(2000, 2)), { maxLength: 2 }),
  }),
  made('units', { units: figure(10, 0), norm: parts(figure(5, 2)), of: OF }),
  made('heating-norm', {
    norm: parts(figure(1, 4), areas),
    of: OF,
    months: fc.option(is('7'), { nil: undefined }),
    room: fc.option(is({ living: '12', of: '36.5', share: [31, 31] }), { nil: undefined }),
    own: fc.option(fc.record({ heated: fc.boolean(), house: is('4000'), area: figure(300, 1), common: is('500') }), {
      nil: undefined,
    }),
  }),
  made('heating-house', {
    area: parts(areas),
    of: OF,
    house: fc.record({ volume: figure(300, 2), area: above(4000, 1) }),
    individual: fc.option(figure(200, 2), { nil: undefined }),
    own: fc.option(is({ volume: '12.5', area: '900' }), { nil: undefined }),
    meter: fc.option(byMeter, { nil: undefined }),
  }),
  made('common', { source: commonSource, area: parts(areas), of: OF, houseArea: above(4000, 1) }),
  made('formula', {
    rate: is(null),
    text: fc.constantFrom('тариф * площадь', 'тариф * площадь / (прописано - 1)'),
    inputs: is([
      ['тариф', '₽'],
      ['площадь', 'м²'],
      ['прописано', ''],
    ]),
    parts: fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 15 }),
        figures: fc.tuple(figure(90, 2), figure(90, 1), fc.constantFrom('2', '3', '4')),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    of: OF,
  }),
  made('true-up', {
    rate: is(null),
    period: is('2026-03'),
    part: is('individual'),
    again: fc.array(byNorm),
    charged: figure(90, 2),
  }),
);

const line: fc.Arbitrary<ComparedLine> = fc
  .record({ working, service: fc.constantFrom('1', '2'), odd: fc.boolean() })
  .map(({ working, service, odd }) => ({
    service,
    part: partOf(working, odd),
    amount: evaluate(working),
    working,
    origin: odd && working.formula === 'person' ? '2026-02-01' : null,
  }));

function partOf({ formula }: Working, odd: boolean): string {
  if (formula === 'excess' || formula === 'absence' || formula === 'true-up') return formula;
  return odd && formula === 'common' ? 'common' : 'individual';
}

const bill = fc.array(line, { maxLength: 5 });
const MONTHS = { before: parsePeriod('2026-06'), after: parsePeriod('2026-07') };

/** The same bill with some of its figures different: the pairs that months are really made of. */
const bills = fc.oneof(
  fc.tuple(bill, bill),
  working.chain((one) =>
    fc
      .array(
        working.filter(({ formula }) => formula === one.formula),
        { minLength: 1, maxLength: 3 },
      )
      .map((others) =>
        [one, ...others].map((working) => ({ service: '1', part: 'individual', amount: evaluate(working), working })),
      )
      .chain((lines) =>
        fc.nat(lines.length).map((cut): [ComparedLine[], ComparedLine[]] => [lines.slice(0, cut), lines.slice(cut)]),
      ),
  ),
);

// ---------------------------------------------------------------------------------------------------- what holds

const total = (lines: readonly { readonly amount: Money }[]) => Money.sum(lines.map(({ amount }) => amount));

describe('explainDifference', () => {
  it('gives parts that add up to the difference, of each service and of the bill', () => {
    fc.assert(
      fc.property(bills, ([before, after]) => {
        const services = explainDifference(before, after, MONTHS);
        for (const one of services) {
          expect(total(one.causes).toString()).toBe(one.after.minus(one.before).toString());
          expect(new Set(one.causes.map(({ reason }) => reason)).size).toBe(one.causes.length);
          for (const cause of one.causes) expect(tellCause(cause)).not.toMatch(/undefined|NaN|null/);
        }
        const causes = services.flatMap((one) => one.causes);
        expect(total(causes).toString()).toBe(total(after).minus(total(before)).toString());
        expect(total(mainCauses(services, String)).toString()).toBe(total(causes).toString());
      }),
    );
  });

  it('does not mind the order of lines', () => {
    fc.assert(
      fc.property(bills, ([before, after]) => {
        const turned = explainDifference([...before].reverse(), [...after].reverse(), MONTHS);
        expect(turned).toEqual(explainDifference(before, after, MONTHS));
      }),
    );
  });

  it('finds nothing between a bill and itself, stored and read back', () => {
    fc.assert(
      fc.property(bill, (lines) => {
        const stored = lines.map((one) => ({ ...one, working: JSON.parse(JSON.stringify(one.working)) as Working }));
        expect(explainDifference(lines, stored, MONTHS)).toEqual([]);
      }),
    );
  });

  it('blames a rate that alone is different for all of it', () => {
    fc.assert(
      fc.property(working, figure(3000, 2), (one, rate) => {
        fc.pre(one.rate !== null && one.formula !== 'absence');
        const dearer = { ...one, rate } as Working;
        const lines = [one, dearer].map((working) => ({
          service: '1',
          part: 'individual',
          amount: evaluate(working),
          working,
        }));
        for (const { causes } of explainDifference([lines[0]!], [lines[1]!], MONTHS))
          expect(causes.map(({ reason }) => reason)).toEqual(['tariff']);
      }),
    );
  });
});
