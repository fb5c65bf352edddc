import { Injectable } from '@nestjs/common';
import type { AccountToPay } from '@dvor/housing';
import {
  type AccountId,
  allocate,
  type ChannelId,
  dateInZone,
  DomainError,
  formatDate,
  type LocalDate,
  Money,
  type OrganizationId,
  type PaymentId,
  type Period,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { Ledger, lockMoneyOf, type Posting } from '@dvor/ledger';
import { Database, ExceptionsInbox, OrganizationClock, type OutboxEvent, recordedBy, type Tx } from '@dvor/platform';
import { type Allocated, allocationPostings, Allocations } from './allocations.js';
import type { Channel } from './channels.js';
import { type Allocation, type ChannelFee, type Due, feeOf, openMonth } from './core/index.js';
import { type Invoice, Invoices } from './invoices.js';
import { assertNamedWithin, type PayersWords, storedWords } from './payers-words.js';
import { paymentEvent } from './payment-events.js';
import { findPayment, type KnownPayment, situationOf } from './payment-situation.js';
import { tellOfReadings } from './told-readings.js';

/** Money that a channel tells of. */
export interface MoneyIn {
  readonly channel: Channel;
  /** The channel's own number of the payment: the same number is the same money. */
  readonly externalId: string;
  /** As the payer or the bank wrote it. */
  readonly account: string;
  readonly amount: Money;
  /** `null`: the channel tells no moment, it is now. */
  readonly paidAt: Date | null;
  readonly words?: PayersWords;
  /** The call as it came, kept for disputes. */
  readonly request?: string | null;
  /** What is answered, kept too; made when the payment has its number. */
  readonly answer?: (registered: Registered) => string;
  /**
   * Money that is here already (a transfer, a registry) waits for its account to be found; a cash desk that asks first
   * is told that there is none.
   */
  readonly whenUnknown: 'wait' | 'refuse';
  readonly by?: UserId | null;
}

export interface Registered {
  readonly kind: 'registered';
  readonly id: PaymentId;
  /** `null`: it waits for its account. */
  readonly accountId: AccountId | null;
  readonly amount: Money;
  readonly receivedAt: Date;
  /** It was in the books already; what is told is the first answer. */
  readonly repeated: boolean;
}

export interface NotRegistered {
  readonly kind: 'refused';
  readonly reason:
    | 'account-unknown'
    | 'account-closed'
    | 'amount-too-small'
    | 'amount-too-large'
    | 'amount-named'
    | 'date-wrong'
    /** The same number with another sum or account: it is in the inbox, nothing was booked. */
    | 'transaction-conflict';
}

/** Clocks of banks run ahead of ours now and then. */
const AHEAD_MS = 10 * 60_000;

/** The one road by which money enters the books. */
@Injectable()
export class Payments {
  constructor(
    private readonly database: Database,
    private readonly allocations: Allocations,
    private readonly invoices: Invoices,
    private readonly ledger: Ledger,
    private readonly inbox: ExceptionsInbox,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * Books a payment, splits it over the account's debts and tells of it, all in one transaction. A repeat gets the first
   * answer, however many come at once.
   */
  async register(
    tenant: { readonly organizationId: OrganizationId },
    money: MoneyIn,
  ): Promise<Registered | NotRegistered> {
    const once = () => this.database.inTenant(tenant, (tx) => this.registerIn(tx, money));
    try {
      return await once();
    } catch (error) {
      // The month was closed between the look and the posting: the next one is open.
      if (error instanceof DomainError && error.code === 'ledger.month-closed') return once();
      throw error;
    }
  }

  /** As `register`, in a transaction that is open already. */
  async registerIn(tx: Tx, money: MoneyIn): Promise<Registered | NotRegistered> {
    const { channel, amount } = money;
    const asked = { channelId: channel.id, externalId: money.externalId, account: money.account };
    const situation = await situationOf(tx, asked, this.clock.realNow());
    const { known, nextId: id, now, today, rule } = situation;
    if (known) return this.again(tx, money, known);
    const refusal = refusalOf(money, latestOf(now, this.clock.realNow()));
    if (refusal) return refusal;
    const { account, invoice } = situation.account
      ? { account: situation.account, invoice: null }
      : await this.invoices.accountMeant(tx, money.account, today);
    if (account?.state !== 'open' && money.whenUnknown === 'refuse')
      return { kind: 'refused', reason: account ? 'account-closed' : 'account-unknown' };

    const payee = account?.state === 'open' ? account : null;
    if (payee && !situation.account) await lockMoneyOf(tx, [payee.id]);
    const words = wordsFor(money, invoice);
    const paidOn = money.paidAt ? earlier(dateInZone(money.paidAt, channel.settings.timeZone), today) : today;
    const month = openMonth(paidOn, situation);
    const { recipientId } = channel.settings;
    const allocated =
      payee && (await this.allocations.byRule(tx, payee.id, { amount, words, recipientId, month }, rule));
    const { fee, payer } = feeOf(channel.fees, amount, paidOn);
    const withheld = payer === 'organization' ? fee : Money.zero;
    const registered: Registered = {
      kind: 'registered',
      id,
      accountId: payee?.id ?? null,
      amount,
      receivedAt: now,
      repeated: false,
    };
    const booking = { period: month, bookedOn: today, valueOn: paidOn, by: money.by ?? null };
    const written = await this.ledger.postWith(
      tx,
      {
        ...booking,
        key: `payment ${id}`,
        kind: 'payment',
        reason: channel.name,
        postings: [
          ...receivedPostings(amount, withheld, allocated, month),
          ...(payee && allocated ? allocationPostings(payee.id, allocated) : [unallocated(amount.negated(), month)]),
        ],
      },
      paymentRow({ money, words, registered, payee, allocated, fee, feePayer: payer, paidOn, today }),
    );
    if (!written) return this.again(tx, money, (await this.known(tx, channel.id, money.externalId))!);
    if (payee && allocated)
      await this.postOffsets(tx, payee.id, allocated, { ...booking, key: `payment ${id} offset` });
    else await this.putInLine(tx, id, money, account);
    if (invoice) await this.invoices.notePaid(tx, invoice.id, id);
    if (payee && words.readings) await tellOfReadings(tx, id);
    return registered;
  }

  /** How a payment would be split if it came now: the very function that posts. @throws DomainError `payment.named-over` */
  async preview(
    tx: Tx,
    accountId: AccountId,
    { amount, words, recipientId }: { amount: Money; words: PayersWords; recipientId: SupplierId | null },
  ): Promise<Allocated> {
    assertNamedWithin(amount, words);
    const today = await this.clock.today(tx);
    const month = await this.openMonth(tx, today);
    return this.allocations.of(tx, accountId, { amount, words, recipientId, month, on: today });
  }

  /** The month in which what is done today is booked. */
  async openMonth(tx: Tx, today: LocalDate): Promise<Period> {
    return openMonth(today, { today, lastClosed: await this.ledger.lastClosedMonth(tx) });
  }

  /** Advances that an allocation sets off against debts, as an entry of their own. */
  async postOffsets(
    tx: Tx,
    accountId: AccountId,
    { offsets }: Pick<Allocation, 'offsets'>,
    booking: { key: string; period: Period; bookedOn: LocalDate; valueOn?: LocalDate; by: UserId | null },
  ): Promise<void> {
    if (offsets.length === 0) return;
    await this.ledger.post(tx, {
      ...booking,
      kind: 'offset',
      reason: 'Зачёт аванса',
      postings: offsets.map((offset) => ({ ledgerAccount: 'receivable', accountId, ...offset })),
    });
  }

  /** A channel's payment by its own number there. */
  known(tx: Tx, channelId: ChannelId, externalId: string): Promise<KnownPayment | null> {
    return findPayment(tx, channelId, externalId);
  }

  private async again(tx: Tx, money: MoneyIn, known: KnownPayment): Promise<Registered | NotRegistered> {
    const { amount } = known;
    if (amount.equals(money.amount) && known.accountGiven === money.account.trim())
      return {
        kind: 'registered',
        id: known.id,
        accountId: known.accountId,
        amount,
        receivedAt: known.receivedAt,
        repeated: true,
      };
    await this.inbox.raise(tx, [
      {
        kind: 'payments.conflict',
        dedupeKey: `payments.conflict ${known.id} ${money.amount.toString()} ${money.account.trim()}`,
        object: { type: 'payment', id: known.id, label: `${money.channel.name}, № ${money.externalId}` },
        details: {
          first: amount.toString(),
          firstAccount: known.accountGiven,
          second: money.amount.toString(),
          secondAccount: money.account.trim(),
        },
      },
    ]);
    return { kind: 'refused', reason: 'transaction-conflict' };
  }

  private async putInLine(tx: Tx, id: PaymentId, money: MoneyIn, closed: AccountToPay | null): Promise<void> {
    await this.inbox.raise(tx, [
      {
        kind: closed ? 'payments.closed-account' : 'payments.unmatched',
        dedupeKey: `payments.unmatched ${id}`,
        object: { type: 'payment', id, label: `${money.channel.name}, № ${money.externalId}` },
        details: {
          amount: money.amount.toString(),
          account: money.account.trim(),
          ...(money.words?.purpose && { purpose: money.words.purpose }),
        },
      },
    ]);
  }
}

/** An invoice says what its sum is for; another sum is for what the payer says. */
function wordsFor({ amount, words = {} }: MoneyIn, invoice: Invoice | null): PayersWords {
  return invoice?.amount.equals(amount) ? { ...invoice.words, ...words } : words;
}

export function refusalOf({ channel, amount, paidAt, words = {} }: MoneyIn, latest: Date): NotRegistered | null {
  const { least, most } = channel.settings;
  const refused = (reason: NotRegistered['reason']): NotRegistered => ({ kind: 'refused', reason });
  if (amount.compare(Money.zero) <= 0 || (least && amount.compare(Money.parse(least)) < 0))
    return refused('amount-too-small');
  if (most && amount.compare(Money.parse(most)) > 0) return refused('amount-too-large');
  if (paidAt && paidAt.getTime() > latest.getTime() + AHEAD_MS) return refused('date-wrong');
  const named = Money.sum([...(words.services ?? []).map((one) => one.amount), words.penalties ?? Money.zero]);
  return named.compare(amount) > 0 ? refused('amount-named') : null;
}

/** The latest moment that anybody's clock may show: the world's runs on while a demo's stands. */
function latestOf(now: Date, realNow: Date): Date {
  return realNow > now ? realNow : now;
}

/** The payment with its evidence and the event that tells of it, for the statement that posts it. */
function paymentRow({
  money: { channel, externalId, account, amount, paidAt, request = null, by = null, answer },
  words,
  registered,
  payee,
  allocated,
  fee,
  feePayer,
  paidOn,
  today,
}: {
  readonly money: MoneyIn;
  readonly words: PayersWords;
  readonly registered: Registered;
  readonly payee: AccountToPay | null;
  readonly allocated: Allocated | null;
  readonly fee: Money;
  readonly feePayer: ChannelFee['payer'];
  readonly paidOn: LocalDate;
  readonly today: LocalDate;
}) {
  const { id, receivedAt } = registered;
  const { type, payload } = registeredEvent({ channel, externalId, amount, paidAt }, registered, payee);
  return {
    name: 'payment',
    along: PAYMENT_ROW,
    parameters: [
      id,
      channel.id,
      externalId,
      account.trim(),
      payee?.id ?? null,
      payee?.houseId ?? null,
      amount.kopecks.toString(),
      fee.kopecks.toString(),
      feePayer,
      paidAt ?? receivedAt,
      formatDate(paidOn),
      formatDate(today),
      JSON.stringify(storedWords(words)),
      request,
      by,
      receivedAt,
      allocated && JSON.stringify(allocated.evidence),
      answer?.(registered) ?? null,
      type,
      JSON.stringify(payload),
    ],
  };
}

/** What is told of a payment that has just come. */
export function registeredEvent(
  { channel, externalId, amount, paidAt }: Pick<MoneyIn, 'channel' | 'externalId' | 'amount' | 'paidAt'>,
  { id, receivedAt }: Pick<Registered, 'id' | 'receivedAt'>,
  account: AccountToPay | null,
): OutboxEvent {
  return paymentEvent('payments.registered', {
    id,
    channelCode: channel.code,
    externalId,
    account,
    amount,
    returned: Money.zero,
    paidAt: paidAt ?? receivedAt,
  });
}

const PAYMENT_ROW = `
  payment as (
    insert into payments (id, organization_id, channel_id, external_id, account_given, account_id, house_id, amount, fee, fee_payer,
                          paid_at, paid_on, booked_on, words, request, recorded_by, received_at, allocation, answer)
    overriding system value
    values ($2, current_organization(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    on conflict on constraint payments_external do nothing
    returning id),
  told as (${recordedBy('payment', { type: '$20', payload: '$21' })})`;

/** What the channel now holds for us, and what it keeps, by recipient as the money is. */
export function receivedPostings(
  amount: Money,
  withheld: Money,
  allocated: Allocation | null,
  month: Period,
): Posting[] {
  const received: Posting = {
    ledgerAccount: 'received',
    accountId: null,
    recipientId: null,
    serviceId: null,
    origin: month,
    kind: 'charge',
    amount: amount.minus(withheld),
  };
  return [...(received.amount.isZero ? [] : [received]), ...feePostings(withheld, allocated, month)];
}

/** A channel's fee falls on the recipients in proportion to their money. */
export function feePostings(withheld: Money, allocated: Allocation | null, month: Period): Posting[] {
  if (withheld.isZero) return [];
  const recipients = byRecipient(allocated?.parts.map(({ to, amount }) => ({ ...to, amount })) ?? []);
  const shares =
    recipients.length === 0
      ? [withheld]
      : allocate(
          withheld,
          recipients.map(({ amount }) => amount.toDecimal()),
        );
  return shares.flatMap((amount, i) =>
    amount.isZero
      ? []
      : [
          {
            ledgerAccount: 'fee' as const,
            accountId: null,
            recipientId: recipients[i]?.recipientId ?? null,
            serviceId: null,
            origin: month,
            kind: 'charge' as const,
            amount,
          },
        ],
  );
}

export function unallocated(amount: Money, month: Period): Posting {
  return {
    ledgerAccount: 'unallocated',
    accountId: null,
    recipientId: null,
    serviceId: null,
    origin: month,
    kind: 'charge',
    amount,
  };
}

function byRecipient(parts: readonly Due[]): { recipientId: SupplierId | null; amount: Money }[] {
  const sums = new Map<SupplierId | null, Money>();
  for (const { recipientId, amount } of parts)
    sums.set(recipientId, (sums.get(recipientId) ?? Money.zero).plus(amount));
  return [...sums].map(([recipientId, amount]) => ({ recipientId, amount }));
}

export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
