import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type ChannelId,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  Money,
  type PaymentId,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Ledger, type Posting } from '@dvor/ledger';
import { decodeCursor, KEY, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import type { AllocationEvidence } from './allocations.js';
import { type Due, mirrorSplit, type PaymentState, paymentState, placeOf } from './core/index.js';
import type { PaymentOperationKind } from './payment-operations.js';
import type { StoredWords } from './payers-words.js';

export interface PaymentFilter {
  readonly channelId?: ChannelId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly houseId?: HouseId | undefined;
  readonly state?: PaymentState | undefined;
  /** Days, the last included. */
  readonly paidFrom?: LocalDate | undefined;
  readonly paidTo?: LocalDate | undefined;
  readonly bookedFrom?: LocalDate | undefined;
  readonly bookedTo?: LocalDate | undefined;
  readonly least?: Money | undefined;
  readonly most?: Money | undefined;
  /**
   * A part of the channel's number or of the account as it was given, or the beginning of the account's number. Less than
   * three characters are looked for where a word begins.
   */
  readonly search?: string | undefined;
}

export interface PaymentRow {
  readonly id: PaymentId;
  readonly channel: { readonly id: ChannelId; readonly name: string };
  readonly externalId: string;
  /** As the payer or the bank wrote it. */
  readonly accountGiven: string;
  readonly account: { readonly id: AccountId; readonly number: string } | null;
  readonly amount: Money;
  readonly fee: Money;
  readonly feePayer: 'payer' | 'organization';
  readonly returned: Money;
  readonly paidOn: string;
  readonly bookedOn: string;
  readonly receivedAt: Date;
  readonly state: PaymentState;
}

export interface PaymentTotals {
  readonly count: number;
  readonly amount: Money;
  readonly returned: Money;
}

export interface PaymentOperation {
  readonly id: string;
  readonly kind: PaymentOperationKind;
  readonly amount: Money;
  readonly from: { readonly id: AccountId; readonly number: string } | null;
  readonly to: { readonly id: AccountId; readonly number: string } | null;
  readonly reason: string;
  readonly bookedOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** How far a recipient's part has come: the channel holds it, it is theirs by the split, it is on its way to them. */
export interface RecipientPart {
  readonly recipientId: SupplierId | null;
  readonly amount: Money;
  /** What the channel keeps of it. */
  readonly fee: Money;
  readonly stage: 'split' | 'prepared' | 'sent';
  readonly sentOn: string | null;
}

export interface SplitPart {
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  readonly origin: Period;
  readonly kind: Due['kind'];
  readonly amount: Money;
}

export interface PaymentCard extends PaymentRow {
  readonly preset: string;
  readonly paidAt: Date;
  readonly words: StoredWords;
  readonly recordedBy: string | null;
  /** Where its money stands now, by the books. */
  readonly split: readonly SplitPart[];
  /** Why it was put so; of the last time it was. */
  readonly evidence: AllocationEvidence | null;
  readonly recipients: readonly RecipientPart[];
  readonly operations: readonly PaymentOperation[];
  readonly request: string | null;
  readonly answer: string | null;
}

/** What payments there are, and where each one's money stands. */
@Injectable()
export class PaymentRegister {
  constructor(private readonly ledger: Ledger) {}

  /** The latest first. */
  async list(tx: Tx, filter: PaymentFilter, page: PageRequest): Promise<Page<PaymentRow>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    const rows = await tx.query<PaymentSqlRow[]>(
      `${SELECT} where ${FILTER} and ($12::bigint is null or p.id < $12) order by p.id desc limit $13`,
      [...filterValues(filter), before, page.limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, page.limit, ({ id }) => [id]);
    return { items: items.map(rowOf), nextCursor };
  }

  /** Of all that the filter finds, whatever page is shown. */
  async totals(tx: Tx, filter: PaymentFilter): Promise<PaymentTotals> {
    const [row] = await tx.query<[{ count: number; amount: string; returned: string }]>(
      `select count(*)::int as count, coalesce(sum(p.amount), 0) as amount, coalesce(sum(p.returned), 0) as returned
         from payments p where ${FILTER}`,
      filterValues(filter),
    );
    return { count: row.count, amount: Money.ofKopecks(row.amount), returned: Money.ofKopecks(row.returned) };
  }

  /** @throws DomainError `payment.not-found` */
  async card(tx: Tx, id: PaymentId): Promise<PaymentCard> {
    const [row] = await tx.query<CardSqlRow[]>(`${SELECT_CARD} where p.id = $1`, [id]);
    if (!row) throw new DomainError('payment.not-found');
    const operations = await this.operations(tx, id);
    const postings = await this.postings(tx, id, operations);
    const split = splitOf(postings, row.accountId);
    const { preset, paidAt, words, recordedBy, evidence, request, answer } = row;
    return {
      ...rowOf(row),
      ...{ preset, paidAt, words, recordedBy, evidence, request, answer },
      split,
      recipients: await this.recipients(tx, { row, operations, postings, split }),
      operations,
    };
  }

  /** Whose account a payment stands on. @throws DomainError `payment.not-found` */
  async accountOf(tx: Tx, id: PaymentId): Promise<AccountId | null> {
    const [row] = await tx.query<{ accountId: AccountId | null }[]>(
      'select account_id as "accountId" from payments where id = $1',
      [id],
    );
    if (!row) throw new DomainError('payment.not-found');
    return row.accountId;
  }

  /** What a refund of some of it would take back, and from where: the mirror that the refund itself posts. */
  async refundPreview(tx: Tx, id: PaymentId, amount: Money): Promise<SplitPart[]> {
    const { split, ...row } = await this.card(tx, id);
    const stands = row.amount.minus(row.returned);
    if (amount.compare(Money.zero) <= 0 || amount.compare(stands) > 0)
      throw new DomainError('payment.refund-over', { amount: amount.toString(), stands: stands.toString() });
    return split.length === 0 ? [] : mirrorSplit(amount, split);
  }

  /** Which payments entries of the ledger are about, by the keys of the entries. */
  async ofEntries(tx: Tx, keys: readonly string[]): Promise<Map<string, PaymentId>> {
    const found = new Map<string, PaymentId>();
    const operations = new Map<string, string>();
    for (const key of keys) {
      const [, operation, id] = /^payment (operation )?(\d+)( offset)?$/.exec(key) ?? [];
      if (id && operation) operations.set(key, id);
      else if (id) found.set(key, id as PaymentId);
    }
    if (operations.size === 0) return found;
    const rows = await tx.query<{ id: string; paymentId: PaymentId }[]>(
      'select id, payment_id as "paymentId" from payment_operations where id = any ($1)',
      [[...operations.values()]],
    );
    const payments = new Map(rows.map(({ id, paymentId }) => [id, paymentId]));
    for (const [key, id] of operations) if (payments.has(id)) found.set(key, payments.get(id)!);
    return found;
  }

  private async operations(tx: Tx, id: PaymentId): Promise<PaymentOperation[]> {
    const rows = await tx.query<
      (Omit<PaymentOperation, 'amount' | 'from' | 'to'> & {
        readonly amount: string;
        readonly fromId: AccountId | null;
        readonly fromNumber: string | null;
        readonly toId: AccountId | null;
        readonly toNumber: string | null;
      })[]
    >(
      `select o.id, o.kind, o.amount, o.from_account_id as "fromId", f.number as "fromNumber", o.to_account_id as "toId",
              t.number as "toNumber", o.reason, o.booked_on::text as "bookedOn", o.recorded_at as "recordedAt", u.name as "recordedBy"
         from payment_operations o
         left join accounts f on f.id = o.from_account_id
         left join accounts t on t.id = o.to_account_id
         join users u on u.id = o.recorded_by
        where o.payment_id = $1 order by o.id`,
      [id],
    );
    return rows.map(({ fromId, fromNumber, toId, toNumber, amount, ...row }) => ({
      ...row,
      amount: Money.ofKopecks(amount),
      from: fromId && fromNumber ? { id: fromId, number: fromNumber } : null,
      to: toId && toNumber ? { id: toId, number: toNumber } : null,
    }));
  }

  private postings(tx: Tx, id: PaymentId, operations: readonly PaymentOperation[]): Promise<Posting[]> {
    return this.ledger.summedUp(tx, [
      `payment ${id}`,
      ...operations.map((operation) => `payment operation ${operation.id}`),
    ]);
  }

  /** Money is sent on with all that came on a day: the day it was booked, or put on its account. */
  private async recipients(
    tx: Tx,
    {
      row,
      operations,
      postings,
      split,
    }: {
      readonly row: CardSqlRow;
      readonly operations: readonly PaymentOperation[];
      readonly postings: readonly Posting[];
      readonly split: readonly SplitPart[];
    },
  ): Promise<RecipientPart[]> {
    const day = operations.findLast(({ kind }) => kind === 'match' || kind === 'move')?.bookedOn ?? row.bookedOn;
    const ids = [...new Set(split.map(({ recipientId }) => recipientId))];
    const transfers = await tx.query<{ recipientId: SupplierId; state: 'prepared' | 'sent'; sentOn: string | null }[]>(
      `select recipient_id as "recipientId", state, sent_on::text as "sentOn" from supplier_transfers
        where day = $1 and recipient_id = any ($2)`,
      [day, ids.filter((one) => one !== null)],
    );
    return ids.map((recipientId) => {
      const transfer = transfers.find((one) => one.recipientId === recipientId);
      const fees = postings.filter((one) => one.ledgerAccount === 'fee' && one.recipientId === recipientId);
      return {
        recipientId,
        amount: Money.sum(split.filter((one) => one.recipientId === recipientId).map((one) => one.amount)),
        fee: Money.sum(fees.map((one) => one.amount)),
        stage: transfer?.state ?? 'split',
        sentOn: transfer?.sentOn ?? null,
      };
    });
  }
}

/** The oldest debts first. */
function splitOf(postings: readonly Posting[], accountId: AccountId | null): SplitPart[] {
  return postings
    .filter((one) => accountId !== null && one.ledgerAccount === 'receivable' && one.accountId === accountId)
    .map((one) => ({ ...placeOf(one), amount: one.amount.negated() }))
    .sort((a, b) => a.origin - b.origin || b.amount.compare(a.amount));
}

interface PaymentSqlRow {
  readonly id: PaymentId;
  readonly channelId: ChannelId;
  readonly channelName: string;
  readonly externalId: string;
  readonly accountGiven: string;
  readonly accountId: AccountId | null;
  readonly accountNumber: string | null;
  readonly amount: string;
  readonly fee: string;
  readonly feePayer: 'payer' | 'organization';
  readonly returned: string;
  readonly paidOn: string;
  readonly bookedOn: string;
  readonly receivedAt: Date;
}

interface CardSqlRow extends PaymentSqlRow {
  readonly preset: string;
  readonly paidAt: Date;
  readonly words: StoredWords;
  readonly evidence: AllocationEvidence | null;
  readonly recordedBy: string | null;
  readonly request: string | null;
  readonly answer: string | null;
}

function rowOf(row: PaymentSqlRow): PaymentRow {
  const { id, externalId, accountGiven, feePayer, paidOn, bookedOn, receivedAt } = row;
  const [amount, returned] = [Money.ofKopecks(row.amount), Money.ofKopecks(row.returned)];
  return {
    ...{ id, externalId, accountGiven, feePayer, paidOn, bookedOn, receivedAt, amount, returned },
    channel: { id: row.channelId, name: row.channelName },
    account: row.accountId && row.accountNumber ? { id: row.accountId, number: row.accountNumber } : null,
    fee: Money.ofKopecks(row.fee),
    state: paymentState({ accountId: row.accountId, amount, returned }),
  };
}

const COLUMNS = `p.id, p.channel_id as "channelId", c.name as "channelName", p.external_id as "externalId",
         p.account_given as "accountGiven", p.account_id as "accountId", a.number as "accountNumber", p.amount, p.fee,
         p.fee_payer as "feePayer", p.returned, p.paid_on::text as "paidOn", p.booked_on::text as "bookedOn", p.received_at as "receivedAt"`;

const SELECT = `
  select ${COLUMNS}
    from payments p join payment_channels c on c.id = p.channel_id left join accounts a on a.id = p.account_id`;

const SELECT_CARD = `
  select ${COLUMNS}, c.preset, p.paid_at as "paidAt", p.words, p.allocation as evidence, u.name as "recordedBy", p.request, p.answer
    from payments p join payment_channels c on c.id = p.channel_id left join accounts a on a.id = p.account_id
    left join users u on u.id = p.recorded_by`;

const FILTER = `($1::bigint is null or p.channel_id = $1) and ($2::bigint is null or p.account_id = $2)
  and ($3::bigint is null or p.house_id = $3)
  and ($4::text is null or $4 = case when p.returned = p.amount then 'returned' when p.account_id is null then 'waiting' else 'posted' end)
  and ($5::date is null or p.paid_on >= $5) and ($6::date is null or p.paid_on <= $6)
  and ($7::date is null or p.booked_on >= $7) and ($8::date is null or p.booked_on <= $8)
  and ($9::bigint is null or p.amount >= $9) and ($10::bigint is null or p.amount <= $10)
  and ($11::text is null or p.id = any (array(select search_payments($11))))`;

function filterValues(filter: PaymentFilter): unknown[] {
  const day = (one: LocalDate | undefined) => (one === undefined ? null : formatDate(one));
  return [
    filter.channelId ?? null,
    filter.accountId ?? null,
    filter.houseId ?? null,
    filter.state ?? null,
    day(filter.paidFrom),
    day(filter.paidTo),
    day(filter.bookedFrom),
    day(filter.bookedTo),
    filter.least?.kopecks.toString() ?? null,
    filter.most?.kopecks.toString() ?? null,
    filter.search?.trim() || null,
  ];
}
