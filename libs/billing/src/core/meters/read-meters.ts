import { decimal, firstDay, formatDate, formatPeriod, type LocalDate, type Period, periodOfDate } from '@dvor/kernel';
import type { AccessRefused, ActNamed, EstimatedVolume, MeterFacts } from '../facts.js';
import type { PremisesMonth } from '../premises-month.js';
import { Refusal } from '../refusal.js';
import type { Month, Span } from '../span.js';
import { Volume } from '../volume.js';
import type { ActCited, AverageOfMeter, ReadingPair, WhyNorm } from '../working/working.js';
import { averageOf } from './average.js';
import { countedPair, countedSince, type ReadingWindow } from './counted-readings.js';
import { type Run, runsBetween } from './dial.js';
import { chainsOf, type MeterChain, removalOf, spansOfChain } from './meter-chains.js';
import { AVERAGED_AFTER_REFUSAL, type MissingReadingsLaw } from './missing-readings-law.js';
import { spreadIn, spreadOver } from './spread-readings.js';

/** What the meters of one service say of an account's month. */
export interface MeterReadout {
  /** Volumes by readings and averages, one entry per zone; none where all days go by norm. */
  readonly zones: readonly ZoneReadout[];
  /** Days that go by norm. */
  readonly byNorm: readonly NormDays[];
}

export interface ZoneReadout {
  /** Null for a meter without zones. */
  readonly zone: string | null;
  readonly volume: Volume;
  readonly readings: readonly ReadingPair[];
  readonly averages: readonly AverageOfMeter[];
  /** Charged by estimate since the last reading, and settled by this one: month and volume. */
  readonly estimated: readonly (readonly [period: string, volume: string])[];
}

export interface NormDays extends Span {
  readonly why: WhyNorm;
  /** The increase factor applies. */
  readonly raised: boolean;
  readonly acts?: readonly ActCited[];
}

/** Which account, service and days are asked about, and by which law. */
export interface MeterQuestion {
  readonly premises: PremisesMonth;
  readonly service: string;
  readonly month: Month;
  readonly days: Span;
  readonly law: MissingReadingsLaw;
  /** An act says that no meter can be installed. */
  readonly impossible: boolean;
}

/**
 * The month's consumption by meter: readings, else averages, else days by norm (ПП 354, п. 42, 59–61).
 *
 * A place where meters stand is read if any reading of it counts in the month. Where one place of several is left to
 * the norm for the whole month, the norm stands for the whole service: it is a person's, not a tap's.
 */
export function readMeters(question: MeterQuestion): MeterReadout | Refusal {
  const { premises, service, month, days } = question;
  const until = firstUnknownDay(premises, month);
  const meters = premises.metersOf(service).filter(({ installed }) => (installed ?? -Infinity) < until);
  if (meters.length === 0) return { zones: [], byNorm: [withoutMeter(days, question)] };

  const backwards = meters.find(({ installed, removed }) => (removed ?? Infinity) < (installed ?? -Infinity));
  if (backwards) return new Refusal('bad-interval', { meter: backwards.id });
  const estimates = estimatesOf(premises, service, month).filter((one) => !spreadOver(one, meters, question.law));
  const window: ReadingWindow = {
    baseBefore: openedInside(premises, month) ? next(days.from) : firstUnsettledDay(estimates, month),
    until,
  };
  const refused = refusalOfAccess(question);
  if (refused) return readAfterRefusal(meters, refused, question);
  const chains = chainsOf(meters);
  const allGone = chains.every((chain) => removalOf(chain) <= month.from);
  const places: Place[] = [];
  for (const chain of chains) {
    const place = readPlace(chain, window, { gone: !allGone && removalOf(chain) <= month.from, question });
    if (place instanceof Refusal) return place;
    places.push(place);
  }

  const normed = places.filter(({ byNorm }) => byNorm.length > 0);
  if (normed.length > 0 && places.length > 1) {
    const whole = normed.filter(({ measures }) => measures.length === 0);
    const [first] = whole;
    if (!first) return new Refusal('meter-gap', { meters: meters.map(({ id }) => id) });
    return { zones: [], byNorm: (whole.find(isRaised) ?? first).byNorm };
  }
  const zones = sumUp(
    places.flatMap(({ measures }) => measures),
    estimates,
  );
  return zones instanceof Refusal ? zones : { zones, byNorm: normed[0]?.byNorm ?? [] };
}

// --------------------------------------------------------------------------------------------- access was refused

function refusalOfAccess({ premises, service, month }: MeterQuestion): AccessRefused | undefined {
  return premises.facts.accessRefused?.find(
    (act) => act.service === service && act.first < month.to && (act.until ?? Infinity) >= month.to,
  );
}

/**
 * From the month of the act readings don't count: three averaged months, then the raised norm (п. 59 «в», 60, 60(2));
 * after a second act the raised norm at once, for electricity by law (п. 60(3)), for water by the organisation's choice.
 */
function readAfterRefusal(
  meters: readonly MeterFacts[],
  { first, second, acts }: AccessRefused,
  question: MeterQuestion,
): MeterReadout | Refusal {
  const { month, days, law, impossible } = question;
  const since = periodOfDate(first);
  const k = month.period - since + 1;
  const cited = citing(
    'access-refused',
    acts?.filter(({ date }) => date < month.to),
  );
  const raisedNorm: MeterReadout = {
    zones: [],
    byNorm: [{ ...days, why: 'no-access', raised: !impossible, ...cited }],
  };
  if (second && second < month.to && law.raisedAtSecondRefusal) return raisedNorm;
  if (k > AVERAGED_AFTER_REFUSAL) return raisedNorm;
  const measures: Measure[] = [];
  for (const meter of meters) {
    if ((meter.removed ?? Infinity) < month.from) continue;
    const found = averageOf(meter, { period: month.period, until: firstDay(since) }, law);
    if (found instanceof Refusal) return found;
    if (!found.average) return { zones: [], byNorm: [{ ...days, why: 'no-history', raised: false, ...cited }] };
    measures.push({
      meter,
      runs: found.average.runs,
      since: month.from,
      average: { months: found.average.months, k, limit: AVERAGED_AFTER_REFUSAL, ...cited },
      share: { days: days.to - days.from, of: month.days },
    });
  }
  if (measures.length === 0) return raisedNorm;
  const zones = sumUp(measures, []);
  return zones instanceof Refusal ? zones : { zones, byNorm: [] };
}

/** How the acts stand in workings; nothing where none is named. */
function citing(
  about: ActCited[0],
  acts: readonly ActNamed[] | null | undefined,
): { readonly acts?: readonly ActCited[] } {
  if (!acts || acts.length === 0) return {};
  return { acts: acts.map(({ number, date }) => [about, number, formatDate(date)] as const) };
}

// ------------------------------------------------------------------------------------------- one place of meters

/** What one chain of meters says. */
interface Place {
  readonly measures: readonly Measure[];
  readonly byNorm: readonly NormDays[];
}

/** What ran through one meter between two readings, or on average. */
interface Measure {
  readonly meter: MeterFacts;
  readonly runs: readonly Run[];
  /** The day from which the reading that was subtracted counted. */
  readonly since: LocalDate;
  readonly average: {
    readonly months: number;
    readonly k: number;
    readonly limit: number | undefined;
    readonly acts?: readonly ActCited[];
  } | null;
  /** The share of the run, or of the average month, that is this account's. */
  readonly share: { readonly days: number; readonly of: number } | null;
  /** The share is the month's, by days between the readings. */
  readonly spread?: true;
}

function readPlace(
  chain: MeterChain,
  window: ReadingWindow,
  { gone, question }: { gone: boolean; question: MeterQuestion },
): Place | Refusal {
  const { premises, month, days, law } = question;
  const measures: Measure[] = [];
  let readThisMonth = gone;
  for (const meter of chain) {
    const spread = meter.spread ? spreadIn(meter, { month, days }, law) : null;
    if (spread instanceof Refusal) return spread;
    if (spread) {
      measures.push({ meter, ...spread, average: null, spread: true });
      readThisMonth = true;
      continue;
    }
    const pair = countedPair(meter, window, law);
    if (pair instanceof Refusal) return pair;
    if (!pair) continue;
    const runs = runsBetween(meter, pair.from, pair.to);
    if (runs instanceof Refusal) return runs;
    const shared = openedInside(premises, month) && pair.from.date < month.from && pair.from.date !== meter.installed;
    const share = shared ? { days: days.to - days.from, of: month.days } : null;
    measures.push({ meter, runs, since: countedSince(pair.from), average: null, share });
    readThisMonth ||= countedSince(pair.to) >= month.from;
  }
  if (!readThisMonth) return estimatePlace(chain, window, { gapsOnly: false, question });
  if (chain.length === 1) return { measures, byNorm: [] };
  const gaps = estimatePlace(chain, window, { gapsOnly: true, question });
  return gaps instanceof Refusal ? gaps : { measures: [...measures, ...gaps.measures], byNorm: gaps.byNorm };
}

/**
 * What stands for readings, span by span of the chain: the average for as many months as the law allows, then the
 * norm. In a month with readings only the days between a lapsed meter and its successor are left to be estimated
 * (calculation.md §3.4).
 */
function estimatePlace(
  chain: MeterChain,
  { until }: ReadingWindow,
  { gapsOnly, question }: { gapsOnly: boolean; question: MeterQuestion },
): Place | Refusal {
  const { month, days, law, impossible } = question;
  const averaged = new Map<MeterFacts, { runs: readonly Run[]; months: number; k: number; days: number }>();
  const byNorm: NormDays[] = [];
  for (const span of spansOfChain(chain, days, law)) {
    const { meter, lapsed } = span;
    if (gapsOnly && !(lapsed && span.replaced)) continue;
    if (!meter) {
      byNorm.push(withoutMeter(span, question));
      continue;
    }
    const found = averageOf(meter, { period: month.period, until }, law);
    if (found instanceof Refusal) return found;
    const { k, average } = found;
    const allowed = law.averagedMonths === null || k <= law.averagedMonths;
    if (allowed && average) {
      const before = averaged.get(meter)?.days ?? 0;
      averaged.set(meter, { runs: average.runs, months: average.months, k, days: before + span.to - span.from });
    } else {
      const why = lapsed ? 'lapsed' : allowed ? 'no-history' : 'unsent';
      const cited = lapsed ? failureOf(meter, month) : {};
      byNorm.push({ from: span.from, to: span.to, why, raised: law.raised && lapsed && !impossible, ...cited });
    }
  }
  const measures: Measure[] = [];
  for (const [meter, { runs, months, k, days }] of averaged) {
    measures.push({
      meter,
      runs,
      since: month.from,
      average: { months, k, limit: law.averagedMonths ?? undefined, ...failureOf(meter, month) },
      share: { days, of: month.days },
    });
  }
  return { measures, byNorm };
}

/** The act on a failure that has begun by the month's end. */
function failureOf({ failed, failedBy }: MeterFacts, month: Month): { readonly acts?: readonly ActCited[] } {
  return failedBy && (failed ?? Infinity) < month.to ? citing('meter-failed', [failedBy]) : {};
}

function withoutMeter({ from, to }: Span, { impossible, law }: MeterQuestion): NormDays {
  return { from, to, why: impossible ? 'impossible' : 'no-meter', raised: law.raised && !impossible };
}

function isRaised({ byNorm }: Place): boolean {
  return byNorm.some(({ raised }) => raised);
}

// ------------------------------------------------------------------------------------------- the account's days

/** Readings from this day on belong to a later month, or to the next account of the premises. */
function firstUnknownDay({ facts }: PremisesMonth, month: Month): LocalDate {
  const to = facts.to ?? null;
  return to !== null && to <= month.to ? next(to) : month.to;
}

function openedInside({ facts }: PremisesMonth, month: Month): boolean {
  return (facts.from ?? -Infinity) >= month.from;
}

function next(day: LocalDate): LocalDate {
  return (day + 1) as LocalDate;
}

// ---------------------------------------------------------------------------------------- estimates to be settled

function estimatesOf({ facts }: PremisesMonth, service: string, { period }: Month): readonly EstimatedVolume[] {
  if (!facts.estimated || facts.estimated.length === 0) return [];
  return facts.estimated
    .filter((estimate) => estimate.service === service && estimate.period < period)
    .sort((a, b) => a.period - b.period);
}

/** Months that were charged whole by estimate just before this one are open until it, whatever was read in them. */
function firstUnsettledDay(estimates: readonly EstimatedVolume[], month: Month): LocalDate {
  let first: Period = month.period;
  while (estimates.some(({ period, meter }) => !meter && period === first - 1)) first = (first - 1) as Period;
  return first === month.period ? month.from : firstDay(first);
}

/** Policy A (ПП 354, п. 61): a run that spans months charged by estimate settles them. */
function settles({ meter, since, average }: Measure, estimate: EstimatedVolume): boolean {
  if (average || (estimate.meter ?? meter.id) !== meter.id) return false;
  const sincePeriod = periodOfDate(since);
  return sincePeriod < estimate.period || (sincePeriod === estimate.period && since === meter.installed);
}

// --------------------------------------------------------------------------------------------- the sum by zones

function sumUp(measures: readonly Measure[], estimates: readonly EstimatedVolume[]): ZoneReadout[] | Refusal {
  const settled = estimates.filter((estimate) => measures.some((measure) => settles(measure, estimate)));
  const zones: ZoneReadout[] = [];
  for (const { pair } of measures[0]?.runs ?? []) {
    const zone = pair.zone ?? null;
    let volume = Volume.zero;
    const readings: ReadingPair[] = [];
    const averages: AverageOfMeter[] = [];
    for (const { meter, runs, average, share, spread } of measures) {
      const run = runs.length === measures[0]!.runs.length && runs.find((run) => (run.pair.zone ?? null) === zone);
      if (!run) return new Refusal('zones-differ', { meter: meter.id });
      const { days, of } = share ?? WHOLE;
      volume = volume.plus(Volume.of(run.volume, average?.months ?? 1).share(days, of));
      if (average) {
        const { months, k, limit, acts } = average;
        averages.push({ ...run.pair, months, days, of, k, limit, ...(acts && { acts }) });
      } else readings.push(share ? { ...run.pair, days, of, ...(spread && { spread }) } : run.pair);
    }
    const estimated = settled.flatMap((estimate) => chargedOf(estimate, zone));
    for (const [, charged] of estimated) volume = volume.minus(Volume.of(decimal(charged)));
    zones.push({ zone, volume, readings, averages, estimated });
  }
  return zones.some(({ zone }) => zone !== null) ? [...zones, ...withoutZones(settled)] : zones;
}

/** Estimates that knew no zones, such as a norm, settled by a meter that has them: only a plain tariff can take both. */
function withoutZones(settled: readonly EstimatedVolume[]): ZoneReadout[] {
  const plain = settled.filter(({ volume }) => typeof volume === 'string');
  if (plain.length === 0) return [];
  const estimated = plain.flatMap((estimate) => chargedOf(estimate, null));
  const volume = estimated.reduce((sum, [, charged]) => sum.minus(Volume.of(decimal(charged))), Volume.zero);
  return [{ zone: null, volume, readings: [], averages: [], estimated }];
}

/** What an estimate charged of a zone; of a meter without zones, all of it. */
function chargedOf({ period, volume }: EstimatedVolume, zone: string | null): [period: string, volume: string][] {
  const month = formatPeriod(period);
  if (typeof volume === 'string') return zone === null ? [[month, volume]] : [];
  const charged = zone === null ? Object.values(volume) : [volume[zone]];
  return charged.flatMap((part) => (part === undefined ? [] : [[month, part] as [string, string]]));
}

const WHOLE = { days: 1, of: 1 };
