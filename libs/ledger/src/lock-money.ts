import type { AccountId } from '@dvor/kernel';
import { queryPrepared, type Tx } from '@dvor/platform';

/** Whoever changes what accounts have paid does so one after another: two allocations never see the same debt. */
export async function lockMoneyOf(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  await queryPrepared(
    tx,
    `select ${lockingMoneyOf('id')} from (select distinct unnest($1::bigint[]) as id order by 1) accounts`,
    [accountIds],
  );
}

/** As `lockMoneyOf`, in a query that asks other things too. What it reads of debts may be older than the lock. */
export function lockingMoneyOf(accountId: string): string {
  return `pg_advisory_xact_lock(hashtextextended('money of account ' || ${accountId}, 0))`;
}
