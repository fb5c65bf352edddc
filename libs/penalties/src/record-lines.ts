import { firstDay, formatDate, lastDay, type Money, type Period } from '@dvor/kernel';
import type { Ledger } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import { dayText, type PenaltyWorking } from './core/index.js';
import type { Place } from './load-places.js';

/** What a place's penalty should be, what was posted for it before, and how the figure came about. */
export interface PenaltyLine extends Omit<Place, 'events' | 'accrued'> {
  readonly due: Money;
  readonly before: Money;
  readonly working: PenaltyWorking;
}

/** Writes the lines and posts their differences, one entry an account, against what is due to the recipients. */
export async function recordLines(
  tx: Tx,
  ledger: Ledger,
  {
    accrualId,
    period,
    lines,
  }: { readonly accrualId: string; readonly period: Period; readonly lines: readonly PenaltyLine[] },
): Promise<void> {
  if (lines.length === 0) return;
  const rows = JSON.stringify(
    lines.map(({ houseId, accountId, recipientId, serviceId, origin, due, before, working }) => ({
      house_id: houseId,
      account_id: accountId,
      recipient_id: recipientId,
      service_id: serviceId,
      origin: formatDate(firstDay(origin)),
      due: due.kopecks.toString(),
      before: before.kopecks.toString(),
      amount: due.minus(before).kopecks.toString(),
      working,
    })),
  );
  await tx.query(
    `insert into penalty_lines (organization_id, accrual_id, period, house_id, account_id, recipient_id, service_id, origin,
                                due, before, amount, working)
     select current_organization(), $1, $2, house_id, account_id, recipient_id, service_id, origin, due, before, amount, working
       from json_to_recordset($3) as row (house_id bigint, account_id bigint, recipient_id bigint, service_id bigint,
                                          origin date, due bigint, before bigint, amount bigint, working json)`,
    [accrualId, formatDate(firstDay(period)), rows],
  );
  const asOf = lastDay(period);
  await ledger.postFrom(
    tx,
    { kind: 'penalty', period, bookedOn: asOf, reason: `Пени по ${dayText(asOf)}`, by: null },
    { sql: POSTINGS, parameters: [accrualId, [...new Set(lines.map(({ houseId }) => houseId))]] },
  );
}

const POSTINGS = `
  select 'penalty-' || $1 || '-' || account_id as key, side.ledger_account,
         case when side.ledger_account = 'receivable' then account_id end as account_id, recipient_id, service_id, origin,
         'penalty' as kind, (side.sign * amount)::bigint as amount
    from penalty_lines cross join (values ('receivable', 1), ('accrued', -1)) as side (ledger_account, sign)
   where accrual_id = $1::bigint and house_id = any ($2::bigint[])`;
