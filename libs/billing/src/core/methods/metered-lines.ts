import { decimal, formatDate, type LocalDate } from '@dvor/kernel';
import type { Interference, Part } from '../facts.js';
import { type ChargeLine, lineOf } from '../line.js';
import type { NormDays } from '../meters/read-meters.js';
import { normByPersons, type VolumeByNorm } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import type { PlainRatePiece, PriceTier, ZoneRate } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, daysIn, type Span } from '../span.js';
import { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import type { MeasuredWorking, Share, WhyNorm } from '../working/working.js';
import { absenceLines } from './absence.js';
import {
  meteredOf,
  type MeteredService,
  roomVolume,
  type RoomShare,
  type Used,
  type UsedOfZone,
} from './metered-use.js';

// ПП 354, п. 42, прил. 2, ф. 1:    P = V · T,           V by readings, else by average (п. 59)
//                        ф. 4:    P = n · N · T,       where there is neither
//                        ф. 4(1): P = n · N · K · T,   of which n · N · (K − 1) · T is the excess, a line of its own
//                        ф. 7, 9: P = (V_j + (V_flat − ΣV_j) · n_j / n_flat) · T, rooms of a communal flat
// Two persons, 4.29 m³, 49.19, K = 3, no meter: 8.58 · 49.19 = 422.05 and 8.58 · 2 · 49.19 = 844.10

const CLAUSE = {
  meter: 'ПП 354, п. 42, прил. 2, ф. 1',
  room: 'ПП 354, п. 50, прил. 2, ф. 7',
  shared: 'ПП 354, п. 42, прил. 2, ф. 1; ГК РФ, ст. 249',
  roomMeter: 'ПП 354, п. 50, прил. 2, ф. 9',
  settled: 'ПП 354, п. 42, 61, прил. 2, ф. 1',
  average: 'ПП 354, п. 59',
  norm: 'ПП 354, п. 42, прил. 2, ф. 4',
  normAfterAverage: 'ПП 354, п. 59–60, прил. 2, ф. 4',
  absence: 'ПП 354, п. 86–91',
  excess: 'ПП 354, п. 42, прил. 2, ф. 4(1)',
  excessAfterAverage: 'ПП 354, п. 59–60, прил. 2, ф. 4(1)',
};

/** The part of a month that has one rate. */
export interface Piece {
  /** Days of the piece, of the days over which the volume is spread. */
  readonly share: Share;
  readonly byNorm: VolumeByNorm | null;
}

/** What the zones, or the norm where there are none, come to in one piece, and how. */
export interface Measured {
  readonly volume: Volume;
  readonly working: MeasuredWorking;
}

/** Volume and working of some zones together, or of the norm where nothing was measured. */
export function measured(
  service: MeteredService,
  { zones, room, byNorm }: Pick<Used, 'zones' | 'room' | 'byNorm'>,
  { rate: { zone, text }, piece }: { rate: Pick<ZoneRate, 'zone' | 'text'>; piece: Piece },
): Measured {
  const { unit, month, vat } = service;
  const [days, of] = piece.share;
  if (zones.length === 0) {
    const { volume, parts: norm } = piece.byNorm!;
    const { why, acts } = byNorm[0]!;
    const clause = hadMeter(why) ? CLAUSE.normAfterAverage : CLAUSE.norm;
    return { volume, working: { formula: 'norm', clause, unit, rate: text, vat, norm, of: month.days, why, acts } };
  }
  const total = zones.reduce((sum, { volume }) => sum.plus(volume), Volume.zero);
  const share = days === of ? undefined : piece.share;
  const counted = measures(zones);
  const shared = (room ? roomVolume(total, room, meteredOf(zones, room)) : total).share(days, of);
  if (!counted) {
    const basis = { clause: CLAUSE.meter, unit, rate: text, vat, zone: zone ?? undefined };
    return { volume: shared, working: { formula: 'given', ...basis, volume: total.toString(), share } };
  }
  const { readings, averages, estimated } = counted;
  return {
    volume: piece.byNorm ? shared.plus(piece.byNorm.volume) : shared,
    working: {
      formula: readings.length > 0 ? 'meter' : 'average',
      clause: clauseOf(counted, room),
      unit,
      rate: text,
      vat,
      zone: zone ?? undefined,
      share,
      readings: readings.length > 0 ? readings : undefined,
      averages: averages.length > 0 ? averages : undefined,
      estimated: estimated.length > 0 ? estimated : undefined,
      room: room ? roomWorking(zones, room) : undefined,
      norm: piece.byNorm?.parts,
      of: piece.byNorm ? month.days : undefined,
    },
  };
}

function measures(zones: readonly UsedOfZone[]) {
  const readings = zones.flatMap((used) => ('known' in used ? [] : used.readings));
  const averages = zones.flatMap((used) => ('known' in used ? [] : used.averages));
  const estimated = zones.flatMap((used) => ('known' in used ? [] : used.estimated));
  return readings.length + averages.length === 0 ? null : { readings, averages, estimated };
}

function clauseOf({ readings, estimated }: NonNullable<ReturnType<typeof measures>>, room: RoomShare | null): string {
  if (readings.length === 0) return CLAUSE.average;
  if (room?.shared) return CLAUSE.shared;
  if (room) return room.metered ? CLAUSE.roomMeter : CLAUSE.room;
  return estimated.length > 0 ? CLAUSE.settled : CLAUSE.meter;
}

function roomWorking(zones: readonly UsedOfZone[], room: RoomShare) {
  const { own, rooms } = meteredOf(zones, room);
  const metered = room.metered ? { own: own.toString(), rooms: rooms.toString() } : {};
  return { persons: room.persons, all: room.all, shared: room.shared, ...metered };
}

// ------------------------------------------------------------------------------------- prices that depend on volume

// ПП 354, п. 42; постановления о социальной норме и диапазонах: СН_z = СН · V_z / ΣV
// 100 kWh by day and 50 at night, social norm 120: within 80 and 40, above 20 and 10

/** What of a zone's volume lies between the bounds; each zone has its part of every tier. Null where there is none. */
export function tierLine(
  service: MeteredService,
  premises: PremisesMonth,
  used: Used,
  {
    tier: { above, upTo, part },
    zones,
    piece,
    rate,
    charged,
  }: { tier: PriceTier; zones: readonly UsedOfZone[]; piece: Piece; rate: ZoneRate; charged: number },
): ChargeLine | null {
  const total = measured(service, used, { rate: { zone: null, text: '0' }, piece }).volume;
  const working = {
    formula: 'tier',
    clause: part === 'individual' ? 'ПП 354, п. 42; диапазоны потребления' : 'ПП 354, п. 42; социальная норма',
    unit: service.unit,
    vat: service.vat,
    rate: rate.text,
    bounds: [above, upTo],
    days: charged,
    of: service.month.days,
    total: total.toString(),
    room: used.bounds ?? undefined,
    base: measured(service, { ...used, zones }, { rate, piece }).working,
  } as const;
  const volume = volumeOf(working);
  if (volume.sign === 0 && !(above === null && total.sign === 0)) return null;
  return lineOf(premises, service.code, { part, rate: rate.rate, volume, working });
}

/** The used zones that a price is for; one without a zone is for all. */
export function zonesOf(zones: readonly UsedOfZone[], zone: string | null): readonly UsedOfZone[] {
  return zone === null ? zones : zones.filter((used) => used.zone === zone);
}

// --------------------------------------------------------------------------------------------- what the norm adds

/** n · N · (K − 1) · T, a line for each rate and factor; the norm's volume is not raised. */
export function excessLines(
  { code, unit, month, norms, factors, vat }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  { rate, spans, days, perUnit }: { rate: ZoneRate; spans: readonly Span[]; days: Span; perUnit?: HeatPerUnit },
): ChargeLine[] {
  const raised = byNorm.filter((span) => span.raised);
  const persons = premises.persons(days);
  if (raised.length === 0 || persons instanceof Refusal) return [];
  const { why, acts } = raised[0]!;
  const clause = hadMeter(why) ? CLAUSE.excessAfterAverage : CLAUSE.excess;
  const lines: ChargeLine[] = [];
  for (const factor of factors) {
    const charged = commonSpans(commonSpans(raised, spans), factor.spans);
    const byNorm = normByPersons({ norms, persons, spans: charged, days, of: month.days });
    if (byNorm instanceof Refusal || byNorm.parts.length === 0) continue;
    const working = {
      formula: 'excess',
      clause,
      unit: perUnit ? 'Gcal' : unit,
      rate: rate.text,
      vat,
      norm: byNorm.parts,
      of: month.days,
      factor: factor.text,
      why,
      acts,
      perUnit,
    } as const;
    lines.push(lineOf(premises, code, { part: 'excess', rate: rate.rate, volume: volumeOf(working), working }));
  }
  return lines;
}

/** Gcal for a m³, as text. */
type HeatPerUnit = string;

/** Absence counts only where the norm does because no meter can stand (ПП 354, п. 86). */
export function letOffLines(
  { code, unit, month, norms }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  {
    pieces,
    days,
  }: { pieces: readonly (PlainRatePiece & { readonly perUnit?: HeatPerUnit | undefined })[]; days: Span },
): ChargeLine[] {
  const spans = byNorm.filter(({ why }) => why === 'impossible');
  if (spans.length === 0) return [];
  return absenceLines(premises, { code, clause: CLAUSE.absence, unit, norms, pieces, spans, days, month });
}

// ПП 354, п. 62: N · n · 10 for up to three months before the act
// Two persons, 4.29 m³, three months at 49.19: 8.58 · 10 · 3 · 49.19 = 12661.51

/** What an act on interference with the meter adds in its month, at the norm and rate of its day. */
export function interferenceLines(
  { code, unit, norms, vat }: MeteredService,
  premises: PremisesMonth,
  pieces: readonly (PlainRatePiece & { readonly perUnit?: HeatPerUnit | undefined })[],
): ChargeLine[] | Refusal {
  const acts = interferencesOf(premises, code);
  const lines: ChargeLine[] = [];
  for (const { act, months, number } of acts) {
    if (decimal(months).gt('3') || !decimal(months).gt('0')) {
      return new Refusal('bad-figure', { field: 'months', value: months });
    }
    const day = { from: act, to: (act + 1) as LocalDate };
    const piece = pieces.find(({ spans }) => daysIn(spans, day) > 0);
    if (!piece) continue;
    const persons = premises.persons(day);
    if (persons instanceof Refusal) return persons;
    const byNorm = normByPersons({ norms, persons, spans: [day], days: day, of: 1 });
    if (byNorm instanceof Refusal) return byNorm;
    const working = {
      formula: 'interference',
      clause: 'ПП 354, п. 62',
      unit: piece.perUnit ? 'Gcal' : unit,
      vat,
      rate: piece.text,
      norm: byNorm.parts,
      of: 1,
      months,
      act: formatDate(act),
      number: number ?? undefined,
      perUnit: piece.perUnit,
    } as const;
    lines.push(lineOf(premises, code, { part: 'interference', rate: piece.rate, volume: volumeOf(working), working }));
  }
  return lines;
}

/** Acts of the month on a day on which the account is open: another's act is another's bill. */
export function interferencesOf({ facts, open }: PremisesMonth, code: string): readonly Interference[] {
  if (!facts.interferences || !open) return [];
  return facts.interferences.filter(({ service, act }) => service === code && open.from <= act && act < open.to);
}

export function lineOfMeasured(
  { code }: MeteredService,
  premises: PremisesMonth,
  { rate }: ZoneRate,
  { volume, working }: Measured,
  part: Part = 'individual',
): ChargeLine {
  return lineOf(premises, code, { part, rate, volume, working });
}

function hadMeter(why: WhyNorm): boolean {
  return why === 'unsent' || why === 'no-history' || why === 'lapsed' || why === 'no-access';
}
