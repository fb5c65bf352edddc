import { describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate, Money, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import fc from 'fast-check';
import { evaluateReduction } from './evaluate-reduction.js';
import { explainReduction } from './explain-reduction.js';
import { formatMinute, type LocalMinute, minuteOf, tryParseMinute } from './local-minute.js';
import type { MonthFee, QualityEvent, QualityFacts } from './quality-facts.js';
import { QUALITY_SERVICES } from './quality-law.js';
import { QualityRefusal } from './quality-refusal.js';
import { type MonthReduction, reduceFees } from './reduce-fees.js';

/** `FUZZ_RUNS=5000` tries longer. */
fc.configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) });

// --------------------------------------------------------------------- anything that may go wrong in two months

const MONTHS = ['2026-01', '2026-02'].map(parsePeriod);
const FIRST = parseDate('2025-12-25');
const DAYS = 75;

const at: fc.Arbitrary<LocalMinute> = fc.nat(DAYS * 1440).map((n) => minuteOf(FIRST, n));
const until = (from: LocalMinute) => fc.nat(4 * 1440).map((n) => (from + n) as LocalMinute);

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  temperature: fc.integer({ min: 10, max: 850 }).map((tenths) => (tenths / 10).toFixed(1)),
  pressure: fc.integer({ min: -50, max: 50 }).map(String),
};

const TYPES: Readonly<Record<string, readonly QualityEvent['type'][]>> = {
  'cold-water': ['outage', 'pressure', 'composition'],
  'hot-water': ['outage', 'temperature', 'pressure', 'composition'],
  electricity: ['outage', 'voltage'],
  gas: ['outage', 'pressure', 'composition'],
  heating: ['outage', 'temperature'],
};

function event(service: string): fc.Arbitrary<QualityEvent> {
  return fc.constantFrom(...(TYPES[service] ?? (['outage'] as const))).chain((type) =>
    at.chain((from) =>
      fc.record({
        type: fc.constant(type),
        from: fc.constant(from),
        to: fc.oneof({ arbitrary: until(from), weight: 9 }, { arbitrary: fc.constant(null), weight: 1 }),
        value: VALUES[type] ?? fc.constant('0'),
      }),
    ),
  );
}

const fees: fc.Arbitrary<MonthFee[]> = fc.tuple(
  ...MONTHS.map((period) =>
    fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)).map(([fee, coldFee]) => ({
      period,
      fee: Money.ofKopecks(String(fee)),
      coldFee: Money.ofKopecks(String(coldFee)),
    })),
  ),
);

const facts: fc.Arbitrary<QualityFacts> = fc.constantFrom(...QUALITY_SERVICES).chain((service) =>
  fc.record({
    service: fc.constant(service),
    fees,
    events: fc.array(event(service), { maxLength: 6 }),
    sources: fc.constantFrom(1 as const, 2 as const),
    corner: fc.boolean(),
    coldRegion: fc.boolean(),
    settings: fc.record({
      partHours: fc.constantFrom('full-hours' as const, 'exact' as const),
      hotWater: fc.constantFrom('allowed' as const, 'strict' as const),
      belowForty: fc.constantFrom('both' as const, 'cold-tariff' as const),
    }),
  }),
);

// ---------------------------------------------------------------------------------------------------- what holds

describe('reduceFees', () => {
  it('never takes more than the fee, nor less than nothing', () => {
    fc.assert(
      fc.property(facts, (quality) => {
        for (const [i, { amount, percent }] of reduce(quality).entries()) {
          expect(amount.isNegative).toBe(false);
          expect(amount.compare(quality.fees[i]!.fee)).not.toBe(1);
          expect(percent.toDecimal().gte('0') && percent.toDecimal().lte('100')).toBe(true);
        }
      }),
    );
  });

  it('takes what its working gives alone, after a trip through storage too, and can say so', () => {
    fc.assert(
      fc.property(facts, (quality) => {
        for (const { working, amount } of reduce(quality)) {
          const stored = JSON.parse(JSON.stringify(working)) as typeof working;
          expect(evaluateReduction(stored).amount.toString()).toBe(amount.toString());
          const { sentence, steps, clause } = explainReduction(stored);
          expect(sentence + JSON.stringify(steps)).not.toMatch(/undefined|NaN|null/);
          expect(clause === '').toBe(working.parts.length === 0);
        }
      }),
    );
  });

  it('does not mind the order of events, nor one told twice', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (quality, turn) => {
        const { events } = quality;
        const n = events.length === 0 ? 0 : turn % events.length;
        const turned = [...events.slice(n), ...events.slice(0, n)].reverse();
        expect(shown({ ...quality, events: turned })).toEqual(shown(quality));
        expect(shown({ ...quality, events: [...events, ...turned] })).toEqual(shown(quality));
      }),
    );
  });

  it('takes an event cut in two, or two that overlap, like the whole', () => {
    fc.assert(
      fc.property(facts, fc.nat(), fc.nat(600), (quality, seed, overlap) => {
        const pieces = quality.events.flatMap((whole) => {
          const end = whole.to ?? minuteOf(addDays(FIRST, DAYS + 10));
          const cut = (whole.from + (seed % Math.max(1, end - whole.from))) as LocalMinute;
          const first = { ...whole, to: Math.min(end, cut + overlap) as LocalMinute };
          return [{ ...whole, from: cut }, first];
        });
        expect(shown({ ...quality, events: pieces })).toEqual(shown(quality));
      }),
    );
  });

  it('takes no less for an outage that lasted longer', () => {
    const lasting = facts.map((quality) => ({
      ...quality,
      events: quality.events.filter(({ type, to }) => type === 'outage' && to !== null),
    }));
    fc.assert(
      fc.property(lasting, fc.nat(3000), (quality, more) => {
        const longer = quality.events.map((outage) => ({ ...outage, to: (outage.to! + more) as LocalMinute }));
        const [before, after] = [reduce(quality), reduce({ ...quality, events: longer })];
        for (const [i, { amount }] of after.entries()) expect(amount.compare(before[i]!.amount)).not.toBe(-1);
      }),
    );
  });

  it('takes each month for itself: its own fee, its own events, its own allowance', () => {
    fc.assert(
      fc.property(facts, (quality) => {
        const alone = quality.fees.flatMap((month) => shown({ ...quality, fees: [month] }));
        expect(alone).toEqual(shown(quality));
        const february = dayStart(MONTHS[1]!);
        const january = quality.events
          .filter(({ from }) => from < february)
          .map((one) => ({ ...one, to: Math.min(one.to ?? february, february) as LocalMinute }));
        expect(shown({ ...quality, events: january })[0]).toEqual(shown(quality)[0]);
      }),
    );
  });

  it('counts a day with full hours no dearer than by exact minutes', () => {
    fc.assert(
      fc.property(facts, (quality) => {
        const as = (partHours: 'full-hours' | 'exact') =>
          reduce({ ...quality, settings: { ...quality.settings, belowForty: 'cold-tariff', partHours } });
        for (const [i, { amount }] of as('exact').entries())
          expect(amount.compare(as('full-hours')[i]!.amount)).not.toBe(-1);
      }),
    );
  });

  it('takes nothing from a month settled in the resident’s favour', () => {
    const [reduction] = reduce({
      service: 'cold-water',
      fees: [{ period: MONTHS[0]!, fee: Money.parse('-120.50') }],
      events: [outage('2026-01-03T00:00', '2026-01-05T00:00')],
    });
    expect(reduction!.amount.isZero).toBe(true);
    expect(reduction!.percent.toString()).toBe('6');
  });

  it.each<[string, Partial<QualityFacts>, string, object]>([
    ['a service without quality', { service: 'intercom' }, 'unknown-service', { service: 'intercom' }],
    [
      'an end before the beginning',
      { events: [outage('2026-01-01T00:00'), outage('2026-01-03T10:00', '2026-01-03T09:59')] },
      'bad-interval',
      { event: 1, field: 'to', from: '2026-01-03T10:00', to: '2026-01-03T09:59' },
    ],
    [
      'a temperature without degrees',
      { service: 'heating', events: [{ ...outage('2026-01-03T10:00'), type: 'temperature' }] },
      'no-value',
      { event: 0, field: 'value', type: 'temperature' },
    ],
    [
      'a pressure that is no number',
      { events: [{ ...outage('2026-01-03T10:00'), type: 'pressure', value: 'low' }] },
      'bad-figure',
      { event: 0, field: 'value', value: 'low' },
    ],
    [
      'a voltage of water',
      { events: [{ ...outage('2026-01-03T10:00'), type: 'voltage' }] },
      'event-not-of-service',
      { event: 0, field: 'type', type: 'voltage', service: 'cold-water' },
    ],
    [
      'an unknown event',
      { events: [{ ...outage('2026-01-03T10:00'), type: 'smell' as 'outage' }] },
      'unknown-event',
      { event: 0, field: 'type', type: 'smell' },
    ],
    [
      'two fees of one month',
      { fees: [MONTHS[0]!, MONTHS[0]!].map((period) => ({ period, fee: Money.zero })) },
      'month-twice',
      { period: '2026-01' },
    ],
    [
      'a month before the law',
      {
        fees: [{ period: parsePeriod('2012-08'), fee: Money.zero }],
        events: [outage('2012-08-03T10:00', '2012-08-04T10:00')],
      },
      'law-unknown',
      { service: 'cold-water', period: '2012-08' },
    ],
  ])('refuses %s, naming it', (_, changed, code, details) => {
    const refused = reduceFees({
      service: 'cold-water',
      fees: [{ period: MONTHS[0]!, fee: Money.parse('600') }],
      events: [],
      ...changed,
    });
    expect(refused).toBeInstanceOf(QualityRefusal);
    expect(refused).toMatchObject({ code, details });
  });
});

describe('a minute of the house’s clock', () => {
  it('is read and written', () => {
    expect(formatMinute(tryParseMinute('2026-09-22T08:10')!)).toBe('2026-09-22T08:10');
    expect(formatMinute(tryParseMinute('2026-02-28T23:59')!)).toBe('2026-02-28T23:59');
  });

  it.each(['2026-02-29T10:00', '2026-09-22T24:00', '2026-09-22T08:60', '2026-09-22 08:10', '2026-09-22'])(
    'is not %p',
    (text) => {
      expect(tryParseMinute(text)).toBeNull();
    },
  );
});

// --------------------------------------------------------------------------------------------------------- means

function reduce(quality: QualityFacts): MonthReduction[] {
  const reduced = reduceFees(quality);
  if (reduced instanceof QualityRefusal) throw new Error(`refused: ${reduced.code}`);
  return reduced;
}

function shown(quality: QualityFacts): object[] {
  return reduce(quality).map(({ percent, amount, working }) => ({
    percent: percent.toDecimal().toFixed(12),
    amount: amount.toString(),
    working,
  }));
}

function outage(from: string, to?: string): QualityEvent {
  return { type: 'outage', from: tryParseMinute(from)!, ...(to && { to: tryParseMinute(to)! }) };
}

function dayStart(period: Period): LocalMinute {
  return minuteOf(parseDate(period === MONTHS[0] ? '2026-01-01' : '2026-02-01') as LocalDate);
}
