import { Injectable } from '@nestjs/common';
import { type DetailValue, DomainError, type Id, type UserId } from '@dvor/kernel';
import { AuditLog } from './audit.js';
import { constraintOf, type Tx } from './database/database.js';
import { decodeCursor, KEY, type Page, pageOf, type PageRequest } from './database/keyset.js';
import { ExceptionsInbox } from './exceptions-inbox.js';
import { Outbox } from './outbox.js';

/** What may be done only with a second person's word (IAM-02), named as permissions are. */
export const APPROVAL_ACTIONS = [
  'run.close',
  'run.reopen',
  'month.skip-step',
  'recalculation.mass',
  'correction.above-limit',
  'debt.write-off',
  'approval.waive', // to do without a second person, where there is one
] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

/** Everything but the right to do without: that is never given away alone while somebody else could be asked. */
export const WAIVABLE_ACTIONS = APPROVAL_ACTIONS.filter((action) => action !== 'approval.waive');

export const APPROVAL_STATES = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];
export type ApprovalId = Id<'approval'>;

/** What is to be done, and to what. */
export interface Matter {
  readonly action: ApprovalAction;
  readonly object: { readonly type: string; readonly id: string; readonly label: string };
  /** What exactly was looked at: a fingerprint, a sum. A word given on another content does not count. */
  readonly version?: string;
  /** Whose own work it is, besides who asks: they don't decide on it. */
  readonly authors?: readonly UserId[];
  /** Figures for whoever decides; `label` of the object need not be repeated. */
  readonly details?: Readonly<Record<string, DetailValue>>;
}

export interface Approval extends Required<Matter> {
  readonly id: ApprovalId;
  readonly state: ApprovalState;
  readonly reason: string;
  readonly askedBy: { readonly id: UserId; readonly name: string } | null;
  readonly askedAt: Date;
  readonly decidedBy: { readonly id: UserId; readonly name: string } | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  /** Done without a second person, by the organisation's standing waiver. */
  readonly alone: boolean;
  readonly usedAt: Date | null;
}

/** Whether an action needs a second person here, and if not, by whose will. */
export interface ApprovalRule {
  readonly action: ApprovalAction;
  readonly required: boolean;
  readonly waivedBy: string | null;
  readonly waivedAt: Date | null;
  readonly reason: string | null;
}

/**
 * Four eyes: what moves much money is asked for by one person and decided by another.
 *
 * A service asks with `request` (idempotent while the same matter waits), and calls `requireApproved` in the transaction
 * that does the thing: it takes the word, once, or refuses with what is missing. Who decides does so on their own page,
 * told by the inbox; the events `approval.requested` and `approval.decided` follow. Where the organisation has waived an
 * action, `requireApproved` writes the approval down itself, under the author and marked as given alone, so nothing need
 * be asked before. What the program does by itself (`by: null`) is not asked about.
 *
 *     await approvals.request(tx, { action: 'debt.write-off', object, version: sum, details }, { by, reason });
 *     …
 *     await approvals.requireApproved(tx, { action: 'debt.write-off', object, version: sum }, { by, reason });
 */
@Injectable()
export class Approvals {
  constructor(
    private readonly audit: AuditLog,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Asks for a second person's word. Where the same matter of the same version waits or is approved and not used yet,
   * that one is answered; one of another version is withdrawn first. Where the action is waived it is approved at once.
   */
  async request(tx: Tx, matter: Matter, { by, reason }: { by: UserId; reason: string }): Promise<Approval> {
    const known = await this.current(tx, matter);
    if (known && known.version === (matter.version ?? '') && isGood(known)) return known;
    if (known?.state === 'waiting')
      await this.settle(tx, known, { decision: 'withdrawn', by, note: 'asked anew', alone: false });
    const id = await insert(tx, matter, { by, reason });
    const asked = await read(tx, id);
    await this.note(tx, by, 'approval.request', asked, { reason });
    const waiver = await waiverOf(tx, matter.action);
    if (waiver) {
      await this.settle(tx, asked, { decision: 'approved', by, note: waiver.reason, alone: true });
      return read(tx, id);
    }
    await this.inbox.raise(tx, [
      {
        kind: 'approval.waiting',
        dedupeKey: `approval-${id}`,
        object: { type: 'approval', id, label: matter.object.label },
        details: { action: matter.action, reason },
      },
    ]);
    await this.outbox.record(tx, { type: 'approval.requested', payload: { approvalId: id } });
    return asked;
  }

  /**
   * @throws DomainError `approval.own` by who asked or whose work it is, `approval.decided`, `approval.not-found`
   */
  async decide(
    tx: Tx,
    id: ApprovalId,
    { by, decision, note }: { by: UserId; decision: 'approved' | 'refused'; note: string | null },
  ): Promise<Approval> {
    const asked = await read(tx, id, 'for update of a');
    if (asked.state !== 'waiting') throw new DomainError('approval.decided', { state: asked.state });
    if (asked.askedBy?.id === by || asked.authors.includes(by)) throw new DomainError('approval.own');
    await this.settle(tx, asked, { decision, by, note, alone: false });
    return read(tx, id);
  }

  /** By whoever asked. @throws DomainError `approval.not-own`, `approval.decided`, `approval.not-found` */
  async withdraw(tx: Tx, id: ApprovalId, { by, note }: { by: UserId; note: string | null }): Promise<Approval> {
    const asked = await read(tx, id, 'for update of a');
    if (asked.state !== 'waiting') throw new DomainError('approval.decided', { state: asked.state });
    if (asked.askedBy?.id !== by) throw new DomainError('approval.not-own');
    await this.settle(tx, asked, { decision: 'withdrawn', by, note, alone: false });
    return read(tx, id);
  }

  /**
   * Takes the word that was given for exactly this, once; `null` for what the program does by itself. Under a waiver it
   * writes the approval down as given alone.
   *
   * @throws DomainError `approval.required`, `approval.waiting`, `approval.refused`
   */
  async requireApproved(
    tx: Tx,
    matter: Matter,
    { by, reason }: { by: UserId | null; reason: string },
  ): Promise<Approval | null> {
    if (by === null) return null;
    const known = await this.current(tx, matter, 'for update of a');
    const same = known && known.version === (matter.version ?? '') ? known : null;
    if (same?.state === 'approved' && same.usedAt === null) return this.use(tx, same, by);
    if (await waiverOf(tx, matter.action)) {
      const asked = await this.request(tx, matter, { by, reason });
      if (asked.state === 'waiting') {
        const waiver = (await waiverOf(tx, matter.action))!;
        await this.settle(tx, asked, { decision: 'approved', by, note: waiver.reason, alone: true });
      }
      return this.use(tx, asked, by);
    }
    const details = { action: matter.action, object: matter.object.label };
    if (same?.state === 'waiting') throw new DomainError('approval.waiting', details);
    if (same?.state === 'refused') throw new DomainError('approval.refused', { ...details, note: same.note });
    throw new DomainError('approval.required', details);
  }

  /** The last that was asked for about an object; `null` where nobody has. */
  async current(
    tx: Tx,
    { action, object }: Pick<Matter, 'action'> & { readonly object: Pick<Matter['object'], 'type' | 'id'> },
    lock: '' | 'for update of a' = '',
  ): Promise<Approval | null> {
    const [row] = await tx.query<ApprovalRow[]>(
      `${SELECT} where a.action = $1 and a.object_type = $2 and a.object_id = $3 order by a.id desc limit 1 ${lock}`,
      [action, object.type, object.id],
    );
    return row ? approvalOf(row) : null;
  }

  /** @throws DomainError `approval.not-found` */
  async read(tx: Tx, id: ApprovalId): Promise<Approval> {
    return read(tx, id);
  }

  /** Those of one state (or all), the latest first. */
  async list(tx: Tx, { state }: { state?: ApprovalState | undefined }, page: PageRequest): Promise<Page<Approval>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    const rows = await tx.query<ApprovalRow[]>(
      `${SELECT} where ($1::text is null or coalesce(a.decision, 'waiting') = $1) and ($2::bigint is null or a.id < $2)
        order by a.id desc limit $3`,
      [state ?? null, before, page.limit + 1],
    );
    return pageOf(rows.map(approvalOf), page.limit, ({ id }) => [id]);
  }

  /** Every action, and whether it needs a second person here. */
  async rules(tx: Tx): Promise<ApprovalRule[]> {
    const rows = await tx.query<(Omit<ApprovalRule, 'required'> & { action: ApprovalAction })[]>(
      `select w.action, u.name as "waivedBy", w.waived_at as "waivedAt", w.reason
         from approval_waivers w left join users u on u.id = w.waived_by where w.restored_at is null`,
    );
    return WAIVABLE_ACTIONS.map((action) => {
      const waiver = rows.find((row) => row.action === action);
      return waiver
        ? { ...waiver, required: false }
        : { action, required: true, waivedBy: null, waivedAt: null, reason: null };
    });
  }

  /** Whether the action needs a second person here. */
  async required(tx: Tx, action: ApprovalAction): Promise<boolean> {
    return (await waiverOf(tx, action)) === null;
  }

  /**
   * From now on the action is done without a second person. Whoever works alone says so alone; where somebody else could
   * decide, that is asked of them first.
   *
   * @param deciders roles that may decide
   * @throws DomainError `approval.not-waivable`, `approval.required`, `approval.waiting`, `approval.refused`
   */
  async waive(
    tx: Tx,
    action: ApprovalAction,
    { by, reason, deciders }: { by: UserId | null; reason: string; deciders: readonly string[] },
  ): Promise<void> {
    if (!WAIVABLE_ACTIONS.some((one) => one === action)) throw new DomainError('approval.not-waivable', { action });
    if (await waiverOf(tx, action)) return;
    if (by !== null && (await othersMay(tx, by, deciders)))
      await this.requireApproved(tx, waiving(action), { by, reason });
    await tx.query(
      `insert into approval_waivers (organization_id, action, waived_by, reason)
       values (current_organization(), $1, $2, $3) on conflict (organization_id, action) where restored_at is null do nothing`,
      [action, by, reason],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'approval.waive',
      object: { type: 'approval-rule', id: action },
      details: { reason },
    });
  }

  /** Asks a second person for `waive`. @throws DomainError `approval.not-waivable` */
  async requestWaiver(tx: Tx, action: ApprovalAction, ask: { by: UserId; reason: string }): Promise<Approval> {
    if (!WAIVABLE_ACTIONS.some((one) => one === action)) throw new DomainError('approval.not-waivable', { action });
    return this.request(tx, waiving(action), ask);
  }

  /** A second person is needed again. */
  async restore(tx: Tx, action: ApprovalAction, { by, reason }: { by: UserId | null; reason: string }): Promise<void> {
    const waiver = await waiverOf(tx, action);
    if (!waiver) return;
    await tx.query(
      `update approval_waivers set restored_at = organization_now(), restored_by = $2, restored_reason = $3 where id = $1`,
      [waiver.id, by, reason],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'approval.restore',
      object: { type: 'approval-rule', id: action },
      details: { reason },
    });
  }

  private async use(tx: Tx, { id }: Approval, by: UserId): Promise<Approval> {
    await tx.query('update approvals set used_at = organization_now() where id = $1', [id]);
    const used = await read(tx, id);
    await this.note(tx, by, 'approval.use', used, {});
    return used;
  }

  private async settle(
    tx: Tx,
    asked: Approval,
    {
      decision,
      by,
      note,
      alone,
    }: { decision: Exclude<ApprovalState, 'waiting'>; by: UserId; note: string | null; alone: boolean },
  ): Promise<void> {
    await tx.query(
      `update approvals set decision = $2, decided_by = $3, decided_at = organization_now(), note = $4, alone = $5 where id = $1`,
      [asked.id, decision, by, note, alone],
    );
    await this.inbox.settleOne(tx, `approval-${asked.id}`, decision);
    await this.note(tx, by, `approval.${VERBS[decision]}`, asked, {
      note,
      ...(alone && { withoutSecondPerson: true }),
    });
    await this.outbox.record(tx, { type: 'approval.decided', payload: { approvalId: asked.id } });
  }

  private async note(
    tx: Tx,
    userId: UserId,
    action: string,
    { id, action: asked, object, version }: Approval,
    details: Readonly<Record<string, DetailValue>>,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId,
      action,
      object: { type: 'approval', id },
      details: { action: asked, object: { ...object }, ...(version && { version }), ...details },
    });
  }
}

const VERBS = { approved: 'approve', refused: 'refuse', withdrawn: 'withdraw' } as const;

function isGood({ state, usedAt }: Approval): boolean {
  return state === 'waiting' || (state === 'approved' && usedAt === null);
}

function waiving(action: ApprovalAction): Matter {
  return { action: 'approval.waive', object: { type: 'approval-rule', id: action, label: action } };
}

async function waiverOf(tx: Tx, action: ApprovalAction): Promise<{ id: string; reason: string } | null> {
  const [row] = await tx.query<{ id: string; reason: string }[]>(
    'select id, reason from approval_waivers where action = $1 and restored_at is null',
    [action],
  );
  return row ?? null;
}

async function othersMay(tx: Tx, by: UserId, deciders: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ others: boolean }[]>(
    `select exists (select from memberships where user_id <> $1 and role = any ($2) and house_ids is null) as others`,
    [by, deciders],
  );
  return row!.others;
}

async function insert(
  tx: Tx,
  { action, object, version, authors, details }: Matter,
  { by, reason }: { by: UserId; reason: string },
): Promise<ApprovalId> {
  try {
    const [row] = await tx.query<{ id: ApprovalId }[]>(
      `insert into approvals (organization_id, action, object_type, object_id, object_label, version, details, asked_by, reason, authors)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        action,
        object.type,
        object.id,
        object.label,
        version ?? '',
        JSON.stringify(details ?? {}),
        by,
        reason,
        authors ?? [],
      ],
    );
    return row!.id;
  } catch (error) {
    if (constraintOf(error) === 'approvals_one_waiting')
      throw new DomainError('approval.waiting', { action, object: object.label });
    throw error;
  }
}

async function read(tx: Tx, id: ApprovalId, lock: '' | 'for update of a' = ''): Promise<Approval> {
  const [row] = await tx.query<ApprovalRow[]>(`${SELECT} where a.id = $1 ${lock}`, [id]);
  if (!row) throw new DomainError('approval.not-found');
  return approvalOf(row);
}

interface ApprovalRow extends Omit<Approval, 'object'> {
  readonly objectType: string;
  readonly objectId: string;
  readonly objectLabel: string;
}

function approvalOf({ objectType, objectId, objectLabel, ...row }: ApprovalRow): Approval {
  return { ...row, object: { type: objectType, id: objectId, label: objectLabel } };
}

const SELECT = `
  select a.id, a.action, a.object_type as "objectType", a.object_id as "objectId", a.object_label as "objectLabel", a.version,
         a.details, a.authors::text[] as authors, coalesce(a.decision, 'waiting') as state, a.reason, a.asked_at as "askedAt",
         case when asker.id is null then null else json_build_object('id', asker.id::text, 'name', asker.name) end as "askedBy",
         case when decider.id is null then null else json_build_object('id', decider.id::text, 'name', decider.name) end as "decidedBy",
         a.decided_at as "decidedAt", a.note, a.alone, a.used_at as "usedAt"
    from approvals a
    left join users asker on asker.id = a.asked_by
    left join users decider on decider.id = a.decided_by`;
