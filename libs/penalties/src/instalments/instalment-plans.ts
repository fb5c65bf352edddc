import { Injectable } from '@nestjs/common';
import { LawParameters, settingsOn } from '@dvor/catalogue';
import {
  type AccountId,
  DomainError,
  formatDate,
  formatPeriod,
  firstDay,
  type LocalDate,
  Money,
  type UserId,
} from '@dvor/kernel';
import { Accounts } from '@dvor/housing';
import { Deferrals } from '@dvor/ledger';
import {
  AuditLog,
  constraintOf,
  decodeCursor,
  KEY,
  OrganizationClock,
  Outbox,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import { type PlanStanding, spreadOverPlaces, standingOf } from '../core/index.js';
import { draftPlan, keyOf, type PlanAsked, type PlanDraft } from './draft-plan.js';
import { type LoadedPlan, loadPlans, type PlanBasis, type PlanId } from './load-plans.js';

export const PLAN_STANDINGS = ['draft', 'kept', 'late', 'done', 'ended', 'cancelled'] as const;
/** How a plan stands today. */
export type PlanStandingState = (typeof PLAN_STANDINGS)[number];

export interface Plan extends LoadedPlan {
  readonly account: string;
  readonly address: string;
  readonly payer: string | null;
  readonly debt: Money;
  readonly standing: PlanStandingState;
  /** `null`: it was not begun. */
  readonly progress: PlanStanding | null;
}

export interface PlanEvent {
  readonly kind: 'made' | 'started' | 'late' | 'missed' | 'done' | 'ended' | 'resumed' | 'cancelled';
  readonly part: number | null;
  readonly at: Date;
  readonly by: string | null;
  readonly note: string | null;
}

export interface PlanFilter {
  readonly standing?: PlanStandingState | undefined;
  readonly basis?: PlanBasis | undefined;
  readonly accountId?: AccountId | undefined;
  /** A part of an account's number, or a plan's. */
  readonly text?: string | undefined;
}

/** Plans of instalments (PEN-09): agreed with a payer, begun by a signed paper or by an answer in the cabinet. */
@Injectable()
export class InstalmentPlans {
  constructor(
    private readonly accounts: Accounts,
    readonly deferrals: Deferrals,
    readonly law: LawParameters,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** What a plan would be; nothing is written. @throws those of `draftPlan` */
  async preview(tx: Tx, asked: PlanAsked): Promise<PlanDraft> {
    return draftPlan(tx, this, asked, await this.clock.today(tx));
  }

  /** Writes a plan down; it holds once it is begun. @throws those of `draftPlan` */
  async make(
    tx: Tx,
    { basis, note, ...asked }: PlanAsked & { readonly basis: PlanBasis; readonly note: string | null },
    by: UserId | null,
  ): Promise<PlanId> {
    const today = await this.clock.today(tx);
    const draft = await draftPlan(tx, this, asked, today);
    const chosen = await settingsOn(tx, TERMS, today);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('instalment plans', current_organization()))`); // numbers follow one another
    const [row] = await tx.query<{ id: PlanId; number: number }[]>(
      `insert into instalment_plans (organization_id, house_id, account_id, number, basis, rate, grace_days, misses, days_come_back, note, created_by)
       select current_organization(), $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from instalment_plans
       returning id::text, number`,
      [
        ...[draft.houseId, draft.accountId, basis, draft.rate],
        ...[chosen['instalments.grace-days'], chosen['instalments.misses'], chosen['instalments.days-come-back']],
        ...[note, by],
      ],
    );
    const { id, number } = row!;
    await insertPlaces(tx, id, draft);
    await insertParts(tx, id, draft);
    await this.note(tx, id, 'made', { by, details: { number, debt: draft.debt.toString() } });
    return id;
  }

  /**
   * The plan holds from today on: its parts are put off, its places cost no penalty while it is kept.
   *
   * @param documentId the paper that both have signed; `null`: it was accepted in the cabinet
   * @throws DomainError `instalment.not-found`, `instalment.not-draft`, `instalment.debt-changed`, `instalment.place-taken`,
   * `instalment.schedule-past`, `document.not-found`
   */
  async start(tx: Tx, id: PlanId, documentId: string | null, by: UserId): Promise<void> {
    const plan = await this.locked(tx, id);
    const today = await this.clock.today(tx);
    if (plan.state !== 'draft') throw new DomainError('instalment.not-draft', { number: plan.number });
    if (documentId !== null) await refuseNoPaper(tx, documentId);
    const first = plan.parts[0]!.dueOn;
    if (first < today) throw new DomainError('instalment.schedule-past', { part: 1, date: formatDate(first) });
    await this.refuseChanged(tx, plan, today);
    await tx.query(
      `update instalment_plans set state = 'active', document_id = $2, started_on = $3, started_by = $4 where id = $1`,
      [id, documentId, formatDate(today), by],
    );
    await this.putOff(tx, plan);
    await this.note(tx, id, 'started', { by, details: { number: plan.number } });
    await this.outbox.record(tx, { type: 'instalments.started', payload: { planId: id } });
  }

  /** Either side may end it. @throws DomainError `instalment.not-found`, `instalment.over` */
  async cancel(tx: Tx, id: PlanId, reason: string, by: UserId | null): Promise<void> {
    const plan = await this.locked(tx, id);
    if (plan.state !== 'draft' && plan.state !== 'active')
      throw new DomainError('instalment.over', { number: plan.number });
    await this.finish(tx, plan, { state: 'cancelled', on: await this.clock.today(tx), reason, by });
    await this.note(tx, id, 'cancelled', { by, note: reason, details: { number: plan.number, reason } });
    if (plan.state === 'active') await this.outbox.record(tx, { type: 'instalments.ended', payload: { planId: id } });
  }

  /** The latest first. */
  async list(tx: Tx, filter: PlanFilter, page: PageRequest): Promise<Page<Plan>> {
    const before = page.cursor === undefined ? null : decodeCursor(page.cursor, [KEY.id])[0]!;
    const ids = await this.idsBy(tx, filter, before);
    const found: Plan[] = [];
    // How a plan stands is reckoned, so the filter by it goes through the candidates until the page is full.
    for (let from = 0; from < ids.length && found.length <= page.limit; from += CANDIDATES) {
      const plans = await this.load(tx, 'p.id = any ($1::bigint[])', [ids.slice(from, from + CANDIDATES)]);
      found.push(...plans.filter(({ standing }) => filter.standing === undefined || standing === filter.standing));
    }
    return pageOf(found.slice(0, page.limit + 1), page.limit, ({ id }) => [id]);
  }

  /** How many plans stand how; drafts too. */
  async counts(tx: Tx): Promise<Record<PlanStandingState, number>> {
    const counts = { draft: 0, kept: 0, late: 0, done: 0, ended: 0, cancelled: 0 };
    const ids = await this.idsBy(tx, {}, null);
    for (let from = 0; from < ids.length; from += CANDIDATES)
      for (const { standing } of await this.load(tx, 'p.id = any ($1::bigint[])', [ids.slice(from, from + CANDIDATES)]))
        counts[standing] += 1;
    return counts;
  }

  /** @throws DomainError `instalment.not-found` */
  async read(tx: Tx, id: PlanId): Promise<Plan & { readonly events: readonly PlanEvent[] }> {
    const [plan] = await this.load(tx, 'p.id = $1', [id]);
    if (!plan) throw new DomainError('instalment.not-found');
    const events = await tx.query<PlanEvent[]>(
      `select e.kind, e.part, e.at, u.name as by, e.note from instalment_events e left join users u on u.id = e.by
        where e.plan_id = $1 order by e.id`,
      [id],
    );
    return { ...plan, events };
  }

  /** All of an account's, the latest first. */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<Plan[]> {
    return this.load(tx, 'p.account_id = $1', [accountId]);
  }

  /** Of some accounts, those with a plan that holds: nobody sends them letters or sues them. */
  async keptOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, Plan>> {
    const plans = await this.load(tx, `p.account_id = any ($1::bigint[]) and p.state = 'active'`, [accountIds]);
    return new Map(
      plans.filter(({ standing }) => standing === 'kept' || standing === 'late').map((plan) => [plan.accountId, plan]),
    );
  }

  /** Plans that hold, for whoever asks for the parts due: receipts. */
  async active(tx: Tx, accountIds: readonly AccountId[]): Promise<Plan[]> {
    return this.load(tx, `p.account_id = any ($1::bigint[]) and p.state = 'active'`, [accountIds]);
  }

  /** Writes down that a plan is over. */
  async finish(
    tx: Tx,
    { id }: Pick<Plan, 'id'>,
    over: {
      readonly state: 'done' | 'ended' | 'cancelled';
      readonly on: LocalDate;
      readonly reason: string | null;
      readonly by: UserId | null;
    },
  ): Promise<void> {
    await tx.query(
      'update instalment_plans set state = $2, ended_on = $3, end_reason = $4, ended_by = $5 where id = $1',
      [id, over.state, formatDate(over.on), over.reason, over.by],
    );
    await tx.query('update instalment_places set live = false where plan_id = $1', [id]);
    await this.deferrals.lift(tx, keyOfPlan(id));
  }

  /** Money that came in time was told late: a plan that had ended by a miss holds again, unless its debt is in another one. */
  async resume(tx: Tx, plan: Plan): Promise<boolean> {
    const [taken] = await tx.query<{ exists: boolean }[]>(
      `select exists (select from instalment_places mine join instalment_places other
                        using (account_id, recipient_id, service_id, origin, kind)
                       where mine.plan_id = $1 and other.plan_id <> $1 and other.live)`,
      [plan.id],
    );
    if (taken!.exists) return false;
    await tx.query(
      `update instalment_plans set state = 'active', ended_on = null, end_reason = null, ended_by = null where id = $1`,
      [plan.id],
    );
    await this.putOff(tx, plan);
    return true;
  }

  async note(
    tx: Tx,
    id: PlanId,
    kind: PlanEvent['kind'],
    {
      by = null,
      part = null,
      note = null,
      details,
    }: {
      readonly by?: UserId | null;
      readonly part?: number | null;
      readonly note?: string | null;
      readonly details: Readonly<Record<string, string | number>>;
    },
  ): Promise<void> {
    await tx.query(
      `insert into instalment_events (organization_id, plan_id, kind, part, by, note) values (current_organization(), $1, $2, $3, $4, $5)`,
      [id, kind, part, by, note],
    );
    await this.audit.record(tx, {
      userId: by,
      action: `instalments.${kind}`,
      object: { type: 'instalment-plan', id },
      details,
    });
  }

  /** By a condition on `p`. */
  async load(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<Plan[]> {
    const plans = await loadPlans(tx, condition, parameters);
    if (plans.length === 0) return [];
    const today = await this.clock.today(tx);
    const accounts = await this.accounts.some(
      tx,
      plans.map(({ accountId }) => accountId),
      today,
    );
    const byId = new Map(accounts.map((account) => [account.id, account]));
    return plans.map((plan) => {
      const { number: account, address, payerName: payer } = byId.get(plan.accountId)!;
      return { ...plan, account, address, payer, ...standingToday(plan, today) };
    });
  }

  private async idsBy(tx: Tx, { standing, basis, accountId, text }: PlanFilter, before: unknown): Promise<PlanId[]> {
    const rows = await tx.query<{ id: PlanId }[]>(
      `select p.id::text as id from instalment_plans p join accounts a on a.id = p.account_id
        where ($1::bigint is null or p.id < $1) and ($2::text is null or p.basis = $2) and ($3::bigint is null or p.account_id = $3)
          and ($4::text is null or a.number like '%' || $4 || '%' or p.number::text = $4)
          and ($5::text[] is null or p.state = any ($5))
        order by p.id desc`,
      [before, basis ?? null, accountId ?? null, text ?? null, standing === undefined ? null : WRITTEN_AS[standing]],
    );
    return rows.map(({ id }) => id);
  }

  private async locked(tx: Tx, id: PlanId): Promise<Plan> {
    await tx.query('select 1 from instalment_plans where id = $1 for update', [id]);
    return this.read(tx, id);
  }

  /** The debt must still be there: what has been paid meanwhile can't be put off. */
  private async refuseChanged(tx: Tx, { accountId, places, number }: Plan, today: LocalDate): Promise<void> {
    const owed = new Map(
      (await this.deferrals.payable(tx, [accountId], today))
        .get(accountId)!
        .map((due) => [keyOf(due as Parameters<typeof keyOf>[0]), due]),
    );
    for (const place of places) {
      const due = owed.get(keyOf(place));
      if (due?.planned) throw new DomainError('instalment.place-taken', { period: formatPeriod(place.origin) });
      if (!due || due.amount.compare(place.amount) < 0)
        throw new DomainError('instalment.debt-changed', {
          ...{ number, period: formatPeriod(place.origin) },
          ...{ was: place.amount.toString(), now: due?.amount.toString() ?? '0.00' },
        });
    }
  }

  private async putOff(tx: Tx, { id, accountId, places, parts }: LoadedPlan): Promise<void> {
    try {
      await tx.query('update instalment_places set live = true where plan_id = $1', [id]);
    } catch (error) {
      if (constraintOf(error) !== 'instalment_places_once') throw error;
      throw new DomainError('instalment.place-taken', { period: formatPeriod(places[0]!.origin) });
    }
    const shares = spreadOverPlaces(
      places.map(({ amount }) => amount),
      parts.map(({ amount }) => amount),
    );
    await this.deferrals.defer(
      tx,
      { key: keyOfPlan(id), accountId },
      shares.map(({ place, part, amount }) => ({ ...places[place]!, dueOn: parts[part]!.dueOn, amount })),
    );
  }
}

const TERMS = ['instalments.grace-days', 'instalments.misses', 'instalments.days-come-back'] as const;

const CANDIDATES = 200;

/** What may be written down of a plan that stands so: its end is written down by the next look at it. */
const WRITTEN_AS: Readonly<Record<PlanStandingState, readonly string[]>> = {
  draft: ['draft'],
  kept: ['active'],
  late: ['active'],
  done: ['done', 'active'],
  ended: ['ended', 'active'],
  cancelled: ['cancelled'],
};

function keyOfPlan(id: PlanId): string {
  return `instalments ${id}`;
}

function standingToday(plan: LoadedPlan, today: LocalDate): Pick<Plan, 'debt' | 'standing' | 'progress'> {
  const debt = Money.sum(plan.places.map(({ amount }) => amount));
  const { begun, state } = plan;
  if (!begun) return { debt, standing: state === 'cancelled' ? 'cancelled' : 'draft', progress: null };
  const progress = standingOf(begun.terms, begun.days, today);
  return { debt, standing: state === 'ended' ? 'ended' : progress.state, progress };
}

async function insertPlaces(tx: Tx, id: PlanId, { accountId, places }: PlanDraft): Promise<void> {
  await tx.query(
    `insert into instalment_places (organization_id, plan_id, account_id, recipient_id, service_id, origin, kind, amount)
     select current_organization(), $1, $2, recipient_id, service_id, origin, kind, amount
       from jsonb_to_recordset($3) as place (recipient_id bigint, service_id bigint, origin date, kind text, amount bigint)`,
    [
      id,
      accountId,
      JSON.stringify(
        places.map(({ recipientId, serviceId, origin, kind, amount }) => ({
          ...{ recipient_id: recipientId, service_id: serviceId, kind },
          ...{ origin: formatDate(firstDay(origin)), amount: amount.kopecks.toString() },
        })),
      ),
    ],
  );
}

async function insertParts(tx: Tx, id: PlanId, { parts }: PlanDraft): Promise<void> {
  await tx.query(
    `insert into instalment_parts (organization_id, plan_id, part, due_on, amount, interest)
     select current_organization(), $1, part, due_on, amount, interest
       from jsonb_to_recordset($2) as row (part smallint, due_on date, amount bigint, interest bigint)`,
    [
      id,
      JSON.stringify(
        parts.map(({ dueOn, amount, interest }, i) => ({
          ...{ part: i + 1, due_on: formatDate(dueOn) },
          ...{ amount: amount.kopecks.toString(), interest: interest.kopecks.toString() },
        })),
      ),
    ],
  );
}

async function refuseNoPaper(tx: Tx, documentId: string): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from documents where id = $1', [documentId]);
  if (!row) throw new DomainError('document.not-found');
}
