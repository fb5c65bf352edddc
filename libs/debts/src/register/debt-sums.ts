import type { Money } from '@dvor/kernel';
import type { DebtAge } from '../core/index.js';

/** Sums of a debt. The ages and `ahead` (paid ahead elsewhere, taken off) come to the balance, so do the kinds. */
export interface DebtSums {
  readonly balance: Money;
  readonly overdue: Money;
  readonly ages: Readonly<Record<DebtAge, Money>>;
  readonly ahead: Money;
  readonly principal: Money;
  readonly penalties: Money;
  /** Of the principal. */
  readonly utilities: Money;
  readonly housing: Money;
  readonly capitalRepair: Money;
  readonly other: Money;
  readonly disputed: Money;
  readonly inTransit: Money;
}
