import { count, type Decimal, decimal, type LocalDate, sum } from '@dvor/kernel';
import type { MeteredResource } from '../reading-source.js';
import { ranBetween } from './ran-between.js';
import type { ReadingRule } from './reading-policy.js';

/** What a meter showed on a day, by its zones in their order. */
export interface DialReading {
  readonly date: LocalDate;
  readonly amounts: readonly string[];
}

/** What is known of a meter when a reading of it comes. */
export interface MeterHistory {
  readonly resource: MeteredResource;
  readonly digits: number | null;
  /** In the order of days, one a day, those of the new reading's own day left out; the first may be the initial one. */
  readonly readings: readonly DialReading[];
  /** What similar flats use a day; `null`: too few of them. */
  readonly similarADay: Decimal | null;
  readonly residents: number;
  readonly verifiedUntil: LocalDate | null;
}

/** Bounds beyond which a reading is doubtful: choices of the organisation. */
export interface ReadingBounds {
  readonly usualTimes: number;
  readonly similarTimes: number;
  /** What a pipe or a wire of a flat lets through in a day at the most. */
  readonly capacityADay: Readonly<Record<MeteredResource, Decimal>>;
}

export interface Finding {
  readonly rule: ReadingRule;
  readonly details: Readonly<Record<string, string>>;
}

export interface Judgement {
  /** Since the reading before, of all zones; `null`: there is none, or it is above. */
  readonly volume: Decimal | null;
  readonly findings: readonly Finding[];
}

/** Below such volumes nothing is worth a question: a tap left open for an evening. */
const SMALL: Readonly<Record<MeteredResource, Decimal>> = {
  'cold-water': decimal('10'),
  'hot-water': decimal('10'),
  electricity: decimal('300'),
  gas: decimal('50'),
  heating: decimal('3'),
};
/** Whether residents or similar flats have something to say of a volume. */
export function isWorthComparing(volume: Decimal, resource: MeteredResource): boolean {
  return volume.eq('0') || volume.gt(SMALL[resource]);
}

/** Days that tell what is usual. */
const USUAL_DAYS = 20;

/** Whether a reading is plausible (MTR-08): against its neighbours in time, its own history, similar flats, the pipe. */
export function judgeReading(reading: DialReading, history: MeterHistory, bounds: ReadingBounds): Judgement {
  const before = lastBefore(history.readings, reading.date);
  const after = history.readings.find(({ date }) => date > reading.date);
  const next = after && runsOf(reading, after, history.digits);
  if (after && next === 'below-previous')
    return { volume: null, findings: [{ rule: 'below-previous', details: { previous: after.amounts.join(' / ') } }] };
  if (!before) return { volume: null, findings: ofVerification(reading, history) };
  const runs = runsOf(before, reading, history.digits);
  if (runs === 'below-previous')
    return { volume: null, findings: [{ rule: 'below-previous', details: { previous: before.amounts.join(' / ') } }] };
  const volume = sum(runs.map((run) => run.volume));
  const days = Math.max(1, reading.date - before.date);
  const findings = [
    ...(runs.some(({ turn }) => turn !== null)
      ? [{ rule: 'rolled-over' as const, details: { previous: before.amounts.join(' / '), volume: volume.toString() } }]
      : []),
    ...ofVolume(volume, days, history, bounds),
    ...ofVerification(reading, history),
  ];
  return { volume, findings };
}

function ofVolume(volume: Decimal, days: number, history: MeterHistory, bounds: ReadingBounds): Finding[] {
  const { resource, residents, similarADay } = history;
  const told = (rule: ReadingRule, against: Decimal | null): Finding => ({
    rule,
    details: { volume: volume.toString(), ...(against && { bound: against.round(3).toString() }), days: String(days) },
  });
  if (volume.eq('0')) return residents > 0 ? [told('zero-with-residents', null)] : [];
  const capacity = bounds.capacityADay[resource].times(count(days));
  if (volume.gt(capacity)) return [told('above-capacity', capacity)];
  if (volume.lte(SMALL[resource])) return [];
  const usual = usualADay(history)?.times(count(days)) ?? null;
  if (usual?.gt('0') && volume.gte(usual.times(count(bounds.usualTimes)))) return [told('times-usual', usual)];
  const similar = similarADay?.times(count(days)) ?? null;
  return similar?.gt('0') && volume.gte(similar.times(count(bounds.similarTimes)))
    ? [told('far-from-similar', similar)]
    : [];
}

function ofVerification({ date }: DialReading, { verifiedUntil }: MeterHistory): Finding[] {
  return verifiedUntil !== null && date > verifiedUntil ? [{ rule: 'verification-expired', details: {} }] : [];
}

/** By what the meter showed first and last; `null` where that is too little time to tell. */
export function usualADay({ readings, digits }: Pick<MeterHistory, 'readings' | 'digits'>): Decimal | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || last.date - first.date < USUAL_DAYS) return null;
  const runs = runsOf(first, last, digits);
  return runs === 'below-previous' ? null : sum(runs.map((run) => run.volume)).div(count(last.date - first.date));
}

function lastBefore(readings: readonly DialReading[], date: LocalDate): DialReading | undefined {
  return readings.findLast((reading) => reading.date < date);
}

function runsOf(
  from: DialReading,
  to: DialReading,
  digits: number | null,
): { volume: Decimal; turn: Decimal | null }[] | 'below-previous' {
  const runs = to.amounts.map((amount, zone) => ranBetween(from.amounts[zone]!, amount, digits));
  return runs.includes('below-previous') ? 'below-previous' : (runs as { volume: Decimal; turn: Decimal | null }[]);
}
