import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Supplier, Suppliers } from '@dvor/catalogue';
import { type OrderParty, type PaymentOrder, writePaymentOrders } from '@dvor/formats';
import { DomainError, type FileId, formatDate, type LocalDate, Money, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  FileStore,
  KEY,
  OrganizationClock,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import { type SupplierTransfer, SupplierTransfers } from './supplier-transfers.js';

/** Payment orders as they were taken to the bank: which transfers, how much, by whom. */
export interface OrderFile {
  readonly id: string;
  readonly number: number;
  /** Whose transfers it orders. */
  readonly day: string;
  readonly orders: number;
  readonly amount: Money;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface OrderFileFilter {
  readonly day?: LocalDate | undefined;
  /** Files that have an order of this transfer. */
  readonly transferId?: string | undefined;
}

/** Payment orders for the bank: a day's transfers to everyone but the organisation itself, whose money is there already. */
@Injectable()
export class TransferOrders {
  constructor(
    private readonly transfers: SupplierTransfers,
    private readonly suppliers: Suppliers,
    private readonly files: FileStore,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Writes the file of what has an order for a day and was not sent yet, and keeps it: it can be had again when all of it
   * is sent. The same orders made on the same day are the file that there is.
   * @throws DomainError `transfer.no-orders`, `transfer.no-bank-details` naming who lacks them
   */
  async make(tx: Tx, day: LocalDate, by: UserId): Promise<OrderFile> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('transfer orders', current_organization()))`);
    const today = await this.clock.today(tx);
    const waiting = await this.transfers.waitingOrders(tx, day);
    if (waiting.length === 0) throw new DomainError('transfer.no-orders', { day: formatDate(day) });
    const { payer, orders } = await this.ordersOf(tx, waiting, { day, today });
    const sha256 = fingerprintOf(payer, orders);
    return (await this.known(tx, sha256)) ?? this.write(tx, { day, today, by, payer, orders, sha256, waiting });
  }

  /** The latest day first, within it the last made. */
  async list(tx: Tx, { day, transferId }: OrderFileFilter, page: PageRequest): Promise<Page<OrderFile>> {
    const [before, id] = page.cursor ? decodeCursor(page.cursor, [DAY, KEY.id]) : [null, null];
    const rows = await tx.query<OrderFileRow[]>(
      `${SELECT}
        where ($1::date is null or f.day = $1)
          and ($2::bigint is null or f.id in (select order_file_id from transfer_orders where transfer_id = $2))
          and ($3::date is null or (f.day, f.id) < ($3, $4::bigint))
        order by f.day desc, f.id desc limit $5`,
      [day === undefined ? null : formatDate(day), transferId ?? null, before, id, page.limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, page.limit, (row) => [row.day, row.id]);
    return { items: items.map(orderFileOf), nextCursor };
  }

  /** The file, to the byte as it was made. @throws DomainError `transfer.orders-not-found` */
  async content(tx: Tx, id: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const [row] = await tx.query<{ fileId: FileId }[]>(
      'select file_id as "fileId" from transfer_order_files where id = $1',
      [id],
    );
    if (!row) throw new DomainError('transfer.orders-not-found');
    return this.files.read(tx, row.fileId);
  }

  private async ordersOf(
    tx: Tx,
    waiting: readonly SupplierTransfer[],
    { day, today }: { readonly day: LocalDate; readonly today: LocalDate },
  ): Promise<{ payer: OrderParty; orders: PaymentOrder[] }> {
    const [own] = await tx.query<{ inn: string }[]>('select inn from organizations where id = current_organization()');
    const known = await this.suppliers.list(tx, today);
    const itself = known.find(({ inn }) => inn === own!.inn);
    const parties = waiting.map(({ recipientId }) => known.find(({ id }) => id === recipientId)!);
    const lacking = [itself ?? null, ...parties].filter((one) => !one?.bankDetails);
    if (lacking.length > 0)
      throw new DomainError('transfer.no-bank-details', {
        names: lacking.map((one) => one?.name ?? `ИНН ${own!.inn}`).join(', '),
      });
    const orders = waiting.map(({ orderNumber, amount }, i) => ({
      number: orderNumber!,
      date: today,
      amount,
      payee: partyOf(parties[i]!),
      purpose: `Платежи населения за ${dotted(day)} по реестру № ${orderNumber}`,
    }));
    return { payer: partyOf(itself!), orders };
  }

  private async known(tx: Tx, sha256: Buffer): Promise<OrderFile | null> {
    const [row] = await tx.query<OrderFileRow[]>(`${SELECT} where f.sha256 = $1`, [sha256]);
    return row ? orderFileOf(row) : null;
  }

  private async write(
    tx: Tx,
    {
      day,
      today,
      by,
      payer,
      orders,
      sha256,
      waiting,
    }: {
      readonly day: LocalDate;
      readonly today: LocalDate;
      readonly by: UserId;
      readonly payer: OrderParty;
      readonly orders: readonly PaymentOrder[];
      readonly sha256: Buffer;
      readonly waiting: readonly SupplierTransfer[];
    },
  ): Promise<OrderFile> {
    const [now] = await tx.query<{ time: string; number: number }[]>(
      `select to_char(organization_now() at time zone time_zone, 'HH24:MI:SS') as time,
              (select coalesce(max(number), 0) + 1 from transfer_order_files)::int as number
         from organizations where id = current_organization()`,
    );
    const { time, number } = now!;
    const content = writePaymentOrders({ sender: 'Двор', createdOn: today, createdAt: time, payer, orders });
    const name = `kl_to_1c_${formatDate(day)}_${number}.txt`;
    const fileId = await this.files.save(tx, { name, mediaType: 'text/plain; charset=windows-1251', content });
    const amount = Money.sum(orders.map((order) => order.amount));
    await tx.query(
      `with file as (
         insert into transfer_order_files (organization_id, number, day, orders, amount, sha256, file_id, made_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id, organization_id)
       insert into transfer_orders (organization_id, order_file_id, transfer_id)
       select organization_id, id, unnest($8::bigint[]) from file`,
      [
        number,
        formatDate(day),
        orders.length,
        amount.kopecks.toString(),
        sha256,
        fileId,
        by,
        waiting.map(({ id }) => id),
      ],
    );
    const made = (await this.known(tx, sha256))!;
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier-transfers.order',
      object: { type: 'transfer-order-file', id: made.id },
      details: { number, day: formatDate(day), orders: orders.length, amount: amount.toString() },
    });
    return made;
  }
}

/** Of what is ordered, from whom and to whom: the hour at which the file was written is no part of it. */
function fingerprintOf(payer: OrderParty, orders: readonly PaymentOrder[]): Buffer {
  const told = orders.map(({ amount, ...order }) => ({ ...order, amount: amount.toString() }));
  return createHash('sha256')
    .update(JSON.stringify({ payer, orders: told }))
    .digest();
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

type OrderFileRow = Omit<OrderFile, 'amount'> & { readonly amount: string };

function orderFileOf({ amount, ...row }: OrderFileRow): OrderFile {
  return { ...row, amount: Money.ofKopecks(amount) };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

const SELECT = `
  select f.id, f.number, f.day::text as day, f.orders, f.amount, f.made_at as "madeAt", u.name as "madeBy"
    from transfer_order_files f join users u on u.id = f.made_by`;
