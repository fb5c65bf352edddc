import { formatDate, type Interval } from '@dvor/kernel';
import type { Tx } from '../database/database.js';
import type { Recording } from './recording.js';

export type FactSubject = 'house' | 'premises' | 'account' | 'party' | 'service' | 'supplier' | 'meter';

/** A fact of some days that was entered or corrected, as billing looks at it to decide which months it makes dirty. */
export interface FactChange extends Interval {
  /** The fact's table. */
  readonly fact: string;
  readonly subject: { readonly type: FactSubject; readonly id: string };
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
