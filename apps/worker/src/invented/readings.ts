import type { NewReading, ReadingSource } from '@dvor/metering';
import { type LocalDate, dateOf, ordinalOf, type Period, yearOf } from '@dvor/kernel';
import type { Dice } from './dice.js';

/** How somebody uses what a meter counts. Amounts are in the last decimal of the dial: litres, tenths of a kWh. */
export interface Habit {
  /** A month on average, by zone. */
  readonly monthly: readonly number[];
  /** The day of the month on which the meter is usually read. */
  readonly day: number;
  readonly source: ReadingSource;
  /** Of how many months in a hundred the reading is forgotten. */
  readonly forgets: number;
  readonly decimals: number;
  /** Percent of the average in January … December. */
  readonly season: readonly number[];
}

/** Months that were read; in the `sure` one nobody forgot: the houses changed hands then. */
export interface MonthsRead {
  readonly from: Period;
  readonly to: Period;
  readonly sure?: Period;
}

export const EVEN_SEASON = [100, 101, 100, 99, 98, 96, 92, 94, 100, 102, 103, 104];
export const POWER_SEASON = [128, 118, 110, 99, 88, 78, 76, 82, 93, 106, 117, 131];

/** From October to April, by the cold outside. */
export const HEAT_SEASON = [205, 185, 150, 75, 0, 0, 0, 0, 0, 80, 140, 190];

/** A run of readings, one a month at most, each a little more than the last. */
export function inventReadings(
  dice: Dice,
  habit: Habit,
  { from, to, sure, start }: MonthsRead & { readonly start: readonly number[] },
): NewReading[] {
  const readings: NewReading[] = [];
  const dial = [...start];
  for (let month = from; month <= to; month = (month + 1) as Period) {
    const percent = (habit.season[ordinalOf(month) - 1]! * dice.int(80, 120)) / 100;
    habit.monthly.forEach((amount, zone) => (dial[zone] = dial[zone]! + Math.round((amount * percent) / 100)));
    if (habit.forgets > 0 && dice.percent(habit.forgets) && month !== sure) continue;
    readings.push({
      date: dayIn(month, habit.day + dice.int(-1, 1)),
      amounts: dial.map((value) => onDial(value, habit.decimals)),
      source: habit.source,
    });
  }
  return readings;
}

/** `12345` with three decimals is `12.345`. */
export function onDial(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function dayIn(month: Period, day: number): LocalDate {
  return dateOf(yearOf(month), ordinalOf(month), day);
}
