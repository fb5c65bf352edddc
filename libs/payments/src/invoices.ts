import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { settingsOn } from '@dvor/catalogue';
import { type AccountToPay, findAccountToPay, findByAnotherName } from '@dvor/housing';
import {
  type AccountId,
  addDays,
  type ChannelId,
  DomainError,
  formatDate,
  type InvoiceId,
  type LocalDate,
  Money,
  type PaymentId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, OrganizationClock, queryPrepared, type Tx } from '@dvor/platform';
import { PaymentChannels } from './channels.js';
import { type ChannelFee, feeOf, INVOICE_NUMBERS, invoiceNumber, readInvoiceNumber } from './core/index.js';
import { assertNamedWithin, type PayersWords, storedWords, type StoredWords, wordsOf } from './payers-words.js';

/** `expired`: its last day has passed; money that comes for it all the same goes to its account. */
export type InvoiceState = 'open' | 'paid' | 'cancelled' | 'expired';

/** A bill that a payer makes out for themselves (счёт на оплату): so much, for that, till then. */
export interface Invoice {
  readonly id: InvoiceId;
  readonly number: string;
  readonly account: { readonly id: AccountId; readonly number: string };
  readonly amount: Money;
  readonly words: PayersWords;
  readonly state: InvoiceState;
  readonly lastDay: LocalDate;
  readonly createdAt: Date;
  readonly paymentId: PaymentId | null;
}

/** A channel by which an invoice can be paid by its number, and what that costs. */
export interface InvoiceWay {
  readonly channel: { readonly id: ChannelId; readonly name: string };
  /** Of the payer; zero is told too. */
  readonly fee: Money;
  readonly total: Money;
}

/** Makes out invoices and tells what became of them. */
@Injectable()
export class Invoices {
  constructor(
    private readonly channels: PaymentChannels,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Asked for the same again while the first is open, the first is the answer.
   * @throws DomainError `payment.amount-zero`, `invoice.too-large`, `payment.named-over`, `payment.account-unknown`,
   * `payment.account-closed`
   */
  async make(
    tx: Tx,
    asked: { readonly accountId: AccountId; readonly amount: Money; readonly words: PayersWords; readonly by: UserId },
  ): Promise<Invoice> {
    const { accountId, amount, words, by } = asked;
    const today = await this.clock.today(tx);
    const settings = await settingsOn(tx, ['payments.invoice-days', 'payments.invoice-most'], today);
    assertPayable(amount, words, Money.parse(`${settings['payments.invoice-most']}`));
    await assertOpen(tx, accountId, today);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('invoices of account ' || $1::bigint, 0))`, [
      accountId,
    ]);
    const [same] = await tx.query<InvoiceRow[]>(
      `${SELECT} where i.account_id = $2 and i.amount = $3 and i.words = $4 and i.state = 'open' and i.last_day >= $1::date`,
      [formatDate(today), accountId, amount.kopecks.toString(), JSON.stringify(storedWords(words))],
    );
    if (same) return invoiceOf(same);
    const lastDay = addDays(today, Number(settings['payments.invoice-days']));
    const id = await insertInvoice(tx, { ...asked, lastDay });
    const made = await this.find(tx, id);
    await this.audit.record(tx, {
      userId: by,
      action: 'invoice.make',
      object: { type: 'invoice', id },
      details: { number: made.number, account: made.account.number, amount: amount.toString() },
    });
    return made;
  }

  /** An account's, the latest first. */
  async ofAccount(tx: Tx, accountId: AccountId, limit: number): Promise<Invoice[]> {
    const rows = await tx.query<InvoiceRow[]>(`${SELECT} where i.account_id = $2 order by i.id desc limit $3`, [
      formatDate(await this.clock.today(tx)),
      accountId,
      limit,
    ]);
    return rows.map(invoiceOf);
  }

  /** @throws DomainError `invoice.not-found` */
  async find(tx: Tx, id: InvoiceId): Promise<Invoice> {
    const [row] = await tx.query<InvoiceRow[]>(`${SELECT} where i.id = $2`, [
      formatDate(await this.clock.today(tx)),
      id,
    ]);
    if (!row) throw new DomainError('invoice.not-found');
    return invoiceOf(row);
  }

  /** @throws DomainError `invoice.not-found`, `invoice.not-open` */
  async cancel(tx: Tx, id: InvoiceId, by: UserId): Promise<void> {
    const invoice = await this.find(tx, id);
    const [cancelled] = await tx.query<{ id: InvoiceId }[]>(
      `with gone as (update payment_invoices set state = 'cancelled' where id = $1 and state = 'open' returning id) select id from gone`,
      [id],
    );
    if (!cancelled || invoice.state !== 'open') throw new DomainError('invoice.not-open', { state: invoice.state });
    const object = { type: 'invoice', id } as const;
    await this.audit.record(tx, { userId: by, action: 'invoice.cancel', object, details: { number: invoice.number } });
  }

  /** What a payer typed instead of an account's number; `null` where it is no invoice. */
  async byNumber(tx: Tx, given: string, today: LocalDate): Promise<Invoice | null> {
    const number = readInvoiceNumber(given);
    if (number === null) return null;
    const [row] = await queryPrepared<InvoiceRow[]>(tx, `${SELECT} where i.number = $2`, [formatDate(today), number]);
    return row ? invoiceOf(row) : null;
  }

  /**
   * Whose account is meant by what is no account's number as it stands: another name of it, or the number of an invoice
   * made out for it.
   */
  async accountMeant(
    tx: Tx,
    given: string,
    today: LocalDate,
  ): Promise<{ readonly account: AccountToPay | null; readonly invoice: Invoice | null }> {
    const account = await findByAnotherName(tx, given, today);
    const invoice = account ? null : await this.byNumber(tx, given, today);
    return { account: invoice ? await findAccountToPay(tx, invoice.account.number, today) : account, invoice };
  }

  /** Money for it has come; the first that came is its own, more is told by the account. */
  async notePaid(tx: Tx, id: InvoiceId, paymentId: PaymentId): Promise<void> {
    await queryPrepared(
      tx,
      `update payment_invoices set state = 'paid', payment_id = $2 where id = $1 and payment_id is null`,
      [id, paymentId],
    );
  }

  /** Channels that would take this sum today by the number, with what each asks of the payer; the cheapest first. */
  async ways(tx: Tx, amount: Money): Promise<InvoiceWay[]> {
    const today = await this.clock.today(tx);
    const open = (await this.channels.list(tx)).filter(
      ({ state, protocol, settings: { least, most, recipientId } }) =>
        state === 'on' &&
        protocol !== null &&
        recipientId === null &&
        (least === null || amount.compare(Money.parse(least)) >= 0) &&
        (most === null || amount.compare(Money.parse(most)) <= 0),
    );
    return open
      .map(({ id, name, fees }): InvoiceWay => {
        const fee = ofPayer(feeOf(fees, amount, today));
        return { channel: { id, name }, fee, total: amount.plus(fee) };
      })
      .sort((a, b) => a.fee.compare(b.fee));
  }
}

function ofPayer({ fee, payer }: { readonly fee: Money; readonly payer: ChannelFee['payer'] }): Money {
  return payer === 'payer' ? fee : Money.zero;
}

function assertPayable(amount: Money, words: PayersWords, most: Money): void {
  if (amount.isZero || amount.isNegative) throw new DomainError('payment.amount-zero');
  if (amount.compare(most) > 0) throw new DomainError('invoice.too-large', { most: most.toString() });
  assertNamedWithin(amount, words);
}

async function assertOpen(tx: Tx, id: AccountId, today: LocalDate): Promise<void> {
  const [row] = await tx.query<{ number: string }[]>('select number from accounts where id = $1', [id]);
  const account = row && (await findAccountToPay(tx, row.number, today));
  if (!account) throw new DomainError('payment.account-unknown');
  if (account.state !== 'open') throw new DomainError('payment.account-closed');
}

/** A number is chosen at random: whoever knows one invoice guesses no other. It is nobody's account either. */
async function insertInvoice(
  tx: Tx,
  invoice: {
    readonly accountId: AccountId;
    readonly amount: Money;
    readonly words: PayersWords;
    readonly by: UserId;
    readonly lastDay: LocalDate;
  },
): Promise<InvoiceId> {
  for (;;) {
    const [row] = await tx.query<{ id: InvoiceId }[]>(
      `insert into payment_invoices (organization_id, house_id, account_id, number, amount, words, last_day, created_by)
       select current_organization(), a.house_id, a.id, $2, $3, $4, $5, $6
         from accounts a where a.id = $1 and not exists (select from accounts other where other.number = $2)
       on conflict (organization_id, number) do nothing
       returning id`,
      [
        invoice.accountId,
        invoiceNumber(randomInt(INVOICE_NUMBERS)),
        invoice.amount.kopecks.toString(),
        JSON.stringify(storedWords(invoice.words)),
        formatDate(invoice.lastDay),
        invoice.by,
      ],
    );
    if (row) return row.id;
  }
}

interface InvoiceRow extends Omit<Invoice, 'account' | 'amount' | 'words'> {
  readonly accountId: AccountId;
  readonly accountNumber: string;
  readonly amount: string;
  readonly words: StoredWords;
}

function invoiceOf({ accountId, accountNumber, amount, words, ...row }: InvoiceRow): Invoice {
  return {
    ...row,
    account: { id: accountId, number: accountNumber },
    amount: Money.ofKopecks(amount),
    words: wordsOf(words),
  };
}

const SELECT = `
  select i.id, i.number, i.account_id as "accountId", a.number as "accountNumber", i.amount, i.words,
         case when i.state = 'open' and i.last_day < $1::date then 'expired' else i.state end as state,
         i.last_day - date '1970-01-01' as "lastDay", i.created_at as "createdAt", i.payment_id as "paymentId"
    from payment_invoices i join accounts a on a.id = i.account_id`;
