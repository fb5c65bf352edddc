import { Injectable } from '@nestjs/common';
import { collectsItself, Services, type Supplier, Suppliers } from '@dvor/catalogue';
import { writePaymentCode } from '@dvor/formats';
import { Money, type ServiceId, type SupplierId } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import type { Invoice } from './invoices.js';
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
    private readonly services: Services,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  /** As the money would be split if it came now; together they are the invoice. The organisation's own comes first. */
  async of(tx: Tx, invoice: Invoice): Promise<InvoiceCode[]> {
    const { account, amount, words } = invoice;
    const { parts } = await this.payments.preview(tx, account.id, { amount, words, recipientId: null });
    const payeeOf = await this.payees(tx);
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
        payload: payee && codeOf(invoice, payee, sum),
      }));
  }

  /** By whom money for a service is taken: by its supplier, or by the organisation for it. */
  private async payees(tx: Tx): Promise<(id: SupplierId | null, serviceId: ServiceId | null) => Supplier | null> {
    const known = new Map((await this.suppliers.list(tx, await this.clock.today(tx))).map((one) => [one.id, one]));
    const sections = new Map((await this.services.list(tx)).map(({ id, section }) => [id, section]));
    const [organization] = await tx.query<{ inn: string }[]>(
      'select inn from organizations where id = current_organization()',
    );
    const collector = [...known.values()].find(({ inn }) => inn === organization!.inn) ?? null;
    return (id, serviceId) => {
      const supplier = id === null ? undefined : known.get(id);
      if (!supplier) return collector;
      const section = serviceId === null ? undefined : sections.get(serviceId);
      const itself = collectsItself(
        section,
        { inn: supplier.inn, hasBank: supplier.bankDetails !== null },
        organization!,
      );
      return itself ? supplier : collector;
    };
  }
}

function codeOf({ number, account, words }: Invoice, payee: Supplier, sum: Money): string | null {
  if (!payee.bankDetails) return null;
  const { accountNumber, bankName, bic, correspondentAccount } = payee.bankDetails;
  return writePaymentCode({
    recipient: {
      name: payee.name,
      inn: payee.inn,
      kpp: payee.kpp ?? null,
      bank: { account: accountNumber, bankName, bik: bic, correspondentAccount },
    },
    sum,
    account: account.number,
    period: words.period ?? null,
    purpose: `ЖКУ, ЛС ${account.number}, счёт на оплату ${number}`,
    documentId: null,
  });
}
