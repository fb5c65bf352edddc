import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  assertNever,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  Money,
  type PaymentId,
  type Period,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { Ledger, lockMoneyOf, type Posting } from '@dvor/ledger';
import { AuditLog, ExceptionsInbox, OrganizationClock, Outbox, type Tx } from '@dvor/platform';
import { allocationPostings, Allocations } from './allocations.js';
import { type Due, mirrorSplit, placeOf } from './core/index.js';
import { paymentEvent, type PaymentEventType, toldPayment } from './payment-events.js';
import { feePostings, Payments, receivedPostings, unallocated } from './payments.js';
import { type StoredWords, wordsOf } from './payers-words.js';

/** `match`: money that waited has found its account; `void`: taken back on the day it came, the channel's fee too. */
export type PaymentOperationKind = 'match' | 'move' | 'void' | 'refund';

export interface Doer {
  /** `null`: the channel itself. */
  readonly by: UserId | null;
  readonly reason: string;
}

/** What is done with a payment afterwards: its own split is mirrored, nothing is ever reckoned back anew. */
@Injectable()
export class PaymentOperations {
  constructor(
    private readonly payments: Payments,
    private readonly allocations: Allocations,
    private readonly ledger: Ledger,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Puts a payment, or money that waits, on an account. It keeps the day it was paid on.
   * @throws DomainError `payment.not-found`, `payment.returned`, `payment.same-account`, `payment.account-unknown`
   */
  async putOn(tx: Tx, id: PaymentId, to: AccountId, doer: Doer): Promise<void> {
    const payment = await this.held(tx, id);
    const houseId = await houseOf(tx, to);
    if (payment.accountId === to) throw new DomainError('payment.same-account');
    await lockMoneyOf(tx, [to, ...(payment.accountId ? [payment.accountId] : [])]);
    const amount = payment.amount.minus(payment.returned);
    if (amount.isZero) throw new DomainError('payment.returned');

    const operation = { kind: payment.accountId ? 'move' : 'match', amount, from: payment.accountId, to } as const;
    const booking = await this.begin(tx, payment, operation, doer);
    const taken = await this.takenBack(tx, payment, amount, booking.period);
    const words = wordsOf(payment.words);
    const allocated = await this.allocations.of(tx, to, {
      amount,
      words: payment.returned.isZero ? words : {}, // what was named was named of the whole
      recipientId: payment.recipientId,
      month: booking.period,
      on: booking.bookedOn,
    });
    await this.payments.postOffsets(tx, to, allocated, { ...booking, key: `${booking.key} offset` });
    const fee = payment.accountId === null && payment.feePayer === 'organization' ? payment.fee : Money.zero;
    await this.ledger.post(tx, {
      ...booking,
      kind: 'move',
      postings: [
        ...taken,
        ...allocationPostings(to, allocated),
        ...feePostings(fee.negated(), null, booking.period),
        ...feePostings(fee, allocated, booking.period),
      ],
    });
    await tx.query('update payments set account_id = $2, house_id = $3, allocation = $4 where id = $1', [
      id,
      to,
      houseId,
      JSON.stringify(allocated.evidence),
    ]);
    await this.inbox.settleOne(tx, `payments.unmatched ${id}`, `Отнесён на счёт. ${doer.reason}`);
    await this.end(tx, id, operation.kind, { to, amount: amount.toString() }, doer);
  }

  /**
   * Takes back the whole payment on the day it came: as if it had not been.
   * @throws DomainError `payment.not-found`, `payment.returned`, `payment.void-late` on a later day
   */
  async void(tx: Tx, id: PaymentId, doer: Doer): Promise<void> {
    const payment = await this.held(tx, id);
    if (!payment.returned.isZero) throw new DomainError('payment.returned');
    if (payment.bookedOn !== (await this.clock.today(tx))) throw new DomainError('payment.void-late');
    await this.giveBack(tx, payment, { kind: 'void', amount: payment.amount }, doer);
  }

  /** Whether a payment came today and nothing of it was given back. */
  async mayVoid(tx: Tx, id: PaymentId): Promise<boolean> {
    const { returned, bookedOn } = await this.held(tx, id);
    return returned.isZero && bookedOn === (await this.clock.today(tx));
  }

  /** When a payment was voided; `null`: it was not. */
  async voidedAt(tx: Tx, id: PaymentId): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date }[]>(
      `select recorded_at as at from payment_operations where payment_id = $1 and kind = 'void'`,
      [id],
    );
    return row?.at ?? null;
  }

  /**
   * Gives back all or a part of a payment.
   * @throws DomainError `payment.not-found`, `payment.refund-over` naming what stands
   */
  async refund(tx: Tx, id: PaymentId, amount: Money, doer: Doer): Promise<void> {
    const payment = await this.held(tx, id);
    const stands = payment.amount.minus(payment.returned);
    if (amount.compare(Money.zero) <= 0 || amount.compare(stands) > 0)
      throw new DomainError('payment.refund-over', { amount: amount.toString(), stands: stands.toString() });
    await this.giveBack(tx, payment, { kind: 'refund', amount }, doer);
  }

  private async giveBack(
    tx: Tx,
    payment: HeldPayment,
    { kind, amount }: { readonly kind: 'void' | 'refund'; readonly amount: Money },
    doer: Doer,
  ): Promise<void> {
    if (payment.accountId) await lockMoneyOf(tx, [payment.accountId]);
    const booking = await this.begin(tx, payment, { kind, amount, from: payment.accountId, to: null }, doer);
    const taken = await this.takenBack(tx, payment, amount, booking.period);
    await this.ledger.post(tx, {
      ...booking,
      kind: 'refund',
      postings:
        kind === 'void'
          ? [...taken, ...(await this.reversed(tx, payment, booking.period))]
          : [...taken, ...receivedPostings(amount.negated(), Money.zero, null, booking.period)],
    });
    await tx.query('update payments set returned = returned + $2 where id = $1', [
      payment.id,
      amount.kopecks.toString(),
    ]);
    if (payment.amount.equals(payment.returned.plus(amount)))
      await this.inbox.settleOne(tx, `payments.unmatched ${payment.id}`, `Возвращён. ${doer.reason}`);
    await this.end(tx, payment.id, kind, { amount: amount.toString() }, doer);
  }

  /** The payment's money where it stands now, mirrored: on an account's debts, or waiting. */
  private async takenBack(tx: Tx, payment: HeldPayment, amount: Money, month: Period): Promise<Posting[]> {
    const { accountId } = payment;
    if (accountId === null) return [unallocated(amount, month)];
    const standing = (await this.postings(tx, payment.id)).filter(
      (one) => one.ledgerAccount === 'receivable' && one.accountId === accountId,
    );
    return mirrorSplit(
      amount,
      standing.map((one): Due => ({ ...placeOf(one), amount: one.amount.negated() })),
    ).map((due) => ({ ledgerAccount: 'receivable', accountId, ...due }));
  }

  /** What the channel was to send us and to keep, undone. */
  private async reversed(tx: Tx, payment: HeldPayment, month: Period): Promise<Posting[]> {
    return (await this.postings(tx, payment.id))
      .filter(({ ledgerAccount, amount }) => ['received', 'fee'].includes(ledgerAccount) && !amount.isZero)
      .map((posting) => ({ ...posting, origin: month, amount: posting.amount.negated() }));
  }

  /** All postings of a payment and of what was done with it, summed up. */
  private async postings(tx: Tx, id: PaymentId): Promise<Posting[]> {
    const operations = await tx.query<{ id: string }[]>('select id from payment_operations where payment_id = $1', [
      id,
    ]);
    return this.ledger.summedUp(tx, [`payment ${id}`, ...operations.map((one) => operationKey(one.id))]);
  }

  private async held(tx: Tx, id: PaymentId): Promise<HeldPayment> {
    const [row] = await tx.query<HeldRow[]>(
      `select p.id, p.account_id as "accountId", p.amount, p.fee, p.fee_payer as "feePayer", p.returned, p.words,
              p.paid_on - date '1970-01-01' as "paidOn", p.booked_on - date '1970-01-01' as "bookedOn",
              c.name as channel, c.settings ->> 'recipientId' as "recipientId"
         from payments p join payment_channels c on c.id = p.channel_id where p.id = $1 for update of p`,
      [id],
    );
    if (!row) throw new DomainError('payment.not-found');
    return {
      ...row,
      amount: Money.ofKopecks(row.amount),
      fee: Money.ofKopecks(row.fee),
      returned: Money.ofKopecks(row.returned),
    };
  }

  private async begin(
    tx: Tx,
    payment: HeldPayment,
    {
      kind,
      amount,
      from,
      to,
    }: { kind: PaymentOperationKind; amount: Money; from: AccountId | null; to: AccountId | null },
    { by, reason }: Doer,
  ) {
    const today = await this.clock.today(tx);
    const [row] = await tx.query<{ id: string }[]>(
      `insert into payment_operations (organization_id, payment_id, kind, amount, from_account_id, to_account_id, reason, booked_on, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [payment.id, kind, amount.kopecks.toString(), from, to, reason, formatDate(today), by],
    );
    const period = await this.payments.openMonth(tx, today);
    return {
      key: operationKey(row!.id),
      period,
      bookedOn: today,
      valueOn: valueOf(kind, payment, today),
      reason: `${OPERATION_NAMES[kind]}: ${payment.channel}`,
      by,
    };
  }

  private async end(
    tx: Tx,
    id: PaymentId,
    kind: PaymentOperationKind,
    details: Readonly<Record<string, string>>,
    { by, reason }: Doer,
  ): Promise<void> {
    await this.outbox.record(tx, paymentEvent(EVENTS[kind], await toldPayment(tx, id)));
    await this.audit.record(tx, {
      userId: by,
      action: `payment.${kind}`,
      object: { type: 'payment', id },
      details: { ...details, reason },
    });
  }
}

interface HeldRow {
  readonly id: PaymentId;
  readonly accountId: AccountId | null;
  readonly amount: string;
  readonly fee: string;
  readonly feePayer: 'payer' | 'organization';
  readonly returned: string;
  readonly words: StoredWords;
  readonly paidOn: LocalDate;
  readonly bookedOn: LocalDate;
  readonly channel: string;
  readonly recipientId: SupplierId | null;
}

interface HeldPayment extends Omit<HeldRow, 'amount' | 'fee' | 'returned'> {
  readonly amount: Money;
  readonly fee: Money;
  readonly returned: Money;
}

const OPERATION_NAMES: Readonly<Record<PaymentOperationKind, string>> = {
  match: 'Отнесён платёж',
  move: 'Перенос платежа',
  void: 'Отмена платежа',
  refund: 'Возврат платежа',
};

const EVENTS: Readonly<Record<PaymentOperationKind, PaymentEventType>> = {
  match: 'payments.moved',
  move: 'payments.moved',
  void: 'payments.returned',
  refund: 'payments.returned',
};

/** Money that moves, or is taken back as if it had not been, counts from the day it was paid; a refund from its own. */
function valueOf(kind: PaymentOperationKind, payment: HeldPayment, today: LocalDate): LocalDate {
  switch (kind) {
    case 'match':
    case 'move':
    case 'void':
      return payment.paidOn;
    case 'refund':
      return today;
    default:
      return assertNever(kind);
  }
}

function operationKey(id: string): string {
  return `payment operation ${id}`;
}

async function houseOf(tx: Tx, id: AccountId): Promise<HouseId> {
  const [row] = await tx.query<{ houseId: HouseId }[]>('select house_id as "houseId" from accounts where id = $1', [
    id,
  ]);
  if (!row) throw new DomainError('payment.account-unknown');
  return row.houseId;
}
