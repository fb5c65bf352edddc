import { allocate, Money } from '@dvor/kernel';
import type { Due } from './due.js';

/**
 * What to take back of each part of a payment when some of its money is returned or moved: the original split mirrored,
 * in proportion to what stands of it, never a split reckoned anew. The parts add up to the sum.
 * @throws RangeError when more is taken back than stands
 */
export function mirrorSplit(sum: Money, standing: readonly Due[]): Due[] {
  const parts = standing.filter(({ amount }) => amount.compare(Money.zero) > 0);
  const whole = Money.sum(parts.map(({ amount }) => amount));
  if (sum.compare(whole) > 0) throw new RangeError('more is taken back than stands');
  if (sum.isZero) return [];
  const shares = allocate(
    sum,
    parts.map(({ amount }) => amount.toDecimal()),
  );
  return parts.flatMap((part, i) => (shares[i]!.isZero ? [] : [{ ...part, amount: shares[i]! }]));
}
