import { Money } from '@dvor/kernel';
import { type Due, inOrder, type Place, placeOf } from './due.js';

/**
 * Sets what is paid ahead off against debts, the oldest first: for the same service, then for other services of the same
 * recipient; only what stands on the account as a whole goes to whoever is owed. Penalties are never set off.
 *
 * Gives what to post: above zero where an advance is taken from, below zero where a debt shrinks; together zero.
 */
export function offsetAdvances(dues: readonly Due[]): Due[] {
  const left = dues
    .filter(({ kind, amount }) => kind === 'charge' && !amount.isZero)
    .sort(inOrder)
    .map((due) => ({ due, amount: due.amount }));
  const moves: Due[] = [];
  for (const may of [sameService, sameRecipient, wholeAccount]) {
    for (const advance of left.filter(({ amount }) => amount.isNegative)) {
      for (const debt of left.filter(({ amount }) => amount.compare(Money.zero) > 0)) {
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
