import { Money } from '@dvor/kernel';

/** What is known of the debt behind a restriction today. */
export interface RestrictionDebt {
  /** Overdue for the service, without penalties. */
  readonly debt: Money;
  /** A month's fee by the norm, as it was when the restriction began. */
  readonly normFee: Money;
  /** How many of them the debt must exceed for a service to be restricted. */
  readonly months: number;
  /** An instalment plan that is kept. */
  readonly keptPlan: string | null;
  /** The service is given less of, or cut off. */
  readonly restricted: boolean;
}

export type EndOfRestriction = 'paid' | 'plan';

/**
 * Why a restriction has lost its reason; `null`: it has not. A service that was already touched is given back when its whole
 * debt is paid or an agreement is made (ПП 354, п. 120); one that was only warned about is let go once the debt is no
 * more than what nobody is cut off for (п. 118).
 */
export function endOfRestriction(known: RestrictionDebt): EndOfRestriction | null {
  const { debt, normFee, months, keptPlan, restricted } = known;
  if (keptPlan !== null) return 'plan';
  const most = restricted ? Money.zero : Money.ofKopecks(normFee.kopecks * BigInt(months));
  return debt.compare(most) > 0 ? null : 'paid';
}
