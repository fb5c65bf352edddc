import type { Interval } from '@dvor/kernel';
import type { Tx } from '../database/database.js';
import type { Recording } from './recording.js';

export type FactSubject =
  'organization' | 'house' | 'premises' | 'account' | 'party' | 'service' | 'supplier' | 'meter';

/** A fact of some days that was entered or corrected, as billing looks at it to decide which months it makes dirty. */
export interface FactChange extends Interval {
  /** The fact's table. */
  readonly fact: string;
  readonly subject: { readonly type: FactSubject; readonly id: string };
}

/**
 * In the transaction of the change itself. Those who change facts share a lock that `changesSoFar` takes alone, so that
 * whoever looks at the facts afterwards has seen every change with a smaller number.
 */
export async function recordChanges(tx: Tx, changes: readonly FactChange[], { by, reason }: Recording): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${FACTS})`);
  await tx.query(
    `insert into fact_changes (organization_id, fact, subject_type, subject_id, from_day, to_day, changed_by, reason, changed_at)
     select current_organization(), fact, type, id, date '1970-01-01' + since, date '1970-01-01' + until, $6, $7, (select organization_now())
       from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::int[]) as c (fact, type, id, since, until)`,
    [
      changes.map(({ fact }) => fact),
      changes.map(({ subject }) => subject.type),
      changes.map(({ subject }) => subject.id),
      changes.map(({ from }) => from),
      changes.map(({ to }) => to),
      by,
      reason,
    ],
  );
}

/** The number of the last change. Changes being made are waited for; those that follow have greater numbers. */
export async function changesSoFar(tx: Tx): Promise<string> {
  await tx.query(`select pg_advisory_xact_lock(${FACTS})`);
  const [row] = await tx.query<{ last: string }[]>('select coalesce(max(id), 0) as last from fact_changes');
  return row!.last;
}

const FACTS = `hashtextextended('fact changes', current_organization())`;
