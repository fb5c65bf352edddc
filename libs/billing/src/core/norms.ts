import { count, type Decimal, decimal, formatDate } from '@dvor/kernel';
import type { PersonSpan } from './count-persons.js';
import { firstUncovered, Overlap, slicesOf } from './dated.js';
import type { DatedDecimal } from './facts.js';
import { Refusal } from './refusal.js';
import { ofShare } from './sharing.js';
import { clip, commonSpans, daysOfEach, type Span } from './span.js';
import type { Consumption } from './spread.js';
import { Volume, weighByDays, weighVolumes } from './volume.js';

/** A norm and the days of the month on which it holds. */
export interface NormSlice extends Span {
  readonly norm: Decimal;
  readonly text: string;
}

/** The norms of a month. Days without a norm are no fault here: whoever is charged by norm on such a day is refused. */
export function normSlices(norms: readonly DatedDecimal[] | null | undefined, month: Span): NormSlice[] | Refusal {
  const slices = slicesOf(norms ?? [], month);
  if (slices instanceof Overlap) return new Refusal('norm-overlap', { date: slices.date });
  const found: NormSlice[] = [];
  for (const { from, to, entry } of slices) {
    const norm = decimal(entry.value);
    if (norm.lt('0')) return new Refusal('bad-figure', { field: 'norm', value: entry.value });
    found.push({ from, to, norm, text: norm.toString() });
  }
  return found;
}

export interface VolumeByNorm {
  readonly volume: Volume;
  /** norm, persons, days: as they stand in the working. */
  readonly parts: readonly (readonly [norm: string, persons: number, days: number])[];
}

interface NormQuestion {
  readonly norms: readonly NormSlice[];
  /** Registered, or away. */
  readonly persons: readonly PersonSpan[];
  readonly spans: readonly Span[];
  readonly days: Span;
  /** Days of the month. */
  readonly of: number;
}

/** Σ(N · n · days) / of over the days that lie in `spans` and in `days`; norms and persons by the day. */
export function normByPersons({ norms, persons, spans, days, of }: NormQuestion): VolumeByNorm | Refusal {
  const missing = dayWithoutNorm(norms, spans, days);
  if (missing) return missing;
  const parts = daysOfEach(normStates(norms, persons), spans, days);
  return {
    volume: parts.some(({ state }) => state.share)
      ? weighVolumes(parts, ofState, of)
      : weighByDays(parts, ({ norm, persons }) => norm.norm.times(count(persons)), of),
    parts: parts.map(({ state, days }) => [ofShare(state.norm.text, state.share), state.persons, days] as const),
  };
}

/** The same volume, day by day; a day without norm or persons has none. */
export function consumedByNorm({ norms, persons, spans, days, of }: NormQuestion): Consumption {
  return normStates(norms, persons).flatMap((state) =>
    commonSpans([state], spans).flatMap((span) => {
      const part = clip(span, days.from, days.to);
      if (!part) return [];
      const volume = ofState(state).share(part.to - part.from, of);
      return [{ from: part.from, to: part.to, volume }];
    }),
  );
}

interface NormState extends Span {
  readonly norm: NormSlice;
  readonly persons: number;
  readonly share?: string | undefined;
}

function ofState({ norm, persons, share }: NormState): Volume {
  const whole = norm.norm.times(count(persons));
  return share ? Volume.parse(share).times(whole) : Volume.of(whole);
}

function normStates(norms: readonly NormSlice[], persons: readonly PersonSpan[]): NormState[] {
  const states: NormState[] = [];
  for (const norm of norms) {
    for (const span of persons) {
      const common = clip(span, norm.from, norm.to);
      if (common) states.push({ norm, persons: span.persons, share: span.share, from: common.from, to: common.to });
    }
  }
  return states;
}

/** Refused where one of the days that lie in `spans` and in `days` has no norm. */
export function dayWithoutNorm(norms: readonly NormSlice[], spans: readonly Span[], days: Span): Refusal | null {
  for (const span of spans) {
    const part = clip(span, days.from, days.to);
    if (!part) continue;
    const covering = norms.filter(({ from, to }) => from < part.to && to > part.from);
    const missing = firstUncovered(covering, part);
    if (missing !== null) return new Refusal('no-norm', { date: formatDate(missing) });
  }
  return null;
}
