import {
  type AccountId,
  type DetailValue,
  firstDay,
  formatDate,
  type HouseId,
  Money,
  type Period,
  type RunId,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { RunState } from './run-state.js';

/** A run as lists and progress show it. */
export interface RunSummary {
  readonly id: RunId;
  readonly period: Period;
  readonly state: RunState;
  readonly requestedAt: Date;
  readonly requestedBy: UserId | null;
  readonly startedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly closingAt: Date | null;
  readonly closedAt: Date | null;
  readonly failure: string | null;
  readonly fingerprint: string | null;
  readonly engineVersion: string;
  readonly houses: { readonly total: number; readonly done: number; readonly posted: number; readonly parked: number };
  readonly accounts: number;
  readonly lines: number;
  readonly amount: Money;
}

export interface ServiceTotal {
  readonly serviceId: ServiceId;
  readonly volume: string | null;
  readonly lines: number;
  readonly amount: Money;
}

export interface ParkedRow {
  readonly houseId: HouseId;
  readonly accountId: AccountId | null;
  readonly code: string;
  readonly details: Readonly<Record<string, DetailValue>>;
}

export interface RunHouse {
  readonly houseId: HouseId;
  readonly accounts: number;
  readonly lines: number;
  readonly amount: Money;
  readonly parked: number;
}

interface SummaryRow extends Omit<RunSummary, 'houses' | 'amount' | 'lines'> {
  readonly total: number;
  readonly done: number;
  readonly posted: number;
  readonly parked: number;
  readonly lines: string;
  readonly amount: string;
}

const SUMMARY = `
  select r.id, (extract(year from r.period) * 12 + extract(month from r.period) - 1)::int as period, r.state,
         r.requested_at as "requestedAt", r.requested_by as "requestedBy", r.started_at as "startedAt",
         r.reviewed_at as "reviewedAt", r.closing_at as "closingAt", r.closed_at as "closedAt", r.failure,
         encode(r.fingerprint, 'hex') as fingerprint, r.engine_version as "engineVersion",
         coalesce(c.total, 0)::int as total, coalesce(c.done, 0)::int as done, coalesce(c.posted, 0)::int as posted,
         coalesce(p.houses, 0)::int as parked, coalesce(h.accounts, 0)::int as accounts,
         coalesce(h.lines, 0) as lines, coalesce(h.amount, 0) as amount
    from billing_runs r
    left join lateral (select sum(cardinality(house_ids)) as total,
                              sum(cardinality(house_ids)) filter (where calculated_at is not null) as done,
                              sum(cardinality(house_ids)) filter (where posted_at is not null) as posted
                         from billing_run_chunks c where c.run_id = r.id) c on true
    left join lateral (select sum(accounts) as accounts, sum(lines) as lines, sum(amount) as amount
                         from billing_run_houses h where h.run_id = r.id) h on true
    left join lateral (select count(distinct house_id) as houses from billing_run_parked p where p.run_id = r.id) p on true`;

export async function runById(tx: Tx, id: RunId): Promise<RunSummary | null> {
  const [row] = await tx.query<SummaryRow[]>(`${SUMMARY} where r.id = $1`, [id]);
  return row ? summaryOf(row) : null;
}

/** Newest first. */
export async function runsBefore(tx: Tx, before: RunId | null, limit: number): Promise<RunSummary[]> {
  const rows = await tx.query<SummaryRow[]>(
    `${SUMMARY} where ($1::bigint is null or r.id < $1) order by r.id desc limit $2`,
    [before, limit],
  );
  return rows.map(summaryOf);
}

export interface LockedRun {
  readonly id: RunId;
  readonly state: RunState;
  readonly period: Period;
  /** Number of its last flow of jobs. */
  readonly flows: number;
  /** How often its closing was undone. */
  readonly reopened: number;
}

/** Only what moves the run forward; the row stays locked until the transaction ends. */
export async function lockRun(tx: Tx, id: RunId, mode: 'update' | 'share'): Promise<LockedRun | null> {
  const [row] = await tx.query<LockedRun[]>(
    `select id, state, flows, reopened, (extract(year from period) * 12 + extract(month from period) - 1)::int as period
       from billing_runs where id = $1 for ${mode}`,
    [id],
  );
  return row ?? null;
}

export async function liveRunOf(tx: Tx, period: Period): Promise<{ id: RunId; state: RunState } | null> {
  const [row] = await tx.query<{ id: RunId; state: RunState }[]>(
    `select id, state from billing_runs where period = $1 and state <> 'cancelled'`,
    [formatDate(firstDay(period))],
  );
  return row ?? null;
}

export async function closedRunOf(tx: Tx, period: Period): Promise<RunId | null> {
  const run = await liveRunOf(tx, period);
  return run?.state === 'closed' ? run.id : null;
}

/** The earliest month before `period` whose run is neither closed nor cancelled. */
export async function openRunBefore(tx: Tx, period: Period): Promise<Period | null> {
  const [row] = await tx.query<{ period: Period | null }[]>(
    `select min((extract(year from period) * 12 + extract(month from period) - 1))::int as period
       from billing_runs where period < $1 and state not in ('closed', 'cancelled')`,
    [formatDate(firstDay(period))],
  );
  return row?.period ?? null;
}

export async function serviceTotals(tx: Tx, id: RunId): Promise<ServiceTotal[]> {
  const rows = await tx.query<{ serviceId: ServiceId; volume: string | null; lines: number; amount: string }[]>(
    `select t.service as "serviceId", sum(t.volume)::text as volume, sum(t.lines)::int as lines, sum(t.amount) as amount
       from billing_run_houses h
      cross join jsonb_to_recordset(h.totals) as t (service bigint, volume numeric, lines int, amount bigint)
      where h.run_id = $1
      group by t.service`,
    [id],
  );
  return rows.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) }));
}

export async function parkedOf(tx: Tx, id: RunId): Promise<ParkedRow[]> {
  return tx.query<ParkedRow[]>(
    `select house_id as "houseId", account_id as "accountId", code, details from billing_run_parked where run_id = $1 order by house_id, account_id nulls first`,
    [id],
  );
}

export async function housesOf(tx: Tx, id: RunId): Promise<RunHouse[]> {
  const rows = await tx.query<(Omit<RunHouse, 'amount'> & { amount: string })[]>(
    `select h.house_id as "houseId", h.accounts, h.lines, h.amount,
            (select count(*) from billing_run_parked p where p.run_id = h.run_id and p.house_id = h.house_id)::int as parked
       from billing_run_houses h where h.run_id = $1 order by h.house_id`,
    [id],
  );
  return rows.map((row) => ({ ...row, amount: Money.ofKopecks(row.amount) }));
}

function summaryOf({ total, done, posted, parked, lines, amount, ...row }: SummaryRow): RunSummary {
  return { ...row, houses: { total, done, posted, parked }, lines: Number(lines), amount: Money.ofKopecks(amount) };
}

/** A number that no flow of the run's jobs has had: the queue ignores a job whose id it has seen. */
export async function nextFlow(tx: Tx, id: RunId): Promise<number> {
  const [row] = await tx.query<{ flows: number }[]>(
    'with laid as (update billing_runs set flows = flows + 1 where id = $1 returning flows) select flows from laid',
    [id],
  );
  return row!.flows;
}
