import { count, type Decimal, type LocalDate } from '@dvor/kernel';
import type { NightBounds } from './alert-bounds.js';

/** What a water meter told in the night of a day, by the clock of its house. */
export interface NightTold {
  readonly day: LocalDate;
  readonly minute: number;
  readonly litres: Decimal;
}

/** Nights running in which the water never stood still. */
export interface Leak {
  readonly nights: number;
  readonly since: LocalDate;
  readonly last: LocalDate;
  /** The least that flowed. */
  readonly litresAnHour: Decimal;
}

/**
 * Does water run at night (MTR-16)? Somebody who gets up stops the flow again: only a night in which it ran between any
 * two moments that the meter told of counts, and only nights that follow each other up to the last one told. Told at
 * 2:00, 3:00 and 4:00 to stand at 1000, 1009 and 1017 l, it ran 8 l an hour at the least.
 *
 * @param told  in the order of time
 */
export function findLeak(told: readonly NightTold[], today: LocalDate, bounds: NightBounds): Leak | null {
  const flows = new Map<LocalDate, Decimal>();
  for (const day of new Set(told.map((one) => one.day))) {
    const flow = leastFlow(told.filter((one) => one.day === day));
    if (flow?.gt(bounds.litres)) flows.set(day, flow);
  }
  const last = told.at(-1)?.day;
  if (last === undefined || last < today - STALE_DAYS) return null;
  const running: Decimal[] = [];
  for (let day = last; flows.has(day); day = (day - 1) as LocalDate) running.push(flows.get(day)!);
  if (running.length < bounds.running) return null;
  return {
    ...{ nights: running.length, last, since: (last - running.length + 1) as LocalDate },
    litresAnHour: running.reduce((least, flow) => (flow.lt(least) ? flow : least)),
  };
}

/** What was told so long ago is over, or nobody knows. */
const STALE_DAYS = 2;
const MINUTES = count(60);

/** Litres an hour; `null`: told once, so that nothing can be said. */
function leastFlow(night: readonly NightTold[]): Decimal | null {
  const flows = night.slice(1).flatMap(({ minute, litres }, i) => {
    const before = night[i]!;
    return minute > before.minute
      ? [
          litres
            .minus(before.litres)
            .times(MINUTES)
            .div(count(minute - before.minute)),
        ]
      : [];
  });
  return flows.length === 0 ? null : flows.reduce((least, flow) => (flow.lt(least) ? flow : least));
}
