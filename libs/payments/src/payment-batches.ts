import { Injectable } from '@nestjs/common';
import { accountsToPay, type AccountToPay } from '@dvor/housing';
import {
  type AccountId,
  dateInZone,
  formatDate,
  type LocalDate,
  Money,
  type PaymentId,
  type Period,
} from '@dvor/kernel';
import { Ledger, lockMoneyOf, type Posting } from '@dvor/ledger';
import { OrganizationClock, Outbox, type Tx } from '@dvor/platform';
import { type Allocated, allocationPostings, Allocations } from './allocations.js';
import { feeOf, openMonth } from './core/index.js';
import { storedWords } from './payers-words.js';
import {
  earlier,
  type MoneyIn,
  type NotRegistered,
  Payments,
  receivedPostings,
  refusalOf,
  type Registered,
  registeredEvent,
} from './payments.js';

/** Many payments at once, as a registry or a day of a terminal network tells of them. */
@Injectable()
export class PaymentBatches {
  constructor(
    private readonly payments: Payments,
    private readonly allocations: Allocations,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * The same as registering them one after another, with the books asked and written once for all. What is not plain (a
   * repeat, an account that is not open or not found by its number, a second payment to the same account) goes the road of
   * a single payment, after the others. Answers stand in the order of the payments.
   */
  async registerAll(tx: Tx, batch: readonly MoneyIn[]): Promise<(Registered | NotRegistered)[]> {
    const { today, latest } = await this.clock.dayAndLatest(tx);
    const accounts = await accountsToPay(
      tx,
      batch.map(({ account }) => account.trim()),
      today,
    );
    const taken = new Set<AccountId>();
    const plain: Plain[] = [];
    for (const [at, money] of batch.entries()) {
      const payee = accounts.get(money.account.trim());
      if (payee?.state !== 'open' || taken.has(payee.id) || refusalOf(money, latest)) continue;
      taken.add(payee.id);
      const zone = money.channel.settings.timeZone;
      const paidOn = money.paidAt ? earlier(dateInZone(money.paidAt, zone), today) : today;
      plain.push({ at, money, payee, paidOn, ...feeOf(money.channel.fees, money.amount, paidOn) });
    }
    await lockMoneyOf(tx, [...taken]);
    const rows = await insertAll(tx, plain, today);
    const answers = new Map<number, Registered | NotRegistered>();
    for (const one of await this.book(tx, plain, rows, today)) answers.set(...one);
    for (const [at, money] of batch.entries())
      if (!answers.has(at)) answers.set(at, await this.payments.registerIn(tx, money));
    return batch.map((_, at) => answers.get(at)!);
  }

  /** Those that have a row of their own now; the others were there before. */
  private async book(
    tx: Tx,
    plain: readonly Plain[],
    rows: ReadonlyMap<number, InsertedRow>,
    today: LocalDate,
  ): Promise<[number, Registered][]> {
    const fresh = plain.filter(({ at }) => rows.has(at));
    if (fresh.length === 0) return [];
    const lastClosed = await this.ledger.lastClosedMonth(tx);
    const monthOf = (paidOn: LocalDate) => openMonth(paidOn, { today, lastClosed });
    const asked = fresh.map(({ money: { amount, words = {}, channel }, payee, paidOn }) => {
      const { recipientId } = channel.settings;
      return [payee.id, { amount, words, recipientId, month: monthOf(paidOn) }] as const;
    });
    const allocated = await this.allocations.ofMany(tx, new Map(asked), today);

    const groups = new Map<string, Plain[]>();
    for (const one of fresh) {
      const { channel, by } = one.money;
      const key = `${one.paidOn} ${channel.id} ${by ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const group of groups.values()) {
      const [{ paidOn, money }] = group as [Plain];
      const period = monthOf(paidOn);
      const booking = { period, bookedOn: today, valueOn: paidOn, by: money.by ?? null };
      const entries = group.map((one) => ({ one, id: rows.get(one.at)!.id, to: allocated.get(one.payee.id)! }));
      const offsets = entries.filter(({ to }) => to.offsets.length > 0);
      if (offsets.length > 0)
        await this.ledger.postAll(
          tx,
          { ...booking, kind: 'offset', reason: 'Зачёт аванса' },
          offsets.map(({ one, id, to }) => ({
            key: `payment ${id} offset`,
            postings: offsetPostings(one.payee.id, to),
          })),
        );
      await this.ledger.postAll(
        tx,
        { ...booking, kind: 'payment', reason: money.channel.name },
        entries.map(({ one, id, to }) => ({ key: `payment ${id}`, postings: paymentPostings(one, to, period) })),
      );
    }
    const registered = fresh.map(({ at, money, payee }): [number, Registered] => [
      at,
      {
        kind: 'registered',
        id: rows.get(at)!.id,
        accountId: payee.id,
        amount: money.amount,
        receivedAt: rows.get(at)!.receivedAt,
        repeated: false,
      },
    ]);
    await tx.query(
      `update payments p set allocation = row.allocation, answer = row.answer
         from jsonb_to_recordset($1) as row (id bigint, allocation jsonb, answer text) where p.id = row.id`,
      [
        JSON.stringify(
          registered.map(([at, one]) => ({
            id: one.id,
            allocation: allocated.get(one.accountId!)!.evidence,
            answer: fresh.find((it) => it.at === at)!.money.answer?.(one) ?? null,
          })),
        ),
      ],
    );
    await this.outbox.recordAll(
      tx,
      fresh.map(({ at, money, payee }) => registeredEvent(money, rows.get(at)!, payee)),
    );
    return registered;
  }
}

/** A payment to an open account that nothing speaks against. */
interface Plain {
  /** Its place in the batch. */
  readonly at: number;
  readonly money: MoneyIn;
  readonly payee: AccountToPay;
  readonly paidOn: LocalDate;
  readonly fee: Money;
  readonly payer: 'payer' | 'organization';
}

interface InsertedRow {
  readonly id: PaymentId;
  readonly receivedAt: Date;
}

function offsetPostings(accountId: AccountId, { offsets }: Allocated): Posting[] {
  return offsets.map((offset) => ({ ledgerAccount: 'receivable', accountId, ...offset }));
}

function paymentPostings({ money, payee, fee, payer }: Plain, to: Allocated, period: Period): Posting[] {
  const withheld = payer === 'organization' ? fee : Money.zero;
  return [...receivedPostings(money.amount, withheld, to, period), ...allocationPostings(payee.id, to)];
}

/** Rows by their place in the batch; one whose channel and number are there already gets none. */
async function insertAll(tx: Tx, plain: readonly Plain[], today: LocalDate): Promise<Map<number, InsertedRow>> {
  const rows = plain.map(({ at, money, payee, paidOn, fee, payer }) => ({
    at,
    channel_id: money.channel.id,
    external_id: money.externalId,
    account_given: money.account.trim(),
    account_id: payee.id,
    house_id: payee.houseId,
    amount: money.amount.kopecks.toString(),
    fee: fee.kopecks.toString(),
    fee_payer: payer,
    paid_at: money.paidAt,
    paid_on: formatDate(paidOn),
    words: storedWords(money.words ?? {}),
    request: money.request ?? null,
    recorded_by: money.by ?? null,
  }));
  const inserted = await tx.query<(InsertedRow & { at: number })[]>(
    `with row as (
       select * from jsonb_to_recordset($1) as row (at int, channel_id bigint, external_id text, account_given text, account_id bigint,
                                                    house_id bigint, amount bigint, fee bigint, fee_payer text, paid_at timestamptz,
                                                    paid_on date, words jsonb, request text, recorded_by bigint)),
          written as (
       insert into payments (organization_id, channel_id, external_id, account_given, account_id, house_id, amount, fee, fee_payer,
                             paid_at, paid_on, booked_on, words, request, recorded_by)
       select current_organization(), channel_id, external_id, account_given, account_id, house_id, amount, fee, fee_payer,
              coalesce(paid_at, organization_now()), paid_on, $2, words, request, recorded_by
         from row order by at
       on conflict on constraint payments_external do nothing
       returning id, received_at, channel_id, external_id)
     select row.at, written.id, written.received_at as "receivedAt" from written join row using (channel_id, external_id)`,
    [JSON.stringify(rows), formatDate(today)],
  );
  return new Map(inserted.map(({ at, ...row }) => [at, row]));
}
