import { decimal, type Money } from '@dvor/kernel';
import { amountOf, Volume } from '../volume.js';
import type { BenefitPart, BenefitWorking } from './benefit-working.js';

// comp = P · Σ(k · min(1, S_norm / S) · days) / of
// Alone in 40 m², norm 33 m², 100 % of a contribution of 400.00: 400 · 33/40 = 330.00

/** What is taken off, below zero; a fee below zero is given back less. Rounded once, never above the fee. */
export function benefitAmount({ fee, parts, of }: BenefitWorking): Money {
  const percents = parts.reduce((sum, part) => sum.plus(percentOf(part).share(part.days, of)), Volume.zero);
  return amountOf(decimal(fee).times('0.01'), percents).negated();
}

/** The percent of the whole fee, exact: k · share. */
export function percentOf({ percent, share }: Pick<BenefitPart, 'percent' | 'share'>): Volume {
  const full = Volume.of(decimal(percent));
  return share ? full.portionOf(Volume.parse(share.covered), Volume.parse(share.whole)) : full;
}
