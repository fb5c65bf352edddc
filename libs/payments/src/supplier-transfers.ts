import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatDate,
  type LocalDate,
  Money,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { Ledger, type Posting, type PostingKind } from '@dvor/ledger';
import {
  AuditLog,
  decodeCursor,
  KEY,
  OrganizationClock,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import { Payments } from './payments.js';

/** `carried`: there is nothing to send, what is below zero is taken off the recipient's next day. */
export type TransferState = 'prepared' | 'sent' | 'carried';

export interface SupplierTransfer {
  readonly id: string;
  readonly recipientId: SupplierId;
  readonly recipient: string;
  /** The recipient is the organisation itself: the money is there already, no bank is told to move it. */
  readonly toItself: boolean;
  readonly day: LocalDate;
  /** What came for the recipient, returns taken off. */
  readonly received: Money;
  /** What channels kept of it. */
  readonly fee: Money;
  /** What the days before left below zero; never above it. */
  readonly carried: Money;
  /** To be sent: received − fee + carried. */
  readonly amount: Money;
  /** `null`: nothing to send. */
  readonly orderNumber: number | null;
  readonly state: TransferState;
  readonly sentOn: LocalDate | null;
}

/** A line of a transfer's registry: one account's money for one service, by one payment or what was done with it. */
export interface TransferLine {
  readonly entryId: string;
  readonly reason: string;
  readonly account: string;
  readonly serviceId: ServiceId | null;
  readonly service: string | null;
  readonly kind: PostingKind;
  readonly amount: Money;
}

/** Of several transfers: what came, what channels kept, what waits to be sent and what went. */
export interface TransferTotals {
  readonly count: number;
  readonly received: Money;
  readonly fee: Money;
  readonly waiting: Money;
  readonly sent: Money;
}

/** Money of which nobody knows yet whose it is: it stays until they do. */
export interface HeldMoney {
  /** Without an account. */
  readonly unallocated: Money;
  /** On accounts as a whole, without a recipient. */
  readonly onAccounts: Money;
}

/** What of a day waits for the bank: the organisation's own money needs none. */
export interface WaitingDay {
  readonly day: LocalDate;
  readonly amount: Money;
}

export interface TransferFilter {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly recipientId?: SupplierId | undefined;
  readonly state?: TransferState | undefined;
}

/** A day is over half an hour after midnight: whatever was begun before it is in the books by then. */
const SETTLED_MINUTES = 30;

/** Entries by which money comes to a recipient or is taken back; an advance on the whole account becomes somebody's by an offset. */
const MONEY = `'payment', 'refund', 'move', 'offset'`;

/** What each recipient is sent for each day, from the books: the sum of its lines, to the kopeck. */
@Injectable()
export class SupplierTransfers {
  constructor(
    private readonly payments: Payments,
    private readonly ledger: Ledger,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Writes down the days that are over and were not written down yet; gives how many transfers were new.
   *
   * @param by nobody when it is done by the clock
   */
  async prepare(tx: Tx, by: UserId | null = null): Promise<number> {
    const now = await this.clock.now(tx);
    const today = await this.clock.today(tx);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('supplier transfers', current_organization()))`);
    const rows = await tx.query<DayRow[]>(
      `with settled as (
         select ($2::timestamptz - make_interval(mins => ${SETTLED_MINUTES})) at time zone time_zone as moment
           from organizations where id = current_organization()),
            done as (select coalesce(max(day), '-infinity'::date) as day from supplier_transfer_days),
            money as (
         select e.booked_on as day, p.recipient_id, p.ledger_account, sum(p.amount) as amount
           from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period, done, settled
          where e.kind in (${MONEY}) and p.ledger_account in ('receivable', 'fee') and p.recipient_id is not null
            and e.booked_on > done.day and e.booked_on < least($1::date, settled.moment::date)
          group by 1, 2, 3)
       select day - date '1970-01-01' as day, recipient_id as "recipientId",
              -coalesce(sum(amount) filter (where ledger_account = 'receivable'), 0) as received,
              coalesce(sum(amount) filter (where ledger_account = 'fee'), 0) as fee
         from money group by day, recipient_id
        having coalesce(sum(amount) filter (where ledger_account = 'receivable'), 0) <> 0
            or coalesce(sum(amount) filter (where ledger_account = 'fee'), 0) <> 0
        order by day, recipient_id`,
      [formatDate(today), now],
    );
    await tx.query(
      `insert into supplier_transfer_days (organization_id, day)
       select current_organization(), least($1::date, (($2::timestamptz - make_interval(mins => ${SETTLED_MINUTES})) at time zone time_zone)::date) - 1
         from organizations where id = current_organization()
       on conflict do nothing`,
      [formatDate(today), now],
    );
    if (rows.length === 0) return 0;
    const left = await leftBelowZero(tx);
    let order = await lastOrder(tx);
    const prepared = rows.map(({ day, recipientId, ...row }) => {
      const [received, fee] = [Money.ofKopecks(row.received), Money.ofKopecks(row.fee)];
      const carried = left.get(recipientId) ?? Money.zero;
      const amount = received.minus(fee).plus(carried);
      const sent = amount.compare(Money.zero) > 0;
      left.set(recipientId, sent ? Money.zero : amount);
      return {
        recipient_id: recipientId,
        day: formatDate(day),
        received: received.kopecks.toString(),
        fee: fee.kopecks.toString(),
        carried: carried.kopecks.toString(),
        order_number: sent ? (order += 1) : null,
        state: sent ? 'prepared' : 'carried',
      };
    });
    await tx.query(
      `insert into supplier_transfers (organization_id, recipient_id, day, received, fee, carried, order_number, state)
       select current_organization(), recipient_id, day, received, fee, carried, order_number, state
         from jsonb_to_recordset($1) as row (recipient_id bigint, day date, received bigint, fee bigint, carried bigint,
                                             order_number int, state text)`,
      [JSON.stringify(prepared)],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier-transfers.prepare',
      object: { type: 'supplier-transfers', id: prepared.at(-1)!.day },
      details: { transfers: prepared.length },
    });
    return prepared.length;
  }

  /** The latest day first, within it by recipient. */
  async list(tx: Tx, filter: TransferFilter, page: PageRequest): Promise<Page<SupplierTransfer>> {
    const [day, name, id] = page.cursor ? decodeCursor(page.cursor, [DAY, ANY_TEXT, KEY.id]) : [null, null, null];
    const rows = await tx.query<TransferRow[]>(
      `${SELECT}
        where ${FILTER} and ($5::date is null or t.day < $5 or t.day = $5 and (s.name, t.id) > ($6, $7::bigint))
        order by t.day desc, s.name, t.id limit $8`,
      [...filterValues(filter), day, name, id, page.limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, page.limit, (row) => [formatDate(row.day), row.recipient, row.id]);
    return { items: items.map(transferOf), nextCursor };
  }

  /** Of all that the filter finds. What is carried is no sum to be sent: the next day counts it already. */
  async totals(tx: Tx, filter: TransferFilter): Promise<TransferTotals> {
    const [row] = await tx.query<[{ count: number } & Record<'received' | 'fee' | 'waiting' | 'sent', string>]>(
      `select count(*)::int as count, coalesce(sum(t.received), 0) as received, coalesce(sum(t.fee), 0) as fee,
              coalesce(sum(t.received - t.fee + t.carried) filter (where t.state = 'prepared'), 0) as waiting,
              coalesce(sum(t.received - t.fee + t.carried) filter (where t.state = 'sent'), 0) as sent
         from supplier_transfers t where ${FILTER}`,
      filterValues(filter),
    );
    const [received, fee, waiting, sent] = [row.received, row.fee, row.waiting, row.sent].map((sum) =>
      Money.ofKopecks(sum),
    ) as [Money, Money, Money, Money];
    return { count: row.count, received, fee, waiting, sent };
  }

  /** Days whose money waits for the bank, the latest first. */
  async waitingDays(tx: Tx, filter: TransferFilter): Promise<WaitingDay[]> {
    const rows = await tx.query<{ day: LocalDate; amount: string }[]>(
      `select t.day - date '1970-01-01' as day, sum(t.received - t.fee + t.carried) as amount
         from supplier_transfers t join suppliers s on s.id = t.recipient_id join organizations o on o.id = t.organization_id
        where ${FILTER} and t.state = 'prepared' and s.inn <> o.inn
        group by t.day order by t.day desc`,
      filterValues(filter),
    );
    return rows.map(({ day, amount }) => ({ day, amount: Money.ofKopecks(amount) }));
  }

  /** What of a day has an order and was not sent yet, but for the organisation's own money. */
  async waitingOrders(tx: Tx, day: LocalDate): Promise<SupplierTransfer[]> {
    const rows = await tx.query<TransferRow[]>(
      `${SELECT} where t.day = $1 and t.state = 'prepared' and s.inn <> o.inn order by t.order_number`,
      [formatDate(day)],
    );
    return rows.map(transferOf);
  }

  /** @throws DomainError `transfer.not-found` */
  async find(tx: Tx, id: string): Promise<SupplierTransfer> {
    const [row] = await tx.query<TransferRow[]>(`${SELECT} where t.id = $1`, [id]);
    if (!row) throw new DomainError('transfer.not-found');
    return transferOf(row);
  }

  /** What a transfer is made of, as it came; the lines add up to what was received. @throws DomainError `transfer.not-found` */
  async registry(tx: Tx, id: string, page: PageRequest): Promise<Page<TransferLine>> {
    const { recipientId, day } = await this.find(tx, id);
    const after = page.cursor
      ? decodeCursor(page.cursor, [KEY.id, ANY_TEXT, KEY.id, ANY_TEXT])
      : [null, null, null, null];
    const rows = await tx.query<(Omit<TransferLine, 'amount'> & { amount: string })[]>(
      `select e.id as "entryId", e.reason, a.number as account, p.service_id as "serviceId", s.name as service, p.kind,
              -sum(p.amount) as amount
         from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
         join accounts a on a.id = p.account_id
         left join services s on s.id = p.service_id
        where e.kind in (${MONEY}) and e.booked_on = $1 and p.ledger_account = 'receivable' and p.recipient_id = $2
          and ($3::bigint is null or (e.id, a.number, coalesce(p.service_id, 0), p.kind) > ($3, $4, $5::bigint, $6))
        group by e.id, a.number, p.service_id, s.name, p.kind having sum(p.amount) <> 0
        order by e.id, a.number, coalesce(p.service_id, 0), p.kind limit $7`,
      [formatDate(day), recipientId, ...after, page.limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, page.limit, (row) => [
      row.entryId,
      row.account,
      row.serviceId ?? '0',
      row.kind,
    ]);
    return { items: items.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) })), nextCursor };
  }

  async held(tx: Tx): Promise<HeldMoney> {
    const [row] = await tx.query<{ unallocated: string; onAccounts: string }[]>(
      `select coalesce(-sum(p.amount) filter (where p.ledger_account = 'unallocated'), 0) as unallocated,
              coalesce(-sum(p.amount) filter (where p.ledger_account = 'receivable'), 0) as "onAccounts"
         from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
        where e.kind in (${MONEY}) and p.recipient_id is null and p.ledger_account in ('unallocated', 'receivable')`,
    );
    return { unallocated: Money.ofKopecks(row!.unallocated), onAccounts: Money.ofKopecks(row!.onAccounts) };
  }

  /**
   * Books a transfer as sent: what was due to the recipient is paid from what channels have brought, and what they kept
   * of it is borne by the recipient, for it was the recipient's money. Days whose return this transfer makes up for are
   * settled with it. A transfer that was sent already stays as it is.
   * @throws DomainError `transfer.not-found`, `transfer.nothing-to-send`
   */
  async send(tx: Tx, id: string, by: UserId): Promise<SupplierTransfer> {
    await tx.query('select from supplier_transfers where id = $1 for update', [id]);
    const transfer = await this.find(tx, id);
    if (transfer.state === 'sent') return transfer;
    if (transfer.state === 'carried')
      throw new DomainError('transfer.nothing-to-send', { day: formatDate(transfer.day) });
    const today = await this.clock.today(tx);
    const settled = [transfer, ...(await this.carriedInto(tx, transfer))];
    const month = await this.payments.openMonth(tx, today);
    const accrued = await this.accruedOf(
      tx,
      transfer.recipientId,
      settled.map(({ day }) => day),
    );
    const fee = Money.sum(settled.map((one) => one.fee));
    const common = { accountId: null, origin: month } as const;
    const postings: Posting[] = [
      ...accrued.map((part) => ({
        ...common,
        ...part,
        ledgerAccount: 'accrued' as const,
        recipientId: transfer.recipientId,
      })),
      {
        ...common,
        ledgerAccount: 'received',
        recipientId: null,
        serviceId: null,
        kind: 'charge',
        amount: transfer.amount.negated(),
      },
      {
        ...common,
        ledgerAccount: 'fee',
        recipientId: transfer.recipientId,
        serviceId: null,
        kind: 'charge',
        amount: fee.negated(),
      },
    ];
    await this.ledger.post(tx, {
      key: `transfer ${id}`,
      kind: 'settlement',
      period: month,
      bookedOn: today,
      reason: `Перечислено: ${transfer.recipient}`,
      by,
      postings: postings.filter(({ amount }) => !amount.isZero),
    });
    await tx.query(`update supplier_transfers set state = 'sent', sent_on = $2, sent_by = $3 where id = $1`, [
      id,
      formatDate(today),
      by,
    ]);
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier-transfer.send',
      object: { type: 'supplier-transfer', id },
      details: { recipient: transfer.recipient, day: formatDate(transfer.day), amount: transfer.amount.toString() },
    });
    return this.find(tx, id);
  }

  /** Days of the recipient right before a transfer that had nothing to send. */
  private async carriedInto(tx: Tx, { id, recipientId, day }: SupplierTransfer): Promise<SupplierTransfer[]> {
    const rows = await tx.query<TransferRow[]>(
      `${SELECT}
        where t.recipient_id = $1 and t.day < $2 and t.state = 'carried' and t.id <> $3
          and t.day > coalesce((select max(b.day) from supplier_transfers b
                                 where b.recipient_id = $1 and b.day < $2 and b.state <> 'carried'), '-infinity')`,
      [recipientId, formatDate(day), id],
    );
    return rows.map(transferOf);
  }

  /** What a recipient was due of some days' money, by service. */
  private async accruedOf(
    tx: Tx,
    recipientId: SupplierId,
    days: readonly LocalDate[],
  ): Promise<Pick<Posting, 'serviceId' | 'kind' | 'amount'>[]> {
    const rows = await tx.query<{ serviceId: ServiceId | null; kind: PostingKind; amount: string }[]>(
      `select p.service_id as "serviceId", p.kind, -sum(p.amount) as amount
         from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
        where e.kind in (${MONEY}) and e.booked_on = any ($1::date[]) and p.ledger_account = 'receivable' and p.recipient_id = $2
        group by 1, 2 having sum(p.amount) <> 0 order by 1, 2`,
      [days.map(formatDate), recipientId],
    );
    return rows.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) }));
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const ANY_TEXT = /^[^]{0,500}$/;

const FILTER = `($1::date is null or t.day >= $1) and ($2::date is null or t.day <= $2)
          and ($3::bigint is null or t.recipient_id = $3) and ($4::text is null or t.state = $4)`;

function filterValues({ from, to, recipientId, state }: TransferFilter): unknown[] {
  const day = (one: LocalDate | undefined) => (one === undefined ? null : formatDate(one));
  return [day(from), day(to), recipientId ?? null, state ?? null];
}

interface DayRow {
  readonly day: LocalDate;
  readonly recipientId: SupplierId;
  readonly received: string;
  readonly fee: string;
}

type TransferRow = Omit<SupplierTransfer, 'received' | 'fee' | 'carried' | 'amount'> & {
  readonly received: string;
  readonly fee: string;
  readonly carried: string;
};

function transferOf(row: TransferRow): SupplierTransfer {
  const [received, fee, carried] = [row.received, row.fee, row.carried].map((kopecks) => Money.ofKopecks(kopecks)) as [
    Money,
    Money,
    Money,
  ];
  return { ...row, received, fee, carried, amount: received.minus(fee).plus(carried) };
}

/** By recipient, where the last day had nothing to send. */
async function leftBelowZero(tx: Tx): Promise<Map<SupplierId, Money>> {
  const rows = await tx.query<{ recipientId: SupplierId; amount: string }[]>(
    `select recipient_id as "recipientId", received - fee + carried as amount
       from (select distinct on (recipient_id) * from supplier_transfers order by recipient_id, day desc) last
      where state = 'carried'`,
  );
  return new Map(rows.map(({ recipientId, amount }) => [recipientId, Money.ofKopecks(amount)]));
}

async function lastOrder(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    'select coalesce(max(order_number), 0)::int as last from supplier_transfers',
  );
  return row!.last;
}

const SELECT = `
  select t.id, t.recipient_id as "recipientId", s.name as recipient,
         s.inn = o.inn as "toItself", t.day - date '1970-01-01' as day, t.received, t.fee, t.carried,
         t.order_number as "orderNumber", t.state, t.sent_on - date '1970-01-01' as "sentOn"
    from supplier_transfers t join suppliers s on s.id = t.recipient_id
    join organizations o on o.id = t.organization_id`;
