import { type AccountId, DomainError, Money, type Period, type ServiceId, type SupplierId } from '@dvor/kernel';

/**
 * Accounts of the ledger. `receivable` (what payers owe) is kept per account, recipient, service, month of origin and
 * kind; `accrued` (what is due to recipients) per recipient and service; `opening-balance` faces debts brought from elsewhere.
 * `received` is money that channels hold for us, `fee` what they keep of it, `unallocated` what came for nobody known yet.
 */
export type LedgerAccount = 'receivable' | 'accrued' | 'opening-balance' | 'received' | 'unallocated' | 'fee';

/** `interest` is what instalments cost; no penalty is reckoned on it, nor on a penalty. */
export type PostingKind = 'charge' | 'penalty' | 'interest';

export interface Posting {
  readonly ledgerAccount: LedgerAccount;
  readonly accountId: AccountId | null;
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  /** The month the charge is for, which may be earlier than the month it is booked in. */
  readonly origin: Period;
  readonly kind: PostingKind;
  /** Debit is positive, credit negative. */
  readonly amount: Money;
}

/**
 * `transfer` takes a debt along to another account, `move` a payment; `offset` sets an advance off against debts;
 * `settlement` sends a recipient its money; `penalty` accrues for late payment, `write-off` forgives it; `interest` accrues
 * on instalments.
 */
export type EntryKind =
  | 'opening'
  | 'accrual'
  | 'transfer'
  | 'payment'
  | 'refund'
  | 'move'
  | 'offset'
  | 'settlement'
  | 'penalty'
  | 'write-off'
  | 'interest';

/** @throws DomainError `ledger.unbalanced` when debits and credits differ, `ledger.empty` when there is nothing to post */
export function assertBalanced(postings: readonly Posting[]): void {
  if (postings.length === 0) throw new DomainError('ledger.empty');
  const difference = Money.sum(postings.map((posting) => posting.amount));
  if (!difference.isZero) throw new DomainError('ledger.unbalanced', { difference: difference.toString() });
}
