import type { RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { spreadReadings } from './spread-readings.js';

/** A late reading is one of the open month, its own month is run again, or all those that it settles are, by days. */
export type LateReadingsAre = 'open-month' | 'own-month' | 'by-days';

// ПП 354, п. 61: what was not charged in time is regarded as used in the month in which it was found out

/**
 * Writes down which late readings the run takes in as ones of its own month, and which it spreads by days: what was
 * settled stays settled.
 */
export async function takeInLateReadings(
  tx: Tx,
  runId: RunId,
  { open, earliest, late }: { readonly open: string; readonly earliest: string; readonly late: LateReadingsAre },
): Promise<void> {
  await tx.query(
    `with ${CLOSED}, ${lateReadings({ open: '$2', late: '$3' })}
     insert into billing_run_late_readings (organization_id, run_id, house_id, meter_id, taken_on)
     select distinct current_organization(), $1::bigint, house_id, meter_id, taken_on
       from late where change <= (select facts_through from billing_runs where id = $1)`,
    [runId, open, late],
  );
  await tx.query(
    `with ${CLOSED}, ${spreadReadings({ open: '$2', earliest: '$4', late: '$3' })}
     insert into billing_run_late_readings (organization_id, run_id, house_id, meter_id, taken_on, spread)
     select current_organization(), $1::bigint, house_id, meter_id, day, true from spread`,
    [runId, open, late, earliest],
  );
}

const CLOSED = `
  closed as (
    select min(period) as first, (array_agg(facts_through order by period desc))[1] as seen
      from billing_runs where state = 'closed' and period < $2::date)`;

/**
 * SQL of the changes that are late readings: of a closed month that was charged without any, and after which none was
 * known. Any other is a correction, and its month is run again. So is the month of one whose meter, or whose payer, is
 * another by the open month, or of which an act speaks: the open month's bill has nothing to settle then.
 */
export function lateReadings({ open, late }: { readonly open: string; readonly late: string }): string {
  return `
  late as (
    select c.id as change, m.id as meter_id, m.house_id, c.from_day as taken_on
      from fact_changes c cross join closed
      join meters m on m.id = c.subject_id and m.premises_id is not null
      join premises p on p.id = m.premises_id
     cross join lateral (
       select date_trunc('month', c.from_day)::date as since, (${open}::date + interval '1 month')::date as until) days
     where ${late}::text = 'open-month' and c.fact = 'readings' and c.subject_type = 'meter' and c.id > closed.seen
       and c.from_day >= closed.first and c.from_day < ${open}::date
       and not exists (select from recalculation_batches b where b.transaction_id = c.transaction_id)
       and (select count(*) from readings r where r.meter_id = m.id and r.refused_at is null and r.taken_on >= days.since and r.taken_on < ${open}::date)
         = (select count(*) from fact_changes n
             where n.fact = 'readings' and n.subject_type = 'meter' and n.subject_id = m.id and n.id > closed.seen
               and n.from_day >= days.since and n.from_day < ${open}::date)
       and exists (select from meter_facts f
                    where f.meter_id = m.id and f.superseded_at is null and f.valid @> days.until - 1
                      and (m.resource = 'electricity' or f.verified_until is null or f.verified_until >= days.until - 1))
       and exists (select from account_facts f join accounts a on a.id = f.account_id
                    where a.premises_id in (select id from premises where id = p.id or parent_id = p.id)
                      and f.superseded_at is null and f.valid @> daterange(days.since, days.until))
       and not exists (select from account_facts f join accounts a on a.id = f.account_id
                        where a.premises_id in (select id from premises where id = p.id or parent_id = p.id)
                          and f.superseded_at is null and f.valid && daterange(days.since, days.until)
                          and not f.valid @> daterange(days.since, days.until))
       and not exists (select from meter_act_facts f
                        where f.premises_id = p.id and f.superseded_at is null and f.valid && daterange(days.since, days.until)))`;
}
