import { addDays, type Decimal, decimal, type Interval, type LocalDate, ZERO } from '@dvor/kernel';
import { byZone, type ZonedValue } from '../zones.js';
import { byZonesOfDay, type CountedPart } from './counted-part.js';

/** A day of a meter as far as it is known. */
export interface CountedDay {
  readonly day: LocalDate;
  readonly total: string | null;
  readonly known: string;
  readonly unknownMinutes: number;
  readonly missingMinutes: number;
  readonly doubtfulMinutes: number;
  /** Where zones have to be told apart. */
  readonly parts?: readonly CountedPart[] | undefined;
}

/** Why days have no total. */
export const GAP_REASONS = ['not-linked', 'not-sent', 'hours-missing', 'unknown', 'zones'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** Days without a total, one after another for one reason. */
export interface DayGap {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: GapReason;
}

/** What a meter counted over some days. */
export interface CountedDays {
  /** By its zones; `null`: not whole, and the gaps say why. */
  readonly volume: ZonedValue | null;
  /** Of what is known. */
  readonly known: string;
  readonly gaps: readonly DayGap[];
  readonly doubtfulMinutes: number;
}

/**
 * Adds up days: a sum is only told where each of them is whole, for a part of a month is no month's volume.
 * @param linked  days of which somebody has said that they are this meter's
 * @param zoneAt  `null`: nobody knows the hours of the meter's zones
 */
export function countDays(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  counted: ReadonlyMap<LocalDate, CountedDay>,
  {
    linked,
    zones,
    zoneAt,
  }: {
    readonly linked: readonly Interval[];
    readonly zones: readonly string[];
    readonly zoneAt: ((minute: number) => string) | null;
  },
): CountedDays {
  const sums = new Map<string, Decimal>(zones.map((zone) => [zone, ZERO]));
  const gaps: DayGap[] = [];
  let [known, doubtfulMinutes]: [Decimal, number] = [ZERO, 0];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const isLinked = linked.some((days) => days.from <= day && (days.to === null || day < days.to));
    const one = isLinked ? counted.get(day) : undefined;
    known = known.plus(one?.known ?? '0');
    doubtfulMinutes += one?.doubtfulMinutes ?? 0;
    const parts = amountsOf(one, zones, zoneAt);
    if (typeof parts === 'string') addGap(gaps, day, isLinked ? parts : 'not-linked');
    else for (const [zone, kWh] of parts) sums.set(zone, sums.get(zone)!.plus(kWh));
  }
  const amounts = [...sums.values()].map(String);
  return { volume: gaps.length > 0 ? null : byZone(zones, amounts), known: known.toString(), gaps, doubtfulMinutes };
}

function amountsOf(
  one: CountedDay | undefined,
  zones: readonly string[],
  zoneAt: ((minute: number) => string) | null,
): ReadonlyMap<string, Decimal> | Exclude<GapReason, 'not-linked'> {
  if (!one) return 'not-sent';
  if (one.missingMinutes > 0) return 'hours-missing';
  if (one.total === null) return 'unknown';
  if (zones.length === 1) return new Map([[zones[0]!, decimal(one.total)]]);
  return (zoneAt && byZonesOfDay(one.parts ?? [], zoneAt)) ?? 'zones';
}

function addGap(gaps: DayGap[], day: LocalDate, reason: GapReason): void {
  const last = gaps.at(-1);
  if (last?.reason === reason && last.to === day) gaps[gaps.length - 1] = { ...last, to: addDays(day, 1) };
  else gaps.push({ from: day, to: addDays(day, 1), reason });
}
