import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type OrganizationId,
  type Period,
} from '@dvor/kernel';
import { Database, JobQueue, queryPrepared, type Tx } from '@dvor/platform';
import { writeOpenPlacesJob } from './jobs.js';
import { Ledger } from './ledger.js';

/** Closed months whose open places are kept: an accrual of penalties begins three months back. */
const KEPT_MONTHS = 4;

/**
 * Writes down what is open at the end of closed months. Without it the books say the same, only slower: an account with
 * years of postings would read all of them for each payment.
 */
@Injectable()
export class OpenPlaces {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly ledger: Ledger,
  ) {}

  async layOnQueue(organizationId: OrganizationId, closed: Period): Promise<void> {
    const undone = await this.database.inTenant({ organizationId }, (tx) => this.ledger.reopenings(tx, closed));
    await this.queue.enqueue(writeOpenPlacesJob, { organizationId, period: formatPeriod(closed) }, undone);
  }

  /** After a closing: the last closed month, from what was open before it and the postings since. Twice changes nothing. */
  async write(organizationId: OrganizationId): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const period = await this.ledger.lastClosedMonth(tx);
      if (period === null) return;
      await this.ledger.holdMonth(tx, period); // nobody undoes its closing meanwhile
      if ((await this.ledger.lastClosedMonth(tx)) !== period) return;
      const month = formatDate(firstDay(period));
      await tx.query(`delete from open_place_months m where not exists (${STILL_HOLDS}) or m.period <= $1::date`, [
        formatDate(firstDay(addMonths(period, -KEPT_MONTHS))),
      ]);
      if ((await openPlacesUpTo(tx)) === month) return;
      await tx.query(WRITE, [month, await openPlacesUpTo(tx)]);
      await assertSound(tx, month);
    });
  }
}

/** The last closed month, up to another one if it is named, whose open places are written down; `null`: there is none. */
export async function openPlacesUpTo(tx: Tx, period?: Period): Promise<string | null> {
  const [row] = await queryPrepared<{ month: string | null }[]>(
    tx,
    `select max(m.period)::text as month from open_place_months m
      where exists (${STILL_HOLDS}) and ($1::date is null or m.period <= $1::date)`,
    [period === undefined ? null : formatDate(firstDay(period))],
  );
  return row!.month;
}

/**
 * What receivables are made of: those open at the end of a month and the postings after it, or all postings where the
 * month is null. Rows of account, recipient, service, origin, kind, amount: one place may have several.
 */
export function receivablesSince({ month, accounts }: { readonly month: string; readonly accounts: string }): string {
  return madeOf({ month, ofOpen: `o.account_id = any (${accounts})`, ofPostings: `p.account_id = any (${accounts})` });
}

/**
 * Accounts of some houses, parted by whether a charge of that month or an earlier one is open or was touched since a later
 * one. If not (`recent`), all that was ever posted to the charges which are open or were touched was posted after that
 * month: places of later months to which anything was posted before stand among the open ones, settled or not.
 *
 * @param month whose open places are written down; `null`: of nobody it is known
 */
export async function reachingBack(
  tx: Tx,
  houseIds: readonly HouseId[],
  { month, since }: { readonly month: string | null; readonly since: Period },
): Promise<{ readonly back: AccountId[]; readonly recent: AccountId[] }> {
  const rows = await tx.query<{ id: AccountId; back: boolean }[]>(
    month === null ? `select id, true as back from accounts where house_id = any ($1::bigint[])` : REACHING_BACK,
    month === null ? [houseIds] : [houseIds, month, formatDate(firstDay(since))],
  );
  const idsOf = (reaching: boolean) => rows.filter(({ back }) => back === reaching).map(({ id }) => id);
  return { back: idsOf(true), recent: idsOf(false) };
}

function madeOf(of: { readonly month: string; readonly ofOpen: string; readonly ofPostings: string }): string {
  return `
    select o.account_id, place.* from ${OPEN} where o.period = ${of.month}::date and ${of.ofOpen}
     union all
    select p.account_id, p.recipient_id, p.service_id, p.origin, p.kind, p.amount
      from ledger_postings p
     where p.ledger_account = 'receivable' and p.period > coalesce(${of.month}::date, '-infinity') and ${of.ofPostings}`;
}

/** One row a place. */
const OPEN = `open_places o
     cross join lateral unnest(o.recipient_ids, o.service_ids, o.origins, o.kinds, o.amounts)
                        as place (recipient_id, service_id, origin, kind, amount)`;

/** The closing that they were written after is the one that stands. */
const STILL_HOLDS = `
  select from closed_months c
   where c.period = m.period and m.reopened = (select count(*) from month_reopenings r where r.period = m.period)`;

const REACHING_BACK = `
  with account as materialized (select id from accounts where house_id = any ($1::bigint[])),
       open as materialized (
    select o.account_id, place.* from ${OPEN} where o.period = $2::date and o.account_id = any (array(select id from account))),
       made as (
    select account_id, recipient_id, service_id, origin, amount, false as touched
      from open where kind = 'charge' and origin <= $2::date
     union all
    select p.account_id, p.recipient_id, p.service_id, p.origin, p.amount, p.period >= $3::date as touched
      from ledger_postings p
     where p.ledger_account = 'receivable' and p.kind = 'charge' and p.origin <= $2::date and p.period > $2::date
       and p.account_id = any (array(select id from account))),
       back as (
    select account_id from open where origin > $2::date
     union
    select account_id from made group by account_id, recipient_id, service_id, origin having sum(amount) <> 0 or bool_or(touched))
  select id, id in (select account_id from back) as back from account`;

const BY_AGE = 'order by origin, recipient_id, service_id, kind';

const WRITE = `
  with month as (
    insert into open_place_months (organization_id, period, reopened)
    select current_organization(), $1::date, count(*) from month_reopenings where period = $1::date)
  insert into open_places (organization_id, period, account_id, recipient_ids, service_ids, origins, kinds, amounts)
  select current_organization(), $1::date, account_id,
         array_agg(recipient_id ${BY_AGE}),
         array_agg(service_id ${BY_AGE}),
         array_agg(origin ${BY_AGE}),
         array_agg(kind ${BY_AGE}),
         array_agg(amount ${BY_AGE})
    from (select account_id, recipient_id, service_id, origin, kind, sum(amount)::bigint as amount
            from (${madeOf({ month: '$2', ofOpen: 'true', ofPostings: 'p.period <= $1::date' })}) made
           group by account_id, recipient_id, service_id, origin, kind
          having sum(amount) <> 0 or origin > $1::date) place
   group by account_id`;

/** They come, account by account, to what the month ended with by the balances that were written when it was closed. */
async function assertSound(tx: Tx, month: string): Promise<void> {
  const [wrong] = await tx.query<{ account: string }[]>(
    `select coalesce(o.account_id, b.account_id) as account
       from (select account_id, (select sum(amount) from unnest(amounts) as place (amount)) as amount
               from open_places where period = $1::date) o
       full join (select distinct on (account_id) account_id, closing from account_balances
                   where period <= $1::date order by account_id, period desc) b on b.account_id = o.account_id
      where coalesce(o.amount, 0) <> coalesce(b.closing, 0) limit 1`,
    [month],
  );
  if (wrong) throw new Error(`what account ${wrong.account} owes by places is not its balance at the end of ${month}`);
}
