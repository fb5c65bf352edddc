import { type Decimal, decimal } from '@dvor/kernel';

/** What ran through a dial between two amounts of it. */
export type DialRun = { readonly volume: Decimal; readonly turn: Decimal | null } | 'below-previous';

/**
 * V = to − from; of a dial that rolled over V = to + 10^digits − from (ПП 354, прил. 2, ф. 1): on five digits from 99998.5
 * to 2.5 it is 4.0. A dial that would have rolled over by more than a quarter of itself was misread.
 */
export function ranBetween(from: string, to: string, digits: number | null): DialRun {
  const volume = decimal(to).minus(decimal(from));
  if (!volume.lt('0')) return { volume, turn: null };
  if (digits === null) return 'below-previous';
  const turn = decimal(`1${'0'.repeat(digits)}`);
  const turned = volume.plus(turn);
  return turned.gte('0') && turned.lte(turn.times(LARGEST_TURN)) ? { volume: turned, turn } : 'below-previous';
}

const LARGEST_TURN = decimal('0.25');
