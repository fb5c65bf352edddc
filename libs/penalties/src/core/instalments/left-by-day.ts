import { addDays, type LocalDate, Money } from '@dvor/kernel';
import type { LeftOnDay } from './plan-standing.js';

/** A place that a plan covers, and what moved its balance, by the day it counts from. */
export interface CoveredMoves {
  /** So much of it. */
  readonly amount: Money;
  /** A debt is positive, money is negative. */
  readonly moves: readonly { readonly on: LocalDate; readonly amount: Money }[];
}

/**
 * What is left of the covered sums, day by day from the eve of the plan. What is added to a place later is no part of the
 * plan and is paid first; what is taken off, be it money, a recalculation or a write-off, pays the plan.
 */
export function leftByDay(places: readonly CoveredMoves[], startedOn: LocalDate): LeftOnDay[] {
  const eve = addDays(startedOn, -1);
  const days = [...new Set([eve, ...places.flatMap(({ moves }) => moves.map(({ on }) => Math.max(on, eve)))])].sort(
    (a, b) => a - b,
  ) as LocalDate[];
  const found: LeftOnDay[] = [];
  for (const on of days) {
    const left = Money.sum(places.map((place) => leftAt(place, on)));
    if (!found.at(-1)?.left.equals(left)) found.push({ on, left });
  }
  return found;
}

function leftAt({ amount, moves }: CoveredMoves, day: LocalDate): Money {
  const balance = Money.sum(moves.filter(({ on }) => on <= day).map((move) => move.amount));
  if (balance.isNegative) return Money.zero;
  return balance.compare(amount) < 0 ? balance : amount;
}
