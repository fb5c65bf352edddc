import { daysIn, decimal, Decimal, firstDay, formatPeriod, type LocalDate, type Period } from '@dvor/kernel';
import { evaluateReduction, type Reduction } from './evaluate-reduction.js';
import { dayOfMinute, type LocalMinute, MINUTES_A_DAY, MINUTES_AN_HOUR, minuteOf } from './local-minute.js';
import type { MonthFee, QualityEvent, QualityEventType, QualityFacts, QualitySettings } from './quality-facts.js';
import {
  COLD_TARIFF_BELOW,
  compositionLaw,
  NIGHT_ENDS_AT_HOUR,
  outageLaw,
  pressureLaw,
  QUALITY_SERVICES,
  type QualityService,
  type TemperatureLaw,
  temperatureLaw,
  voltageLaw,
} from './quality-law.js';
import { faultOf, QualityRefusal } from './quality-refusal.js';
import type { HourlyPart, QualityPart, QualityWorking } from './quality-working.js';
import { clipTime, covers, cutTimes, mergeTimes, minutesOf, type TimeSpan } from './time-span.js';

// ПП 354, прил. 1: P↓ = P · min(100 %, Σ rates)
// Cold water off for 17 h of a month, 8 h allowed: 9 · 0.15 % = 1.35 % of 600.00 → 8.10

export interface MonthReduction extends Reduction {
  readonly period: Period;
  readonly working: QualityWorking;
}

/**
 * What outages and poor quality take off the fee of each month, in order of time. Each month stands alone: an event
 * over its end is cut there, and each part has its own month's allowance.
 */
export function reduceFees(facts: QualityFacts): MonthReduction[] | QualityRefusal {
  const service = QUALITY_SERVICES.find((known) => known === facts.service);
  if (!service) return new QualityRefusal('unknown-service', { service: facts.service });
  const fault = faultOf(facts, service);
  if (fault) return fault;
  const reductions: MonthReduction[] = [];
  for (const month of [...facts.fees].sort((a, b) => a.period - b.period)) {
    const parts = partsOf({ ...facts, service }, month);
    if (parts instanceof QualityRefusal) return parts;
    const working: QualityWorking = {
      formula: 'quality',
      service,
      period: formatPeriod(month.period),
      fee: month.fee.toString(),
      partHours: facts.settings?.partHours ?? 'full-hours',
      parts,
    };
    reductions.push({ period: month.period, ...evaluateReduction(working), working });
  }
  return reductions;
}

// ------------------------------------------------------------------------------------------------------ one month

interface MonthEvents extends QualityFacts {
  readonly service: QualityService;
}

/** A stretch of the month and what was measured on it. */
interface Measured extends TimeSpan {
  readonly value: Decimal;
}

function partsOf(facts: MonthEvents, month: MonthFee): QualityPart[] | QualityRefusal {
  const within = minutesOfMonth(month.period);
  const spansOf = (type: QualityEventType) => clipped(facts.events, type, within);
  const outages = mergeTimes(spansOf('outage'));
  const parts = [
    byOutage(facts, month.period, outages),
    byTemperature(facts, month, { measured: measuredIn(facts.events, 'temperature', within), outages }),
    byPressure(facts, month.period, { measured: measuredIn(facts.events, 'pressure', within), outages }),
    byVoltage(facts, month.period, { spans: spansOf('voltage'), outages }),
    byComposition(facts, month.period, spansOf('composition')),
  ];
  const refusal = parts.find((part) => part instanceof QualityRefusal);
  if (refusal) return refusal as QualityRefusal;
  return freeDaysOnce((parts as QualityMonthParts[]).flat(), month.period);
}

/** Parts, and days without a fee that are still to be counted once each. */
type QualityMonthParts = readonly (QualityPart | FreeDays)[];

interface FreeDays {
  readonly kind: 'days';
  readonly clause: string;
  readonly why: 'pressure' | 'composition';
  readonly days: ReadonlySet<LocalDate>;
}

function byOutage(
  { service, sources = 1 }: MonthEvents,
  period: Period,
  outages: readonly TimeSpan[],
): QualityMonthParts | QualityRefusal {
  if (outages.length === 0) return [];
  const law = outageLaw(service, sources, period);
  if (!law) return unknownLaw(service, period);
  const { clause, allowedHours, percent, perHours } = law;
  return [{ kind: 'outage', clause, minutes: minutesOf(outages), allowedHours, percent, perHours }];
}

interface Deviations {
  readonly measured: readonly Measured[];
  /** Where there is nothing, there is nothing to measure: an hour is never priced twice. */
  readonly outages: readonly TimeSpan[];
}

/** Of two measurements of one time the one that is further off counts. */
function byTemperature(
  { service, corner = false, coldRegion = false, settings = {} }: MonthEvents,
  { period, coldFee }: MonthFee,
  { measured, outages }: Deviations,
): QualityMonthParts | QualityRefusal {
  if (measured.length === 0) return [];
  const law = temperatureLaw(service, period);
  if (!law) return unknownLaw(service, period);
  const warmer = (corner ? law.corner : 0) + (coldRegion ? law.coldRegion : 0);
  const minutes = new Map<number, number>();
  let cold = 0;
  for (const piece of cutTimes([...measured, ...outages], nightsOf(period))) {
    const values = valuesOn(piece, measured, outages);
    if (values.length === 0) continue;
    const length = piece.to - piece.from;
    const asCold = service === 'hot-water' && values.some((value) => value.lt(String(COLD_TARIFF_BELOW)));
    if (asCold) cold += length;
    if (asCold && settings.belowForty === 'cold-tariff') continue;
    const steps = Math.max(...values.map((value) => stepsOff(value, { law, warmer, piece, settings })));
    if (steps > 0) minutes.set(steps, (minutes.get(steps) ?? 0) + length);
  }
  const { clause, percent, step } = law;
  const off = [...minutes].sort(([a], [b]) => a - b);
  const days = daysIn(period);
  const coldPart = { kind: 'cold-tariff', clause, minutes: cold, of: days } as const;
  return [
    { kind: 'temperature', clause, percent, step, off },
    ...(cold === 0 ? [] : [coldFee === undefined ? coldPart : { ...coldPart, coldFee: coldFee.toString() }]),
  ];
}

interface Norm {
  readonly law: TemperatureLaw;
  /** Degrees more that this room must have. */
  readonly warmer: number;
  readonly piece: TimeSpan;
  readonly settings: QualitySettings;
}

/** Full steps of degrees beyond what is allowed at that hour. */
function stepsOff(value: Decimal, { law, warmer, piece, settings }: Norm): number {
  const strict = law.service === 'hot-water' && settings.hotWater === 'strict';
  const time = isNight(piece.from) ? 'night' : 'day';
  const least = law.least + warmer - (strict ? 0 : law.below[time]);
  const most = law.most + warmer + (strict ? 0 : law.above[time]);
  const off = value.lt(String(least))
    ? decimal(String(least)).minus(value)
    : value.gt(String(most))
      ? value.minus(decimal(String(most)))
      : decimal('0');
  return Number(off.div(String(law.step)).round(0, Decimal.roundDown).toFixed(0));
}

function byPressure(
  { service }: MonthEvents,
  period: Period,
  { measured, outages }: Deviations,
): QualityMonthParts | QualityRefusal {
  if (measured.length === 0) return [];
  const law = pressureLaw(service, period);
  if (!law) return unknownLaw(service, period);
  const { clause, percent, mostPercentOff = 100 } = law;
  const days = new Set<LocalDate>();
  let minutes = 0;
  for (const piece of cutTimes([...measured, ...outages])) {
    const values = valuesOn(piece, measured, outages);
    if (values.some((value) => value.abs().gt(String(mostPercentOff))))
      daysOfSpan(piece).forEach((day) => days.add(day));
    else if (values.some((value) => !value.eq('0'))) minutes += piece.to - piece.from;
  }
  return [
    { kind: 'pressure', clause, percent, minutes },
    { kind: 'days', clause, why: 'pressure', days },
  ];
}

function byVoltage(
  { service }: MonthEvents,
  period: Period,
  { spans, outages }: { spans: readonly TimeSpan[]; outages: readonly TimeSpan[] },
): QualityMonthParts | QualityRefusal {
  if (spans.length === 0) return [];
  const law = voltageLaw(service, period);
  if (!law) return unknownLaw(service, period);
  const poor = cutTimes([...spans, ...outages]).filter((piece) => !outages.some((outage) => covers(outage, piece)));
  const part: HourlyPart = { kind: 'voltage', clause: law.clause, percent: law.percent, minutes: minutesOf(poor) };
  return [part];
}

function byComposition(
  { service }: MonthEvents,
  period: Period,
  spans: readonly TimeSpan[],
): QualityMonthParts | QualityRefusal {
  if (spans.length === 0) return [];
  const law = compositionLaw(service, period);
  if (!law) return unknownLaw(service, period);
  return [{ kind: 'days', clause: law.clause, why: 'composition', days: new Set(spans.flatMap(daysOfSpan)) }];
}

/** A day is free once, whatever was wrong with it. Parts that take nothing stay out, but for an outage that was allowed. */
function freeDaysOnce(parts: QualityMonthParts, period: Period): QualityPart[] {
  const counted = new Set<LocalDate>();
  const of = daysIn(period);
  return parts.flatMap((part): QualityPart[] => {
    if (part.kind !== 'days') return 'minutes' in part && part.minutes === 0 ? [] : [part];
    const fresh = [...part.days].filter((day) => !counted.has(day));
    fresh.forEach((day) => counted.add(day));
    const { clause, why } = part;
    return fresh.length === 0 ? [] : [{ kind: 'free-days', clause, why, days: fresh.length, of }];
  });
}

// ----------------------------------------------------------------------------------------------------------- time

function minutesOfMonth(period: Period): TimeSpan {
  const from = firstDay(period);
  return { from: minuteOf(from), to: minuteOf((from + daysIn(period)) as LocalDate) };
}

function clipped(events: readonly QualityEvent[], type: QualityEventType, within: TimeSpan): TimeSpan[] {
  return events.flatMap((event) => {
    const span = event.type === type ? clipTime({ from: event.from, to: event.to ?? null }, within) : null;
    return span ? [span] : [];
  });
}

function measuredIn(events: readonly QualityEvent[], type: QualityEventType, within: TimeSpan): Measured[] {
  return events.flatMap((event) =>
    clipped([event], type, within).map((span) => ({ ...span, value: decimal(event.value!.trim().replace(',', '.')) })),
  );
}

function valuesOn(piece: TimeSpan, measured: readonly Measured[], outages: readonly TimeSpan[]): Decimal[] {
  if (outages.some((outage) => covers(outage, piece))) return [];
  return measured.filter((span) => covers(span, piece)).map(({ value }) => value);
}

/** Midnights and the ends of nights of a month. */
function nightsOf(period: Period): LocalMinute[] {
  return Array.from({ length: daysIn(period) }, (_, i) => (firstDay(period) + i) as LocalDate).flatMap((day) => [
    minuteOf(day),
    minuteOf(day, NIGHT_ENDS_AT_HOUR * MINUTES_AN_HOUR),
  ]);
}

function isNight(at: LocalMinute): boolean {
  return at - minuteOf(dayOfMinute(at)) < NIGHT_ENDS_AT_HOUR * MINUTES_AN_HOUR;
}

function daysOfSpan({ from, to }: TimeSpan): LocalDate[] {
  const [first, last] = [dayOfMinute(from), Math.floor((to - 1) / MINUTES_A_DAY)];
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) as LocalDate);
}

function unknownLaw(service: QualityService, period: Period): QualityRefusal {
  return new QualityRefusal('law-unknown', { service, period: formatPeriod(period) });
}
