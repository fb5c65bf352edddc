import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, formatPeriod, type HouseId, Money, type UserId } from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';
import { BillingRuns } from '../runs/billing-runs.js';
import { massChanges, replaysOfBatch } from './find-replays.js';
import { replayLimits } from './replay-limits.js';
import { type PlacedCorrection, replayHouses } from './replay-houses.js';
import { putBackFacts } from './put-back-facts.js';
import { causesOf, scopesOf } from './replay-scopes.js';

export type BatchState = 'waiting' | 'approved' | 'postponed' | 'posted';

/** Changes of the past that were made together and concern many accounts. */
export interface RecalculationBatch {
  /** Of the transaction that made them. */
  readonly id: string;
  readonly state: BatchState;
  readonly facts: readonly string[];
  readonly reasons: readonly string[];
  /** Names of the services they are of; none: of houses or of all the organisation. */
  readonly services: readonly string[];
  readonly houses: number;
  /** First day that was changed, ISO. */
  readonly from: string;
  readonly changedAt: Date;
  readonly changedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Why it was postponed, or allowed beyond the usual months. */
  readonly decision: string | null;
  /** ISO month whose run posted it. */
  readonly postedIn: string | null;
}

/** What an account's closed month would come to. */
export interface PreviewedMonth {
  readonly accountId: AccountId;
  readonly account: string;
  readonly houseId: HouseId;
  /** ISO */
  readonly month: string;
  /** Of the services that change. */
  readonly charged: Money;
  readonly should: Money;
  readonly difference: Money;
}

export interface BatchPreview {
  readonly items: readonly PreviewedMonth[];
  /** Of the houses that were replayed for this page. */
  readonly difference: Money;
  /** Accounts' months of these houses that could not be replayed. */
  readonly unreplayed: number;
  readonly houses: { readonly done: number; readonly total: number };
  /** The last house of the page; null: there are no more. */
  readonly next: HouseId | null;
}

const HOUSES_A_PAGE = 20;

/** Recalculations that wait for a person: what they would come to, and the word that lets them into the next run. */
@Injectable()
export class Recalculations {
  constructor(
    private readonly runs: BillingRuns,
    private readonly audit: AuditLog,
  ) {}

  /** Those that wait first, then the latest. */
  async list(tx: Tx, limit: number): Promise<RecalculationBatch[]> {
    const openMonth = await this.runs.monthAfterLastClosed(tx);
    const found =
      openMonth === null ? [] : await massChanges(tx, { openMonth, ...(await replayLimits(tx, openMonth)) });
    return tx.query<RecalculationBatch[]>(BATCHES, [found, limit, null]);
  }

  /** @throws DomainError `recalculation.not-found` */
  async find(tx: Tx, id: string): Promise<RecalculationBatch> {
    const [batch] = /^\d{1,19}$/.test(id) ? await tx.query<RecalculationBatch[]>(BATCHES, [[id], 1, id]) : [];
    if (!batch) throw new DomainError('recalculation.not-found', { id });
    return batch;
  }

  /**
   * What a batch comes to, by the very function that a run replays with: nothing is written. Some houses at a time.
   * @throws DomainError `recalculation.not-found`
   */
  async preview(tx: Tx, id: string, after: HouseId | null): Promise<BatchPreview> {
    await this.find(tx, id);
    const openMonth = await this.runs.monthAfterLastClosed(tx);
    const { monthsBack } = await replayLimits(tx, openMonth!);
    const rows = await replaysOfBatch(tx, id, { openMonth: openMonth!, monthsBack });
    const houses = [...new Set(rows.map(({ houseId }) => houseId))].sort((a, b) => Number(a) - Number(b));
    const left = houses.filter((house) => after === null || Number(house) > Number(after));
    const asked = left.slice(0, HOUSES_A_PAGE);
    const own = rows.filter(({ houseId }) => asked.includes(houseId));
    const { corrections, unreplayed } = await replayHouses(tx, scopesOf(own, await causesOf(tx, own)), openMonth!);
    return {
      items: await monthsOf(tx, corrections),
      difference: Money.sum(corrections.map(({ amount }) => amount)),
      unreplayed: unreplayed.length,
      houses: { done: houses.length - left.length + asked.length, total: houses.length },
      next: left.length > asked.length ? asked.at(-1)! : null,
    };
  }

  /**
   * Lets the batch into the next run; `beyond` the months that are usual only with a reason.
   * @throws DomainError `recalculation.not-found`, `recalculation.posted`, `recalculation.no-reason`
   */
  async approve(
    tx: Tx,
    id: string,
    { by, beyond, reason }: { readonly by: UserId | null; readonly beyond: boolean; readonly reason: string | null },
  ): Promise<RecalculationBatch> {
    if (beyond && !reason?.trim()) throw new DomainError('recalculation.no-reason');
    return this.decide(tx, id, { state: 'approved', by, beyond, reason });
  }

  /** It stays in sight, and is posted by no run until it is approved. @throws DomainError as `approve` does */
  async postpone(
    tx: Tx,
    id: string,
    { by, reason }: { readonly by: UserId | null; readonly reason: string },
  ): Promise<RecalculationBatch> {
    if (!reason.trim()) throw new DomainError('recalculation.no-reason');
    return this.decide(tx, id, { state: 'postponed', by, beyond: false, reason });
  }

  /**
   * Puts the facts back as they were known before the batch changed them. That is a change of the past like any: the next
   * run takes back what was posted. Only where nobody has changed the same days since.
   *
   * @throws DomainError `recalculation.not-found`, `recalculation.no-reason`, `recalculation.built-upon`, `recalculation.not-undoable`
   */
  async undo(
    tx: Tx,
    id: string,
    { by, reason }: { readonly by: UserId | null; readonly reason: string },
  ): Promise<RecalculationBatch> {
    if (!reason.trim()) throw new DomainError('recalculation.no-reason');
    const batch = await this.find(tx, id);
    await putBackFacts(tx, id, { by, reason: `отмена: ${batch.reasons.join('; ')} — ${reason}` });
    const [undone] = await tx.query<{ id: string }[]>(
      `with undone as (
         insert into recalculation_batches (organization_id, transaction_id, state, reason, decided_by, decided_at, undoes)
         values (current_organization(), pg_current_xact_id()::text::bigint, 'approved', $2, $3, organization_now(),
                 (select b.id from recalculation_batches b where b.transaction_id = $1::bigint))
         returning transaction_id)
       select transaction_id as id from undone`,
      [id, reason, by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'recalculation.undo',
      object: { type: 'recalculation', id },
      details: { reason, by: undone!.id },
    });
    return this.find(tx, undone!.id);
  }

  private async decide(
    tx: Tx,
    id: string,
    {
      state,
      by,
      beyond,
      reason,
    }: { state: 'approved' | 'postponed'; by: UserId | null; beyond: boolean; reason: string | null },
  ): Promise<RecalculationBatch> {
    await this.find(tx, id);
    const [decided] = await tx.query<{ id: string }[]>(
      `with decided as (
         insert into recalculation_batches (organization_id, transaction_id, state, reason, beyond_limit, decided_by, decided_at)
         values (current_organization(), $1, $2, $3, $4, $5, organization_now())
         on conflict on constraint recalculation_batches_transaction do update
            set state = excluded.state, reason = excluded.reason, beyond_limit = excluded.beyond_limit,
                decided_by = excluded.decided_by, decided_at = excluded.decided_at
          where recalculation_batches.state <> 'posted' or excluded.beyond_limit
         returning id)
       select id from decided`,
      [id, state, reason, beyond, by],
    );
    if (!decided) throw new DomainError('recalculation.posted', { id });
    await this.audit.record(tx, {
      userId: by,
      action: `recalculation.${state}`,
      object: { type: 'recalculation', id },
      details: { ...(reason && { reason }), beyond },
    });
    return this.find(tx, id);
  }
}

async function monthsOf(tx: Tx, corrections: readonly PlacedCorrection[]): Promise<PreviewedMonth[]> {
  const months = new Map<string, Omit<PreviewedMonth, 'account'>>();
  for (const { account, houseId, origin, amount, working } of corrections) {
    const key = `${account} ${origin}`;
    const known = months.get(key);
    const charged = Money.parse(working.charged).plus(known?.charged ?? Money.zero);
    const difference = amount.plus(known?.difference ?? Money.zero);
    const should = charged.plus(difference);
    months.set(key, {
      accountId: account as AccountId,
      houseId,
      month: formatPeriod(origin),
      charged,
      should,
      difference,
    });
  }
  const numbers = await tx.query<{ id: AccountId; number: string }[]>(
    'select id, number from accounts where id = any ($1::bigint[])',
    [[...new Set([...months.values()].map(({ accountId }) => accountId))]],
  );
  const byId = new Map(numbers.map(({ id, number }) => [id, number]));
  return [...months.values()]
    .map((month) => ({ ...month, account: byId.get(month.accountId) ?? '' }))
    .sort((a, b) => a.account.localeCompare(b.account) || a.month.localeCompare(b.month));
}

const BATCHES = `
  select c.transaction_id::text as id, coalesce(b.state, 'waiting') as state,
         array_agg(distinct c.fact order by c.fact) as facts, array_agg(distinct c.reason order by c.reason) as reasons,
         coalesce(array_agg(distinct s.name order by s.name) filter (where s.id is not null), '{}') as services,
         count(distinct c.subject_id) filter (where c.subject_type = 'house')::int as houses,
         min(c.from_day)::text as "from", max(c.changed_at) as "changedAt", max(author.name) as "changedBy",
         b.decided_at as "decidedAt", max(judge.name) as "decidedBy", b.reason as decision, to_char(r.period, 'YYYY-MM') as "postedIn"
    from fact_changes c
    left join recalculation_batches b on b.transaction_id = c.transaction_id
    left join billing_runs r on r.id = b.run_id
    left join services s on c.subject_type = 'service' and s.id = c.subject_id
    left join users author on author.id = c.changed_by
    left join users judge on judge.id = b.decided_by
   where (c.transaction_id = any ($1::bigint[]) or b.id is not null) and ($3::bigint is null or c.transaction_id = $3)
   group by c.transaction_id, b.id, r.id
   order by case coalesce(b.state, 'waiting') when 'waiting' then 0 when 'approved' then 1 when 'postponed' then 1 else 2 end, max(c.id) desc
   limit $2`;
