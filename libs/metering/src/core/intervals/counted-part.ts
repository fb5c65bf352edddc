import { type Decimal, decimal, sum } from '@dvor/kernel';

/** What was counted between two minutes of a day: from, to, kWh or `null` where nobody knows, and whether it is doubtful. */
export type CountedPart = readonly [from: number, to: number, kWh: string | null, doubtful: boolean];

const DAY_MINUTES = 1_440;

export interface DayTotals {
  /** `null`: part of a day is no day's total. */
  readonly total: string | null;
  readonly known: string;
  readonly unknownMinutes: number;
  readonly missingMinutes: number;
  readonly doubtfulMinutes: number;
}

export function totalsOfDay(parts: readonly CountedPart[]): DayTotals {
  const known = sum(parts.flatMap(([, , kWh]) => (kWh === null ? [] : [decimal(kWh)]))).toString();
  const unknownMinutes = minutesOf(parts.filter(([, , kWh]) => kWh === null));
  const missingMinutes = DAY_MINUTES - minutesOf(parts);
  return {
    ...{ known, unknownMinutes, missingMinutes },
    total: unknownMinutes === 0 && missingMinutes === 0 ? known : null,
    doubtfulMinutes: minutesOf(parts.filter(([, , kWh, doubtful]) => doubtful && kWh !== null)),
  };
}

function minutesOf(parts: readonly CountedPart[]): number {
  return parts.reduce((minutes, [from, to]) => minutes + to - from, 0);
}

/** A part that begins in one zone and ends in another belongs to neither. */
export function byZonesOfDay(
  parts: readonly CountedPart[],
  zoneAt: (minute: number) => string,
): ReadonlyMap<string, Decimal> | null {
  const zones = new Map<string, Decimal>();
  for (const [from, to, kWh] of parts) {
    const zone = zoneAt(from);
    for (let minute = from; minute < to; minute += 1) if (zoneAt(minute) !== zone) return null;
    if (kWh === null) return null;
    zones.set(zone, (zones.get(zone) ?? decimal('0')).plus(kWh));
  }
  return zones;
}
