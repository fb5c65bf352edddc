import { decimal, firstDay, formatPeriod, type Period, periodOf } from '@dvor/kernel';
import type { HouseMeter } from '../facts.js';
import { Volume } from '../volume.js';

/** What the house's meters of one resource say of a month. */
export interface HouseVolume {
  readonly volume: Volume;
  /** Which month without a volume this is, of how many that may be averaged; null: the meters were read. */
  readonly averaged: { readonly k: number; readonly limit: number } | null;
}

// ПП 354, п. 59(1): no volume of a house meter: the average of six months and more, at most three months in a row;
// heat since 01.03.2025 (ПП 1176): by days, at most six
// 120, 126, 132 of the three months before: 378 / 3 = 126

/** The sum of the house's meters for a month; null: no meter, or the averages are used up, and the norm stands. */
export function houseVolume(meters: readonly HouseMeter[], period: Period, resource: string): HouseVolume | null {
  if (meters.length === 0) return null;
  let volume = Volume.zero;
  let averaged: HouseVolume['averaged'] = null;
  for (const meter of meters) {
    const read = meter.volumes.find((one) => one.period === period);
    if (read) {
      volume = volume.plus(Volume.of(decimal(read.volume)));
      continue;
    }
    const average = averageOf(meter, period, resource);
    if (!average) return null;
    volume = volume.plus(average.volume);
    averaged = averaged && averaged.k > average.k ? averaged : { k: average.k, limit: average.limit };
  }
  return { volume, averaged };
}

function averageOf({ volumes }: HouseMeter, period: Period, resource: string) {
  const before = volumes.filter((one) => one.period < period).sort((a, b) => a.period - b.period);
  const last = before.at(-1);
  if (!last) return null;
  const k = period - last.period;
  const byDays = resource === 'heating' && period >= HEAT_BY_DAYS_SINCE;
  const limit = byDays ? 6 : 3;
  const months = before.filter((one) => decimal(one.volume).gt('0') || resource !== 'heating').slice(-FULL_HISTORY);
  if (k > limit || months.length < LEAST_HISTORY) return null;
  const total = months.reduce((sum, one) => sum.plus(Volume.of(decimal(one.volume))), Volume.zero);
  if (!byDays) return { volume: total.share(1, months.length), k, limit };
  const days = months.reduce((sum, one) => sum + daysOf(one.period), 0);
  return { volume: total.share(daysOf(period), days), k, limit };
}

const HEAT_BY_DAYS_SINCE = periodOf(2025, 3);
const FULL_HISTORY = 6;
const LEAST_HISTORY = 3;

function daysOf(period: Period): number {
  return firstDay((period + 1) as Period) - firstDay(period);
}

/** Months of a year with their volumes, all meters together; null unless every month of it is known. */
export function yearOfHouse(meters: readonly HouseMeter[], year: number): { period: Period; volume: Volume }[] | null {
  if (meters.length === 0) return null;
  const months: { period: Period; volume: Volume }[] = [];
  for (let month = 1; month <= 12; month++) {
    const period = periodOf(year, month);
    const read = meters.map(({ volumes }) => volumes.find((one) => one.period === period));
    if (read.some((one) => one === undefined)) return null;
    const volume = read.reduce((sum, one) => sum.plus(Volume.of(decimal(one!.volume))), Volume.zero);
    months.push({ period, volume });
  }
  return months;
}

export function yearOf(period: Period): number {
  return Number(formatPeriod(period).slice(0, 4));
}
