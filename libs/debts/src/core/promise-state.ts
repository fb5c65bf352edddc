import type { LocalDate, Money } from '@dvor/kernel';

/** A promise to pay: open until its last day, then kept or broken by the money that came. */
export type PromiseState = 'open' | 'kept' | 'broken';

/** @param paid what came from the day of the promise up to its last day */
export function promiseState(
  promise: { readonly amount: Money; readonly by: LocalDate },
  { paid, today }: { readonly paid: Money; readonly today: LocalDate },
): PromiseState {
  if (paid.compare(promise.amount) >= 0) return 'kept';
  return today > promise.by ? 'broken' : 'open';
}
