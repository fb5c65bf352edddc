import { count, decimal } from '@dvor/kernel';
import type { AverageOfMeter, Working } from '../core/index.js';

/** What of a charged line was estimated: all of it, or the volumes of single meters that were averaged among read ones. */
export function estimatedIn(working: Working, volume: string): { volume: string; meter?: string }[] {
  switch (working.formula) {
    case 'average':
    case 'norm':
      return [{ volume }];
    case 'meter':
      return (working.averages ?? []).map((average) => ({ volume: volumeOf(average), meter: average.meter }));
    default:
      return [];
  }
}

function volumeOf({ from, to, turn, months, days, of }: AverageOfMeter): string {
  const run = decimal(to[1]).minus(decimal(from[1])).plus(decimal(turn ?? '0'));
  return run.times(count(days)).div(count(months).times(count(of))).toFixed();
}
