import { type AccountId, DomainError, Money, type PaymentId } from '@dvor/kernel';
import type { OutboxEvent, Tx } from '@dvor/platform';
import { paymentState } from './core/index.js';

/** What others are told of a payment: enough to find it in their books, and nothing of a person. */
export interface ToldPayment {
  readonly id: PaymentId;
  readonly channelCode: string;
  /** The channel's own number of it. */
  readonly externalId: string;
  /** `null`: it waits for its account. */
  readonly account: { readonly id: AccountId; readonly number: string } | null;
  readonly amount: Money;
  readonly returned: Money;
  readonly paidAt: Date;
}

export type PaymentEventType = 'payments.registered' | 'payments.moved' | 'payments.returned';

/** Sums are roubles. As long as the money waits there is no account number. */
export function paymentEvent(type: PaymentEventType, told: ToldPayment): OutboxEvent {
  const { id, channelCode, externalId, account, amount, returned, paidAt } = told;
  return {
    type,
    payload: {
      paymentId: id,
      state: paymentState({ accountId: account?.id ?? null, amount, returned }),
      ...(account && { accountNumber: account.number }),
      amount: amount.toString(),
      returned: returned.toString(),
      paidAt: paidAt.toISOString(),
      channel: channelCode,
      externalId,
    },
  };
}

/** A payment as it stands now. @throws DomainError `payment.not-found` */
export async function toldPayment(tx: Tx, id: PaymentId): Promise<ToldPayment> {
  const [row] = await tx.query<ToldRow[]>(
    `select p.id, c.code as "channelCode", p.external_id as "externalId", a.id as "accountId", a.number as "accountNumber",
            p.amount, p.returned, p.paid_at as "paidAt"
       from payments p join payment_channels c on c.id = p.channel_id left join accounts a on a.id = p.account_id
      where p.id = $1`,
    [id],
  );
  if (!row) throw new DomainError('payment.not-found');
  const { accountId, accountNumber, amount, returned, ...told } = row;
  return {
    ...told,
    account: accountId && accountNumber ? { id: accountId, number: accountNumber } : null,
    amount: Money.ofKopecks(amount),
    returned: Money.ofKopecks(returned),
  };
}

interface ToldRow extends Pick<ToldPayment, 'id' | 'channelCode' | 'externalId' | 'paidAt'> {
  readonly accountId: AccountId | null;
  readonly accountNumber: string | null;
  readonly amount: string;
  readonly returned: string;
}
