import { decimal, type LocalDate } from '@dvor/kernel';
import { WHOLE_DAY, type ZonedValue } from '../core/index.js';
import { inUnitOfMeter } from './in-unit-of-meter.js';
import type { EventResult, MeterOfDevice, PlacedEvent } from './kept-events.js';

/** What a meter told at one moment: one event, or one of each zone. */
export interface Moment {
  readonly meter: MeterOfDevice;
  readonly day: LocalDate;
  readonly at: number;
  readonly known: number | null;
  readonly events: readonly PlacedEvent[];
}

/** Lays events together by their moments; those that can belong to none have their result at once. */
export function momentsOf(placed: readonly PlacedEvent[]): {
  readonly moments: readonly Moment[];
  readonly results: Map<string, EventResult>;
} {
  const results = new Map<string, EventResult>();
  const moments = new Map<string, Moment>();
  for (const event of placed) {
    const { id, meter, day, at, known } = event;
    if (meter === null) results.set(id, { outcome: 'unknown-device' });
    else if (!isZoneOf(event, meter))
      results.set(id, { outcome: 'refused', code: 'device.zone', details: { zones: meter.zones.join(', ') } });
    else {
      const key = `${meter.id} ${at}`;
      const { events } = moments.get(key) ?? { events: [] };
      moments.set(key, { meter, day, at, known, events: [...events, event] });
    }
  }
  const whole: Moment[] = [];
  for (const moment of moments.values()) {
    const missing = missingZones(moment);
    if (missing.length === 0) whole.push(moment);
    for (const { id } of missing.length === 0 ? [] : moment.events)
      results.set(id, { outcome: 'waiting', details: { zones: missing.join(', ') } });
  }
  return { moments: whole, results };
}

/** Of a meter and day the latest moment counts, unless a later one has come before. */
export function latestOfDays(moments: readonly Moment[]): ReadonlySet<Moment> {
  const latest = new Map<string, Moment>();
  for (const moment of moments) {
    const key = `${moment.meter.id} ${moment.day}`;
    if (moment.at > Math.max(latest.get(key)?.at ?? -Infinity, moment.known ?? -Infinity)) latest.set(key, moment);
  }
  return new Set(latest.values());
}

/** What the dial shows, in the meter's own unit; or why it can't be. */
export function shownAt({ meter, events }: Moment): ZonedValue | EventResult {
  const amounts = new Map<string, string>();
  for (const { value, unit, zone } of events) {
    const amount = inUnitOfMeter({ value, unit, scale: meter.scale }, meter.resource);
    if (amount === 'unit') return { outcome: 'refused', code: 'device.unit', details: { unit } };
    if (amount === 'value') return { outcome: 'refused', code: 'reading.amount', details: { amount: value } };
    amounts.set(zone ?? WHOLE_DAY, amount.toString());
  }
  if (meter.zones.length === 1) return [...amounts.values()][0]!;
  return Object.fromEntries(meter.zones.map((zone) => [zone, amounts.get(zone)!]));
}

/** A dial that shows less than it did earlier on the same day. */
export interface StepBack {
  /** Of an event of the moment. */
  readonly id: string;
  readonly meter: MeterOfDevice;
  readonly at: number;
  readonly was: ZonedValue;
  readonly now: ZonedValue;
}

/** Days are compared by the intake; within a day the later moment only takes the place of the earlier. */
export function stepsBack(moments: readonly Moment[]): StepBack[] {
  const days = new Map<string, Moment[]>();
  for (const moment of moments) {
    const key = `${moment.meter.id} ${moment.day}`;
    days.set(key, [...(days.get(key) ?? []), moment]);
  }
  return [...days.values()].flatMap((ofDay) => {
    const told = [...ofDay].sort((a, b) => a.at - b.at).flatMap(toldBy);
    return told.flatMap(({ moment, value }, i) => {
      const before = told[i - 1];
      if (!before || before.moment.at === moment.at || !isLess(value, before.value)) return [];
      return [{ id: moment.events[0]!.id, meter: moment.meter, at: moment.at, was: before.value, now: value }];
    });
  });
}

function toldBy(moment: Moment): { readonly moment: Moment; readonly value: ZonedValue }[] {
  const value = shownAt(moment);
  return isValue(value) ? [{ moment, value }] : [];
}

export function isValue(shown: ZonedValue | EventResult): shown is ZonedValue {
  return typeof shown === 'string' || !('outcome' in shown);
}

function isLess(value: ZonedValue, before: ZonedValue): boolean {
  if (typeof value === 'string' || typeof before === 'string') return decimal(String(value)).lt(String(before));
  return Object.entries(value).some(([zone, amount]) => decimal(amount).lt(before[zone] ?? '0'));
}

function isZoneOf({ zone }: PlacedEvent, { zones }: MeterOfDevice): boolean {
  return zone === null ? zones.length === 1 : zones.includes(zone);
}

/** A device without zones tells the only one, by name or without. */
function missingZones({ meter, events }: Moment): readonly string[] {
  if (meter.zones.length === 1) return [];
  return meter.zones.filter((zone) => !events.some((event) => event.zone === zone));
}
