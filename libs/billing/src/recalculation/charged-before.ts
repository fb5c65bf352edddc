import { type AccountId, firstDay, formatDate, Money, type Period, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ChargedSum, Part } from '../core/index.js';

/**
 * All that accounts were charged for a closed month, by service, supplier and part: the lines of its own run and the
 * corrections of it that closed runs have posted since. Works by act, corrections by hand and fines are documents of their own.
 */
export async function chargedBefore(
  tx: Tx,
  accounts: readonly AccountId[],
  month: Period,
  { services, openMonth }: { readonly services: readonly ServiceId[] | null; readonly openMonth: Period },
): Promise<ChargedSum[]> {
  return sumsOf(
    await tx.query<Row[]>(CHARGED, [accounts, formatDate(firstDay(month)), services, formatDate(firstDay(openMonth))]),
  );
}

/** The same of the benefits that social protection pays. */
export async function compensatedBefore(tx: Tx, accounts: readonly AccountId[], month: Period): Promise<ChargedSum[]> {
  return sumsOf(await tx.query<Row[]>(COMPENSATED, [accounts, formatDate(firstDay(month))]));
}

interface Row {
  readonly account: string;
  readonly service: string;
  readonly supplier: string;
  readonly part: Part;
  readonly kopecks: string;
}

function sumsOf(rows: readonly Row[]): ChargedSum[] {
  return rows.map(({ kopecks, ...key }) => ({ ...key, amount: Money.ofKopecks(kopecks) }));
}

const CHARGED = `
  select account_id::text as account, service_id::text as service, supplier_id::text as supplier, part, sum(amount)::text as kopecks
    from (
      select l.account_id, l.service_id, l.supplier_id, l.part, l.amount
        from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
       where l.period = $2::date and l.account_id = any ($1::bigint[]) and l.origin is null and l.part not in ('one-off', 'manual', 'fine')
         and ($3::bigint[] is null or l.service_id = any ($3))
      union all
      select l.account_id, l.service_id, l.supplier_id, l.working ->> 'part', l.amount
        from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
       where l.origin = $2::date and l.account_id = any ($1::bigint[]) and l.period > $2::date and l.period < $4::date and l.part = 'true-up'
         and ($3::bigint[] is null or l.service_id = any ($3))) lines
   group by account_id, service_id, supplier_id, part`;

const COMPENSATED = `
  select b.account_id::text as account, b.service_id::text as service, '' as supplier, 'benefit' as part, sum(b.amount)::text as kopecks
    from compensated_benefits b join billing_runs r on r.id = b.run_id and r.state = 'closed'
   where b.account_id = any ($1::bigint[]) and coalesce(b.origin, r.period) = $2::date
   group by b.account_id, b.service_id`;
