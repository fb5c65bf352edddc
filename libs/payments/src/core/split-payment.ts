import { Money } from '@dvor/kernel';

/** One debt that a payment may cover. */
export interface SplitItem {
  /** What still has to be paid; nothing is put on a due of zero or below. */
  readonly due: Money;
  /** Groups are filled one after another, the lowest first. */
  readonly group: number;
}

export interface Split {
  /** What each item gets, in the order of the items: never below zero, never above its due. */
  readonly shares: readonly Money[];
  /** What is more than all dues together. */
  readonly advance: Money;
}

/**
 * Splits a payment over debts: group after group in full, the group it does not reach to the end of in proportion to what
 * is due (ПП 354, п. 118). Shares and advance always add up to the payment.
 *
 * Each share is rounded half up. What is then over or short goes to `remainder` (the largest due, the first of equals,
 * unless another is named), as far as it stays between zero and its due; the rest kopeck by kopeck to those that were
 * rounded furthest the other way, later ones first. 100.00 over three dues of 500.00 gives 33.34, 33.33, 33.33.
 * @throws RangeError when the payment is negative
 */
export function splitPayment(payment: Money, items: readonly SplitItem[], remainder?: number): Split {
  if (payment.isNegative) throw new RangeError('a payment is never negative');
  const shares = items.map(() => 0n);
  let left = payment.kopecks;
  for (const members of groupsOf(items)) {
    const dues = members.map((i) => items[i]!.due.kopecks);
    const taken = left < total(dues) ? left : total(dues);
    const named = remainder === undefined ? -1 : members.indexOf(remainder);
    inProportion(taken, dues, named < 0 ? largestOf(dues) : named).forEach((share, n) => (shares[members[n]!] = share));
    left -= taken;
  }
  return { shares: shares.map((share) => Money.ofKopecks(share)), advance: Money.ofKopecks(left) };
}

/** Indices of what is due, by group. */
function groupsOf(items: readonly SplitItem[]): number[][] {
  const byGroup = new Map<number, number[]>();
  items.forEach(({ due, group }, i) => {
    if (due.kopecks > 0n) byGroup.set(group, [...(byGroup.get(group) ?? []), i]);
  });
  return [...byGroup].sort(([a], [b]) => a - b).map(([, members]) => members);
}

/** `sum` is at most the total of the dues, each of which is above zero. */
function inProportion(sum: bigint, dues: readonly bigint[], remainder: number): bigint[] {
  const whole = total(dues);
  const shares = dues.map((due) => (2n * sum * due + whole) / (2n * whole));
  let over = total(shares) - sum; // kopecks too many; below zero: too few
  const move = (i: number, kopecks: bigint) => {
    shares[i]! -= kopecks;
    over -= kopecks;
  };
  move(remainder, over > 0n ? least(over, shares[remainder]!) : -least(-over, dues[remainder]! - shares[remainder]!));

  const roundedBy = dues.map((due, i) => shares[i]! * whole - sum * due);
  const others = dues.map((_, i) => i).filter((i) => i !== remainder);
  while (over !== 0n) {
    const step = over > 0n ? 1n : -1n;
    const furthestFirst = others
      .filter((i) => (step > 0n ? shares[i]! > 0n : shares[i]! < dues[i]!))
      .sort((a, b) => Number(step) * compare(roundedBy[b]!, roundedBy[a]!) || b - a);
    for (const i of furthestFirst) if (over !== 0n) move(i, step);
  }
  return shares;
}

function largestOf(dues: readonly bigint[]): number {
  return dues.reduce((best, due, i) => (due > dues[best]! ? i : best), 0);
}

function total(kopecks: readonly bigint[]): bigint {
  return kopecks.reduce((sum, one) => sum + one, 0n);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
