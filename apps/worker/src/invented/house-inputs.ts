import { dateOf, type LocalDate, ordinalOf, parseDate, type Period, periodOfDate } from '@dvor/kernel';
import type { MeteredResource } from '@dvor/metering';
import type { Dice } from './dice.js';
import type { InventedMeter } from './house.js';
import { onDial } from './readings.js';

/** What comes into a house and is not used in its premises, by month, in thousandths. */
export type OfTheHouse = (month: Period) => number;

/**
 * A meter at the input of a house: what the meters of its premises counted, month by month, and what the house itself
 * used or lost. Where it would come out below nothing it stands still.
 */
export function inventInput(
  dice: Dice,
  resource: MeteredResource,
  { meters, read, own }: { meters: readonly InventedMeter[]; read: { from: Period; to: Period }; own: OfTheHouse },
): InventedMeter {
  const used = usedByMonths(
    meters.filter((meter) => meter.resource === resource),
    read,
  );
  const months: Period[] = [];
  for (let month = (read.from + 1) as Period; month <= read.to; month = (month + 1) as Period) months.push(month);
  return {
    resource,
    serial: String(dice.int(100_000_000, 999_999_999)),
    digits: 8,
    stands: { from: INSTALLED, to: null },
    verifiedUntil: dateOf(2029, dice.int(1, 12), 28),
    initial: ['0'],
    readings: [],
    volumes: months.map((period) => ({
      period,
      volume: onDial(Math.max(0, Math.round((used.get(period) ?? 0) + own(period))), DECIMALS),
    })),
  };
}

const INSTALLED: LocalDate = parseDate('2021-10-01');
const DECIMALS = 3;

/** A share of a house's area or a plain figure, a fifth more or less each month, by the season's percents. */
export function around(
  dice: Dice,
  { monthly, season = [] }: { monthly: number; season?: readonly number[] },
): OfTheHouse {
  return (month) => (monthly * (season[ordinalOf(month) - 1] ?? 100) * dice.int(85, 115)) / 10_000;
}

/** What some meters counted together in each month, in thousandths; a month that was forgotten has its part of the gap. */
function usedByMonths(
  meters: readonly InventedMeter[],
  { to: end }: { readonly to: Period },
): ReadonlyMap<Period, number> {
  const used = new Map<Period, number>();
  const add = (month: Period, amount: number) => used.set(month, (used.get(month) ?? 0) + amount);
  for (const meter of meters) {
    const points = pointsOf(meter);
    let [lastMonths, last] = [1, 0];
    for (const [i, point] of points.entries()) {
      const before = points[i - 1];
      if (!before) continue;
      [lastMonths, last] = [Math.max(1, point.month - before.month), point.shown - before.shown];
      for (let month = point.month - lastMonths + 1; month <= point.month; month += 1)
        add(month as Period, last / lastMonths);
    }
    if (meter.stands.to !== null) continue;
    for (let month = (points.at(-1)?.month ?? end) + 1; month <= end; month += 1)
      add(month as Period, last / lastMonths);
  }
  return used;
}

/** Readings of all zones together, and what the meter began and ended with where that is known to the day. */
function pointsOf({ stands, initial, final, readings }: InventedMeter): { month: Period; shown: number }[] {
  const whole = (amounts: readonly string[]) =>
    amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 1_000), 0);
  const inSight = readings[0] !== undefined && readings[0].date - stands.from < 60;
  return [
    ...(inSight ? [{ month: periodOfDate(stands.from), shown: whole(initial) }] : []),
    ...readings.map(({ date, amounts }) => ({ month: periodOfDate(date), shown: whole(amounts) })),
    ...(stands.to !== null && final ? [{ month: periodOfDate(stands.to), shown: whole(final) }] : []),
  ];
}
