import { formatPeriod, lastDay } from '@dvor/kernel';
import type { Ledger, Posted } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import type { LockedRun } from './run-rows.js';

/** What the keys of a run's accrual begin with; a month that is closed anew has entries of its own. */
export function accrualKey({ id, reopened }: Pick<LockedRun, 'id' | 'reopened'>): string {
  return reopened === 0 ? `accrual-${id}-` : `accrual-${id}.${reopened}-`;
}

/** The run's accrual once more with opposite sums, booked in the month itself: together they come to nothing. */
export async function mirrorAccrual(tx: Tx, ledger: Ledger, run: LockedRun): Promise<Posted> {
  return ledger.mirror(tx, {
    from: run.period,
    prefix: accrualKey(run),
    kind: 'accrual',
    period: run.period,
    bookedOn: lastDay(run.period),
    reason: `accrual of ${formatPeriod(run.period)} undone`,
    by: null,
  });
}
