import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  type FileId,
  formatDate,
  type Id,
  type LocalDate,
  Money,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, constraintOf, FileStore, type StoredFile, type Tx } from '@dvor/platform';
import { type DebtStage, STAGE_AFTER, type StepKind } from '../core/index.js';

export type DebtStepId = Id<'DebtStep'>;

export interface NewStep {
  readonly accountId: AccountId;
  readonly kind: StepKind;
  readonly on: LocalDate;
  /** Owed on that day. */
  readonly principal: Money;
  readonly penalty: Money;
  readonly letterId?: string | null;
  readonly restrictionId?: string | null;
  readonly courtCaseId?: string | null;
  /** The paper that proves it, and its number. */
  readonly fileId?: FileId | null;
  readonly number?: string | null;
  readonly note?: string | null;
  /** What it has cost, to be paid by its debtor. */
  readonly oneOffActId?: string | null;
}

export interface DebtStep {
  readonly id: DebtStepId;
  readonly accountId: AccountId;
  readonly kind: StepKind;
  /** `2026-11-21`. */
  readonly on: string;
  readonly principal: Money;
  readonly penalty: Money;
  readonly letterId: string | null;
  readonly restrictionId: string | null;
  readonly courtCaseId: string | null;
  readonly fileId: FileId | null;
  readonly number: string | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly by: string | null;
  /** Its debtor pays so much for it. */
  readonly cost: Money | null;
  /** Why it was taken back. */
  readonly voided: string | null;
}

export interface TakenBack {
  readonly kind: StepKind;
  readonly accountId: AccountId;
  readonly on: LocalDate;
  readonly restrictionId: string | null;
  readonly courtCaseId: string | null;
  readonly oneOffActId: string | null;
}

export interface LatestStep {
  readonly kind: StepKind;
  readonly stage: DebtStage;
  /** `2026-11-21`. */
  readonly on: string;
}

/** What was done about debts, step by step. Nothing is changed: a step entered by mistake gets a mirror. */
@Injectable()
export class DebtSteps {
  constructor(
    private readonly audit: AuditLog,
    private readonly files: FileStore,
  ) {}

  /** Of an account, or of its one restriction or case, the oldest first. */
  async of(
    tx: Tx,
    asked: { readonly accountId: AccountId } | { readonly restrictionId: string } | { readonly courtCaseId: string },
  ): Promise<DebtStep[]> {
    const [column, id] =
      'accountId' in asked
        ? ['account_id', asked.accountId]
        : 'restrictionId' in asked
          ? ['restriction_id', asked.restrictionId]
          : ['court_case_id', asked.courtCaseId];
    const rows = await tx.query<StepRow[]>(
      `${STEPS} where s.voids is null and s.${column} = $1 order by s.on_date, s.id`,
      [id],
    );
    return rows.map(stepOf);
  }

  /** The step that each account stands at; those about whom nothing was done are left out. */
  async latest(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, LatestStep>> {
    const rows = await tx.query<{ accountId: AccountId; kind: StepKind; on: string }[]>(
      `select account_id as "accountId", kind, on_date::text as "on" from (${LATEST_STEPS}) step where account_id = any ($1)`,
      [accountIds],
    );
    return new Map(rows.map(({ accountId, kind, on }) => [accountId, { kind, stage: STAGE_AFTER[kind], on }]));
  }

  /** The paper that proves a step. @throws DomainError `debt-step.not-found`, `debt-step.no-paper` */
  async paper(tx: Tx, id: DebtStepId): Promise<StoredFile & { readonly content: Buffer }> {
    const [row] = await tx.query<{ fileId: FileId | null }[]>(
      'select file_id as "fileId" from debt_steps where id = $1',
      [id],
    );
    if (!row) throw new DomainError('debt-step.not-found');
    if (!row.fileId) throw new DomainError('debt-step.no-paper');
    return this.files.read(tx, row.fileId);
  }

  async add(tx: Tx, step: NewStep, by: UserId | null): Promise<DebtStepId> {
    const [row] = await tx.query<{ id: DebtStepId }[]>(
      `insert into debt_steps (organization_id, house_id, account_id, kind, on_date, principal, penalty, letter_id, restriction_id,
                               court_case_id, file_id, number, note, one_off_act_id, recorded_by)
       select current_organization(), house_id, id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from accounts where id = $1
       returning id`,
      [
        step.accountId,
        step.kind,
        formatDate(step.on),
        step.principal.kopecks.toString(),
        step.penalty.kopecks.toString(),
        step.letterId ?? null,
        step.restrictionId ?? null,
        step.courtCaseId ?? null,
        step.fileId ?? null,
        step.number ?? null,
        step.note ?? null,
        step.oneOffActId ?? null,
        by,
      ],
    );
    if (!row) throw new DomainError('account.not-found', { id: step.accountId });
    await this.audit.record(tx, {
      userId: by,
      action: `debt.${step.kind}`,
      object: { type: 'account', id: step.accountId },
      details: { step: row.id, on: formatDate(step.on), number: step.number ?? null },
    });
    return row.id;
  }

  /**
   * Takes a step back, which was entered by mistake. The law's terms then run as if it had not been.
   *
   * @throws DomainError `debt-step.not-found`, `debt-step.voided`
   */
  async takeBack(tx: Tx, id: DebtStepId, reason: string, by: UserId): Promise<TakenBack> {
    const made = await tx
      .query<unknown[]>(
        `insert into debt_steps (organization_id, house_id, account_id, kind, on_date, principal, penalty, letter_id, restriction_id,
                                 court_case_id, note, voids, recorded_by)
         select organization_id, house_id, account_id, kind, on_date, principal, penalty, letter_id, restriction_id, court_case_id,
                $2, id, $3 from debt_steps where id = $1 and voids is null
         returning id`,
        [id, reason, by],
      )
      .catch((error: unknown) => {
        throw constraintOf(error) === 'debt_steps_one_mirror' ? new DomainError('debt-step.voided') : error;
      });
    if (made.length === 0) throw new DomainError('debt-step.not-found');
    const [step] = await tx.query<[TakenBack]>(
      `select kind, account_id as "accountId", on_date - date '1970-01-01' as "on", restriction_id as "restrictionId",
              court_case_id as "courtCaseId", one_off_act_id as "oneOffActId" from debt_steps where id = $1`,
      [id],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'debt.take-back',
      object: { type: 'account', id: step.accountId },
      details: { step: id, kind: step.kind, reason },
    });
    return step;
  }
}

/**
 * The step that every account stands at, for a query that asks other things too: `account_id`, `kind`, `on_date`.
 *
 * @param upTo a day, `$n::date`: the step it stood at then
 */
export function latestSteps(upTo?: string): string {
  return `
  select distinct on (s.account_id) s.account_id, s.kind, s.on_date
    from debt_steps s
   where s.voids is null and not exists (select from debt_steps mirror where mirror.voids = s.id)
     ${upTo === undefined ? '' : `and s.on_date <= ${upTo}`}
   order by s.account_id, s.on_date desc, s.id desc`;
}

export const LATEST_STEPS = latestSteps();

type StepRow = Omit<DebtStep, 'principal' | 'penalty' | 'cost'> & {
  readonly principal: string;
  readonly penalty: string;
  readonly cost: string | null;
};

function stepOf(row: StepRow): DebtStep {
  return {
    ...row,
    ...{ principal: Money.ofKopecks(row.principal), penalty: Money.ofKopecks(row.penalty) },
    cost: row.cost === null ? null : Money.parse(row.cost),
  };
}

const STEPS = `
  select s.id, s.account_id as "accountId", s.kind, s.on_date::text as "on", s.principal, s.penalty, s.letter_id as "letterId",
         s.restriction_id as "restrictionId", s.court_case_id as "courtCaseId", s.file_id as "fileId", s.number, s.note,
         s.recorded_at as "recordedAt", u.name as by, mirror.note as voided,
         (select round(o.quantity * o.price, 2)::text from one_off_acts o
           where o.id = s.one_off_act_id and o.cancelled_at is null) as cost
    from debt_steps s
    left join debt_steps mirror on mirror.voids = s.id
    left join users u on u.id = s.recorded_by`;
