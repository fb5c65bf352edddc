import type { AccountId, Money } from '@dvor/kernel';

/** `waiting`: its account is not known yet; `returned`: nothing of it stands. */
export const PAYMENT_STATES = ['posted', 'waiting', 'returned'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export function paymentState({
  accountId,
  amount,
  returned,
}: {
  readonly accountId: AccountId | null;
  readonly amount: Money;
  readonly returned: Money;
}): PaymentState {
  if (returned.equals(amount)) return 'returned';
  return accountId === null ? 'waiting' : 'posted';
}
