import { Injectable } from '@nestjs/common';
import { firstDay, formatDate, formatPeriod, type OrganizationId, type Period } from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, JobQueue, type Tx } from '@dvor/platform';
import { snapshotDebtsJob } from '../jobs.js';
import { type DebtView, endOf, viewParameters } from './in-books.js';

/**
 * What accounts owed at the end of closed months, so that the register of a day need not walk through all the postings
 * there are. A snapshot says nothing that the postings do not: without one the register is the same, only slower.
 */
@Injectable()
export class DebtSnapshots {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly ledger: Ledger,
  ) {}

  async layOnQueue(organizationId: OrganizationId, closed: Period): Promise<void> {
    const undone = await this.database.inTenant({ organizationId }, (tx) => this.ledger.reopenings(tx, closed));
    await this.queue.enqueue(snapshotDebtsJob, { organizationId, period: formatPeriod(closed) }, undone);
  }

  /** After a closing: writes down the last closed month, from the snapshot before it and the postings since. */
  async take(organizationId: OrganizationId): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('debt snapshots', current_organization()))`);
      await tx.query(`delete from debt_snapshot_months s where not exists (${STILL_HOLDS})`);
      const period = await this.ledger.lastClosedMonth(tx);
      if (period !== null && !(await isThere(tx, period))) await write(tx, period);
    });
  }
}

/** The month whose snapshot a view can begin with; `null`: there is none. */
export async function snapshotFor(tx: Tx, view: DebtView): Promise<string | null> {
  const [row] = await tx.query<{ period: string | null }[]>(
    `select max(s.period)::text as period from debt_snapshot_months s
      where exists (${STILL_HOLDS})
        and ($1::date is null or s.period + interval '1 month' <= $1::date + 1)
        and (not $2::boolean or s.closed_at < ${endOf('$1')})`,
    viewParameters(view),
  );
  return row!.period;
}

/** Debts by account, month, kind and group of services: `$n` is the snapshot's month, then the view's parameters. */
export function debtLines({ snapshot, view }: { readonly snapshot: string; readonly view: string }): string {
  return `
    select account_id, origin, kind, section, sum(amount)::bigint as amount
      from (select account_id, origin, kind, section, amount from debt_snapshots where period = ${snapshot}::date
            union all
            select p.account_id, p.origin, p.kind, ${SECTION} as section, p.amount
              from ledger_postings p left join services s on s.id = p.service_id
             where p.ledger_account = 'receivable' and p.period > coalesce(${snapshot}::date, '-infinity') and ${view}) postings
     group by account_id, origin, kind, section having sum(amount) <> 0`;
}

const SECTION = `case s.section when 'communal' then 'utilities' when 'housing' then 'housing' when 'common-property' then 'housing'
                      when 'capital-repair' then 'capital-repair' else 'other' end`;

/** A closing that was undone and done anew has another number; its hour may be the same by an organisation's own clock. */
const STILL_HOLDS = `
  select from closed_months c
   where c.period = s.period and s.reopened = (select count(*) from month_reopenings r where r.period = s.period)`;

async function isThere(tx: Tx, period: Period): Promise<boolean> {
  const rows = await tx.query('select from debt_snapshot_months where period = $1', [formatDate(firstDay(period))]);
  return (rows as unknown[]).length > 0;
}

async function write(tx: Tx, period: Period): Promise<void> {
  const month = formatDate(firstDay(period));
  await tx.query(
    `insert into debt_snapshot_months (organization_id, period, closed_at, reopened)
     select organization_id, period, closed_at, (select count(*) from month_reopenings r where r.period = c.period)
       from closed_months c where period = $1`,
    [month],
  );
  await tx.query(
    `insert into debt_snapshots (organization_id, period, account_id, origin, kind, section, amount)
     select current_organization(), $1::date, account_id, origin, kind, section, amount
       from (${debtLines({ snapshot: '$2', view: 'p.period <= $1::date' })}) lines`,
    [month, await monthBefore(tx, month)],
  );
  await assertSound(tx, month);
}

async function monthBefore(tx: Tx, month: string): Promise<string | null> {
  const [row] = await tx.query<{ period: string | null }[]>(
    'select max(period)::text as period from debt_snapshot_months where period < $1::date',
    [month],
  );
  return row!.period;
}

/** What was written down comes, account by account, to what the month ended with by the ledger's own balances. */
async function assertSound(tx: Tx, month: string): Promise<void> {
  const [wrong] = await tx.query<{ account: string }[]>(
    `select coalesce(d.account_id, b.account_id) as account
       from (select account_id, sum(amount) as amount from debt_snapshots where period = $1::date group by account_id) d
       full join (select distinct on (account_id) account_id, closing from account_balances
                   where period <= $1::date order by account_id, period desc) b on b.account_id = d.account_id
      where coalesce(d.amount, 0) <> coalesce(b.closing, 0) limit 1`,
    [month],
  );
  if (wrong) throw new Error(`the debts of account ${wrong.account} do not come to its balance at the end of ${month}`);
}
