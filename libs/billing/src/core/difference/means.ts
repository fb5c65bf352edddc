import { Volume } from '../volume.js';
import type { DayParts } from '../working/working.js';

/** What held on the days that were charged, weighed by them, and how many days those were. */
export interface Held {
  readonly mean: Volume;
  readonly days: number;
}

/** Null where no day was charged. */
export function heldOn(parts: DayParts): Held | null {
  const days = parts.reduce((sum, part) => sum + part[1], 0);
  if (days === 0) return null;
  const [first] = parts;
  if (parts.every(([value]) => value === first![0])) return { mean: Volume.parse(first![0]), days };
  const whole = parts.reduce((sum, [value, days]) => sum.plus(Volume.parse(value).share(days, 1)), Volume.zero);
  return { mean: whole.share(1, days), days };
}

/** The parts with another value on the same days. */
export function withMean(parts: DayParts, other: DayParts): DayParts {
  const [own, others] = [heldOn(parts), heldOn(other)];
  return own && others ? [[others.mean.toString(), own.days]] : parts;
}

/** A norm, what it is multiplied by (persons, square metres), and the part of the month: N · X · share. */
export interface NormFigures {
  /** Null where there was nothing to multiply it by. */
  readonly norm: Volume | null;
  /** Null where no day was charged. */
  readonly by: Volume | null;
  readonly share: Volume;
}

export type NormTriples = readonly (readonly [norm: string, by: string | number, days: number])[];

export function normFigures(parts: NormTriples, of: number): NormFigures {
  let [whole, byDays, days] = [Volume.zero, Volume.zero, 0];
  for (const [norm, by, count] of parts) {
    const own = (typeof by === 'number' ? Volume.ofCount(by) : Volume.parse(by)).share(count, 1);
    whole = whole.plus(own.times(Volume.parse(norm)));
    byDays = byDays.plus(own);
    days += count;
  }
  return {
    norm: byDays.sign > 0 ? whole.portionOf(Volume.ofCount(1), byDays) : null,
    by: days > 0 ? byDays.share(1, days) : null,
    share: Volume.ofCount(days).share(1, of),
  };
}

/** What the figures come to; one that is not known on either side is that of the other. */
export function normVolume({ norm, by, share }: NormFigures): Volume {
  return norm && by ? norm.times(by).times(share) : Volume.zero;
}

/** One figure where it held on all days. */
export function onlyValue(values: readonly (string | number)[]): string | undefined {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? String(first) : undefined;
}
