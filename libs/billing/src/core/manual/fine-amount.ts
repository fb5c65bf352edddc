import { decimal, type Money } from '@dvor/kernel';
import { amountOf, Volume } from '../volume.js';

// ЖК РФ, ст. 157, ч. 6; ПП 354, п. 155(1): half of what was charged above the due
// 133.35 charged above the due: 133.35 · 50 % = 66.675 → −66.68

/** What is owed to the payer for an overcharge, below zero: it lowers the fee. */
export function fineAmount({ excess, percent }: { readonly excess: string; readonly percent: string }): Money {
  return amountOf(decimal(excess), Volume.parse(percent).share(1, 100)).negated();
}

/** Percent of the excess. */
export const FINE_PERCENT = '50';
