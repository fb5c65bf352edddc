import { Decimal, decimal, type LocalDate, Money } from '@dvor/kernel';

/** What a channel keeps for its work. */
export interface ChannelFee {
  /** `payer`: on top of what is paid; `organization`: withheld from what the channel sends us. */
  readonly payer: 'payer' | 'organization';
  /** `1.5` is one and a half percent. */
  readonly percent: string;
  readonly least: Money;
  readonly most: Money | null;
}

/** By the day from which it holds. */
export interface DatedFee extends ChannelFee {
  readonly since: LocalDate;
}

/**
 * A channel's fee for a payment on a day: percent of the sum rounded to the kopeck, between its least and most; what is
 * withheld is never more than the payment. 1.5 % of 440.00 is 6.60.
 * @param fees the latest first
 */
export function feeOf(
  fees: readonly DatedFee[],
  amount: Money,
  on: LocalDate,
): { readonly fee: Money; readonly payer: ChannelFee['payer'] } {
  const rule = fees.find(({ since }) => since <= on);
  if (!rule) return { fee: Money.zero, payer: 'organization' };
  const share = Money.round(amount.toDecimal().times(decimal(rule.percent)).div(HUNDRED));
  const atLeast = share.compare(rule.least) < 0 ? rule.least : share;
  const fee = rule.most && atLeast.compare(rule.most) > 0 ? rule.most : atLeast;
  return { fee: rule.payer === 'organization' && fee.compare(amount) > 0 ? amount : fee, payer: rule.payer };
}

const HUNDRED = new Decimal('100');
