import { count, type Decimal, type LocalDate, sum, ZERO } from '@dvor/kernel';
import type { MeteredResource } from '../reading-source.js';
import { ranBetween } from '../readings/ran-between.js';
import type { AlertCause } from './alert-words.js';
import type { Spike } from './find-spike.js';
import { daysOf } from './stretches.js';

export interface AroundSpike {
  readonly resource: MeteredResource;
  /** Last good day. */
  readonly verifiedUntil: LocalDate | null;
  /** Registered when the month began, and when it ended. */
  readonly persons: { readonly before: number; readonly after: number };
}

/** What is most likely behind a spike: a slip of the pen that can be undone stands first, then what the books know. */
export function likelyCause(spike: Spike, { resource, verifiedUntil, persons }: AroundSpike): AlertCause {
  if (isSlip(spike)) return 'digits';
  if (persons.after > persons.before || spike.usualADay?.eq(ZERO)) return 'moved-in';
  if (verifiedUntil !== null && verifiedUntil < spike.stretch.to.date) return 'verification-over';
  return BY_RESOURCE[resource];
}

/** A flow of water that never stops. */
export function causeOfLeak(resource: MeteredResource): AlertCause {
  return BY_RESOURCE[resource];
}

const BY_RESOURCE: Readonly<Record<MeteredResource, AlertCause>> = {
  'cold-water': 'cistern',
  'hot-water': 'tap',
  electricity: 'appliance',
  gas: 'gas-appliance',
  heating: 'radiators',
};

/** With the point elsewhere, or two neighbouring figures the other way round, the month would be a usual one. */
function isSlip({ stretch, usualADay, similarADay }: Spike): boolean {
  const usual = usualADay?.gt(ZERO) ? usualADay : similarADay;
  if (!usual?.gt(ZERO)) return false;
  const { from, to } = stretch;
  return to.amounts.some((amount, zone) =>
    meantBy(amount).some((meant) => {
      const runs = to.amounts.map((one, i) => ranBetween(from.amounts[i]!, i === zone ? meant : one, null));
      const volumes = runs.flatMap((run) => (run === 'below-previous' ? [] : [run.volume]));
      return volumes.length === runs.length && isUsual(sum(volumes), usual.times(count(daysOf(stretch))));
    }),
  );
}

/** Half of it to twice. */
function isUsual(volume: Decimal, usual: Decimal): boolean {
  return volume.times(count(2)).gte(usual) && volume.lte(usual.times(count(2)));
}

/** What somebody may have meant who wrote `amount`. */
export function meantBy(amount: string): string[] {
  const [whole, fraction = ''] = amount.split('.') as [string, string?];
  const shifted = [1, 2, 3]
    .filter((places) => places < whole.length)
    .map((places) => `${whole.slice(0, -places)}.${whole.slice(-places)}${fraction}`);
  const swapped = [...whole].slice(1).map((_, i) => {
    const figures = [...whole];
    [figures[i], figures[i + 1]] = [figures[i + 1]!, figures[i]!];
    return fraction === '' ? figures.join('') : `${figures.join('')}.${fraction}`;
  });
  return [...shifted, ...swapped].filter((meant) => meant !== amount);
}
