import { Inject, Injectable } from '@nestjs/common';
import { LawParameters, settingsOn } from '@dvor/catalogue';
import {
  type AccountId,
  addDays,
  DomainError,
  type FileId,
  formatDate,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  type OrganizationId,
  parseDate,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  Database,
  FileStore,
  JobQueue,
  LOGGER,
  type Logger,
  OrganizationClock,
  Outbox,
  type Tx,
} from '@dvor/platform';
import { joinFiles } from '@dvor/receipts';
import {
  type DebtAge,
  type DebtStage,
  isOverdue,
  type LetterContent,
  type LetterKind,
  mayBeSent,
  type Obstacle,
  type SendingTerms,
  type Verdict,
} from '../core/index.js';
import { PaperPrinter } from '../paper-printer.js';
import { DebtorRegister } from '../register/debtor-register.js';
import { letterBody } from '../render-papers.js';
import { DebtSteps } from '../steps/debt-steps.js';
import { DebtFacts, type LoadedDebtor } from './debt-facts.js';
import { DraftLetters } from './draft-letters.js';
import { writeLettersJob } from './jobs.js';

export type LetterBatchId = Id<'LetterBatch'>;
export type DebtLetterId = Id<'DebtLetter'>;

/** Letters that go to many by a rule; those about a restriction come from its desk. */
export const BATCH_KINDS = ['notice', 'claim'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

const REQUESTED = 'debts.letters-requested';

/** Whom a batch is for. */
export interface LetterRule {
  readonly houseId?: HouseId | undefined;
  /** The age of the oldest debt is this or more. */
  readonly age?: Exclude<DebtAge, 'not-due'> | undefined;
  /** The debt in all is not less. */
  readonly least?: Money | undefined;
  readonly stage?: DebtStage | undefined;
  /** Only these. */
  readonly accountIds?: readonly AccountId[] | undefined;
}

export interface BatchAsked {
  readonly kind: BatchKind;
  readonly rule: LetterRule;
  /** `null`: by the organisation's setting. */
  readonly payBy: LocalDate | null;
}

export interface Considered {
  readonly debtor: LoadedDebtor;
  readonly verdict: Verdict;
}

export interface BatchPreview {
  readonly dated: LocalDate;
  readonly payBy: LocalDate;
  readonly considered: readonly Considered[];
}

/** Letters to debtors by a rule: looked over, asked for, written and printed by the worker. */
@Injectable()
export class LetterBatches {
  constructor(
    private readonly database: Database,
    private readonly register: DebtorRegister,
    private readonly facts: DebtFacts,
    private readonly drafts: DraftLetters,
    private readonly steps: DebtSteps,
    private readonly law: LawParameters,
    private readonly printer: PaperPrinter,
    private readonly files: FileStore,
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Who would get a letter and who not, and why. @throws DomainError `letter.pay-by` */
  async preview(tx: Tx, { kind, rule, payBy }: BatchAsked): Promise<BatchPreview> {
    const dated = await this.clock.today(tx);
    const terms = await this.terms(tx, kind, dated);
    const last = payBy ?? addDays(dated, terms.payDays);
    if (last <= dated) throw new DomainError('letter.pay-by', { payBy: formatDate(last) });
    return { dated, payBy: last, considered: await this.consider(tx, { kind, rule }, terms) };
  }

  /** Asks the worker for the letters of a rule. @throws DomainError `letter.nobody`, `letter.pay-by` */
  async request(tx: Tx, asked: BatchAsked, by: UserId): Promise<LetterBatchId> {
    const { dated, payBy, considered } = await this.preview(tx, asked);
    if (!considered.some(({ verdict }) => verdict.may)) throw new DomainError('letter.nobody');
    const id = await this.open(tx, { kind: asked.kind, dated, payBy, rule: storedRule(asked.rule) }, by);
    await this.ask(tx, id);
    return id;
  }

  /** Goes on with a batch that has failed. @throws DomainError `letter-batch.not-found`, `letter-batch.not-failed` */
  async retry(tx: Tx, id: LetterBatchId, by: UserId): Promise<void> {
    const [batch] = await tx.query<{ state: string }[]>('select state from letter_batches where id = $1 for update', [
      id,
    ]);
    if (!batch) throw new DomainError('letter-batch.not-found');
    if (batch.state !== 'failed') throw new DomainError('letter-batch.not-failed');
    await tx.query(`update letter_batches set state = 'writing', failure = null where id = $1`, [id]);
    await this.ask(tx, id);
    const object = { type: 'letter-batch', id };
    await this.audit.record(tx, { userId: by, action: 'letters.retry', object });
  }

  /** Each time it is asked for is a job of its own. */
  async ask(tx: Tx, id: LetterBatchId): Promise<void> {
    const [{ times }] = await tx.query<[{ times: number }]>(
      `select count(*)::int as times from outbox_events where type = $1 and payload ->> 'batchId' = $2`,
      [REQUESTED, id],
    );
    await this.outbox.record(tx, { type: REQUESTED, payload: { batchId: id, attempt: String(times) } });
  }

  async layOnQueue(organizationId: OrganizationId, batchId: LetterBatchId, attempt: number): Promise<void> {
    await this.queue.enqueue(writeLettersJob, { organizationId, batchId }, attempt);
  }

  /**
   * Writes what is not written and prints what is not printed, so that it may be run as often as needed. Who has paid since
   * the batch was asked for gets no letter any more.
   */
  async run(organizationId: OrganizationId, id: LetterBatchId): Promise<void> {
    await this.database.inTenant({ organizationId }, (tx) => this.write(tx, id));
    for (const letter of await this.database.inTenant({ organizationId }, (tx) => unprinted(tx, id))) {
      const content = await this.printer.print(letterBody(letter.content));
      await this.database.inTenant({ organizationId }, (tx) => this.keep(tx, id, letter, content));
    }
    await this.database.inTenant({ organizationId }, (tx) => this.join(tx, id));
  }

  /** The last attempt failed: it is told on the batch. */
  async giveUp(organizationId: OrganizationId, id: LetterBatchId, error: unknown): Promise<void> {
    this.logger.error({ err: error, batchId: id }, 'letters could not be written');
    await this.database.inTenant({ organizationId }, (tx) =>
      tx.query(`update letter_batches set state = 'failed', failure = $2 where id = $1`, [
        id,
        error instanceof DomainError ? error.code : 'unknown',
      ]),
    );
  }

  /** Opens a batch under the next number. */
  async open(
    tx: Tx,
    {
      kind,
      dated,
      payBy,
      rule,
    }: {
      readonly kind: LetterKind;
      readonly dated: LocalDate;
      readonly payBy: LocalDate;
      readonly rule: Readonly<Record<string, unknown>>;
    },
    by: UserId,
  ): Promise<LetterBatchId> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('letter batches', current_organization()))`);
    const [row] = await tx.query<{ id: LetterBatchId; number: number }[]>(
      `insert into letter_batches (organization_id, number, kind, as_of, pay_by, rule, created_by)
       select current_organization(), coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5 from letter_batches returning id, number`,
      [kind, formatDate(dated), formatDate(payBy), JSON.stringify(rule), by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'letters.request',
      object: { type: 'letter-batch', id: row!.id },
      details: { kind, number: row!.number },
    });
    return row!.id;
  }

  async numberOf(tx: Tx, id: LetterBatchId): Promise<number> {
    const [row] = await tx.query<{ number: number }[]>('select number from letter_batches where id = $1', [id]);
    return row!.number;
  }

  /** Notes who gets no letter of a batch, and why. */
  async leaveOut(
    tx: Tx,
    batchId: LetterBatchId,
    { accountId, houseId }: Pick<LoadedDebtor, 'accountId' | 'houseId'>,
    obstacles: readonly Obstacle[],
  ): Promise<void> {
    await tx.query(
      `insert into letter_batch_left_out (organization_id, batch_id, house_id, account_id, reasons)
       values (current_organization(), $1, $2, $3, $4)`,
      [batchId, houseId, accountId, JSON.stringify(obstacles.map(storedObstacle))],
    );
  }

  /** Writes one letter down, with the step that it is. */
  async insert(
    tx: Tx,
    batchId: LetterBatchId,
    { accountId, content, restrictionIds = [] }: NewLetter,
    by: UserId | null,
  ): Promise<DebtLetterId> {
    const [principal, penalty] = [Money.parse(content.principal), Money.parse(content.penalty)];
    const [row] = await tx.query<{ id: DebtLetterId }[]>(
      `insert into debt_letters (organization_id, house_id, account_id, batch_id, number, kind, content, principal, penalty)
       select current_organization(), house_id, id, $2, $3, $4, $5, $6, $7 from accounts where id = $1 returning id`,
      [
        ...[accountId, batchId, content.number, content.kind, JSON.stringify(content)],
        ...[principal.kopecks.toString(), penalty.kopecks.toString()],
      ],
    );
    const step = {
      accountId,
      kind: content.kind,
      on: parseDate(content.dated),
      principal,
      penalty,
      number: content.number,
    };
    for (const restrictionId of restrictionIds.length === 0 ? [null] : restrictionIds)
      await this.steps.add(tx, { ...step, letterId: row!.id, restrictionId }, by);
    return row!.id;
  }

  private async write(tx: Tx, id: LetterBatchId): Promise<void> {
    const [batch] = await tx.query<BatchRow[]>(
      `select number, kind, state, as_of - date '1970-01-01' as "dated", pay_by - date '1970-01-01' as "payBy", rule, created_by as by
         from letter_batches where id = $1 for update`,
      [id],
    );
    if (!batch || batch.state === 'ready' || batch.state === 'printing') return;
    if (await isWritten(tx, id)) return markPrinting(tx, id);
    const asked = { kind: batch.kind as BatchKind, rule: ruleOf(batch.rule) };
    const book = await this.drafts.book(tx, batch);
    const terms = await this.terms(tx, asked.kind, batch.dated);
    let written = 0;
    for (const { debtor, verdict } of await this.consider(tx, asked, terms)) {
      if (verdict.may) {
        const number = `${batch.number}/${(written += 1)}`;
        const content = await this.drafts.draft(tx, book, debtor, { number, verdict });
        await this.insert(tx, id, { accountId: debtor.accountId, content }, batch.by);
      } else await this.leaveOut(tx, id, debtor, verdict.obstacles);
    }
    await markPrinting(tx, id);
  }

  private async keep(
    tx: Tx,
    batchId: LetterBatchId,
    { id, number }: { readonly id: DebtLetterId; readonly number: string },
    content: Uint8Array,
  ): Promise<void> {
    const name = `Письмо ${number.replaceAll('/', '-')}.pdf`;
    const fileId = await this.files.save(tx, { name, mediaType: 'application/pdf', content });
    await tx.query('update debt_letters set file_id = $2 where id = $1 and file_id is null', [id, fileId]);
    await tx.query(
      `update letter_batches set printed = (select count(*) from debt_letters where batch_id = $1 and file_id is not null) where id = $1`,
      [batchId],
    );
  }

  private async join(tx: Tx, id: LetterBatchId): Promise<void> {
    const rows = await tx.query<{ fileId: FileId; batch: number }[]>(
      `select l.file_id as "fileId", b.number as batch from debt_letters l join letter_batches b on b.id = l.batch_id
        where l.batch_id = $1 and b.file_id is null order by l.id`,
      [id],
    );
    const files: Uint8Array[] = [];
    for (const { fileId } of rows) files.push((await this.files.read(tx, fileId)).content);
    const whole = rows.length === 0 ? null : await joinFiles(files);
    const fileId =
      whole &&
      (await this.files.save(tx, {
        name: `Письма ${rows[0]!.batch}.pdf`,
        mediaType: 'application/pdf',
        content: whole,
      }));
    await tx.query(
      `update letter_batches set state = 'ready', file_id = coalesce(file_id, $2), finished_at = organization_now() where id = $1`,
      [id, fileId],
    );
  }

  /** Whom a rule is about; who is asked for by number is told even with nothing to ask for. */
  private async consider(
    tx: Tx,
    { kind, rule }: Pick<BatchAsked, 'kind' | 'rule'>,
    terms: SendingTerms,
  ): Promise<Considered[]> {
    const known = { asOf: terms.asOf, letter: kind };
    const considered = (await this.facts.of(tx, await this.debtorsOf(tx, rule), known)).map((debtor) => ({
      debtor,
      verdict: mayBeSent(debtor, terms),
    }));
    return rule.accountIds ? considered : considered.filter(({ verdict }) => isOverdue(verdict));
  }

  private async debtorsOf(tx: Tx, rule: LetterRule): Promise<AccountId[]> {
    if (rule.accountIds) return [...rule.accountIds];
    const ids: AccountId[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.register.list(tx, rule, { limit: 200, ...(cursor !== undefined && { cursor }) });
      ids.push(...page.items.map(({ accountId }) => accountId));
      if (page.nextCursor === null) return ids;
      cursor = page.nextCursor;
    }
  }

  private async terms(tx: Tx, kind: BatchKind, asOf: LocalDate): Promise<SendingTerms & { readonly payDays: number }> {
    const least = kind === 'notice' ? 'debt.least.notice' : 'debt.least.claim';
    const chosen = await settingsOn(tx, [least, 'debt.letter-pay-days', 'debt.letter-again-days'], asOf);
    return {
      ...{ purpose: kind, asOf },
      limitationMonths: Number((await this.law.on(tx, 'limitation.months', asOf)).value),
      least: Money.parse(`${Number(chosen[least])}.00`),
      againAfterDays: Number(chosen['debt.letter-again-days']),
      payDays: Number(chosen['debt.letter-pay-days']),
    };
  }
}

export interface NewLetter {
  readonly accountId: AccountId;
  readonly content: LetterContent;
  readonly restrictionIds?: readonly string[];
}

interface BatchRow {
  readonly number: number;
  readonly kind: LetterKind;
  readonly state: 'writing' | 'printing' | 'ready' | 'failed';
  readonly dated: LocalDate;
  readonly payBy: LocalDate;
  readonly rule: StoredRule;
  readonly by: UserId | null;
}

interface StoredRule {
  readonly houseId?: HouseId;
  readonly age?: Exclude<DebtAge, 'not-due'>;
  readonly least?: string;
  readonly stage?: DebtStage;
  readonly accountIds?: readonly AccountId[];
}

function storedRule({ least, ...rule }: LetterRule): Readonly<Record<string, unknown>> {
  return { ...rule, ...(least && { least: least.toString() }) };
}

function ruleOf({ least, ...rule }: StoredRule): LetterRule {
  return { ...rule, ...(least !== undefined && { least: Money.parse(least) }) };
}

/** An obstacle as it is kept: days and sums as text. */
export function storedObstacle(obstacle: Obstacle): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(obstacle).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatDate(value as LocalDate) : String(value),
    ]),
  );
}

/** Letters are written all at once, or none. */
async function isWritten(tx: Tx, id: LetterBatchId): Promise<boolean> {
  const [row] = await tx.query<{ written: boolean }[]>(
    `select exists (select from debt_letters where batch_id = $1)
            or exists (select from letter_batch_left_out where batch_id = $1) as written`,
    [id],
  );
  return row!.written;
}

async function markPrinting(tx: Tx, id: LetterBatchId): Promise<void> {
  await tx.query(
    `update letter_batches set state = 'printing', failure = null, letters = (select count(*) from debt_letters where batch_id = $1)
      where id = $1`,
    [id],
  );
}

async function unprinted(
  tx: Tx,
  batchId: LetterBatchId,
): Promise<{ readonly id: DebtLetterId; readonly number: string; readonly content: LetterContent }[]> {
  return tx.query('select id, number, content from debt_letters where batch_id = $1 and file_id is null order by id', [
    batchId,
  ]);
}
