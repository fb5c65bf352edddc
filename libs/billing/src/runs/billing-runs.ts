import { Injectable } from '@nestjs/common';
import {
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type Period,
  periodOfDate,
  type RunId,
  type UserId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import {
  AuditLog,
  changesSoFar,
  constraintOf,
  Database,
  decodeCursor,
  KEY,
  OrganizationClock,
  Outbox,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { ENGINE_VERSION } from '../core/index.js';
import { chunksOfHouses } from './chunks-of-houses.js';
import {
  housesOf,
  lockRun,
  nextFlow,
  openRunBefore,
  type ParkedRow,
  parkedOf,
  runById,
  type RunHouse,
  runsBefore,
  type RunSummary,
  type ServiceTotal,
  serviceTotals,
} from './run-rows.js';
import { assertMayBecome, type RunState } from './run-state.js';

export interface RunDetail extends RunSummary {
  readonly totals: readonly ServiceTotal[];
  readonly parkedItems: readonly ParkedRow[];
}

/**
 * A month's run as people steer it: ask for it, watch it, cancel it, close it. The work itself is done by `RunEngine` in
 * the worker, told by an outbox event, so that a run asked for is a run done, whatever dies in between.
 */
@Injectable()
export class BillingRuns {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * @throws DomainError `run.already-exists` (naming it), `run.month-closed`, `run.earlier-month-open`,
   *   `run.month-not-begun`, `run.no-houses`
   */
  async request(tenant: Tenant, asked: { period: Period; by: UserId | null }): Promise<RunSummary> {
    return this.database.inTenant(wholeOf(tenant), async (tx) => {
      await this.assertMayRun(tx, asked.period);
      const chunks = await chunksOfHouses(tx, asked.period);
      if (chunks.length === 0) throw new DomainError('run.no-houses');
      const id = await this.insertRun(tx, asked);
      await tx.query(
        `insert into billing_run_chunks (organization_id, run_id, chunk, house_ids)
         select current_organization(), $1, chunk, array(select jsonb_array_elements_text(houses)::bigint)
           from jsonb_array_elements($2::jsonb) with ordinality as list (houses, chunk)`,
        [id, JSON.stringify(chunks)],
      );
      await this.note(tx, asked.by, 'run.request', id, asked.period);
      await this.outbox.record(tx, { type: 'billing.run-requested', payload: { runId: id } });
      return (await runById(tx, id))!;
    });
  }

  async list(tenant: Tenant, page: PageRequest): Promise<Page<RunSummary>> {
    return this.database.inTenant(tenant, async (tx) => {
      const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
      const rows = await runsBefore(tx, before as RunId | null, page.limit + 1);
      return pageOf(rows, page.limit, (run) => [run.id]);
    });
  }

  /** @throws DomainError `run.not-found` */
  async summary(tenant: Tenant, id: RunId): Promise<RunSummary> {
    return this.database.inTenant(tenant, (tx) => found(runById(tx, id)));
  }

  /** @throws DomainError `run.not-found` */
  async detail(tenant: Tenant, id: RunId): Promise<RunDetail> {
    return this.database.inTenant(tenant, async (tx) => ({
      ...(await found(runById(tx, id))),
      totals: await serviceTotals(tx, id),
      parkedItems: await parkedOf(tx, id),
    }));
  }

  /** @throws DomainError `run.not-found` */
  async houses(tenant: Tenant, id: RunId): Promise<RunHouse[]> {
    return this.database.inTenant(tenant, async (tx) => {
      await found(runById(tx, id));
      return housesOf(tx, id);
    });
  }

  /** The draft lines go; a chunk being calculated at this moment is waited for. @throws DomainError `run.not-found`, `run.wrong-state` */
  async cancel(tenant: Tenant, id: RunId, by: UserId | null): Promise<RunSummary> {
    return this.move(tenant, id, 'cancelled', by, 'run.cancel', async (tx) => {
      await tx.query(`update billing_runs set cancelled_at = now() where id = $1`, [id]);
      await this.outbox.record(tx, { type: 'billing.run-cancelled', payload: { runId: id } });
    });
  }

  /**
   * Calculates the parked houses again, once their facts are mended, and whatever a failed run still lacks; or the houses
   * that are named; or all of them.
   *
   * @throws DomainError `run.not-found`, `run.wrong-state`, `run.no-such-house`
   */
  async retry(
    tenant: Tenant,
    id: RunId,
    by: UserId | null,
    houses: 'parked' | 'all' | readonly HouseId[] = 'parked',
  ): Promise<RunSummary> {
    return this.move(tenant, id, 'calculating', by, 'run.retry', async (tx) => {
      await tx.query(
        `update billing_run_chunks c set calculated_at = null
          where run_id = $1 and ($2 or c.house_ids && $3::bigint[]
                or ($4 and exists (select from billing_run_parked p where p.run_id = c.run_id and p.house_id = any (c.house_ids))))`,
        [id, houses === 'all', typeof houses === 'string' ? [] : houses, houses === 'parked'],
      );
      if (typeof houses !== 'string') await assertKnown(tx, id, houses);
      if (houses === 'all')
        await tx.query('update billing_runs set facts_through = $2, replays_found_at = null where id = $1', [
          id,
          await changesSoFar(tx),
        ]);
      await tx.query('update billing_runs set fingerprint = null, reviewed_at = null, failure = null where id = $1', [
        id,
      ]);
      await this.outbox.record(tx, { type: 'billing.run-requested', payload: { runId: id } });
    });
  }

  /**
   * Promotes the reviewed lines as they are: postings follow, then the month takes no more entries. People close by
   * `MonthClose`, which looks at the checks and at a second person's word first.
   *
   * @param before looks once more, in the same transaction
   * @throws DomainError `run.not-found`, `run.wrong-state`, `run.has-parked`, `run.earlier-month-open`, `run.month-closed`
   */
  async close(
    tenant: Tenant,
    id: RunId,
    by: UserId | null,
    before: (tx: Tx) => Promise<void> = async () => {},
  ): Promise<RunSummary> {
    return this.move(tenant, id, 'closing', by, 'run.close', async (tx, period) => {
      await this.assertNext(tx, period);
      const parked = await parkedOf(tx, id);
      if (parked.length > 0) throw new DomainError('run.has-parked', { parked: parked.length });
      await before(tx);
      await tx.query('update billing_runs set closing_at = now(), closed_by = $2, failure = null where id = $1', [
        id,
        by,
      ]);
      await this.outbox.record(tx, { type: 'billing.closing-requested', payload: { runId: id } });
    });
  }

  /**
   * Undoes the closing of the last closed month: the worker mirrors its accrual and the run stands in review again.
   *
   * @param before looks once more, in the same transaction
   * @throws DomainError `run.not-found`, `run.wrong-state`, `run.later-month-begun`, `run.receipts-issued`
   */
  async reopen(
    tenant: Tenant,
    id: RunId,
    { by, reason }: { by: UserId | null; reason: string },
    before: (tx: Tx) => Promise<void> = async () => {},
  ): Promise<RunSummary> {
    return this.move(tenant, id, 'reopening', by, 'run.reopen', async (tx, period) => {
      await assertMayReopen(tx, id, period);
      await before(tx);
      await tx.query('update billing_runs set reopening_by = $2, reopening_reason = $3 where id = $1', [
        id,
        by,
        reason,
      ]);
      await this.outbox.record(tx, { type: 'billing.reopening-requested', payload: { runId: id } });
    });
  }

  /** The month to work on: the one after the last closed, else the current one. */
  async workingPeriod(tx: Tx): Promise<Period> {
    return (await this.monthAfterLastClosed(tx)) ?? periodOfDate(await this.clock.today(tx));
  }

  /** `null` before the first month is closed. */
  async monthAfterLastClosed(tx: Tx): Promise<Period | null> {
    const closed = await this.ledger.lastClosedMonth(tx);
    return closed === null ? null : addMonths(closed, 1);
  }

  private async assertMayRun(tx: Tx, period: Period): Promise<void> {
    await this.assertNext(tx, period);
    if (period > periodOfDate(await this.clock.today(tx)))
      throw new DomainError('run.month-not-begun', { period: formatPeriod(period) });
  }

  /** Months are billed and closed one after the other: balances are carried from each to the next. */
  private async assertNext(tx: Tx, period: Period): Promise<void> {
    const closed = await this.ledger.lastClosedMonth(tx);
    if (closed !== null && period <= closed)
      throw new DomainError('run.month-closed', { period: formatPeriod(period) });
    const open = closed === null ? await openRunBefore(tx, period) : addMonths(closed, 1);
    if (open !== null && period > open)
      throw new DomainError('run.earlier-month-open', { period: formatPeriod(period), open: formatPeriod(open) });
  }

  private async insertRun(tx: Tx, asked: { period: Period; by: UserId | null }): Promise<RunId> {
    try {
      const [row] = await tx.query<{ id: RunId }[]>(
        `insert into billing_runs (organization_id, period, engine_version, requested_by, facts_through)
         values (current_organization(), $1, $2, $3, $4) returning id`,
        [formatDate(firstDay(asked.period)), ENGINE_VERSION, asked.by, await changesSoFar(tx)],
      );
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'billing_runs_one_per_month')
        throw new DomainError('run.already-exists', { period: formatPeriod(asked.period) });
      throw error;
    }
  }

  private async move(
    tenant: Tenant,
    id: RunId,
    to: RunState,
    by: UserId | null,
    action: string,
    consequences: (tx: Tx, period: Period) => Promise<void>,
  ): Promise<RunSummary> {
    return this.database.inTenant(wholeOf(tenant), async (tx) => {
      const run = await lockRun(tx, id, 'update');
      if (!run) throw new DomainError('run.not-found');
      assertMayBecome(run.state, to);
      await consequences(tx, run.period);
      await nextFlow(tx, id); // what the jobs of earlier flows find missing is not missing any more
      await tx.query('update billing_runs set state = $2 where id = $1', [id, to]);
      await this.note(tx, by, action, id, run.period);
      return (await runById(tx, id))!;
    });
  }

  private async note(tx: Tx, userId: UserId | null, action: string, id: RunId, period: Period): Promise<void> {
    await this.audit.record(tx, {
      userId,
      action,
      object: { type: 'run', id },
      details: { period: formatPeriod(period) },
    });
  }
}

async function assertKnown(tx: Tx, id: RunId, houses: readonly HouseId[]): Promise<void> {
  const [row] = await tx.query<{ known: number }[]>(
    `select count(distinct h)::int as known from billing_run_chunks c, unnest(c.house_ids) h where c.run_id = $1 and h = any ($2)`,
    [id, houses],
  );
  if (row!.known < new Set(houses).size) throw new DomainError('run.no-such-house');
}

async function assertMayReopen(tx: Tx, id: RunId, period: Period): Promise<void> {
  const refusal = await whyNotReopened(tx, { id, period });
  if (refusal) throw refusal;
}

/** In reverse order, and only while nobody has been told what they owe. `null`: nothing stands against it. */
export async function whyNotReopened(
  tx: Tx,
  { id, period }: { readonly id: RunId; readonly period: Period },
): Promise<DomainError | null> {
  const [row] = await tx.query<{ later: Period | null; receipts: number }[]>(
    `select (select min(extract(year from period) * 12 + extract(month from period) - 1)::int
               from billing_runs where period > $2 and state <> 'cancelled') as later,
            (select coalesce(sum(receipts), 0) from receipt_files where run_id = $1)::int as receipts`,
    [id, formatDate(firstDay(period))],
  );
  const month = formatPeriod(period);
  if (row!.later !== null)
    return new DomainError('run.later-month-begun', { period: month, later: formatPeriod(row!.later) });
  return row!.receipts > 0 ? new DomainError('run.receipts-issued', { period: month, receipts: row!.receipts }) : null;
}

async function found(run: Promise<RunSummary | null>): Promise<RunSummary> {
  const row = await run;
  if (!row) throw new DomainError('run.not-found');
  return row;
}

/** A run is the whole organisation's, whichever houses its asker looks after: what is parked elsewhere blocks it too. */
function wholeOf({ organizationId }: Tenant): Tenant {
  return { organizationId };
}
