import { Injectable } from '@nestjs/common';
import type { Supplier } from '@dvor/catalogue';
import { Money, type SupplierId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { Invoice } from './invoices.js';
import { Payees, paymentCodeTo } from './payees.js';
import { Payments } from './payments.js';

/** The part of an invoice that goes to one account in a bank, to be paid by a bank's camera. */
export interface InvoiceCode {
  /** Whose bank account it is; `null`: the organisation's own, of which no requisites are known. */
  readonly recipient: { readonly id: SupplierId; readonly name: string } | null;
  readonly amount: Money;
  /** Text of the payment code; `null`: the recipient's requisites are not known or don't fit one. */
  readonly payload: string | null;
}

/** Payment codes of an invoice: one for each bank account that its money goes to, as on the receipt. */
@Injectable()
export class InvoiceCodes {
  constructor(
    private readonly payments: Payments,
    private readonly payees: Payees,
    private readonly clock: OrganizationClock,
  ) {}

  /** As the money would be split if it came now; together they are the invoice. The organisation's own comes first. */
  async of(tx: Tx, invoice: Invoice): Promise<InvoiceCode[]> {
    const { account, amount, words } = invoice;
    const { parts } = await this.payments.preview(tx, account.id, { amount, words, recipientId: null });
    const payeeOf = await this.payees.on(tx, await this.clock.today(tx));
    const sums = new Map<Supplier | null, Money>([[payeeOf(null, null), Money.zero]]);
    for (const { to, amount: part } of parts) {
      const payee = payeeOf(to.recipientId, to.serviceId);
      sums.set(payee, (sums.get(payee) ?? Money.zero).plus(part));
    }
    return [...sums]
      .filter(([, sum]) => !sum.isZero)
      .map(([payee, sum]) => ({
        recipient: payee && { id: payee.id, name: payee.name },
        amount: sum,
        payload:
          payee &&
          paymentCodeTo(payee, {
            sum,
            account: account.number,
            period: words.period ?? null,
            purpose: `ЖКУ, ЛС ${account.number}, счёт на оплату ${invoice.number}`,
          }),
      }));
  }
}
