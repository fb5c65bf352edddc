import type { LocalDate } from '@dvor/kernel';
import type { Standing } from './places.js';

/** What counted at one input of a house, one meter after another. */
export interface Input<Meter extends Standing> {
  /** The last that stood there. */
  readonly meter: Meter;
  /** It and those that it replaced, the earliest first. */
  readonly meters: readonly Meter[];
}

/**
 * Meters of one resource of one house by the inputs at which they stand: a meter that was installed on or after the day
 * of another's removal has replaced it, the one longest gone first. Of meters that are installed after `end` nothing is
 * known yet.
 */
export function inputsOf<Meter extends Standing>(meters: readonly Meter[], end: LocalDate): Input<Meter>[] {
  const inputs: Meter[][] = [];
  for (const meter of [...meters].sort((a, b) => a.installed - b.installed)) {
    if (meter.installed >= end) continue;
    const free = inputs.filter((chain) => {
      const { removed } = chain.at(-1)!;
      return removed !== null && removed <= meter.installed;
    });
    const [longestGone] = free.sort((a, b) => a.at(-1)!.removed! - b.at(-1)!.removed!);
    if (longestGone) longestGone.push(meter);
    else inputs.push([meter]);
  }
  return inputs.map((chain) => ({ meter: chain.at(-1)!, meters: chain }));
}
