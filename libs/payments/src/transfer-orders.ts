import { Injectable } from '@nestjs/common';
import { type Supplier, Suppliers } from '@dvor/catalogue';
import { type OrderParty, writePaymentOrders } from '@dvor/formats';
import { DomainError, formatDate, type LocalDate } from '@dvor/kernel';
import { OrganizationClock, type Tx } from '@dvor/platform';
import { SupplierTransfers } from './supplier-transfers.js';

/** Payment orders for the bank: a day's transfers to everyone but the organisation itself, whose money is there already. */
@Injectable()
export class TransferOrders {
  constructor(
    private readonly transfers: SupplierTransfers,
    private readonly suppliers: Suppliers,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * What of a day has an order and was not sent yet.
   * @throws DomainError `transfer.no-orders`, `transfer.no-bank-details` naming who lacks them
   */
  async ofDay(tx: Tx, day: LocalDate): Promise<Uint8Array> {
    const today = await this.clock.today(tx);
    const [own] = await tx.query<{ inn: string; time: string }[]>(
      `select inn, to_char(organization_now() at time zone time_zone, 'HH24:MI:SS') as time
         from organizations where id = current_organization()`,
    );
    const known = await this.suppliers.list(tx, today);
    const itself = known.find(({ inn }) => inn === own!.inn);
    const waiting = await this.transfers.list(tx, { from: day, to: day, state: 'prepared' });
    const others = waiting.filter(({ toItself }) => !toItself);
    if (others.length === 0) throw new DomainError('transfer.no-orders', { day: formatDate(day) });
    const parties = others.map(({ recipientId }) => known.find(({ id }) => id === recipientId)!);
    const lacking = [itself ?? null, ...parties].filter((one) => !one?.bankDetails);
    if (lacking.length > 0)
      throw new DomainError('transfer.no-bank-details', {
        names: lacking.map((one) => one?.name ?? `ИНН ${own!.inn}`).join(', '),
      });
    return writePaymentOrders({
      sender: 'Двор',
      createdOn: today,
      createdAt: own!.time,
      payer: partyOf(itself!),
      orders: others.map(({ orderNumber, amount }, i) => ({
        number: orderNumber!,
        date: today,
        amount,
        payee: partyOf(parties[i]!),
        purpose: `Платежи населения за ${dotted(day)} по реестру № ${orderNumber}`,
      })),
    });
  }
}

function partyOf({ name, inn, kpp, bankDetails }: Supplier): OrderParty {
  return {
    name,
    inn,
    kpp: kpp ?? null,
    account: bankDetails!.accountNumber,
    bankName: bankDetails!.bankName,
    bik: bankDetails!.bic,
    correspondentAccount: bankDetails!.correspondentAccount,
  };
}

function dotted(day: LocalDate): string {
  return formatDate(day).split('-').toReversed().join('.');
}
