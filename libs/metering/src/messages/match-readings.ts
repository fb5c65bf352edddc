import { identifierKey, type SaidReading, type SaidZone } from '@dvor/formats';
import type { MeterId } from '@dvor/kernel';
import { type MeteredResource, WHOLE_DAY, type ZonedValue } from '../core/index.js';

/** A meter that a message may speak of. */
export interface MeterOfSender {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly zones: readonly string[];
}

export interface MatchedReading {
  readonly meter: MeterOfSender;
  readonly value: ZonedValue;
}

/** Why what was said of a meter is of none. */
export interface Unmatched {
  readonly code: 'message.no-such-meter' | 'message.which-meter' | 'message.zones';
  readonly said: string;
}

/** Lays what a message says beside the meters of its sender. Nothing is guessed: what fits several meters is no reading. */
export function matchReadings(
  said: readonly SaidReading[],
  meters: readonly MeterOfSender[],
): { readonly readings: readonly MatchedReading[]; readonly problems: readonly Unmatched[] } {
  const byMeter = new Map<MeterOfSender, { zone: SaidZone | null; values: string[] }[]>();
  const problems: Unmatched[] = [];
  for (const { meter: name, values } of said) {
    const told = values.map(String);
    const meant = metersOf(name, meters);
    const zone = 'zone' in name ? name.zone : null;
    const [only] = meant;
    if (!only) problems.push({ code: 'message.no-such-meter', said: nameOf(name) });
    else if (meant.length === 1) note(only, { zone, values: told });
    else if (zone === null && meant.length === told.length)
      meant.forEach((meter, i) => note(meter, { zone, values: [told[i]!] }));
    else problems.push({ code: 'message.which-meter', said: nameOf(name) });
  }
  const readings: MatchedReading[] = [];
  for (const [meter, parts] of byMeter) {
    const value = valueOf(meter, parts);
    if (value === null) problems.push({ code: 'message.zones', said: meter.serial });
    else readings.push({ meter, value });
  }
  return { readings, problems };

  function note(meter: MeterOfSender, part: { zone: SaidZone | null; values: string[] }): void {
    byMeter.set(meter, [...(byMeter.get(meter) ?? []), part]);
  }
}

function metersOf(name: SaidReading['meter'], meters: readonly MeterOfSender[]): readonly MeterOfSender[] {
  if ('serial' in name) {
    const key = identifierKey(name.serial);
    return meters.filter(({ serial }) => identifierKey(serial) === key);
  }
  const ofResource = meters.filter(({ resource }) => resource === name.resource);
  return name.place === null ? ofResource : ofResource.slice(name.place - 1, name.place);
}

function nameOf(name: SaidReading['meter']): string {
  return 'serial' in name ? name.serial : name.resource;
}

/** `null`: it does not say each zone of the meter once. */
function valueOf(
  { zones }: MeterOfSender,
  parts: readonly { readonly zone: SaidZone | null; readonly values: readonly string[] }[],
): ZonedValue | null {
  const inOrder = parts.every(({ zone }) => zone === null) ? parts.flatMap(({ values }) => values) : null;
  const amounts = inOrder ?? zones.map((zone, i) => amountOf(parts, zone, i));
  const count = parts.flatMap(({ values }) => values).length;
  if (count !== zones.length || amounts.length !== zones.length || amounts.includes(null)) return null;
  if (zones.length === 1 && zones[0] === WHOLE_DAY) return amounts[0]!;
  return Object.fromEntries(zones.map((zone, i) => [zone, amounts[i]!]));
}

function amountOf(
  parts: readonly { readonly zone: SaidZone | null; readonly values: readonly string[] }[],
  zone: string,
  place: number,
): string | null {
  const part = parts.find((one) => one.zone === zone || one.zone === place + 1);
  return part?.values.length === 1 ? part.values[0]! : null;
}
