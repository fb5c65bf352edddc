import { describe, expect, it } from '@jest/globals';
import { type AccountId, Money } from '@dvor/kernel';
import { paymentState } from './payment-state.js';

const state = (accountId: string | null, returned: string) =>
  paymentState({
    accountId: accountId as AccountId | null,
    amount: Money.parse('100'),
    returned: Money.parse(returned),
  });

describe('a payment', () => {
  it('waits while its account is not known, and stands once it is', () => {
    expect([state(null, '0'), state('7', '0')]).toEqual(['waiting', 'posted']);
  });

  it('is returned when nothing of it stands, wherever it stood', () => {
    expect([state('7', '99.99'), state('7', '100'), state(null, '100')]).toEqual(['posted', 'returned', 'returned']);
  });
});
