import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  type FileId,
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  Money,
  type Period,
  type ReceiptId,
  type RunId,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  FileStore,
  JobQueue,
  LOGGER,
  type Logger,
  OrganizationClock,
  Outbox,
  ProgressChannel,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { BillingRuns, HeldBills, nextFlow } from '@dvor/billing';
import { CollectReceipts, type CollectedReceipt } from './collect-receipts.js';
import { receiptToJson } from './core/index.js';
import { cutReceipt, joinFiles } from './print-cut.js';
import { type PrintedReceipts, ReceiptPrinter } from './print-receipts.js';
import { printHouseJob } from './jobs.js';

export interface ReceiptSummary {
  readonly id: ReceiptId;
  readonly accountId: AccountId;
  readonly number: string;
  readonly period: Period;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly total: Money;
  readonly pages: number;
}

export interface PrintedHouse {
  readonly houseId: HouseId;
  readonly address: string;
  /** Accounts with something to print; before printing, those that were charged. */
  readonly total: number;
  readonly printed: number;
  readonly fileReady: boolean;
}

const SUMMARY = `id, account_id as "accountId", number, (extract(year from period) * 12 + extract(month from period) - 1)::int as period,
                 issued_on::text as "issuedOn", due_on::text as "dueOn", total, pages`;

/** Payment documents: printed by house from a closed month, kept as they were issued. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly runs: BillingRuns,
    private readonly held: HeldBills,
    private readonly collect: CollectReceipts,
    private readonly printer: ReceiptPrinter,
    private readonly files: FileStore,
    private readonly queue: JobQueue,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly inbox: ExceptionsInbox,
    private readonly clock: OrganizationClock,
    private readonly progress: ProgressChannel,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Houses that have their file already are left as they are. @throws DomainError `run.not-found`, `receipts.month-not-closed` */
  async requestPrinting(tenant: Tenant, runId: RunId, by: UserId | null): Promise<void> {
    const run = await this.runs.summary(tenant, runId);
    if (run.state !== 'closed')
      throw new DomainError('receipts.month-not-closed', { period: formatPeriod(run.period) });
    await this.database.inTenant(tenant, async (tx) => {
      await this.outbox.record(tx, { type: 'receipts.printing-requested', payload: { runId } });
      await this.audit.record(tx, {
        userId: by,
        action: 'receipts.print',
        object: { type: 'run', id: runId },
        details: { period: formatPeriod(run.period) },
      });
    });
  }

  /** Lays the houses without a file on the queue. */
  async layOnQueue(tenant: Tenant, runId: RunId): Promise<void> {
    const { houses, attempt } = await this.database.inTenant(tenant, async (tx) => {
      const later = await acceptedSince(tx, runId);
      const houses = (await housesOf(tx, runId)).filter(({ houseId, fileReady }) => !fileReady || later.has(houseId));
      return { houses, attempt: await nextFlow(tx, runId) };
    });
    for (const { houseId } of houses)
      await this.queue.enqueue(printHouseJob, { organizationId: tenant.organizationId, runId, houseId }, attempt);
  }

  /** Bills that were held and are accepted now follow those that were printed without them. */
  async layAcceptedOnQueue(tenant: Tenant, runId: RunId): Promise<void> {
    const printed = await this.database.inTenant(tenant, (tx) => acceptedSince(tx, runId));
    if (printed.size > 0) await this.layOnQueue(tenant, runId);
  }

  /**
   * Prints a house and stores its receipts, but for bills that are held; a house that is printed already is left alone,
   * unless bills of it were accepted since: those are printed by themselves.
   */
  async printHouse(tenant: Tenant, runId: RunId, houseId: HouseId): Promise<void> {
    const run = await this.runs.summary(tenant, runId);
    if (run.state !== 'closed') return;
    const collected = await this.database.inTenant(
      tenant,
      async (tx) =>
        this.withoutHeld(tx, run, houseId, await this.collect.ofHouse(tx, run, houseId, await this.clock.today(tx))),
      'REPEATABLE READ',
    );
    if (collected.length === 0) return;
    const printed = await this.printer.print(collected.map(({ document }) => document));
    await this.database.inTenant(tenant, (tx) => this.store(tx, run, houseId, collected, printed));
    await this.progress.nudge(`run-${runId}`);
  }

  /** The last attempt failed: somebody must look. */
  async reportFailure(tenant: Tenant, runId: RunId, houseId: HouseId, error: unknown): Promise<void> {
    this.logger.error({ err: error, runId, houseId }, 'receipts of a house could not be printed');
    await this.database.inTenant(tenant, async (tx) => {
      const [house] = (await housesOf(tx, runId)).filter((one) => one.houseId === houseId);
      await this.inbox.raise(tx, [
        {
          kind: 'receipts.house-not-printed',
          dedupeKey: `receipts-${runId}-${houseId}`,
          object: { type: 'house', id: houseId, label: house?.address ?? houseId },
          houseId,
          details: error instanceof DomainError ? { code: error.code, ...error.details } : { runId },
        },
      ]);
    });
  }

  async houses(tenant: Tenant, runId: RunId): Promise<PrintedHouse[]> {
    await this.runs.summary(tenant, runId);
    return this.database.inTenant(tenant, (tx) => housesOf(tx, runId));
  }

  async ofAccount(tx: Tx, accountId: AccountId): Promise<ReceiptSummary[]> {
    const rows = await tx.query<(Omit<ReceiptSummary, 'total'> & { total: string })[]>(
      `select ${SUMMARY} from receipts where account_id = $1 order by period desc, id desc`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, total: Money.ofKopecks(row.total) }));
  }

  /** The account of a receipt, for who may see it. @throws DomainError `receipt.not-found` */
  async accountOf(tx: Tx, id: ReceiptId): Promise<AccountId> {
    const [row] = await tx.query<{ accountId: AccountId }[]>(
      'select account_id as "accountId" from receipts where id = $1',
      [id],
    );
    if (!row) throw new DomainError('receipt.not-found');
    return row.accountId;
  }

  /** A receipt's own PDF, cut out of its house's. @throws DomainError `receipt.not-found` */
  async pdf(tx: Tx, id: ReceiptId): Promise<{ name: string; content: Uint8Array }> {
    const [row] = await tx.query<{ number: string; firstPage: number; pages: number; fileId: FileId }[]>(
      `select r.number, r.first_page as "firstPage", r.pages, f.file_id as "fileId"
         from receipts r join receipt_files f on f.run_id = r.run_id and f.house_id = r.house_id and f.part = r.part where r.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('receipt.not-found');
    const { content } = await this.files.read(tx, row.fileId);
    return { name: `${row.number}.pdf`, content: await cutReceipt(content, row) };
  }

  /** All receipts of a house as one PDF. @throws DomainError `receipt.not-found` */
  async housePdf(tx: Tx, runId: RunId, houseId: HouseId): Promise<{ name: string; content: Uint8Array }> {
    const parts = await tx.query<{ fileId: FileId }[]>(
      'select file_id as "fileId" from receipt_files where run_id = $1 and house_id = $2 order by part',
      [runId, houseId],
    );
    if (parts.length === 0) throw new DomainError('receipt.not-found');
    const files = await Promise.all(parts.map(({ fileId }) => this.files.read(tx, fileId)));
    if (files.length === 1) return files[0]!;
    return { name: files[0]!.name, content: await joinFiles(files.map(({ content }) => content)) };
  }

  /** Of a house that is printed already only what was held then and is accepted now. */
  private async withoutHeld(
    tx: Tx,
    run: { readonly id: RunId },
    houseId: HouseId,
    collected: readonly CollectedReceipt[],
  ): Promise<CollectedReceipt[]> {
    const held = await this.held.heldAccounts(tx, run.id, houseId);
    const issuable = collected.filter(({ accountId }) => !held.has(accountId));
    if (!(await isPrinted(tx, run.id, houseId))) return issuable;
    const later = (await acceptedSince(tx, run.id)).get(houseId);
    return later ? issuable.filter(({ accountId }) => later.has(accountId)) : [];
  }

  private async store(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    houseId: HouseId,
    collected: readonly CollectedReceipt[],
    printed: PrintedReceipts,
  ): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`receipts ${run.id} ${houseId}`]);
    const [state] = await tx.query<{ state: string }[]>('select state from billing_runs where id = $1 for share', [
      run.id,
    ]);
    if (state!.state !== 'closed') return; // its closing was undone meanwhile
    const before = await partsOf(tx, run.id, houseId);
    const fresh = collected.filter(({ accountId }) => !before.accounts.has(accountId));
    if (fresh.length < collected.length) return; // the same job was faster elsewhere
    const part = before.parts + 1;
    const name = `receipts-${formatPeriod(run.period)}-house-${houseId}${part > 1 ? `-${part}` : ''}.pdf`;
    const fileId = await this.files.save(tx, { name, mediaType: 'application/pdf', content: printed.file });
    await tx.query(
      `insert into receipts (organization_id, run_id, house_id, account_id, period, number, issued_on, due_on, total, document, first_page, pages, part)
       select current_organization(), $1, $2, account_id, $3, number, issued_on, due_on, total, document, first_page, pages, $5
         from jsonb_to_recordset($4) as row (account_id bigint, number text, issued_on date, due_on date, total bigint,
                                             document jsonb, first_page int, pages smallint)`,
      [
        run.id,
        houseId,
        formatDate(firstDay(run.period)),
        JSON.stringify(
          collected.map(({ accountId, document }, i) => ({
            account_id: accountId,
            number: document.number,
            issued_on: formatDate(document.issuedOn),
            due_on: formatDate(document.dueOn),
            total: document.total.kopecks.toString(),
            document: receiptToJson(document),
            first_page: printed.receipts[i]!.firstPage,
            pages: printed.receipts[i]!.pages,
          })),
        ),
        part,
      ],
    );
    await tx.query(
      `insert into receipt_files (organization_id, run_id, house_id, file_id, receipts, pages, part)
       values (current_organization(), $1, $2, $3, $4, $5, $6)`,
      [run.id, houseId, fileId, collected.length, printed.receipts.reduce((sum, { pages }) => sum + pages, 0), part],
    );
    await this.inbox.settleOne(tx, `receipts-${run.id}-${houseId}`, 'printed');
    await this.outbox.record(tx, { type: 'receipts.house-printed', payload: { runId: run.id, houseId } });
  }
}

/** Accounts by house whose bills were held when the others of the house were printed, and are held no more. */
async function acceptedSince(tx: Tx, runId: RunId): Promise<Map<HouseId, Set<AccountId>>> {
  const rows = await tx.query<{ houseId: HouseId; accountIds: AccountId[] }[]>(
    `select h.house_id as "houseId", array_agg(distinct h.account_id::text) as "accountIds"
       from held_bills h
      where h.run_id = $1 and h.state = 'accepted'
        and exists (select from receipt_files f where f.run_id = h.run_id and f.house_id = h.house_id)
        and not exists (select from receipts r where r.run_id = h.run_id and r.account_id = h.account_id)
        and not exists (select from held_bills other where other.run_id = h.run_id and other.account_id = h.account_id and other.state = 'held')
      group by h.house_id`,
    [runId],
  );
  return new Map(rows.map(({ houseId, accountIds }) => [houseId, new Set(accountIds)]));
}

/** What of a house is printed already. */
async function partsOf(tx: Tx, runId: RunId, houseId: HouseId): Promise<{ parts: number; accounts: Set<AccountId> }> {
  const [row] = await tx.query<{ parts: number; accounts: AccountId[] }[]>(
    `select (select count(*) from receipt_files where run_id = $1 and house_id = $2)::int as parts,
            array(select account_id::text from receipts where run_id = $1 and house_id = $2) as accounts`,
    [runId, houseId],
  );
  return { parts: row!.parts, accounts: new Set(row!.accounts) };
}

async function isPrinted(tx: Tx, runId: RunId, houseId: HouseId): Promise<boolean> {
  const [row] = await tx.query<{ exists: boolean }[]>(
    'select exists (select from receipt_files where run_id = $1 and house_id = $2)',
    [runId, houseId],
  );
  return row!.exists;
}

async function housesOf(tx: Tx, runId: RunId): Promise<PrintedHouse[]> {
  return tx.query<PrintedHouse[]>(
    `select r.house_id as "houseId", concat_ws(', ', h.city, h.street, h.building) as address, coalesce(f.receipts, r.accounts) as total,
            coalesce(f.receipts, 0) as printed, f.receipts is not null as "fileReady"
       from billing_run_houses r join houses h on h.id = r.house_id
       left join lateral (select sum(receipts)::int as receipts from receipt_files f
                           where f.run_id = r.run_id and f.house_id = r.house_id) f on true
      where r.run_id = $1 order by h.city, h.street, h.building`,
    [runId],
  );
}
