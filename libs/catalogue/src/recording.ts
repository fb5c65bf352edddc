import type { Interval, UserId } from '@dvor/kernel';
import { formatDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** Who enters facts and on what ground: it stands with every row. */
export interface Recording {
  readonly by: UserId | null;
  readonly reason: string;
}

/** A fact that was entered, as billing looks at it to decide which months it makes dirty. */
export interface FactChange extends Interval {
  readonly fact: 'tariffs' | 'norms' | 'service_assignments' | 'supplier_bank_details';
  readonly subject: { readonly type: 'service' | 'house' | 'supplier'; readonly id: string };
}

/** In the transaction of the change itself. */
export async function recordChanges(tx: Tx, changes: readonly FactChange[], { by, reason }: Recording): Promise<void> {
  const rows = changes.map(({ fact, subject, from, to }) => ({
    fact,
    subject_type: subject.type,
    subject_id: subject.id,
    from_day: formatDate(from),
    to_day: to === null ? null : formatDate(to),
  }));
  await tx.query(
    `insert into fact_changes (organization_id, fact, subject_type, subject_id, from_day, to_day, changed_by, reason)
     select current_organization(), c.*, $2, $3
       from jsonb_to_recordset($1) as c (fact text, subject_type text, subject_id bigint, from_day date, to_day date)`,
    [JSON.stringify(rows), by, reason],
  );
}
