import { formatPeriod, Money, type Period } from '@dvor/kernel';
import type { Part } from '../facts.js';
import { evaluate } from '../working/evaluate.js';
import type { ChangeCited, TrueUpWorking, Working } from '../working/working.js';

// calculation.md §3: the month as it should have been, by its own rules and tariffs, less all that was charged for it
// Two persons, 8.58 m³ · 49.19 = 422.05 charged; one had left on the 1st: 211.03 − 422.05 = −211.02

/** Under which a closed month was charged, and is corrected: services and suppliers by their ids. */
export interface LineKey {
  readonly account: string;
  readonly service: string;
  readonly supplier: string;
  readonly part: Part;
}

/** All that was charged for the month under a key: its own lines and what has corrected them since. */
export interface ChargedSum extends LineKey {
  readonly amount: Money;
}

/** A line of the month that was run again. */
export interface LineAgain extends LineKey {
  readonly working: Working;
}

export interface Correction extends LineKey {
  readonly amount: Money;
  readonly working: TrueUpWorking;
}

/**
 * A correction for every key that now comes to something else: one charged too little or too much, one that was charged
 * and should not have been, one that should have been and was not. Equal sums give nothing, so that a second replay of
 * the same facts posts nothing.
 */
export function correctionsOf(
  month: Period,
  { charged, again, why }: { charged: readonly ChargedSum[]; again: readonly LineAgain[]; why: readonly ChangeCited[] },
): Correction[] {
  const sums = new Map<string, { key: LineKey; charged: Money; again: Working[] }>();
  const sumOf = (key: LineKey) => {
    const name = `${key.account} ${key.service} ${key.supplier} ${key.part}`;
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { key, charged: Money.zero, again: [] }));
    return sum;
  };
  for (const { amount, ...key } of charged) {
    const sum = sumOf(key);
    sum.charged = sum.charged.plus(amount);
  }
  for (const { working, ...key } of again) sumOf(key).again.push(working);
  const corrections: Correction[] = [];
  for (const { key, charged, again } of sums.values()) {
    const should = Money.sum(again.map(evaluate));
    if (should.equals(charged)) continue;
    const working: TrueUpWorking = {
      formula: 'true-up',
      clause: again[0]?.clause ?? 'ПП 354, п. 61',
      unit: again[0]?.unit ?? '',
      rate: null,
      period: formatPeriod(month),
      part: key.part,
      again,
      charged: charged.toString(),
      ...(why.length > 0 && { why }),
    };
    corrections.push({ ...key, amount: should.minus(charged), working });
  }
  return corrections;
}
