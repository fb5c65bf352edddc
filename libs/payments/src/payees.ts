import { Injectable } from '@nestjs/common';
import { collectsItself, Services, type Supplier, Suppliers } from '@dvor/catalogue';
import { writePaymentCode } from '@dvor/formats';
import type { LocalDate, Money, Period, ServiceId, SupplierId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** Finds by whom money for a service is taken; `null`: by the organisation, of which no requisites are known. */
export type PayeeOf = (recipientId: SupplierId | null, serviceId: ServiceId | null) => Supplier | null;

/** By whom money is taken: by a service's supplier, or by the organisation for it. */
@Injectable()
export class Payees {
  constructor(
    private readonly services: Services,
    private readonly suppliers: Suppliers,
  ) {}

  /** With the bank details of a day. */
  async on(tx: Tx, day: LocalDate): Promise<PayeeOf> {
    const known = new Map((await this.suppliers.list(tx, day)).map((one) => [one.id, one]));
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

/** Text of the code by which a bank pays a payee; `null`: its requisites are not known or don't fit one. */
export function paymentCodeTo(
  payee: Supplier,
  payment: { readonly sum: Money; readonly account: string; readonly period: Period | null; readonly purpose: string },
): string | null {
  if (!payee.bankDetails) return null;
  const { accountNumber, bankName, bic, correspondentAccount } = payee.bankDetails;
  return writePaymentCode({
    recipient: {
      name: payee.name,
      inn: payee.inn,
      kpp: payee.kpp ?? null,
      bank: { account: accountNumber, bankName, bik: bic, correspondentAccount },
    },
    ...payment,
    documentId: null,
  });
}
