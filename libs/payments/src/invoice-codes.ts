import { Injectable } from '@nestjs/common';
import { Suppliers } from '@dvor/catalogue';
import { type PaymentCode, writePaymentCode } from '@dvor/formats';
import { Money, type SupplierId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { Invoice } from './invoices.js';
import { Payments } from './payments.js';

/** One recipient's part of an invoice, to be paid by a bank's camera. */
export interface InvoiceCode {
  /** `null`: what is paid ahead and belongs to nobody yet. */
  readonly recipient: { readonly id: SupplierId; readonly name: string } | null;
  readonly amount: Money;
  /** Text of the payment code; `null`: the recipient's requisites are not known or don't fit one. */
  readonly payload: string | null;
}

/** Payment codes of an invoice: one a recipient, since a transfer goes to one bank account. */
@Injectable()
export class InvoiceCodes {
  constructor(
    private readonly payments: Payments,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  /** As the money would be split if it came now; together they are the invoice. */
  async of(tx: Tx, invoice: Invoice): Promise<InvoiceCode[]> {
    const { account, amount, words } = invoice;
    const { parts } = await this.payments.preview(tx, account.id, { amount, words, recipientId: null });
    const sums = new Map<SupplierId | null, Money>();
    for (const { to, amount: part } of parts)
      sums.set(to.recipientId, (sums.get(to.recipientId) ?? Money.zero).plus(part));
    const known = new Map((await this.suppliers.list(tx, await this.clock.today(tx))).map((one) => [one.id, one]));
    return [...sums].map(([id, sum]) => {
      const recipient = id === null ? null : known.get(id)!;
      return {
        recipient: recipient && { id: recipient.id, name: recipient.name },
        amount: sum,
        payload: recipient?.bankDetails ? writePaymentCode(codeOf(invoice, recipient, sum)) : null,
      };
    });
  }
}

function codeOf(
  { number, account, words }: Invoice,
  { name, inn, kpp, bankDetails }: Awaited<ReturnType<Suppliers['list']>>[number],
  sum: Money,
): PaymentCode {
  const { accountNumber, bankName, bic, correspondentAccount } = bankDetails!;
  return {
    recipient: {
      name,
      inn,
      kpp: kpp ?? null,
      bank: { account: accountNumber, bankName, bik: bic, correspondentAccount },
    },
    sum,
    account: account.number,
    period: words.period ?? null,
    purpose: `ЖКУ, ЛС ${account.number}, счёт на оплату ${number}`,
    documentId: null,
  };
}
