import { DomainError, firstDay, formatDate, formatPeriod, type HouseId, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { ENGINE_VERSION } from '../core/index.js';
import { findReplays } from '../recalculation/find-replays.js';
import { replayLimits } from '../recalculation/replay-limits.js';
import { type Replays, replayHouses } from '../recalculation/replay-houses.js';
import { replayScopes } from '../recalculation/replay-scopes.js';
import type { RunState } from '../runs/run-state.js';

/**
 * What the run of the open month would correct if it began now, by what such a run itself does: it is begun, in place of
 * a draft there may be. The transaction must be rolled back, and nothing of it stays.
 *
 * @throws DomainError `dry-run.run-works` while the month's run is at work
 */
export async function supposeRun(tx: Tx, period: Period, houseIds: readonly HouseId[]): Promise<Replays> {
  const month = formatDate(firstDay(period));
  await putDraftAside(tx, period, month);
  const [run] = await tx.query<{ id: RunId }[]>(
    `insert into billing_runs (organization_id, period, engine_version, facts_through)
     select current_organization(), $1, $2, coalesce(max(id), 0) from fact_changes returning id`, // as of now: nobody waits for it
    [month, ENGINE_VERSION],
  );
  await tx.query(
    `insert into billing_run_chunks (organization_id, run_id, chunk, house_ids) values (current_organization(), $1, 0, $2)`,
    [run!.id, houseIds],
  );
  await findReplays(tx, { id: run!.id, period }, await replayLimits(tx, period));
  return replayHouses(tx, await replayScopes(tx, run!.id, houseIds), period);
}

async function putDraftAside(tx: Tx, period: Period, month: string): Promise<void> {
  const [draft] = await tx.query<{ id: RunId; state: RunState }[]>(
    `select id, state from billing_runs where period = $1 and state <> 'cancelled' for update`,
    [month],
  );
  if (!draft) return;
  if (draft.state !== 'review' && draft.state !== 'failed')
    throw new DomainError('dry-run.run-works', { period: formatPeriod(period) });
  await tx.query(`update billing_runs set state = 'cancelled', cancelled_at = now() where id = $1`, [draft.id]);
}
