import { count, Decimal, sum } from './decimal.js';
import { Money } from './money.js';

/**
 * Splits a sum in proportion to weights so that the parts always add up to it: each part is rounded towards zero, then
 * the kopecks left over go one by one to the largest remainders, earlier parts first.
 *
 * `allocate(100.00, [1, 1, 1])` gives 33.34, 33.33, 33.33. All weights zero: RangeError.
 */
export function allocate(total: Money, weights: readonly Decimal[]): Money[] {
  const whole = sum(weights);
  if (weights.some((weight) => weight.lt('0'))) throw new RangeError('a weight is negative');
  if (whole.eq('0')) throw new RangeError('nothing to allocate to: all weights are zero');
  const sign = total.isNegative ? -1n : 1n;
  const kopecks = new Decimal((total.kopecks * sign).toString());
  const exact = weights.map((weight) => kopecks.times(weight).div(whole));
  const parts = exact.map((share) => share.round(0, Decimal.roundDown));
  const left = Number(kopecks.minus(sum(parts)).toFixed(0));
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share.minus(parts[index]!) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = parts[index]!.plus(count(1));
  return parts.map((part) => Money.ofKopecks(sign * BigInt(part.toFixed(0))));
}
