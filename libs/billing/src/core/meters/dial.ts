import { type Decimal, formatDate, type LocalDate } from '@dvor/kernel';
import { ranBetween } from '@dvor/metering/core';
import type { MeterFacts, MeterReading, Zones } from '../facts.js';
import { Refusal } from '../refusal.js';
import type { DialAt, ReadingPair } from '../working/working.js';

/** What ran through one meter, or through one zone of it, between two readings. */
export interface Run {
  readonly volume: Decimal;
  readonly pair: ReadingPair;
}

/** The run of a meter between two readings of it, zone by zone. A dial that ran back without rolling over is refused. */
export function runsBetween(meter: MeterFacts, from: MeterReading, to: MeterReading): Run[] | Refusal {
  const zones = zonesOf(to.value);
  if (!sameZones(zones, zonesOf(from.value))) {
    return new Refusal('zones-differ', { meter: meter.id, from: formatDate(from.date), to: formatDate(to.date) });
  }
  const runs: Run[] = [];
  for (const zone of zones) {
    const run = runOfZone(meter, zone, from, to);
    if (run instanceof Refusal) return run;
    runs.push(run);
  }
  return runs;
}

function runOfZone(meter: MeterFacts, zone: string | null, from: MeterReading, to: MeterReading): Run | Refusal {
  const before = dialOf(from, zone);
  const after = dialOf(to, zone);
  const run = ranBetween(before[1], after[1], meter.digits ?? null);
  const pair: ReadingPair =
    zone === null ? { meter: meter.id, from: before, to: after } : { meter: meter.id, zone, from: before, to: after };
  if (run !== 'below-previous')
    return { volume: run.volume, pair: run.turn ? { ...pair, turn: run.turn.toString() } : pair };
  return new Refusal('reading-below-last', {
    meter: meter.id,
    zone,
    lastDate: before[0],
    last: before[1],
    date: after[0],
    reading: after[1],
  });
}

export function dialOf({ date, value }: MeterReading, zone: string | null): DialAt {
  return [isoOf(date), zone === null ? (value as string) : (value as Zones)[zone]!];
}

/** The zones of a reading, in order; `[null]` for a meter without. */
export function zonesOf(value: string | Zones): readonly (string | null)[] {
  return typeof value === 'string' ? ONE_ZONE : Object.keys(value).sort();
}

const ONE_ZONE: readonly null[] = [null];

export function sameZones(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a === b || (a.length === b.length && a.every((zone, i) => zone === b[i]));
}

/** Days repeat all over a house, and writing one out costs more than a sum. */
function isoOf(date: LocalDate): string {
  let iso = isoDays.get(date);
  if (iso === undefined) {
    if (isoDays.size > 10_000) isoDays.clear();
    iso = formatDate(date);
    isoDays.set(date, iso);
  }
  return iso;
}

const isoDays = new Map<LocalDate, string>();
