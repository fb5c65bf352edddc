import { decimal } from '@dvor/kernel';
import { type FactorPiece, factorPieces } from '../excess.js';
import type { MeteredRule, Zones } from '../facts.js';
import { type ChargeLine, type HouseMonth, lineOf, type PremisesCharge, unitOfResource } from '../line.js';
import { type MissingReadingsLaw, missingReadingsLaw } from '../meters/missing-readings-law.js';
import { type NormDays, readMeters, type ZoneReadout } from '../meters/read-meters.js';
import { consumedByNorm, normByPersons, type NormSlice, normSlices, type VolumeByNorm } from '../norms.js';
import type { PremisesMonth } from '../premises-month.js';
import { type RatePiece, servicePieces, type ZoneRate } from '../rates.js';
import { Refusal } from '../refusal.js';
import { commonSpans, daysIn, type Month, type Span } from '../span.js';
import { Volume } from '../volume.js';
import { absenceLines } from './absence.js';
import type { Share, WhyNorm } from '../working/working.js';

// ПП 354, п. 42, прил. 2, ф. 1:    P = V · T,           V by readings, else by average (п. 59)
//                        ф. 4:    P = n · N · T,       where there is neither
//                        ф. 4(1): P = n · N · K · T,   of which n · N · (K − 1) · T is the excess, a line of its own
// Two persons, 4.29 m³, 49.19, K = 3, no meter: 8.58 · 49.19 = 422.05 and 8.58 · 2 · 49.19 = 844.10

const CLAUSE = {
  meter: 'ПП 354, п. 42, прил. 2, ф. 1',
  settled: 'ПП 354, п. 42, 61, прил. 2, ф. 1',
  average: 'ПП 354, п. 59',
  norm: 'ПП 354, п. 42, прил. 2, ф. 4',
  normAfterAverage: 'ПП 354, п. 59–60, прил. 2, ф. 4',
  absence: 'ПП 354, п. 86–91',
  excess: 'ПП 354, п. 42, прил. 2, ф. 4(1)',
  excessAfterAverage: 'ПП 354, п. 59–60, прил. 2, ф. 4(1)',
};

/** Water, electricity and gas by individual meter, else by average, else by norm and persons. */
export function chargeByMeter(rule: MeteredRule, { month, services }: HouseMonth): PremisesCharge | Refusal {
  const pieces = servicePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const norms = normSlices(rule.norms, month);
  if (norms instanceof Refusal) return norms;
  const factors = factorPieces(rule.excess, month);
  if (factors instanceof Refusal) return factors;
  const resource = rule.resource ?? rule.code;
  const service: MeteredService = {
    code: rule.code,
    unit: rule.unit ?? unitOfResource(resource),
    month,
    pieces,
    norms,
    factors,
    law: missingReadingsLaw(resource, month.period),
    continued: services.some((other) => other !== rule && other.code === rule.code),
  };
  return (premises, days) => chargePremises(service, premises, days);
}

/** One metered service of one house and month. */
interface MeteredService {
  readonly code: string;
  readonly unit: string;
  readonly month: Month;
  readonly pieces: readonly RatePiece[];
  readonly norms: readonly NormSlice[];
  readonly factors: readonly FactorPiece[];
  readonly law: MissingReadingsLaw;
  /** Another rule of the same code may charge the other days of the month. */
  readonly continued: boolean;
}

/** What an account used, before it meets a rate. */
interface Used {
  readonly zones: readonly UsedOfZone[];
  readonly byNorm: readonly NormDays[];
  /** The days on which the zones' volumes were used, evenly. */
  readonly over: Span;
}

/** Read from meters, or known from outside. */
type UsedOfZone = ZoneReadout | { readonly zone: string | null; readonly volume: Volume; readonly known: string };

/** The part of a month that has one rate. */
interface Piece {
  readonly rates: readonly ZoneRate[];
  readonly spans: readonly Span[];
  /** Days of the piece, of the days over which the volume is spread. */
  readonly share: Share;
  readonly byNorm: VolumeByNorm | null;
}

function chargePremises(service: MeteredService, premises: PremisesMonth, days: Span): ChargeLine[] | Refusal {
  const used = usedBy(service, premises, days);
  if (used instanceof Refusal) return used;
  const over = used.over.to - used.over.from;
  const lines: ChargeLine[] = [];
  for (const { rates, spans } of service.pieces) {
    const charged = daysIn(spans, days);
    if (charged === 0) continue;
    const byNorm = normOf(service, premises, used.byNorm, { spans, days });
    if (byNorm instanceof Refusal) return byNorm;
    const piece: Piece = { rates, spans, share: [charged, over], byNorm };
    const base = baseLines(service, premises, used, piece);
    if (base instanceof Refusal) return base;
    lines.push(...base);
    if (byNorm) lines.push(...excessLines(service, premises, used.byNorm, { rates, spans, days }));
  }
  recordConsumption(service, premises, used, days);
  lines.push(...letOffLines(service, premises, used.byNorm, days));
  return lines;
}

// ------------------------------------------------------------------------------------------------ what was used

function usedBy(service: MeteredService, premises: PremisesMonth, days: Span): Used | Refusal {
  const { code, month, law } = service;
  const over = service.continued && premises.open ? premises.open : days;
  const given = premises.facts.given?.[code];
  if (given) return { zones: knownZones(given), byNorm: [], over };
  const impossible = premises.facts.meterImpossible?.includes(code) ?? false;
  const readout = readMeters({ premises, service: code, month, days: over, law, impossible });
  return readout instanceof Refusal ? readout : { zones: readout.zones, byNorm: readout.byNorm, over };
}

function knownZones(given: string | Zones): UsedOfZone[] {
  if (typeof given === 'string') return [{ zone: null, volume: Volume.of(decimal(given)), known: given }];
  return Object.keys(given).map((zone) => ({ zone, volume: Volume.of(decimal(given[zone]!)), known: given[zone]! }));
}

function normOf(
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
function recordConsumption(
  { code, norms, month }: MeteredService,
  premises: PremisesMonth,
  { zones, byNorm, over }: Used,
  days: Span,
): void {
  const { from, to } = days;
  const measured = zones.map(({ volume }) => ({ from, to, volume: volume.share(to - from, over.to - over.from) }));
  const persons = byNorm.length > 0 ? premises.persons(days) : [];
  const normed =
    persons instanceof Refusal ? [] : consumedByNorm({ norms, persons, spans: byNorm, days, of: month.days });
  premises.consume(code, [...measured, ...normed]);
}

// -------------------------------------------------------------------------------------------------------- lines

/** One line per zone of the tariff; a tariff without zones takes the sum of the meter's. */
function baseLines(
  service: MeteredService,
  premises: PremisesMonth,
  { zones, byNorm }: Used,
  piece: Piece,
): ChargeLine[] | Refusal {
  const { rates } = piece;
  const [plain] = rates;
  if (plain && plain.zone === null) {
    if (zones.length === 0) return [normLine(service, premises, byNorm, { rate: plain, piece })];
    return [usedLine(service, premises, zones, { rate: plain, piece })];
  }
  const lines: ChargeLine[] = [];
  for (const rate of rates) {
    const used = zones.find(({ zone }) => zone === rate.zone);
    if (!used || zones.length !== rates.length || piece.byNorm) {
      return new Refusal('zones-differ', {
        tariff: rates.map(({ zone }) => zone),
        used: zones.map(({ zone }) => zone),
      });
    }
    lines.push(usedLine(service, premises, [used], { rate, piece }));
  }
  return lines;
}

interface RatedPiece {
  readonly rate: ZoneRate;
  readonly piece: Piece;
}

function usedLine(
  { code, unit, month }: MeteredService,
  premises: PremisesMonth,
  zones: readonly UsedOfZone[],
  { rate: { zone, rate, text }, piece: { share, byNorm } }: RatedPiece,
): ChargeLine {
  const [days, of] = share;
  const total = zones.reduce((sum, { volume }) => sum.plus(volume), Volume.zero);
  const shared = total.share(days, of);
  const volume = byNorm ? shared.plus(byNorm.volume) : shared;
  const basis = { unit, rate: text, zone: zone ?? undefined, share: days === of ? undefined : share };
  const readings = zones.flatMap((used) => ('known' in used ? [] : used.readings));
  const averages = zones.flatMap((used) => ('known' in used ? [] : used.averages));
  if (readings.length + averages.length === 0) {
    const working = { formula: 'given', clause: CLAUSE.meter, volume: total.toString(), ...basis } as const;
    return lineOf(premises, code, { rate, volume, working });
  }
  const estimated = zones.flatMap((used) => ('known' in used ? [] : used.estimated));
  const working = {
    formula: readings.length > 0 ? 'meter' : 'average',
    clause: readings.length === 0 ? CLAUSE.average : estimated.length > 0 ? CLAUSE.settled : CLAUSE.meter,
    ...basis,
    readings: readings.length > 0 ? readings : undefined,
    averages: averages.length > 0 ? averages : undefined,
    estimated: estimated.length > 0 ? estimated : undefined,
    norm: byNorm?.parts,
    of: byNorm ? month.days : undefined,
  } as const;
  return lineOf(premises, code, { rate, volume, working });
}

function normLine(
  { code, unit, month }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  { rate: { rate, text }, piece }: RatedPiece,
): ChargeLine {
  const { volume, parts: norm } = piece.byNorm!;
  const { why } = byNorm[0]!;
  const clause = hadMeter(why) ? CLAUSE.normAfterAverage : CLAUSE.norm;
  const working = { formula: 'norm', clause, unit, rate: text, norm, of: month.days, why } as const;
  return lineOf(premises, code, { rate, volume, working });
}

/** n · N · (K − 1) · T, a line for each rate and factor; the norm's volume is not raised. */
function excessLines(
  { code, unit, month, norms, factors }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  { rates, spans, days }: { rates: readonly ZoneRate[]; spans: readonly Span[]; days: Span },
): ChargeLine[] {
  const raised = byNorm.filter((span) => span.raised);
  const persons = premises.persons(days);
  if (raised.length === 0 || persons instanceof Refusal) return [];
  const { why } = raised[0]!;
  const clause = hadMeter(why) ? CLAUSE.excessAfterAverage : CLAUSE.excess;
  const [{ rate, text }] = rates as [ZoneRate];
  const lines: ChargeLine[] = [];
  for (const factor of factors) {
    const charged = commonSpans(commonSpans(raised, spans), factor.spans);
    const byNorm = normByPersons({ norms, persons, spans: charged, days, of: month.days });
    if (byNorm instanceof Refusal || byNorm.parts.length === 0) continue;
    const volume = byNorm.volume.times(factor.over);
    const working = {
      formula: 'excess',
      clause,
      unit,
      rate: text,
      norm: byNorm.parts,
      of: month.days,
      factor: factor.text,
      why,
    } as const;
    lines.push(lineOf(premises, code, { part: 'excess', rate, volume, working }));
  }
  return lines;
}

/** Absence counts only where the norm does because no meter can stand (ПП 354, п. 86). */
function letOffLines(
  { code, unit, month, norms, pieces }: MeteredService,
  premises: PremisesMonth,
  byNorm: readonly NormDays[],
  days: Span,
): ChargeLine[] {
  const spans = byNorm.filter(({ why }) => why === 'impossible');
  if (spans.length === 0) return [];
  const plain = pieces.flatMap(({ rates, spans }) => rates.map(({ rate, text }) => ({ rate, text, spans })));
  return absenceLines(premises, { code, clause: CLAUSE.absence, unit, norms, pieces: plain, spans, days, month });
}

function hadMeter(why: WhyNorm): boolean {
  return why === 'unsent' || why === 'no-history' || why === 'lapsed';
}
