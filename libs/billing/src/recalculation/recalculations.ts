import { Injectable } from '@nestjs/common';
import { DomainError, type HouseId, type Period, type UserId } from '@dvor/kernel';
import { type Approval, Approvals, AuditLog, ExceptionsInbox, type Matter, type Tx } from '@dvor/platform';
import { BillingRuns } from '../runs/billing-runs.js';
import { firstCutOff, isMassChange, massChanges, type ReplayLimits } from './find-replays.js';
import { type BatchPreview, previewBatch } from './preview-batch.js';
import { putBackFacts } from './put-back-facts.js';
import { replayLimits } from './replay-limits.js';

export const BATCH_STATES = ['waiting', 'approved', 'postponed', 'posted', 'undone'] as const;
/** `undone`: put back before any run had posted it. */
export type BatchState = (typeof BATCH_STATES)[number];

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
  readonly authors: readonly UserId[];
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Why it was postponed, or allowed beyond the usual months. */
  readonly decision: string | null;
  /** Let in for months beyond those that are usual. */
  readonly beyond: boolean;
  /** ISO month whose run posted it. */
  readonly postedIn: string | null;
}

/** How it stands with the words that let a batch in. */
export interface Letting {
  /** A second person's word is needed. */
  readonly required: boolean;
  /** Asked for or given, and not used yet. */
  readonly approval: Approval | null;
  /** It speaks of months beyond those that are usual too. */
  readonly beyond: boolean;
  /** The first month beyond those that are usual, `2021-03`; `null`: none is concerned, or they are let in already. */
  readonly cutOff: string | null;
  /** How many months back are usual. */
  readonly monthsBack: number;
}

export interface Asked {
  /** Months beyond those that are usual too. */
  readonly beyond: boolean;
  readonly reason: string | null;
}

/** Recalculations that wait for a person: what they would come to, and the word that lets them into the next run. */
@Injectable()
export class Recalculations {
  constructor(
    private readonly runs: BillingRuns,
    private readonly audit: AuditLog,
    private readonly approvals: Approvals,
    private readonly inbox: ExceptionsInbox,
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
   * What a batch comes to, some houses at a time; `beyond` the months that are usual too where that is asked.
   * @throws DomainError `recalculation.not-found`
   */
  async preview(
    tx: Tx,
    id: string,
    { after, beyond = false }: { readonly after: HouseId | null; readonly beyond?: boolean },
  ): Promise<BatchPreview> {
    await this.find(tx, id);
    const { openMonth, limits } = await this.limits(tx);
    const monthsBack = beyond ? ALL_MONTHS : limits.monthsBack;
    return previewBatch(tx, id, { openMonth, limits: { ...limits, monthsBack }, after });
  }

  /** @throws DomainError `recalculation.not-found` */
  async letting(tx: Tx, id: string): Promise<Letting> {
    const batch = await this.find(tx, id);
    const { openMonth, limits } = await this.limits(tx);
    const word = await this.approvals.current(tx, matterOf(batch, { beyond: false }));
    const approval = word && word.usedAt === null && word.state !== 'withdrawn' ? word : null;
    return {
      required: (await this.isMass(tx, id)) && (await this.approvals.required(tx, 'recalculation.mass')),
      approval,
      beyond: approval?.version === BEYOND,
      cutOff: batch.beyond ? null : await firstCutOff(tx, id, { openMonth, monthsBack: limits.monthsBack }),
      monthsBack: limits.monthsBack,
    };
  }

  /**
   * Asks a second person to let the batch into the next run: neither who asks nor who made the changes.
   * @throws DomainError `recalculation.not-found`, `recalculation.posted`, `recalculation.undone`, `recalculation.no-reason`
   */
  async askToApprove(tx: Tx, id: string, { by, beyond, reason }: Asked & { readonly by: UserId }): Promise<Approval> {
    const batch = await this.find(tx, id);
    if (!reason?.trim()) throw new DomainError('recalculation.no-reason');
    refuseSettled(batch, { beyond });
    const { openMonth, limits } = await this.limits(tx);
    const cutOff = beyond ? await firstCutOff(tx, id, { openMonth, monthsBack: limits.monthsBack }) : null;
    const matter = matterOf(batch, { beyond });
    return this.approvals.request(
      tx,
      { ...matter, details: { ...matter.details, ...(cutOff && { cutOff }) } },
      { by, reason: reason.trim() },
    );
  }

  /**
   * Lets the batch into the next run; `beyond` the months that are usual only with a reason. One of many accounts only by
   * a second person's word.
   *
   * @throws DomainError `recalculation.not-found`, `recalculation.posted`, `recalculation.undone`, `recalculation.no-reason`,
   *   `approval.required`, `approval.waiting`, `approval.refused`
   */
  async approve(
    tx: Tx,
    id: string,
    { by, beyond, reason }: Asked & { readonly by: UserId | null },
  ): Promise<RecalculationBatch> {
    if (beyond && !reason?.trim()) throw new DomainError('recalculation.no-reason');
    const batch = await this.find(tx, id);
    refuseSettled(batch, { beyond });
    if (await this.isMass(tx, id)) {
      const why = reason?.trim() || batch.reasons.join('; ');
      await this.approvals.requireApproved(tx, matterOf(batch, { beyond }), { by, reason: why });
    }
    if (beyond) await this.inbox.settleOne(tx, `too-old-${id}`, 'let in');
    return this.decide(tx, id, { state: 'approved', by, beyond, reason });
  }

  /** It stays in sight, and is posted by no run until it is approved. @throws DomainError as `approve` does */
  async postpone(
    tx: Tx,
    id: string,
    { by, reason }: { readonly by: UserId | null; readonly reason: string },
  ): Promise<RecalculationBatch> {
    if (!reason.trim()) throw new DomainError('recalculation.no-reason');
    refuseSettled(await this.find(tx, id), { beyond: false });
    return this.decide(tx, id, { state: 'postponed', by, beyond: false, reason });
  }

  /**
   * Puts the facts back as they were known before the batch changed them. That is a change of the past like any: the next
   * run takes back what was posted. Only where nobody has changed the same days since. What a run has posted for many
   * accounts is taken back by a second person's word, as it was let in; what none has posted comes to nothing.
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
    const posted = batch.state === 'posted';
    const waits = by !== null && posted && (await this.isMass(tx, id));
    if (!posted) await this.write(tx, id, { state: 'undone', by, beyond: batch.beyond, reason });
    const [undone] = await tx.query<{ id: string }[]>(
      `with undone as (
         insert into recalculation_batches (organization_id, transaction_id, state, reason, decided_by, decided_at, undoes)
         values (current_organization(), pg_current_xact_id()::text::bigint, $4, $2, $3, case when $4 = 'approved' then organization_now() end,
                 (select b.id from recalculation_batches b where b.transaction_id = $1::bigint))
         returning transaction_id)
       select transaction_id as id from undone`,
      [id, reason, waits ? null : by, waits ? 'waiting' : 'approved'],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'recalculation.undo',
      object: { type: 'recalculation', id },
      details: { reason, by: undone!.id },
    });
    return this.find(tx, undone!.id);
  }

  private async decide(tx: Tx, id: string, decision: Decision): Promise<RecalculationBatch> {
    await this.write(tx, id, decision);
    const { state, by, beyond, reason } = decision;
    await this.audit.record(tx, {
      userId: by,
      action: `recalculation.${state}`,
      object: { type: 'recalculation', id },
      details: { ...(reason && { reason }), beyond },
    });
    return this.find(tx, id);
  }

  private async write(tx: Tx, id: string, { state, by, beyond, reason }: Decision): Promise<void> {
    await tx.query(
      `insert into recalculation_batches (organization_id, transaction_id, state, reason, beyond_limit, decided_by, decided_at)
       values (current_organization(), $1, $2, $3, $4, $5, organization_now())
       on conflict on constraint recalculation_batches_transaction do update
          set state = excluded.state, reason = excluded.reason, beyond_limit = excluded.beyond_limit,
              decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [id, state, reason, beyond, by],
    );
  }

  private async isMass(tx: Tx, id: string): Promise<boolean> {
    return isMassChange(tx, id, (await this.limits(tx)).limits.massAccounts);
  }

  /** The month that is open, and how far back its run goes. */
  private async limits(tx: Tx): Promise<{ openMonth: Period; limits: ReplayLimits }> {
    const openMonth = await this.runs.workingPeriod(tx);
    return { openMonth, limits: await replayLimits(tx, openMonth) };
  }
}

interface Decision {
  readonly state: 'approved' | 'postponed' | 'undone';
  readonly by: UserId | null;
  readonly beyond: boolean;
  readonly reason: string | null;
}

/** What a closed month has posted can only be let in for months further back. */
function refuseSettled({ id, state }: RecalculationBatch, { beyond }: Pick<Asked, 'beyond'>): void {
  if (state === 'undone') throw new DomainError('recalculation.undone', { id });
  if (state === 'posted' && !beyond) throw new DomainError('recalculation.posted', { id });
}

function matterOf(batch: RecalculationBatch, { beyond }: Pick<Asked, 'beyond'>): Matter {
  const { id, reasons, from, houses, authors, services } = batch;
  return {
    action: 'recalculation.mass',
    object: { type: 'recalculation', id, label: reasons.join('; ') },
    version: beyond ? BEYOND : 'usual',
    authors,
    details: { from, ...(houses > 0 && { houses }), ...(services.length > 0 && { services: services.join(', ') }) },
  };
}

const BEYOND = 'beyond';
/** More than any books go back. */
const ALL_MONTHS = 1200;

const BATCHES = `
  select c.transaction_id::text as id, coalesce(b.state, 'waiting') as state,
         array_agg(distinct c.fact order by c.fact) as facts, array_agg(distinct c.reason order by c.reason) as reasons,
         coalesce(array_agg(distinct s.name order by s.name) filter (where s.id is not null), '{}') as services,
         count(distinct c.subject_id) filter (where c.subject_type = 'house')::int as houses,
         min(c.from_day)::text as "from", max(c.changed_at) as "changedAt", max(author.name) as "changedBy",
         coalesce(array_agg(distinct c.changed_by::text) filter (where c.changed_by is not null), '{}') as authors, coalesce(b.beyond_limit, false) as beyond,
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
