import { Injectable } from '@nestjs/common';
import {
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  lastDay,
  type OrganizationId,
  type Period,
  type RunId,
} from '@dvor/kernel';
import { Balances, Ledger } from '@dvor/ledger';
import {
  Database,
  ExceptionsInbox,
  JobQueue,
  Metrics,
  Outbox,
  ProgressChannel,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { HeldBills } from '../holds/held-bills.js';
import { loadAgreements } from '../load/agreements.js';
import { loadHouses } from '../load/load-houses.js';
import { type CutOff, cutOffBy, findReplays } from '../recalculation/find-replays.js';
import { replayLimits } from '../recalculation/replay-limits.js';
import { replayHouses } from '../recalculation/replay-houses.js';
import { replayScopes } from '../recalculation/replay-scopes.js';
import {
  calculateChunkJob,
  clearCancelledJob,
  finishCalculationJob,
  finishClosingJob,
  postChunkJob,
  reopenMonthJob,
} from './jobs.js';
import { fingerprintOf } from './fingerprint.js';
import { accrualKey, mirrorAccrual } from './undo-closing.js';
import { recordChunk } from './record-chunk.js';
import { type LockedRun, lockRun, nextFlow } from './run-rows.js';

/**
 * The worker's half of a run. Each step looks at the books first and does nothing that is done already, so a job may come
 * twice, late, or after a crash at any moment.
 */
@Injectable()
export class RunEngine {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
    private readonly held: HeldBills,
    private readonly progress: ProgressChannel,
    private readonly metrics: Metrics,
  ) {}

  /** Lays the chunks that still lack lines on the queue. */
  async begin(organizationId: OrganizationId, runId: RunId): Promise<void> {
    const laid = await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'update');
      if (!run || !['queued', 'calculating'].includes(run.state)) return null;
      const limits = await replayLimits(tx, run.period);
      await findReplays(tx, { id: runId, period: run.period }, limits);
      await this.raiseCutOff(tx, await cutOffBy(tx, { id: runId, period: run.period }, limits));
      await tx.query('select ensure_month($1)', [formatDate(firstDay(run.period))]);
      await tx.query(
        `update billing_runs set state = 'calculating', started_at = coalesce(started_at, now()) where id = $1`,
        [runId],
      );
      return { chunks: await chunksWithout(tx, runId, 'calculated_at'), flow: await nextFlow(tx, runId) };
    });
    if (laid)
      await this.layOn({ organizationId, runId }, laid, { each: calculateChunkJob, last: finishCalculationJob });
  }

  /** Loads, calculates and records one chunk of houses, all or nothing. */
  async calculateChunk(organizationId: OrganizationId, runId: RunId, chunk: number): Promise<void> {
    const tenant: Tenant = { organizationId };
    const lines = await this.database.inTenant(
      tenant,
      async (tx) => {
        const run = await lockRun(tx, runId, 'share'); // a cancellation waits for this chunk, or this chunk sees it
        if (run?.state !== 'calculating') return null;
        const houseIds = await pendingHouses(tx, runId, chunk, 'calculated_at');
        if (!houseIds) return null;
        const replays = await replayHouses(tx, await replayScopes(tx, runId, houseIds), run.period);
        const houses = await loadHouses(tx, houseIds, run.period, { replayed: replays });
        const agreements = await loadAgreements(tx, houseIds, run.period);
        const recorded = await recordChunk(
          tx,
          { id: runId, period: run.period, organizationId },
          { houses, agreements },
          replays,
        );
        await this.held.find(tx, { id: runId, period: run.period }, houseIds);
        await tx.query('update billing_run_chunks set calculated_at = now() where run_id = $1 and chunk = $2', [
          runId,
          chunk,
        ]);
        return recorded.lines;
      },
      'REPEATABLE READ',
    );
    if (lines === null) return;
    this.metrics.linesCharged.inc({ organization: organizationId }, lines);
    await this.progress.nudge(`run-${runId}`);
  }

  /** All chunks done: fingerprint and review. A chunk that failed for good: the run is failed and says so. */
  async finishCalculation(organizationId: OrganizationId, runId: RunId, flow: number): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'update');
      if (run?.state !== 'calculating' || run.flows !== flow) return;
      const missing = await chunksWithout(tx, runId, 'calculated_at');
      if (missing.length > 0) {
        await tx.query(`update billing_runs set state = 'failed' where id = $1`, [runId]);
        return this.reportFailure(tx, runId, run.period, `${missing.length} chunks could not be calculated`);
      }
      await tx.query(`update billing_runs set state = 'review', reviewed_at = now(), fingerprint = $2 where id = $1`, [
        runId,
        await fingerprintOf(tx, runId),
      ]);
      await this.raiseParked(tx, runId, run.period);
      await this.raiseUnreplayed(tx, runId);
      await this.held.tellHowMany(tx, runId, run.period);
      await this.outbox.record(tx, { type: 'billing.run-ready', payload: { runId } });
    });
    await this.progress.nudge(`run-${runId}`);
  }

  /** Lays the chunks that still lack postings on the queue. */
  async beginClosing(organizationId: OrganizationId, runId: RunId): Promise<void> {
    const laid = await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'update');
      if (run?.state !== 'closing') return null;
      return { chunks: await chunksWithout(tx, runId, 'posted_at'), flow: await nextFlow(tx, runId) };
    });
    if (laid) await this.layOn({ organizationId, runId }, laid, { each: postChunkJob, last: finishClosingJob });
  }

  /** Posts a chunk's lines, one entry a house, and writes its accounts' balances down. */
  async postChunk(organizationId: OrganizationId, runId: RunId, chunk: number): Promise<void> {
    const done = await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'share');
      if (run?.state !== 'closing') return false;
      const houseIds = await pendingHouses(tx, runId, chunk, 'posted_at');
      if (!houseIds) return false;
      await this.ledger.postFrom(
        tx,
        {
          kind: 'accrual',
          period: run.period,
          bookedOn: lastDay(run.period),
          reason: `accrual of ${formatPeriod(run.period)}`,
          by: null,
        },
        { sql: POSTINGS_OF_HOUSES, parameters: [accrualKey(run), formatDate(firstDay(run.period)), houseIds, runId] },
      );
      await this.balances.snapshot(tx, run.period, houseIds);
      await tx.query('update billing_run_chunks set posted_at = now() where run_id = $1 and chunk = $2', [
        runId,
        chunk,
      ]);
      return true;
    });
    if (done) await this.progress.nudge(`run-${runId}`);
  }

  /** The books must hold exactly what the run shows; then the month is closed. */
  async finishClosing(organizationId: OrganizationId, runId: RunId, flow: number): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'update');
      if (run?.state !== 'closing' || run.flows !== flow) return;
      const missing = await chunksWithout(tx, runId, 'posted_at');
      if (missing.length > 0)
        return this.reportFailure(tx, runId, run.period, `${missing.length} chunks could not be posted`);
      const { charged, posted } = await chargedAndPosted(tx, run);
      if (charged !== posted)
        return this.reportFailure(tx, runId, run.period, `${charged} kopecks charged, ${posted} posted`);
      const wrong = await this.settleBalances(tx, run.period);
      if (wrong) return this.reportFailure(tx, runId, run.period, wrong);
      await this.ledger.closeMonth(tx, run.period);
      await tx.query(`update billing_runs set state = 'closed', closed_at = now() where id = $1`, [runId]);
      await markPosted(tx, runId);
      await this.inbox.settle(tx, `run-${runId}-`, 'the month was closed');
      await this.outbox.record(tx, { type: 'billing.month-closed', payload: { runId } });
    });
    await this.progress.nudge(`run-${runId}`);
  }

  async layOnReopening(organizationId: OrganizationId, runId: RunId): Promise<void> {
    const flow = await this.database.inTenant({ organizationId }, (tx) => nextFlow(tx, runId));
    await this.queue.enqueue(reopenMonthJob, { organizationId, runId }, flow);
  }

  /**
   * Undoes a closing, all or nothing: the accrual is mirrored in the month itself, its balances and its closing are taken
   * back, and the run stands in review again.
   */
  async reopen(organizationId: OrganizationId, runId: RunId): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'update');
      if (run?.state !== 'reopening') return;
      await this.ledger.holdMonth(tx, run.period);
      await this.ledger.reopenMonth(tx, run.period, runId);
      await mirrorAccrual(tx, this.ledger, run);
      await this.balances.forget(tx, run.period);
      await tx.query('update billing_run_chunks set posted_at = null where run_id = $1', [runId]);
      await tx.query(
        `update billing_runs set state = 'review', closing_at = null, closed_at = null, closed_by = null, reopened = reopened + 1,
                reopening_by = null, reopening_reason = null where id = $1`,
        [runId],
      );
      await this.raiseParked(tx, runId, run.period);
      await this.held.tellHowMany(tx, runId, run.period);
      await this.outbox.record(tx, { type: 'billing.month-reopened', payload: { runId } });
    });
    await this.progress.nudge(`run-${runId}`);
  }

  async clearCancelled(organizationId: OrganizationId, runId: RunId): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const run = await lockRun(tx, runId, 'share');
      if (run?.state !== 'cancelled') return;
      await tx.query('delete from charge_lines where period = $1 and run_id = $2', [
        formatDate(firstDay(run.period)),
        runId,
      ]);
      await tx.query('delete from compensated_benefits where run_id = $1', [runId]);
      await this.inbox.settle(tx, `run-${runId}-`, 'the run was cancelled');
      await this.inbox.settle(tx, `held-${runId}-`, 'the run was cancelled');
    });
  }

  async layOffCancelled(organizationId: OrganizationId, runId: RunId): Promise<void> {
    await this.queue.enqueue(clearCancelledJob, { organizationId, runId });
  }

  /**
   * After a start: unfinished runs get their jobs again at once, for the worker that had taken them may be dead. A job
   * that comes twice finds its work done.
   */
  async resume(organizationId: OrganizationId): Promise<void> {
    for (const run of await this.unfinished(organizationId)) await this.layOnAgain(organizationId, run);
  }

  /** From time to time: those whose jobs are lost (a wiped Redis, a database away for longer than a job is tried). */
  async resumeLost(organizationId: OrganizationId): Promise<void> {
    for (const run of await this.unfinished(organizationId)) {
      if (run.state === 'reopening') {
        await this.layOnReopening(organizationId, run.id);
        continue;
      }
      const last = run.state === 'closing' ? finishClosingJob : finishCalculationJob;
      const awaited = await this.queue.awaits(last, { organizationId, runId: run.id, flow: run.flows }, run.flows);
      if (!awaited) await this.layOnAgain(organizationId, run);
    }
  }

  /** A run that has failed waits for a person. */
  private unfinished(organizationId: OrganizationId): Promise<UnfinishedRun[]> {
    return this.database.inTenant({ organizationId }, (tx) =>
      tx.query<UnfinishedRun[]>(
        `select id, state, flows from billing_runs
          where state in ('queued', 'calculating', 'closing', 'reopening') and failure is null order by id`,
      ),
    );
  }

  private async layOnAgain(organizationId: OrganizationId, { id, state }: UnfinishedRun): Promise<void> {
    if (state === 'reopening') await this.layOnReopening(organizationId, id);
    else await (state === 'closing' ? this.beginClosing(organizationId, id) : this.begin(organizationId, id));
  }

  private async layOn(
    run: { readonly organizationId: OrganizationId; readonly runId: RunId },
    { chunks, flow }: { readonly chunks: readonly number[]; readonly flow: number },
    jobs: { each: typeof calculateChunkJob; last: typeof finishCalculationJob },
  ): Promise<void> {
    await this.queue.enqueueFlow(
      { job: jobs.last, data: { ...run, flow } },
      chunks.map((chunk) => ({ job: jobs.each, data: { ...run, chunk } })),
      flow,
    );
  }

  /** Takes in what came while the month was being closed; then says what does not agree, if anything. */
  private async settleBalances(tx: Tx, period: Period): Promise<string | null> {
    await this.ledger.holdMonth(tx, period);
    const houses = await this.balances.housesToSnapshotAgain(tx, period);
    if (houses.length > 0) await this.balances.snapshot(tx, period, houses);
    const { opening, endedBefore, paid, received } = await this.balances.monthCheck(tx, period);
    if (!opening.equals(endedBefore))
      return `${opening} at the month’s start, ${endedBefore} at the end of the one before`;
    return paid.equals(received) ? null : `${paid} paid by accounts, ${received} received`;
  }

  private async reportFailure(tx: Tx, runId: RunId, period: Period, failure: string): Promise<void> {
    await tx.query('update billing_runs set failure = $2 where id = $1', [runId, failure]);
    await this.inbox.raise(tx, [
      {
        kind: 'billing.run-failed',
        dedupeKey: `run-${runId}-failed`,
        object: { type: 'run', id: runId, label: formatPeriod(period) },
        details: { failure },
      },
    ]);
  }

  /** What is too old to be replayed by itself is told, with the change that a person may let in. */
  private async raiseCutOff(tx: Tx, cutOff: readonly CutOff[]): Promise<void> {
    await this.inbox.raise(
      tx,
      cutOff.map(({ transaction, reason, first }) => ({
        kind: 'billing.past-too-old',
        dedupeKey: `too-old-${transaction}`,
        object: { type: 'recalculation', id: transaction, label: first },
        details: { reason, period: first },
      })),
    );
  }

  /** Blocks nothing: the next run tries again, and so until it can be told. */
  private async raiseUnreplayed(tx: Tx, runId: RunId): Promise<void> {
    await this.inbox.settle(tx, 'unreplayed-', 'replayed since');
    const rows = await tx.query<
      {
        house_id: HouseId;
        account_id: string;
        origin: string;
        code: string;
        details: Record<string, string>;
        label: string;
      }[]
    >(
      `select u.house_id, u.account_id, to_char(u.origin, 'YYYY-MM') as origin, u.code, u.details, a.number as label
         from billing_run_unreplayed u join accounts a on a.id = u.account_id where u.run_id = $1 order by u.id`,
      [runId],
    );
    await this.inbox.raise(
      tx,
      rows.map((row) => ({
        kind: 'billing.month-not-replayed',
        dedupeKey: `unreplayed-${row.account_id}-${row.origin}`,
        object: { type: 'account', id: row.account_id, label: row.label },
        houseId: row.house_id,
        details: { ...row.details, code: row.code, period: row.origin, runId },
      })),
    );
  }

  /** The inbox shows what is parked now and forgets what has been mended. */
  private async raiseParked(tx: Tx, runId: RunId, period: Period): Promise<void> {
    await this.inbox.settle(tx, `run-${runId}-`, 'calculated again');
    const rows = await tx.query<
      { house_id: HouseId; account_id: string | null; code: string; details: Record<string, string>; label: string }[]
    >(
      `select p.house_id, p.account_id, p.code, p.details,
              coalesce(a.number, concat_ws(', ', h.street, h.building)) as label
         from billing_run_parked p join houses h on h.id = p.house_id left join accounts a on a.id = p.account_id
        where p.run_id = $1`,
      [runId],
    );
    await this.inbox.raise(
      tx,
      rows.map((row) => ({
        kind: row.account_id ? 'billing.account-parked' : 'billing.house-parked',
        dedupeKey: `run-${runId}-${row.house_id}-${row.account_id ?? 'house'}-${row.code}`,
        object: { type: row.account_id ? 'account' : 'house', id: row.account_id ?? row.house_id, label: row.label },
        houseId: row.house_id,
        details: { ...row.details, code: row.code, period: formatPeriod(period), runId },
      })),
    );
  }
}

/** Recalculations that a person had let in, and this run took. */
async function markPosted(tx: Tx, runId: RunId): Promise<void> {
  await tx.query(
    `update recalculation_batches b set state = 'posted', run_id = $1
      where state = 'approved' and exists (
            select from fact_changes c join billing_run_replays r on r.run_id = $1 and c.id = any (r.changes)
             where c.transaction_id = b.transaction_id)`,
    [runId],
  );
}

interface UnfinishedRun {
  readonly id: RunId;
  readonly state: 'queued' | 'calculating' | 'closing' | 'reopening';
  readonly flows: number;
}

async function chunksWithout(tx: Tx, runId: RunId, step: 'calculated_at' | 'posted_at'): Promise<number[]> {
  const rows = await tx.query<{ chunk: number }[]>(
    `select chunk from billing_run_chunks where run_id = $1 and ${step} is null order by chunk`,
    [runId],
  );
  return rows.map((row) => row.chunk);
}

/** Houses of a chunk whose step is not done yet; the chunk stays locked until the transaction ends. */
async function pendingHouses(
  tx: Tx,
  runId: RunId,
  chunk: number,
  step: 'calculated_at' | 'posted_at',
): Promise<HouseId[] | null> {
  const [row] = await tx.query<{ house_ids: HouseId[] }[]>(
    `select house_ids from billing_run_chunks where run_id = $1 and chunk = $2 and ${step} is null for update`,
    [runId, chunk],
  );
  return row?.house_ids ?? null;
}

/** Receivables by account, recipient and service, against what is due to each recipient. One entry a house. */
const POSTINGS_OF_HOUSES = `
  select $1 || house_id as key,
         case when account_id is null then 'accrued' else 'receivable' end as ledger_account,
         account_id, supplier_id as recipient_id, service_id, $2::date as origin, 'charge' as kind,
         case when account_id is null then -sum(amount) else sum(amount) end::bigint as amount
    from charge_lines
   where period = $2::date and run_id = $4::bigint and account_id = any(array(select id from accounts where house_id = any($3::bigint[])))
   group by grouping sets ((house_id, supplier_id, service_id, account_id), (house_id, supplier_id, service_id))`;

async function chargedAndPosted(tx: Tx, run: LockedRun): Promise<{ charged: string; posted: string }> {
  const [row] = await tx.query<[{ charged: string; posted: string }]>(
    `select (select coalesce(sum(amount), 0) from billing_run_houses where run_id = $1) as charged,
            (select coalesce(sum(p.amount), 0) from ledger_postings p join ledger_entries e on e.id = p.entry_id
              where p.period = $2 and starts_with(e.key, $3) and p.ledger_account = 'receivable') as posted`,
    [run.id, formatDate(firstDay(run.period)), accrualKey(run)],
  );
  return row;
}
