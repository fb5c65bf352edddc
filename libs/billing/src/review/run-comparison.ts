import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  type OrganizationId,
  type Period,
  type RunId,
} from '@dvor/kernel';
import { Database, JobQueue, Outbox, type Tenant, type Tx } from '@dvor/platform';
import { compareChunkJob } from '../runs/jobs.js';
import { closedRunOf, runById, type RunSummary } from '../runs/run-rows.js';
import type { RunState } from '../runs/run-state.js';
import { type ComparedHouse, compareHouse, type LineText } from './compare-house.js';

/** How far a comparison is. `none`: nobody asked yet; `partial`: some houses wait, or were calculated again. */
export interface ComparisonState {
  readonly base: { readonly runId: RunId; readonly period: Period } | null;
  readonly state: 'none' | 'partial' | 'done';
  readonly houses: { readonly done: number; readonly total: number };
}

/**
 * A run beside the month before: asked for by who looks at it, reckoned in the worker chunk by chunk, kept. It reads
 * the lines of both runs and writes nothing that money stands on.
 */
@Injectable()
export class RunComparison {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Does nothing where all is compared already.
   * @throws DomainError `run.not-found`, `run.wrong-state` while it is not calculated, `comparison.no-month-before`
   */
  async request(tenant: Tenant, id: RunId): Promise<ComparisonState> {
    return this.database.inTenant({ organizationId: tenant.organizationId }, async (tx) => {
      const run = await runById(tx, id);
      if (!run) throw new DomainError('run.not-found');
      if (!COMPARABLE.has(run.state)) throw new DomainError('run.wrong-state', { state: run.state, to: 'compared' });
      const base = await closedRunOf(tx, addMonths(run.period, -1));
      if (!base) {
        throw new DomainError('comparison.no-month-before', { period: formatPeriod(addMonths(run.period, -1)) });
      }
      const known = await this.stateOf(tx, run);
      if (known.state === 'done') return known;
      await forgetOthers(tx, run);
      await tx.query(
        `insert into run_comparisons (organization_id, run_id, base_run_id) values (current_organization(), $1, $2)
         on conflict (organization_id, run_id) do update set asked = run_comparisons.asked + 1, asked_at = now()`,
        [id, base],
      );
      await this.outbox.record(tx, { type: 'billing.comparison-requested', payload: { runId: id } });
      return this.stateOf(tx, run);
    });
  }

  async stateOf(tx: Tx, run: Pick<RunSummary, 'id' | 'period'>): Promise<ComparisonState> {
    const base = await closedRunOf(tx, addMonths(run.period, -1));
    const [row] = await tx.query<[{ asked: boolean; done: number; total: number }]>(
      `select exists (select from run_comparisons where run_id = $1) as asked,
              (select count(*) from run_house_changes where run_id = $1)::int as done,
              (select count(*) from billing_run_houses where run_id = $1)::int as total`,
      [run.id],
    );
    const { asked, done, total } = row;
    return {
      base: base && { runId: base, period: addMonths(run.period, -1) },
      state: !asked ? 'none' : done < total ? 'partial' : 'done',
      houses: { done, total },
    };
  }

  /** Lays the chunks that still have houses to compare on the queue. */
  async layOnQueue(organizationId: OrganizationId, runId: RunId): Promise<void> {
    const laid = await this.database.inTenant({ organizationId }, async (tx) => {
      const [comparison] = await tx.query<{ asked: number }[]>('select asked from run_comparisons where run_id = $1', [
        runId,
      ]);
      const chunks = await tx.query<{ chunk: number }[]>(
        `select chunk from billing_run_chunks c
          where run_id = $1 and exists (select from unnest(c.house_ids) as h (id)
                                         where not exists (select from run_house_changes d where d.run_id = c.run_id and d.house_id = h.id))
          order by chunk`,
        [runId],
      );
      return comparison ? { asked: comparison.asked, chunks } : null;
    });
    for (const { chunk } of laid?.chunks ?? [])
      await this.queue.enqueue(compareChunkJob, { organizationId, runId, chunk }, laid!.asked);
  }

  /** Compares the houses of a chunk that are not compared yet. A run that was calculated again meanwhile is left alone. */
  async compareChunk(organizationId: OrganizationId, runId: RunId, chunk: number): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const asked = await askedOf(tx, runId, chunk);
      if (!asked || !COMPARABLE.has(asked.state) || asked.houseIds.length === 0) return;
      const houses = await comparedHouses(tx, runId, asked);
      if (await isStill(tx, runId, asked)) await write(tx, runId, houses);
    });
  }
}

const COMPARABLE: ReadonlySet<RunState> = new Set(['review', 'closing', 'closed']);

/** Comparisons that nobody will ask for any more: of runs given up, and of months before the last closed one. */
async function forgetOthers(tx: Tx, { period }: RunSummary): Promise<void> {
  const old = `run_id in (select r.id from billing_runs r where r.state = 'cancelled' or r.period < $1::date)`;
  const since = [formatDate(firstDay(addMonths(period, -1)))];
  await tx.query(`delete from run_house_changes where ${old}`, since);
  await tx.query(`delete from run_comparisons where ${old}`, since);
}

interface Asked {
  readonly state: RunState;
  /** Another review means other lines. */
  readonly reviewedAt: string | null;
  readonly period: Period;
  readonly base: RunId;
  /** Not compared yet. */
  readonly houseIds: readonly HouseId[];
}

async function askedOf(tx: Tx, runId: RunId, chunk: number): Promise<Asked | null> {
  const [row] = await tx.query<Asked[]>(
    `select r.state, r.reviewed_at::text as "reviewedAt", (extract(year from r.period) * 12 + extract(month from r.period) - 1)::int as period,
            d.base_run_id as base,
            array(select h.id from unnest(c.house_ids) as h (id)
                   where not exists (select from run_house_changes x where x.run_id = c.run_id and x.house_id = h.id)) as "houseIds"
       from billing_run_chunks c
       join billing_runs r on r.id = c.run_id
       join run_comparisons d on d.run_id = c.run_id
      where c.run_id = $1 and c.chunk = $2`,
    [runId, chunk],
  );
  return row ?? null;
}

/** The run can't be calculated again until this transaction ends. */
async function isStill(tx: Tx, runId: RunId, { reviewedAt }: Asked): Promise<boolean> {
  const [run] = await tx.query<Pick<Asked, 'state' | 'reviewedAt'>[]>(
    'select state, reviewed_at::text as "reviewedAt" from billing_runs where id = $1 for share',
    [runId],
  );
  return run !== undefined && COMPARABLE.has(run.state) && run.reviewedAt === reviewedAt;
}

async function comparedHouses(tx: Tx, runId: RunId, { period, base, houseIds }: Asked): Promise<ComparedHouse[]> {
  const months = { before: addMonths(period, -1), after: period };
  const before = await linesOf(tx, { runId: base, period: months.before }, houseIds);
  const after = await linesOf(tx, { runId, period }, houseIds);
  const parked = await tx.query<{ houseId: HouseId; accountId: AccountId | null }[]>(
    'select house_id as "houseId", account_id as "accountId" from billing_run_parked where run_id = $1 and house_id = any ($2)',
    [runId, houseIds],
  );
  const aside = new Set(parked.map(({ houseId, accountId }) => `${houseId} ${accountId ?? 'whole'}`));
  return houseIds.map((houseId) =>
    compareHouse(
      houseId,
      { before: before.get(houseId) ?? [], after: after.get(houseId) ?? [] },
      { months, isParked: (account) => aside.has(`${houseId} whole`) || aside.has(`${houseId} ${account}`) },
    ),
  );
}

async function linesOf(
  tx: Tx,
  { runId, period }: { runId: RunId; period: Period },
  houseIds: readonly HouseId[],
): Promise<Map<HouseId, LineText[]>> {
  const rows = await tx.query<(LineText & { houseId: HouseId })[]>(
    `select house_id as "houseId", account_id as "accountId", service_id as "serviceId", part, amount, working::text as working
       from charge_lines
      where period = $1 and run_id = $2 and account_id = any(array(select id from accounts where house_id = any($3::bigint[])))
      order by account_id, line`,
    [formatDate(firstDay(period)), runId, houseIds],
  );
  const byHouse = new Map<HouseId, LineText[]>();
  for (const row of rows) {
    const lines = byHouse.get(row.houseId);
    if (lines) lines.push(row);
    else byHouse.set(row.houseId, [row]);
  }
  return byHouse;
}

async function write(tx: Tx, runId: RunId, houses: readonly ComparedHouse[]): Promise<void> {
  const written = await tx.query<{ house_id: HouseId }[]>(
    `insert into run_house_changes (organization_id, run_id, house_id, accounts, causes)
     select current_organization(), $1, house_id, accounts, causes
       from jsonb_to_recordset($2) as row (house_id bigint, accounts int, causes jsonb)
     on conflict do nothing returning house_id`,
    [
      runId,
      JSON.stringify(
        houses.map(({ houseId, accounts, causes }) => ({
          house_id: houseId,
          accounts: accounts.length,
          causes: causes.map(({ amount, ...cause }) => ({ ...cause, amount: amount.kopecks.toString() })),
        })),
      ),
    ],
  );
  const ours = new Set(written.map(({ house_id }) => house_id)); // two jobs of one chunk: the first has written
  const rows = houses.filter(({ houseId }) => ours.has(houseId)).flatMap(accountRows);
  await tx.query(
    `insert into run_account_changes (organization_id, run_id, house_id, account_id, amount_before, amount_after, causes)
     select current_organization(), $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::jsonb[])`,
    [runId, ...[0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]!))],
  );
}

function accountRows({ houseId, accounts }: ComparedHouse): string[][] {
  return accounts.map(({ accountId, before, after, causes }) => [
    houseId,
    accountId,
    before.kopecks.toString(),
    after.kopecks.toString(),
    JSON.stringify(causes.map(([service, reason, amount]) => [service, reason, amount.kopecks.toString()])),
  ]);
}
