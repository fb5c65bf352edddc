import { decimal } from '@dvor/kernel';
import { type FactorPiece, factorPieces } from '../excess.js';
import type { DatedDecimal, DatedFactor, ServiceRule, Zones } from '../facts.js';
import type { FlatMonth, RoomPersons } from '../flat-month.js';
import { type HouseMonth, unitOfResource } from '../line.js';
import { type MissingReadingsLaw, missingReadingsLaw } from '../meters/missing-readings-law.js';
import { type MeterReadout, type NormDays, readMeters, type ZoneReadout } from '../meters/read-meters.js';
import { consumedByNorm, normByPersons, type NormSlice, normSlices, type VolumeByNorm } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import { Refusal } from '../refusal.js';
import { commonSpans, type Month, type Span } from '../span.js';
import { byPersonDays, Volume } from '../volume.js';

/** One service of one house and month that is charged by what the premises used of it. */
export interface MeteredService {
  readonly code: string;
  readonly unit: string;
  /** Percent of VAT in the rates, where they have one. */
  readonly vat: string | undefined;
  readonly month: Month;
  readonly norms: readonly NormSlice[];
  readonly factors: readonly FactorPiece[];
  readonly law: MissingReadingsLaw;
  readonly flats: ReadonlyMap<string, FlatMonth>;
  /** Shared premises divide what their meter of it says by the shares, not by persons: heat follows the area. */
  readonly byShares: boolean;
  /** Another rule of the same code may charge the other days of the month. */
  readonly continued: boolean;
}

type MeasuredRule = ServiceRule & {
  readonly norms?: readonly DatedDecimal[] | null;
  readonly excess?: readonly DatedFactor[] | null;
};

export function meteredService(
  rule: MeasuredRule,
  { month, services, flats, facts }: HouseMonth,
): MeteredService | Refusal {
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const factors = factorPieces(rule.excess, month);
  if (factors instanceof Refusal) return factors;
  const resource = rule.resource ?? rule.code;
  return {
    code: rule.code,
    unit: rule.unit ?? unitOfResource(resource),
    vat: rule.vat ?? undefined,
    month,
    norms,
    factors,
    law: missingReadingsLaw(resource, month.period, facts.policy),
    flats,
    byShares: resource === 'heating',
    continued: services.some((other) => other !== rule && other.code === rule.code),
  };
}

/** What an account used, before it meets a rate. */
export interface Used {
  readonly zones: readonly UsedOfZone[];
  readonly byNorm: readonly NormDays[];
  /** The days on which the zones' volumes were used, evenly. */
  readonly over: Span;
  /** The room's part of what the meters of its communal flat say; the account's of those of shared premises. */
  readonly room: RoomShare | null;
  /** Of shared premises, which prices by volume know as one: the persons that divide their bounds as they do the volume. */
  readonly bounds: Pick<RoomShare, 'persons' | 'all'> | null;
}

/** Read from meters, or known from outside. */
export type UsedOfZone = ZoneReadout | KnownZone;

interface KnownZone {
  readonly zone: string | null;
  readonly volume: Volume;
  readonly known: string;
}

/** How a room comes to its part: V_j + (V_flat − ΣV_j) · n_j / n_flat (ПП 354, п. 50, ф. 7, 9). */
export interface RoomShare {
  readonly persons: RoomPersons['own'];
  readonly all: RoomPersons['all'];
  /** By what accounts of one premises divide it; none: they are rooms. */
  readonly shared?: 'persons' | 'shares' | undefined;
  /** What the rooms' own meters counted, or what of them is known, by zone; none: the rooms have no meters. */
  readonly metered: readonly { readonly zone: string | null; readonly own: Volume; readonly rooms: Volume }[] | null;
}

/** By meter, else by average, else days by norm; in a communal flat the room's part of it. */
export function usedBy(service: MeteredService, premises: PremisesMonth, days: Span): Used | Refusal {
  const over = service.continued && premises.open ? premises.open : days;
  const flat = premises.facts.flat ? service.flats.get(premises.facts.flat) : undefined;
  const bounds = flat?.shared ? flat.personsBeside(premises, premises.open ?? over) : null;
  if (bounds instanceof Refusal) return bounds;
  const divided = bounds && { persons: bounds.own, all: bounds.all };
  const used = usedOver(service, premises, { flat, over });
  return used instanceof Refusal ? used : { ...used, bounds: divided };
}

function usedOver(
  service: MeteredService,
  premises: PremisesMonth,
  { flat, over }: { flat: FlatMonth | undefined; over: Span },
): Omit<Used, 'bounds'> | Refusal {
  if (flat?.has(service.code)) return usedByRoom(service, premises, { flat, over });
  const given = premises.facts.given?.[service.code];
  if (given) return { zones: knownZones(given), byNorm: [], over, room: null };
  const readout = readOf(service, premises, over);
  return readout instanceof Refusal ? readout : { zones: readout.zones, byNorm: readout.byNorm, over, room: null };
}

function readOf({ code, month, law }: MeteredService, premises: PremisesMonth, days: Span): MeterReadout | Refusal {
  const impossible = premises.facts.meterImpossible?.includes(code) ?? false;
  return readMeters({ premises, service: code, month, days, law, impossible });
}

function usedByRoom(
  service: MeteredService,
  room: PremisesMonth,
  { flat, over }: { flat: FlatMonth; over: Span },
): Omit<Used, 'bounds'> | Refusal {
  const readout = readOf(service, flat.meters, flat.meters.open ?? service.month);
  if (readout instanceof Refusal) return readout;
  const byNorm = commonSpans(readout.byNorm, [over]).map((span) => ({ ...readout.byNorm[0]!, ...span }));
  if (readout.zones.length === 0) return { zones: [], byNorm, over, room: null };
  const by = flat.shared ? (service.byShares ? 'shares' : 'persons') : undefined;
  const persons = by === 'shares' ? flat.sharesBeside(room) : flat.personsBeside(room);
  if (persons instanceof Refusal) return persons;
  const metered = meteredInRooms(service, room, flat);
  if (metered instanceof Refusal) return metered;
  return { zones: readout.zones, byNorm, over, room: { persons: persons.own, all: persons.all, shared: by, metered } };
}

function meteredInRooms(
  service: MeteredService,
  room: PremisesMonth,
  { rooms }: FlatMonth,
): RoomShare['metered'] | Refusal {
  const sums = new Map<string | null, { own: Volume; rooms: Volume }>();
  for (const one of rooms) {
    if (!one.open) continue;
    const zones = ownZones(service, one, one.open);
    if (zones instanceof Refusal) return zones;
    for (const { zone, volume } of zones) {
      const before = sums.get(zone) ?? { own: Volume.zero, rooms: Volume.zero };
      sums.set(zone, { own: one === room ? before.own.plus(volume) : before.own, rooms: before.rooms.plus(volume) });
    }
  }
  return sums.size === 0 ? null : [...sums].map(([zone, sum]) => ({ zone, ...sum }));
}

function ownZones(
  service: MeteredService,
  room: PremisesMonth,
  open: Span,
): readonly { readonly zone: string | null; readonly volume: Volume }[] | Refusal {
  const given = room.facts.given?.[service.code];
  if (given) return knownZones(given);
  if (room.metersOf(service.code).length === 0) return [];
  const readout = readOf(service, room, open);
  return readout instanceof Refusal ? readout : readout.zones;
}

/** A room's part of the flat's volume, what the rooms' own meters counted first; the rest never below zero. */
export function roomVolume(flat: Volume, room: RoomShare, { own, rooms }: { own: Volume; rooms: Volume }): Volume {
  const rest = flat.minus(rooms);
  return rest.sign < 0 ? own : own.plus(byPersonDays(rest, room));
}

function knownZones(given: string | Zones): KnownZone[] {
  if (typeof given === 'string') return [{ zone: null, volume: Volume.of(decimal(given)), known: given }];
  return Object.keys(given).map((zone) => ({ zone, volume: Volume.of(decimal(given[zone]!)), known: given[zone]! }));
}

/** What the zones come to for the account itself. */
export function volumeOfZones(zones: readonly UsedOfZone[], room: RoomShare | null): Volume {
  const total = zones.reduce((sum, { volume }) => sum.plus(volume), Volume.zero);
  return room ? roomVolume(total, room, meteredOf(zones, room)) : total;
}

/** What the rooms' own meters counted in some zones. */
export function meteredOf(zones: readonly UsedOfZone[], { metered }: RoomShare): { own: Volume; rooms: Volume } {
  const plain = zones.some(({ zone }) => zone === null);
  const counted = (metered ?? []).filter(({ zone }) => plain || zones.some((other) => other.zone === zone));
  return counted.reduce((sum, { own, rooms }) => ({ own: sum.own.plus(own), rooms: sum.rooms.plus(rooms) }), {
    own: Volume.zero,
    rooms: Volume.zero,
  });
}

export function normOf(
  { norms, month }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  { spans, days }: { spans: readonly Span[]; days: Span },
): VolumeByNorm | Refusal | null {
  if (byNorm.length === 0) return null;
  const persons = premises.persons(days);
  if (persons instanceof Refusal) return persons;
  return normByPersons({ norms, persons, spans: commonSpans(byNorm, spans), days, of: month.days });
}

/** Sewage and the house's own sums are charged by it later. */
export function recordConsumption(
  { code, norms, month }: MeteredService,
  premises: PremisesMonth,
  { zones, byNorm, over, room }: Used,
  days: Span,
): void {
  const { from, to } = days;
  const measured =
    zones.length === 0 ? [] : [{ from, to, volume: volumeOfZones(zones, room).share(to - from, over.to - over.from) }];
  const persons = byNorm.length > 0 ? premises.persons(days) : [];
  const normed =
    persons instanceof Refusal ? [] : consumedByNorm({ norms, persons, spans: byNorm, days, of: month.days });
  premises.consume(code, [...measured, ...normed]);
}
