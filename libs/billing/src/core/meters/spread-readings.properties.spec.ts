import { describe, expect, it } from '@jest/globals';
import {
  addMonths,
  type Decimal,
  decimal,
  firstDay,
  type LocalDate,
  parsePeriod,
  type Period,
  ZERO,
} from '@dvor/kernel';
import fc from 'fast-check';
import { charge } from '../charge.js';
import type { EstimatedVolume, HouseFacts, MeterFacts, Zones } from '../facts.js';
import { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';

const LAST = parsePeriod('2026-07');
const INSTALLED = firstDay(parsePeriod('2020-01'));

/** A meter that was read, then was not for some months, then was read again in July. */
interface Gap {
  /** Months without a reading. */
  readonly months: number;
  /** Days of the month on which it was read before and after. */
  readonly days: readonly [number, number];
  /** Thousandths that ran in the gap, by zone. */
  readonly ran: readonly number[];
  /** Of the last whole unit of five digits, so that some roll over. */
  readonly begins: number;
  /** Is it replaced in a month of the gap? */
  readonly replaced: boolean;
}

const gaps: fc.Arbitrary<Gap> = fc.record({
  months: fc.integer({ min: 1, max: 6 }),
  days: fc.tuple(fc.nat(27), fc.nat(27)),
  ran: fc.array(fc.nat(200_000), { minLength: 1, maxLength: 3 }),
  begins: fc.constantFrom(0, 500, 99_950),
  replaced: fc.boolean(),
});

describe('a reading that is spread by days', () => {
  it('comes to all that the dial ran, over the months that it settles', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        const { meters, first, used } = metersOf(gap, { spread: true });
        const volumes = range(first, LAST).map((month) => volumeIn(month, meters));
        expect(total(volumes)).toBe(used.toString());
      }),
    );
  });

  it('comes to the same as one that settles them at once', () => {
    fc.assert(
      fc.property(gaps, fc.nat(20_000), (gap, estimate) => {
        const { meters, first, used } = metersOf({ ...gap, replaced: false }, { spread: false });
        const estimated = range(first, addMonths(LAST, -1)).map((period) => estimateOf(period, gap, estimate));
        const atOnce = volumeIn(LAST, meters, estimated);
        const before = estimated.map((one) => total(Object.values(one.volume).map((part) => Volume.parse(part))));
        expect(total([atOnce, ...before.map((part) => Volume.parse(part))])).toBe(used.toString());
      }),
    );
  });

  it('changes nothing where each month was charged what its days used', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        const { meters, first } = metersOf({ ...gap, replaced: false }, { spread: true });
        const months = range(first, addMonths(LAST, -1));
        const facts = house(meters);
        const charged = months.flatMap((period) =>
          charge(facts, period).lines.map(({ premises, service, part, amount }) => ({
            premises,
            service,
            part,
            period,
            amount: amount.toString(),
          })),
        );
        const again = charge({ ...facts, charged }, LAST).lines;
        expect(again.filter(({ part }) => part === 'true-up')).toEqual([]);
      }),
    );
  });
});

function metersOf(
  { months, days, ran, begins, replaced }: Gap,
  { spread }: { spread: boolean },
): { meters: MeterFacts[]; first: Period; used: Decimal } {
  const read = addMonths(LAST, -months - 1);
  const start = (firstDay(read) + days[0]) as LocalDate;
  const end = (firstDay(LAST) + days[1]) as LocalDate;
  const value = (thousandths: (zone: number) => number) => {
    const figures = ran.map((_, zone) => ((thousandths(zone) % 100_000_000) / 1000).toFixed(3));
    return figures.length === 1 ? figures[0]! : Object.fromEntries(figures.map((figure, zone) => [`z${zone}`, figure]));
  };
  const whole = { id: 'm', service: 'electricity', installed: INSTALLED, digits: 5, initial: value(() => 0) } as const;
  const ended = value((zone) => begins * 1000 + ran[zone]!);
  const used = ran.reduce((sum, thousandths) => sum.plus(decimal((thousandths / 1000).toFixed(3))), ZERO);
  const first = { date: start, value: value(() => begins * 1000) };
  const marked = (month: Period) => (spread ? { spread: [month] } : {});
  if (!replaced) {
    const meters = [{ ...whole, readings: [first, { date: end, value: ended }], ...marked(LAST) }];
    return { meters, first: addMonths(read, 1), used };
  }
  const day = firstDay(LAST);
  const second = { ...whole, id: 'n', installed: day, readings: [{ date: end, value: value((zone) => ran[zone]!) }] };
  const meters = [{ ...whole, readings: [first], removed: day, final: ended, ...marked(LAST) }, second];
  return { meters, first: addMonths(read, 1), used: used.plus(used) };
}

function estimateOf(period: Period, { ran }: Gap, thousandths: number): EstimatedVolume & { volume: Zones } {
  const volume = (thousandths / 1000).toFixed(3);
  return { service: 'electricity', period, volume: Object.fromEntries(ran.map((_, zone) => [`z${zone}`, volume])) };
}

function house(meters: readonly MeterFacts[], estimated: readonly EstimatedVolume[] = []): HouseFacts {
  const rate = { from: INSTALLED, rate: '5.00' };
  return {
    house: { id: 'h' },
    services: [{ code: 'electricity', method: 'metered', tariffs: [rate] }],
    premises: [{ id: '1', area: '50', residents: [{ from: INSTALLED }], meters, estimated }],
  };
}

function volumeIn(month: Period, meters: readonly MeterFacts[], estimated: readonly EstimatedVolume[] = []): Volume {
  const { lines, parked } = charge(house(meters, estimated), month);
  expect(parked).toEqual([]);
  return lines.map(({ working }) => volumeOf(working)).reduce((sum, one) => sum.plus(one), Volume.zero);
}

function range(from: Period, to: Period): Period[] {
  return Array.from({ length: to - from + 1 }, (_, i) => addMonths(from, i));
}

function total(volumes: readonly Volume[]): string {
  return volumes
    .reduce((sum, one) => sum.plus(one), Volume.zero)
    .toDecimal()
    .toString();
}
