import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  firstDay,
  formatDate,
  type HouseId,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { queryPrepared, type Tx } from '@dvor/platform';
import type { EntryKind, PostingKind } from './core/posting.js';
import { openPlacesUpTo, receivablesSince } from './open-places.js';

export interface StatementItem {
  /** Of the entry in the ledger. */
  readonly key: string;
  readonly date: LocalDate;
  readonly period: Period;
  readonly kind: EntryKind;
  readonly reason: string;
  readonly amount: Money;
  /** After this item. */
  readonly balance: Money;
}

/** What an account owes to one recipient for one service of one month; negative where it paid ahead. */
export interface Receivable {
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  /** The month the charge was for. */
  readonly origin: Period;
  readonly kind: PostingKind;
  readonly amount: Money;
}

/** What a month's bill asked for one recipient's service. */
export type BillLine = Pick<Receivable, 'recipientId' | 'serviceId' | 'amount'>;

/** An account's money with one recipient, for one service. */
export interface PlacedMoney {
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  readonly amount: Money;
}

/** Above zero where it came, below where it was given back. */
export interface PaidMoney extends PlacedMoney {
  /** The month it is booked in. */
  readonly period: Period;
  /** The day it counts from. */
  readonly on: LocalDate;
  /** An advance that was set off: no money came. */
  readonly offset: boolean;
}

/** A due with the last day on which money came to it. */
export interface CreditedDue extends Receivable {
  /** `null`: it is not paid ahead. */
  readonly creditedOn: LocalDate | null;
}

/** Accounts one after another by their ids, both ends included. */
export interface AccountRange {
  readonly from: AccountId;
  readonly to: AccountId;
}

/** Totals that must be equal before a month is closed. */
export interface MonthCheck {
  /** Of all accounts, at the month's start: as written down, and as the months before ended with what was brought in. */
  readonly opening: Money;
  readonly endedBefore: Money;
  /** What accounts have paid, and what came in for them. */
  readonly paid: Money;
  readonly received: Money;
}

/** A receivable whatever months it is made of. */
export type DueOnDay = Omit<Receivable, 'origin'>;

export interface MonthBalance {
  readonly accountId: AccountId;
  readonly opening: Money;
  readonly charged: Money;
  /** For late payment, what was written off taken away. */
  readonly penalties: Money;
  /** On instalments, what was written off taken away. */
  readonly interest: Money;
  /** Of charges. */
  readonly writtenOff: Money;
  readonly paid: Money;
  readonly closing: Money;
}

/** Entries by which money comes and goes; an advance set off moves none. */
const MONEY = `'payment', 'refund', 'move'`;
/** What was forgiven is taken off what it was forgiven of; forgiven charges stand on their own. */
const PENALTIES = `(e.kind = 'penalty' or e.kind = 'write-off' and p.kind = 'penalty')`;
const INTEREST = `(e.kind = 'interest' or e.kind = 'write-off' and p.kind = 'interest')`;
const WRITTEN_OFF = `(e.kind = 'write-off' and p.kind = 'charge')`;

const PERIOD = (column: string) => `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int`;

/** What accounts owe: the last month's snapshot and the postings since. Positive is a debt, negative an advance. */
@Injectable()
export class Balances {
  async of(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, Money>> {
    const rows = await queryPrepared<{ id: AccountId; balance: string }[]>(
      tx,
      `select account.id, (${balanceOf('account.id')}) as balance from unnest($1::bigint[]) as account (id)`,
      [accountIds],
    );
    return new Map(rows.map(({ id, balance }) => [id, Money.ofKopecks(balance)]));
  }

  /** What an account owes in detail, oldest first; what is settled is left out. */
  async receivables(tx: Tx, accountId: AccountId): Promise<Receivable[]> {
    return (await this.receivablesOf(tx, [accountId])).get(accountId)!;
  }

  /** What was charged in the last month in which anything was, by recipient and service. */
  async lastBill(tx: Tx, accountId: AccountId): Promise<BillLine[]> {
    const month = await openPlacesUpTo(tx); // a closed one: hardly an account has no bill since
    const recent = month === null ? [] : await lastBillSince(tx, accountId, month);
    return recent.length > 0 ? recent : lastBillSince(tx, accountId, null);
  }

  /** As `lastBill`, of many accounts. */
  async lastBills(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, BillLine[]>> {
    const rows = await tx.query<(Omit<BillLine, 'amount'> & { account: AccountId; amount: string })[]>(
      `select account_id as account, recipient_id as "recipientId", service_id as "serviceId", sum(amount) as amount
         from (select p.account_id, p.recipient_id, p.service_id, p.amount, p.period,
                      max(p.period) over (partition by p.account_id) as last
                 from ledger_postings p join ledger_entries e on e.id = p.entry_id
                where p.account_id = any ($1) and p.ledger_account = 'receivable' and e.kind = 'accrual') accruals
        where period = last
        group by 1, 2, 3 order by 1, 2, 3`,
      [accountIds],
    );
    const bills = new Map<AccountId, BillLine[]>(accountIds.map((id) => [id, []]));
    for (const { account, amount, ...line } of rows)
      bills.get(account)!.push({ ...line, amount: Money.ofKopecks(amount) });
    return bills;
  }

  /**
   * What accounts owed on a day, by recipient, service and kind: all that was booked up to it, and the charges of its own
   * month, which are booked on the month's last day. What is settled is left out.
   */
  async onDay(tx: Tx, accountIds: readonly AccountId[], day: LocalDate): Promise<Map<AccountId, DueOnDay[]>> {
    const rows = await tx.query<(Omit<DueOnDay, 'amount'> & { account: AccountId; amount: string })[]>(
      `select p.account_id as account, p.recipient_id as "recipientId", p.service_id as "serviceId", p.kind, sum(p.amount) as amount
         from ledger_postings p join ledger_entries e on e.id = p.entry_id
        where p.account_id = any ($1) and p.ledger_account = 'receivable'
          and (e.booked_on <= $2 or (e.kind = 'accrual' and e.period <= date_trunc('month', $2::date)))
        group by 1, 2, 3, 4 having sum(p.amount) <> 0
        order by 1, 2, 3, 4`,
      [accountIds, formatDate(day)],
    );
    const due = new Map<AccountId, DueOnDay[]>();
    for (const { account, amount, ...line } of rows)
      due.set(account, [...(due.get(account) ?? []), { ...line, amount: Money.ofKopecks(amount) }]);
    return due;
  }

  /** Everything that moved an account's balance, oldest first, with the balance after each. */
  async statement(tx: Tx, accountId: AccountId): Promise<StatementItem[]> {
    const rows = await tx.query<
      { key: string; date: number; period: number; kind: EntryKind; reason: string; amount: string; balance: string }[]
    >(
      `select key, date, period, kind, reason, amount, sum(amount) over (order by period, id) as balance from (
         select e.id, e.key, e.booked_on - date '1970-01-01' as date, ${PERIOD('e.period')} as period, e.kind, e.reason, sum(p.amount) as amount
           from ledger_postings p join ledger_entries e on e.id = p.entry_id
          where p.account_id = $1 and p.ledger_account = 'receivable'
          group by e.id) moves
        order by period, id`,
      [accountId],
    );
    return rows.map((row) => ({
      key: row.key,
      date: row.date as LocalDate,
      period: row.period as Period,
      kind: row.kind,
      reason: row.reason,
      amount: Money.ofKopecks(row.amount),
      balance: Money.ofKopecks(row.balance),
    }));
  }

  /** What the accounts of a house owed at the start of a month, and what was brought to them in it from elsewhere. */
  async openings(tx: Tx, houseId: HouseId, period: Period): Promise<Map<AccountId, PlacedMoney[]>> {
    const rows = await tx.query<PlacedRow[]>(
      `select p.account_id as account, p.recipient_id as "recipientId", p.service_id as "serviceId", sum(p.amount) as amount
         from ledger_postings p
        where p.period <= $1 and p.ledger_account = 'receivable'
          and p.account_id = any (array(select id from accounts where house_id = $2::bigint))
          and (p.period < $1 or exists (select from ledger_entries e where e.id = p.entry_id and e.kind in ('opening', 'transfer')))
        group by 1, 2, 3 having sum(p.amount) <> 0
        order by 1, 2, 3`,
      [formatDate(firstDay(period)), houseId],
    );
    return byAccount(rows);
  }

  /**
   * What accounts of a house have paid from a month on, as booked up to a day: by recipient, service and the day the money
   * counts from. What was given back or taken to another account counts against it; an advance set off, only where it went
   * from one recipient to another.
   */
  async paid(
    tx: Tx,
    houseId: HouseId,
    { since, until }: { readonly since: Period; readonly until: LocalDate },
  ): Promise<Map<AccountId, PaidMoney[]>> {
    const rows = await tx.query<
      (PlacedRow & { readonly period: Period; readonly on: LocalDate; readonly offset: boolean })[]
    >(
      `select p.account_id as account, p.recipient_id as "recipientId", p.service_id as "serviceId", ${PERIOD('p.period')} as period,
              coalesce(e.value_on, e.booked_on) - date '1970-01-01' as "on", e.kind = 'offset' as "offset", -sum(p.amount) as amount
         from ledger_postings p join ledger_entries e on e.id = p.entry_id
        where p.period >= $1 and p.ledger_account = 'receivable' and e.kind in (${MONEY}, 'offset') and e.booked_on <= $2
          and p.account_id = any (array(select id from accounts where house_id = $3::bigint))
        group by 1, 2, 3, 4, 5, 6 having sum(p.amount) <> 0
        order by 1, 5, 2, 3`,
      [formatDate(firstDay(since)), formatDate(until), houseId],
    );
    return byAccount(rows);
  }

  /** What was accrued to the accounts of a house for late payment in a month, by recipient and service; what was forgiven taken off. */
  async penalties(tx: Tx, houseId: HouseId, period: Period): Promise<Map<AccountId, PlacedMoney[]>> {
    return addedTo(tx, houseId, { period, of: PENALTIES });
  }

  /** What instalments cost the accounts of a house in a month, by recipient and service. */
  async interest(tx: Tx, houseId: HouseId, period: Period): Promise<Map<AccountId, PlacedMoney[]>> {
    return addedTo(tx, houseId, { period, of: INTEREST });
  }

  /** What of the charges of accounts of a house was written off in a month, by recipient and service: above zero. */
  async writtenOff(tx: Tx, houseId: HouseId, period: Period): Promise<Map<AccountId, PlacedMoney[]>> {
    return addedTo(tx, houseId, { period, of: WRITTEN_OFF, sign: -1 });
  }

  async ofMonth(tx: Tx, period: Period, accountIds: readonly AccountId[]): Promise<Map<AccountId, MonthBalance>> {
    const rows = await tx.query<
      {
        account_id: AccountId;
        opening: string;
        charged: string;
        penalties: string;
        interest: string;
        written_off: string;
        paid: string;
        closing: string;
      }[]
    >(
      'select account_id, opening, charged, penalties, interest, written_off, paid, closing from account_balances where period = $1 and account_id = any($2)',
      [formatDate(firstDay(period)), accountIds],
    );
    return new Map(
      rows.map((row) => [
        row.account_id,
        {
          accountId: row.account_id,
          opening: Money.ofKopecks(row.opening),
          charged: Money.ofKopecks(row.charged),
          penalties: Money.ofKopecks(row.penalties),
          interest: Money.ofKopecks(row.interest),
          writtenOff: Money.ofKopecks(row.written_off),
          paid: Money.ofKopecks(row.paid),
          closing: Money.ofKopecks(row.closing),
        },
      ]),
    );
  }

  /** Writes down the month's balances of all accounts of some houses. Doing it twice changes nothing. */
  async snapshot(tx: Tx, period: Period, houseIds: readonly HouseId[]): Promise<number> {
    const [row] = await tx.query<{ written: number }[]>(
      `with account as (select id from accounts where house_id = any($2)),
            moved as (
              select p.account_id, coalesce(sum(p.amount) filter (where e.kind = 'accrual'), 0) as charged,
                     coalesce(sum(p.amount) filter (where ${PENALTIES}), 0) as penalties,
                     coalesce(sum(p.amount) filter (where ${INTEREST}), 0) as interest,
                     coalesce(-sum(p.amount) filter (where ${WRITTEN_OFF}), 0) as written_off,
                     coalesce(-sum(p.amount) filter (where e.kind in (${MONEY})), 0) as paid,
                     coalesce(sum(p.amount) filter (where e.kind in ('opening', 'transfer')), 0) as brought
                from ledger_postings p join ledger_entries e on e.id = p.entry_id
               where p.period = $1 and p.ledger_account = 'receivable' and p.account_id = any(array(select id from account))
               group by p.account_id),
            written as (
              insert into account_balances (organization_id, period, account_id, opening, charged, penalties, interest, written_off, paid, closing)
              select current_organization(), $1, account.id, sums.opening, sums.charged, sums.penalties, sums.interest, sums.written_off,
                     sums.paid, sums.opening + sums.charged + sums.penalties + sums.interest - sums.written_off - sums.paid
                from account
                left join moved on moved.account_id = account.id
                left join lateral (select closing from account_balances b where b.account_id = account.id and b.period < $1
                                    order by b.period desc limit 1) last on true
                cross join lateral (select coalesce(last.closing, 0) + coalesce(moved.brought, 0) as opening,
                                           coalesce(moved.charged, 0) as charged, coalesce(moved.penalties, 0) as penalties,
                                           coalesce(moved.interest, 0) as interest,
                                           coalesce(moved.written_off, 0) as written_off, coalesce(moved.paid, 0) as paid) sums
               where moved.account_id is not null or last.closing is not null
              on conflict (organization_id, account_id, period) do update
                 set (opening, charged, penalties, interest, written_off, paid, closing)
                     = (excluded.opening, excluded.charged, excluded.penalties, excluded.interest, excluded.written_off, excluded.paid, excluded.closing)
               where (account_balances.opening, account_balances.charged, account_balances.penalties, account_balances.interest,
                      account_balances.written_off, account_balances.paid)
                     is distinct from (excluded.opening, excluded.charged, excluded.penalties, excluded.interest, excluded.written_off, excluded.paid)
              returning 1)
       select count(*)::int as written from written`,
      [formatDate(firstDay(period)), houseIds],
    );
    return row!.written;
  }

  /** Takes back what was written down for a month whose closing is being undone. */
  async forget(tx: Tx, period: Period): Promise<void> {
    await tx.query('delete from account_balances where period = $1', [formatDate(firstDay(period))]);
  }

  /** Houses whose balances of the month do not hold all that came in: money goes on coming while a month is being closed. */
  async housesToSnapshotAgain(tx: Tx, period: Period): Promise<HouseId[]> {
    const rows = await tx.query<{ houseId: HouseId }[]>(
      `with moved as (
         select p.account_id, sum(p.amount) as amount
           from ledger_postings p join ledger_entries e on e.id = p.entry_id
          where p.period = $1 and p.ledger_account = 'receivable' and e.period = $1 and e.kind <> 'accrual'
          group by p.account_id having sum(p.amount) <> 0)
       select distinct a.house_id as "houseId"
         from moved join accounts a on a.id = moved.account_id
         left join account_balances b on b.account_id = a.id and b.period = $1
         left join lateral (select closing from account_balances l where l.account_id = a.id and l.period < $1
                             order by l.period desc limit 1) last on true
        where b.account_id is null or b.closing - b.charged - coalesce(last.closing, 0) <> moved.amount`,
      [formatDate(firstDay(period))],
    );
    return rows.map(({ houseId }) => houseId);
  }

  /** What must agree before a month is closed: it begins where the one before ended, and what was paid is what came in. */
  async monthCheck(tx: Tx, period: Period): Promise<MonthCheck> {
    const [row] = await tx.query<{ opening: string; endedBefore: string; paid: string; received: string }[]>(
      `with written as (
         select coalesce(sum(b.opening), 0) as opening, coalesce(sum(b.paid), 0) as paid, coalesce(sum(last.closing), 0) as before
           from account_balances b
           left join lateral (select closing from account_balances l where l.account_id = b.account_id and l.period < $1
                               order by l.period desc limit 1) last on true
          where b.period = $1),
            booked as (
         select coalesce(sum(p.amount) filter (where p.ledger_account = 'receivable' and e.kind in ('opening', 'transfer')), 0) as brought,
                coalesce(sum(p.amount) filter (where p.ledger_account in ('received', 'fee', 'unallocated') and e.kind in (${MONEY})), 0) as received
           from ledger_postings p join ledger_entries e on e.id = p.entry_id
          where p.period = $1 and e.period = $1 and e.kind in ('opening', 'transfer', ${MONEY}))
       select opening, before + brought as "endedBefore", paid, received from written, booked`,
      [formatDate(firstDay(period))],
    );
    return {
      opening: Money.ofKopecks(row!.opening),
      endedBefore: Money.ofKopecks(row!.endedBefore),
      paid: Money.ofKopecks(row!.paid),
      received: Money.ofKopecks(row!.received),
    };
  }

  /** Accounts that were ever credited, so many to a range: nobody else can be paid ahead. */
  async creditedAccounts(tx: Tx, perRange: number): Promise<AccountRange[]> {
    return tx.query<AccountRange[]>(
      `select min(id)::text as "from", max(id)::text as "to" from (
         select account_id as id, (row_number() over (order by account_id) - 1) / $1::int as chunk
           from (select distinct account_id from ledger_postings
                  where organization_id = current_organization() and ledger_account = 'receivable' and amount < 0) credited) accounts
        group by chunk order by chunk`,
      [perRange],
    );
  }

  /** Of those accounts, the ones that are paid ahead at one place and owe at another that it may meet. */
  async aheadAndOwing(tx: Tx, { from, to }: AccountRange): Promise<AccountId[]> {
    const credited = await tx.query<{ id: AccountId }[]>(
      `select distinct account_id as id from ledger_postings
        where organization_id = current_organization() and ledger_account = 'receivable' and amount < 0
          and account_id between $1 and $2`,
      [from, to],
    );
    const rows = await tx.query<{ id: AccountId }[]>(
      `${DUES}
       select account_id as id from due where kind in ('charge', 'penalty')
        group by account_id
       having (min(amount) filter (where kind = 'charge') < 0 and max(amount) filter (where kind = 'charge') > 0)
           or (min(amount) filter (where kind = 'penalty') < 0 and max(amount) > 0)
        order by account_id`,
      [credited.map(({ id }) => id), await openPlacesUpTo(tx)],
    );
    return rows.map(({ id }) => id);
  }

  /** As `receivables`, of many accounts. */
  async receivablesOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, Receivable[]>> {
    return duesOf(
      accountIds,
      await tx.query<(Omit<Receivable, 'amount'> & OfAccount)[]>(
        `${DUES} select ${DUE} from due order by account_id, origin, recipient_id, service_id, kind`,
        [accountIds, await openPlacesUpTo(tx)],
      ),
    );
  }

  /** What accounts owe in detail, oldest first, with the last day on which money came to what is paid ahead. */
  async creditedDues(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, CreditedDue[]>> {
    return duesOf(
      accountIds,
      await tx.query<(Omit<CreditedDue, 'amount'> & OfAccount)[]>(
        `${DUES}
         select ${DUE}, credit.on - date '1970-01-01' as "creditedOn"
           from due left join lateral (
             select max(coalesce(e.value_on, e.booked_on)) as "on"
               from ledger_postings p join ledger_entries e on e.id = p.entry_id
              where due.amount < 0 and p.account_id = due.account_id and p.ledger_account = 'receivable' and p.amount < 0
                and p.recipient_id is not distinct from due.recipient_id and p.service_id is not distinct from due.service_id
                and p.origin = due.origin and p.kind = due.kind) credit on true
          order by account_id, origin, recipient_id, service_id, kind`,
        [accountIds, await openPlacesUpTo(tx)],
      ),
    );
  }

  /** Accounts whose last snapshot is not the sum of their postings up to that month: none, while the books are sound. */
  async unsound(tx: Tx): Promise<AccountId[]> {
    const rows = await tx.query<{ account_id: AccountId }[]>(
      `select b.account_id
         from (select distinct on (account_id) account_id, period, closing from account_balances order by account_id, period desc) b
        where b.closing <> (select coalesce(sum(amount), 0) from ledger_postings p
                             where p.account_id = b.account_id and p.ledger_account = 'receivable' and p.period <= b.period)
        order by b.account_id`,
    );
    return rows.map((row) => row.account_id);
  }
}

async function addedTo(
  tx: Tx,
  houseId: HouseId,
  { period, of, sign = 1 }: { readonly period: Period; readonly of: string; readonly sign?: 1 | -1 },
): Promise<Map<AccountId, PlacedMoney[]>> {
  const rows = await tx.query<PlacedRow[]>(
    `select p.account_id as account, p.recipient_id as "recipientId", p.service_id as "serviceId", $3::int * sum(p.amount) as amount
       from ledger_postings p join ledger_entries e on e.id = p.entry_id
      where p.period = $1 and p.ledger_account = 'receivable' and ${of}
        and p.account_id = any (array(select id from accounts where house_id = $2::bigint))
      group by 1, 2, 3 having sum(p.amount) <> 0
      order by 1, 2, 3`,
    [formatDate(firstDay(period)), houseId, sign],
  );
  return byAccount(rows);
}

async function lastBillSince(tx: Tx, accountId: AccountId, month: string | null): Promise<BillLine[]> {
  const rows = await queryPrepared<(Omit<BillLine, 'amount'> & { amount: string })[]>(
    tx,
    // Entry by entry, by their ids: joined, the planner would walk through all the entries there are.
    `with posting as materialized (
       select entry_id, period, recipient_id, service_id, amount from ledger_postings
        where account_id = $1 and ledger_account = 'receivable' and period >= coalesce($2::date, '-infinity')),
          accrual as materialized (
       select entry.id, entry.period from (select distinct entry_id as id, period from posting) entry
        where (select e.kind from ledger_entries e where e.id = entry.id) = 'accrual')
     select recipient_id as "recipientId", service_id as "serviceId", sum(amount) as amount
       from posting join accrual on accrual.id = entry_id
      where accrual.period = (select max(period) from accrual)
      group by 1, 2 order by 1, 2`,
    [accountId, month],
  );
  return rows.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) }));
}

/** What an account owes in all, for a query that asks other things too. */
export function balanceOf(account: string): string {
  return `select coalesce(last.closing, 0) + coalesce(since.amount, 0)
            from (values (1)) one
            left join lateral (select b.period, b.closing from account_balances b where b.account_id = ${account}
                                order by b.period desc limit 1) last on true
            left join lateral (select sum(p.amount) as amount from ledger_postings p
                                where p.account_id = ${account} and p.ledger_account = 'receivable'
                                  and p.period > coalesce(last.period, '-infinity')) since on true`;
}

/** Sums first: their entries are looked at only where they are asked for. */
const DUES = `
  with due as materialized (
    select account_id, recipient_id, service_id, origin, kind, sum(amount) as amount
      from (${receivablesSince({ month: '$2', accounts: '$1::bigint[]' })}) made
     group by account_id, recipient_id, service_id, origin, kind having sum(amount) <> 0)`;

const DUE = `due.account_id as account, due.recipient_id as "recipientId", due.service_id as "serviceId", ${PERIOD('due.origin')} as origin,
             due.kind, due.amount`;

type OfAccount = { readonly account: AccountId; readonly amount: string };

function duesOf<Row extends OfAccount>(
  accountIds: readonly AccountId[],
  rows: readonly Row[],
): Map<AccountId, (Omit<Row, 'account' | 'amount'> & { amount: Money })[]> {
  const dues = new Map(accountIds.map((id) => [id, [] as (Omit<Row, 'account' | 'amount'> & { amount: Money })[]]));
  for (const { account, amount, ...due } of rows) dues.get(account)!.push({ ...due, amount: Money.ofKopecks(amount) });
  return dues;
}

type PlacedRow = Omit<PlacedMoney, 'amount'> & { readonly account: AccountId; readonly amount: string };

function byAccount<Row extends PlacedRow>(
  rows: readonly Row[],
): Map<AccountId, (Omit<Row, 'account' | 'amount'> & { amount: Money })[]> {
  const found = new Map<AccountId, (Omit<Row, 'account' | 'amount'> & { amount: Money })[]>();
  for (const { account, amount, ...row } of rows)
    found.set(account, [...(found.get(account) ?? []), { ...row, amount: Money.ofKopecks(amount) }]);
  return found;
}
