import { Money } from '@dvor/kernel';
import { type Due, inOrder, type Place, placeOf } from './due.js';

/**
 * Sets what is paid ahead off against debts, the oldest first: for the same service, then for other services of the same
 * recipient; only what stands on the account as a whole goes to whoever is owed. Penalties are never paid from it. But a
 * penalty that was paid and then lowered left money of the payer's with its recipient: it meets that recipient's other
 * penalties, as it was meant for, and then its charges.
 *
 * Gives what to post: above zero where an advance is taken from, below zero where a debt shrinks; together zero.
 */
export function offsetAdvances(dues: readonly Due[]): Due[] {
  const left = dues
    .filter(({ amount }) => !amount.isZero)
    .sort(inOrder)
    .map((due) => ({ due, amount: due.amount }));
  const moves: Due[] = [];
  for (const { from, to, may } of ROADS) {
    for (const advance of left.filter(({ due, amount }) => due.kind === from && amount.isNegative)) {
      for (const debt of left.filter(({ due, amount }) => due.kind === to && amount.compare(Money.zero) > 0)) {
        if (advance.amount.isZero) break;
        if (!may(advance.due, debt.due)) continue;
        const sum = lesser(advance.amount.negated(), debt.amount);
        advance.amount = advance.amount.plus(sum);
        debt.amount = debt.amount.minus(sum);
        moves.push({ ...placeOf(advance.due), amount: sum }, { ...placeOf(debt.due), amount: sum.negated() });
      }
    }
  }
  return moves;
}

interface Road {
  readonly from: Place['kind'];
  readonly to: Place['kind'];
  readonly may: (advance: Place, debt: Place) => boolean;
}

/** One after the other. */
const ROADS: readonly Road[] = [
  { from: 'charge', to: 'charge', may: sameService },
  { from: 'charge', to: 'charge', may: sameRecipient },
  { from: 'charge', to: 'charge', may: wholeAccount },
  { from: 'penalty', to: 'penalty', may: sameService },
  { from: 'penalty', to: 'penalty', may: sameRecipient },
  { from: 'penalty', to: 'charge', may: sameService },
  { from: 'penalty', to: 'charge', may: sameRecipient },
];

function sameService(advance: Place, debt: Place): boolean {
  return sameRecipient(advance, debt) && advance.serviceId === debt.serviceId;
}

function sameRecipient(advance: Place, debt: Place): boolean {
  return advance.recipientId !== null && advance.recipientId === debt.recipientId;
}

function wholeAccount(advance: Place): boolean {
  return advance.recipientId === null;
}

function lesser(a: Money, b: Money): Money {
  return a.compare(b) < 0 ? a : b;
}
