import { Injectable } from '@nestjs/common';
import {
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type LocalDate,
  Money,
  type Period,
  type UserId,
} from '@dvor/kernel';
import { queryPrepared, sqlStateOf, type Tx } from '@dvor/platform';
import { assertBalanced, type EntryKind, type Posting } from './core/posting.js';

/** What the postings of a call have in common. */
export interface Booking {
  readonly kind: EntryKind;
  /** The month they are booked in; it must be open. */
  readonly period: Period;
  readonly bookedOn: LocalDate;
  /** The day money counts from, where it is another one: money that comes late was paid when it was paid. */
  readonly valueOn?: LocalDate;
  readonly reason: string;
  readonly by: UserId | null;
}

/** A query whose rows are postings: `key, ledger_account, account_id, recipient_id, service_id, origin, kind, amount`. */
export interface PostingSource {
  readonly sql: string;
  /** Parts of a `with` that are done in the same statement, and that the query may lean on. */
  readonly along?: string;
  readonly parameters: readonly unknown[];
}

export interface Posted {
  /** Entries that were new; the others stood in the books already with the same content. */
  readonly entries: number;
  readonly postings: number;
}

const MONTH_CLOSED = 'DV001'; // raised by the trigger on ledger_entries

/** The one road into the books. Postings are only ever added; a mistake is corrected by a reversal and a new entry. */
@Injectable()
export class Ledger {
  /** Months that are known to have room for their postings. */
  private readonly prepared = new Set<string>();

  /**
   * Posts one balanced entry. The same key with the same content again changes nothing.
   * @throws DomainError `ledger.unbalanced`, `ledger.empty`, `ledger.key-conflict`, `ledger.month-closed`
   */
  async post(
    tx: Tx,
    { key, postings, ...booking }: Booking & { readonly key: string; readonly postings: readonly Posting[] },
  ): Promise<Posted> {
    return this.postAll(tx, booking, [{ key, postings }]);
  }

  /** As `post`, many entries that differ by their keys and postings alone. */
  async postAll(
    tx: Tx,
    booking: Booking,
    entries: readonly { readonly key: string; readonly postings: readonly Posting[] }[],
  ): Promise<Posted> {
    return this.postFrom(tx, booking, { sql: postingsIn('$1'), parameters: [postingsText(entries)] });
  }

  /**
   * As `post`, together with what the entry is the entry of: written by the same statement, and if nothing is written
   * there (it was there before), nothing is posted. `$1` are the postings.
   *
   * @param written a part of a `with` that inserts a row and returns something of it
   * @returns whether it was written
   */
  async postWith(
    tx: Tx,
    { key, postings, ...booking }: Booking & { readonly key: string; readonly postings: readonly Posting[] },
    written: { readonly name: string; readonly along: string; readonly parameters: readonly unknown[] },
  ): Promise<boolean> {
    const { entries } = await this.postFrom(tx, booking, {
      along: written.along,
      sql: `${postingsIn('$1')} where exists (select from ${written.name})`,
      parameters: [postingsText([{ key, postings }]), ...written.parameters],
    });
    return entries > 0;
  }

  /**
   * Posts what a query yields, one entry per key, without the rows leaving the database: the month-end's road. Each entry
   * must balance by itself; the database refuses it otherwise.
   * @throws DomainError `ledger.key-conflict`, `ledger.month-closed`
   */
  async postFrom(tx: Tx, booking: Booking, source: PostingSource): Promise<Posted> {
    const n = source.parameters.length;
    const month = formatDate(firstDay(booking.period));
    const valueOn = booking.valueOn === undefined ? null : formatDate(booking.valueOn);
    await this.prepareMonth(tx, month);
    try {
      const [outcome] = await queryPrepared<{ entries: number; postings: number; known: KnownEntry[] }[]>(
        tx,
        `with ${source.along === undefined ? '' : `${source.along},`}
              source as materialized (${source.sql}),
              held as materialized (select pg_advisory_xact_lock_shared(${monthOf(`$${n + 2}`)})),
              line as (
                select key, row(ledger_account, account_id, recipient_id, service_id, origin - date '2000-01-01', kind, amount)::text as line
                  from source),
              content as (
                select key, sha256(convert_to(concat_ws(' ', $${n + 1}::text, $${n + 2}::text, $${n + 3}::text, $${n + 6}::text) ||
                                              string_agg(line, '' order by line collate "C"), 'UTF8')) as hash
                  from line group by key),
              entry as (
                insert into ledger_entries (organization_id, key, kind, period, booked_on, reason, content_hash, recorded_by, value_on)
                select current_organization(), key, $${n + 1}, $${n + 2}::date, $${n + 3}::date, $${n + 4}, hash, $${n + 5}, $${n + 6}::date
                  from held, content where (select e.id from ledger_entries e where e.key = content.key) is null
                on conflict (organization_id, key) do nothing
                returning id, key),
              posting as (
                insert into ledger_postings (organization_id, period, entry_id, ledger_account, account_id, recipient_id,
                                             service_id, origin, kind, amount)
                select current_organization(), $${n + 2}::date, (entries.ids ->> key)::bigint, ledger_account, account_id, recipient_id,
                       service_id, origin, kind, amount
                  from source cross join (select jsonb_object_agg(key, id) as ids from entry) entries
                 where entries.ids ? key
                returning 1)
         select (select count(*) from entry)::int as entries, (select count(*) from posting)::int as postings,
                (select coalesce(json_agg(json_build_object('key', key, 'hash', encode(hash, 'hex'))), '[]')
                   from content where not exists (select from entry where entry.key = content.key)) as known`,
        [...source.parameters, booking.kind, month, formatDate(booking.bookedOn), booking.reason, booking.by, valueOn],
      );
      await assertSameContent(tx, outcome!.known);
      return { entries: outcome!.entries, postings: outcome!.postings };
    } catch (error) {
      this.prepared.delete(month); // what was found there may have been rolled back
      if (sqlStateOf(error) === MONTH_CLOSED)
        throw new DomainError('ledger.month-closed', { period: formatPeriod(booking.period) });
      throw error;
    }
  }

  /** A month's postings have a table of their own, which must be there before the statement that writes into it. */
  /** What this very transaction has made room for may yet be rolled back, and others do not see it: it is not remembered. */
  private async prepareMonth(tx: Tx, month: string): Promise<void> {
    if (this.prepared.has(month)) return;
    const [found] = await queryPrepared<{ there: boolean }[]>(
      tx,
      `select exists (select from pg_class c where c.oid = to_regclass('ledger_postings_' || to_char($1::date, 'YYYY_MM'))
                        and c.xmin <> coalesce(pg_current_xact_id_if_assigned()::xid, '0'::xid)) as there, ensure_month($1::date)`,
      [month],
    );
    if (found!.there) this.prepared.add(month);
  }

  /** What the entries of some keys come to together, by ledger account and place; what came to nothing is left out. */
  async summedUp(tx: Tx, keys: readonly string[]): Promise<Posting[]> {
    const rows = await tx.query<(Omit<Posting, 'amount'> & { readonly amount: string })[]>(
      `select p.ledger_account as "ledgerAccount", p.account_id as "accountId", p.recipient_id as "recipientId",
              p.service_id as "serviceId", (extract(year from p.origin) * 12 + extract(month from p.origin) - 1)::int as origin,
              p.kind, sum(p.amount) as amount
         from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
        where e.key = any ($1)
        group by 1, 2, 3, 4, 5, 6 having sum(p.amount) <> 0
        order by 1, 2, 5, 3, 4, 6`,
      [keys],
    );
    return rows.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) }));
  }

  /** Those of some keys under which there is an entry already. */
  async known(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ key: string }[]>('select key from ledger_entries where key = any ($1)', [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  /** Waits for entries of the month that are being made; no other begins until the transaction ends. */
  async holdMonth(tx: Tx, period: Period): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(${monthOf('$1')})`, [formatDate(firstDay(period))]);
  }

  /** From here on the month takes no more entries; those being made are waited for. Doing it twice changes nothing. */
  async closeMonth(tx: Tx, period: Period): Promise<void> {
    await this.holdMonth(tx, period);
    await tx.query(
      'insert into closed_months (organization_id, period) values (current_organization(), $1) on conflict do nothing',
      [formatDate(firstDay(period))],
    );
  }

  /**
   * Undoes the closing of the last closed month, on the record; it takes entries again. The caller holds the month, and
   * the run that closed it stands in `reopening`: the database refuses it otherwise.
   *
   * @throws DomainError `ledger.not-last-closed`
   */
  async reopenMonth(tx: Tx, period: Period, runId: string): Promise<void> {
    if ((await this.lastClosedMonth(tx)) !== period)
      throw new DomainError('ledger.not-last-closed', { period: formatPeriod(period) });
    await tx.query(
      `with run as (select * from billing_runs where id = $2),
            written as (
              insert into month_reopenings (organization_id, period, run_id, closed_at, closed_by, reopened_by, reason)
              select current_organization(), c.period, run.id, c.closed_at, run.closed_by, run.reopening_by, coalesce(run.reopening_reason, '')
                from closed_months c, run where c.period = $1 returning 1)
       delete from closed_months where period = $1 and exists (select from written)`,
      [formatDate(firstDay(period)), runId],
    );
  }

  /** How often the closing of a month was undone: entries made anew after that have keys of their own. */
  async reopenings(tx: Tx, period: Period): Promise<number> {
    const [row] = await tx.query<{ times: number }[]>(
      'select count(*)::int as times from month_reopenings where period = $1',
      [formatDate(firstDay(period))],
    );
    return row!.times;
  }

  /**
   * Mirrors entries that are booked in `from` and whose keys begin with `prefix`: the same places, the opposite sums, in
   * the month of the booking. An entry that has its mirror already is left alone.
   *
   * @throws DomainError `ledger.month-closed`
   */
  async mirror(tx: Tx, { from, prefix, ...booking }: Booking & { from: Period; prefix: string }): Promise<Posted> {
    return this.postFrom(tx, booking, {
      sql: `select 'undo ' || e.key as key, p.ledger_account, p.account_id, p.recipient_id, p.service_id, p.origin, p.kind, -p.amount as amount
              from ledger_entries e join ledger_postings p on p.entry_id = e.id and p.period = e.period
             where p.period = $1::date and e.period = $1::date and starts_with(e.key, $2)
               and not exists (select from ledger_entries m where m.organization_id = e.organization_id and m.key = 'undo ' || e.key)`,
      parameters: [formatDate(firstDay(from)), prefix],
    });
  }

  /** The last closed month, `null` before the first. */
  async lastClosedMonth(tx: Tx): Promise<Period | null> {
    const [row] = await queryPrepared<{ period: Period | null }[]>(tx, LAST_CLOSED_MONTH);
    return row?.period ?? null;
  }
}

/** The last closed month as a `Period`, for a query that asks other things too. */
export const LAST_CLOSED_MONTH =
  'select max(extract(year from period) * 12 + extract(month from period) - 1)::int as period from closed_months';

/** Those who post into a month share it; who closes it has it alone. */
function monthOf(day: string): string {
  return `hashtextextended('ledger ' || ${day}::text, current_organization())`;
}

function postingsText(entries: readonly { readonly key: string; readonly postings: readonly Posting[] }[]): string {
  for (const { postings } of entries) assertBalanced(postings);
  return JSON.stringify(
    entries.flatMap(({ key, postings }) =>
      postings.map((posting) => ({
        key,
        ledger_account: posting.ledgerAccount,
        account_id: posting.accountId,
        recipient_id: posting.recipientId,
        service_id: posting.serviceId,
        origin: formatDate(firstDay(posting.origin)),
        kind: posting.kind,
        amount: posting.amount.kopecks.toString(),
      })),
    ),
  );
}

function postingsIn(parameter: string): string {
  return `select * from jsonb_to_recordset(${parameter}) as row (key text, ledger_account text, account_id bigint, recipient_id bigint,
                                                                 service_id bigint, origin date, kind text, amount bigint)`;
}

/** A key that stood in the books already, or was written by another at the same moment, and what was to be posted under it. */
interface KnownEntry {
  readonly key: string;
  readonly hash: string;
}

async function assertSameContent(tx: Tx, known: readonly KnownEntry[]): Promise<void> {
  if (known.length === 0) return;
  const [other] = await tx.query<{ key: string }[]>(
    `select key from jsonb_to_recordset($1) as known (key text, hash text) join ledger_entries e using (key)
      where e.content_hash <> decode(known.hash, 'hex') order by key limit 1`,
    [JSON.stringify(known)],
  );
  if (other) throw new DomainError('ledger.key-conflict', { key: other.key });
}
