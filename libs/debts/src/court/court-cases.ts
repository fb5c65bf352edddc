import { Injectable } from '@nestjs/common';
import { LawParameters, Services, settingsOn } from '@dvor/catalogue';
import { writeZip } from '@dvor/formats';
import {
  type AccountId,
  DomainError,
  type FileId,
  formatDate,
  type Id,
  type LocalDate,
  Money,
  parseDate,
  type UserId,
} from '@dvor/kernel';
import { Balances } from '@dvor/ledger';
import {
  AuditLog,
  Database,
  decodeCursor,
  FileStore,
  KEY,
  OrganizationClock,
  type Page,
  pageOf,
  type PageRequest,
  type StoredFile,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import {
  courtSheet,
  type CourtContent,
  type CourtPerson,
  debtorsByShares,
  draftCourtPapers,
  mayBeSent,
  orderFee,
  type OwnerOfDays,
  type StatementRow,
  type StepKind,
  type Verdict,
} from '../core/index.js';
import { DebtFacts, type LoadedDebtor } from '../letters/debt-facts.js';
import { DraftLetters } from '../letters/draft-letters.js';
import { PaperPrinter } from '../paper-printer.js';
import { type DebtStep, type DebtStepId, DebtSteps } from '../steps/debt-steps.js';
import { courtPapers } from './render-court.js';

export type CourtCaseId = Id<'CourtCase'>;

/** What may happen to a case after it was handed in. */
export const COURT_STEPS = [
  'court-order',
  'court-objection',
  'court-order-cancelled',
  'court-returned',
  'writ',
  'bailiff',
  'bailiff-returned',
  'settled',
] as const;
export type CourtStep = (typeof COURT_STEPS)[number];

/** Those after which nothing more is asked of this court by this case. */
export const LAST_COURT_STEPS: readonly StepKind[] = [
  ...([
    'court-order-cancelled',
    'court-returned',
    'bailiff-returned',
    'settled',
  ] as const satisfies readonly CourtStep[]),
];

export interface CourtAsked {
  readonly accountId: AccountId;
  readonly court: CourtContent['court'];
  /** Who answers together with the one owner or tenant: his family. */
  readonly together: readonly string[];
}

/** What a case would be, and whether it may. */
export interface CourtCheck {
  readonly debtor: LoadedDebtor;
  readonly verdict: Verdict;
  readonly fee: Money;
  readonly feeClause: string;
  /** Adults and others registered there, besides who is addressed. */
  readonly residents: readonly { readonly partyId: string; readonly name: string; readonly birthDate: string | null }[];
  readonly owners: readonly { readonly partyId: string; readonly name: string; readonly share: string }[];
}

export interface CourtCase {
  readonly id: CourtCaseId;
  readonly number: number;
  readonly accountId: AccountId;
  readonly account: string;
  readonly debtor: string;
  readonly dated: string;
  readonly court: string;
  readonly principal: Money;
  readonly penalty: Money;
  readonly fee: Money;
  readonly closedOn: string | null;
  /** The last step of it. */
  readonly state: StepKind;
  readonly fileReady: boolean;
}

export interface NewCourtStep {
  readonly kind: CourtStep;
  readonly on: LocalDate;
  readonly number: string | null;
  readonly note: string | null;
  readonly fileId: FileId | null;
}

/** Applications for court orders: checked, put together as papers, followed to the bailiff. */
@Injectable()
export class CourtCases {
  constructor(
    private readonly database: Database,
    private readonly facts: DebtFacts,
    private readonly drafts: DraftLetters,
    private readonly balances: Balances,
    private readonly services: Services,
    private readonly steps: DebtSteps,
    private readonly law: LawParameters,
    private readonly printer: PaperPrinter,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /** Whether a debtor may be sued today, for what, and what it costs. @throws DomainError `account.not-found`, `court.fee-table` */
  async check(tx: Tx, accountId: AccountId): Promise<CourtCheck> {
    const today = await this.clock.today(tx);
    const [debtor] = await this.facts.of(tx, [accountId], { asOf: today, letter: null });
    if (!debtor) throw new DomainError('account.not-found', { id: accountId });
    const chosen = await settingsOn(tx, ['debt.least.court'], today);
    const verdict = mayBeSent(debtor, {
      ...{ purpose: 'court', asOf: today, againAfterDays: 0 },
      limitationMonths: Number((await this.law.on(tx, 'limitation.months', today)).value),
      least: Money.parse(String(chosen['debt.least.court'])),
    });
    const table = await this.law.on(tx, 'state-fee.claim', today);
    const part = await this.law.on(tx, 'court-order.fee-percent', today);
    const claim = verdict.principal.plus(verdict.penalty);
    return {
      debtor,
      verdict,
      fee: orderFee(claim, { table: String(table.value), percent: Number(part.value) }),
      feeClause: `${part.clause} НК РФ`,
      residents: await residentsOf(tx, accountId, today),
      owners: await ownersNow(tx, accountId, today),
    };
  }

  /**
   * Puts an application together, prints its papers and writes the step down, all or nothing.
   *
   * @throws DomainError `court.refused`, `court.above-most`, `court.debtor-died`, `letter.does-not-add-up`, and those of `check`
   */
  async open(tenant: Tenant, asked: CourtAsked, by: UserId): Promise<CourtCaseId> {
    return this.database.inTenant(tenant, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('court cases', current_organization()))`);
      const content = await this.draft(tx, asked);
      const file = await this.pack(content);
      const fileId = await this.files.save(tx, {
        name: `Судебный приказ ${content.account.number}.zip`,
        mediaType: 'application/zip',
        content: file,
      });
      return this.insert(tx, asked.accountId, { content, fileId }, by);
    });
  }

  /** The latest first. */
  async list(tx: Tx, { open }: { readonly open?: boolean | undefined }, page: PageRequest): Promise<Page<CourtCase>> {
    const [before] = page.cursor === undefined ? [null] : decodeCursor(page.cursor, [KEY.id]);
    const rows = await tx.query<CaseRow[]>(
      `${CASES} where ($1::bigint is null or c.id < $1) and ($2::boolean is null or (c.closed_on is null) = $2)
        order by c.id desc limit $3`,
      [before, open ?? null, page.limit + 1],
    );
    return pageOf(rows.map(caseOf), page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `court-case.not-found` */
  async read(
    tx: Tx,
    id: CourtCaseId,
  ): Promise<CourtCase & { readonly content: CourtContent; readonly steps: readonly DebtStep[] }> {
    const [row] = await tx.query<CaseRow[]>(`${CASES} where c.id = $1`, [id]);
    if (!row) throw new DomainError('court-case.not-found');
    const [{ content }] = await tx.query<[{ content: CourtContent }]>('select content from court_cases where id = $1', [
      id,
    ]);
    return { ...caseOf(row), content, steps: await this.steps.of(tx, { courtCaseId: id }) };
  }

  /** The papers and the sheet in one ZIP. @throws DomainError `court-case.not-found` */
  async package(tx: Tx, id: CourtCaseId): Promise<StoredFile & { readonly content: Buffer }> {
    const [row] = await tx.query<{ fileId: FileId | null }[]>(
      'select file_id as "fileId" from court_cases where id = $1',
      [id],
    );
    if (!row?.fileId) throw new DomainError('court-case.not-found');
    return this.files.read(tx, row.fileId);
  }

  /**
   * What the court or the bailiff did.
   *
   * @throws DomainError `court-case.not-found`, `court-case.closed`, `court-case.step-day`
   */
  async record(tx: Tx, id: CourtCaseId, step: NewCourtStep, by: UserId): Promise<DebtStepId> {
    await tx.query('select from court_cases where id = $1 for update', [id]);
    const { accountId, principal, penalty, dated, closedOn } = await this.read(tx, id);
    if (closedOn !== null) throw new DomainError('court-case.closed', { closedOn });
    if (step.on < parseDate(dated) || step.on > (await this.clock.today(tx)))
      throw new DomainError('court-case.step-day', { dated, day: formatDate(step.on) });
    if (LAST_COURT_STEPS.includes(step.kind))
      await tx.query('update court_cases set closed_on = $2 where id = $1', [id, formatDate(step.on)]);
    return this.steps.add(tx, { ...step, accountId, principal, penalty, courtCaseId: id }, by);
  }

  private async draft(tx: Tx, { accountId, court, together }: CourtAsked): Promise<CourtContent> {
    const { debtor, verdict, fee, feeClause } = await this.check(tx, accountId);
    const today = await this.clock.today(tx);
    const most = await this.law.on(tx, 'court-order.most-claim', today);
    const [{ next }] = await tx.query<[{ next: number }]>(
      'select coalesce(max(number), 0) + 1 as next from court_cases',
    );
    const owners = await ownersOf(tx, accountId);
    const shares = debtor.payer ? debtorsByShares(verdict.items, { owners, payerId: debtor.payer.id, together }) : [];
    const people = await peopleOf(tx, [...new Set(shares.flatMap(({ partyIds }) => partyIds))], debtor.address);
    const names = new Map((await this.services.list(tx)).map(({ id, name }) => [id as string, name]));
    return draftCourtPapers({
      ...{ number: String(next), dated: today, court, claimant: await this.drafts.issuer(tx) },
      account: { number: debtor.number, address: debtor.address },
      ...{ shares, verdict, workings: await this.drafts.workings(tx, accountId) },
      personOf: (id) => people.get(id)!,
      serviceName: (id) => names.get(id) ?? 'Прочее',
      statement: await this.statement(tx, accountId),
      claim: await lastClaim(tx, accountId),
      ...{ fee: { sum: fee, clause: feeClause }, mostClaim: Money.parse(String(most.value)) },
    });
  }

  private async statement(tx: Tx, accountId: AccountId): Promise<StatementRow[]> {
    return (await this.balances.statement(tx, accountId)).map(({ date, reason, amount, balance }) => ({
      ...{ on: formatDate(date), what: reason },
      ...{ amount: amount.toString(), balance: balance.toString() },
    }));
  }

  private async pack(content: CourtContent): Promise<Uint8Array> {
    const papers = courtPapers(content);
    const printed = await Promise.all(papers.map(({ body }) => this.printer.print(body)));
    const sheet = Buffer.from(`${JSON.stringify(courtSheet(content), null, 2)}\n`);
    return writeZip([
      ...papers.map(({ name }, i) => ({ name, content: printed[i]! })),
      { name: 'Сведения.json', content: sheet },
    ]);
  }

  private async insert(
    tx: Tx,
    accountId: AccountId,
    { content, fileId }: { readonly content: CourtContent; readonly fileId: FileId },
    by: UserId,
  ): Promise<CourtCaseId> {
    const [principal, penalty] = [Money.parse(content.principal), Money.parse(content.penalty)];
    const [row] = await tx.query<{ id: CourtCaseId }[]>(
      `insert into court_cases (organization_id, house_id, account_id, number, dated, court, content, principal, penalty, fee, file_id, created_by)
       select current_organization(), house_id, id, $2, $3, $4, $5, $6, $7, $8, $9, $10 from accounts where id = $1 returning id`,
      [
        ...[accountId, content.number, content.dated, JSON.stringify(content.court), JSON.stringify(content)],
        ...[principal.kopecks.toString(), penalty.kopecks.toString(), Money.parse(content.fee.sum).kopecks.toString()],
        ...[fileId, by],
      ],
    );
    const step = { accountId, on: parseDate(content.dated), principal, penalty, courtCaseId: row!.id };
    await this.steps.add(tx, { ...step, kind: 'court-application', number: content.number }, by);
    await this.audit.record(tx, {
      userId: by,
      action: 'court.open',
      object: { type: 'court-case', id: row!.id },
      details: { account: content.account.number, total: content.total },
    });
    return row!.id;
  }
}

type CaseRow = Omit<CourtCase, 'principal' | 'penalty' | 'fee'> & Record<'principal' | 'penalty' | 'fee', string>;

function caseOf(row: CaseRow): CourtCase {
  const sumOf = (column: 'principal' | 'penalty' | 'fee') => Money.ofKopecks(row[column]);
  return { ...row, principal: sumOf('principal'), penalty: sumOf('penalty'), fee: sumOf('fee') };
}

const CASES = `
  select c.id, c.number, c.account_id as "accountId", a.number as account, c.dated::text as dated, c.court ->> 'name' as court,
         c.content #>> '{debtors,0,people,0,name}' as debtor, c.principal, c.penalty, c.fee, c.closed_on::text as "closedOn",
         c.file_id is not null as "fileReady",
         (select s.kind from debt_steps s where s.court_case_id = c.id and s.voids is null
             and not exists (select from debt_steps mirror where mirror.voids = s.id)
           order by s.on_date desc, s.id desc limit 1) as state
    from court_cases c join accounts a on a.id = c.account_id`;

async function ownersOf(tx: Tx, accountId: AccountId): Promise<OwnerOfDays[]> {
  return tx.query<OwnerOfDays[]>(
    `select o.party_id as "partyId", o.share_numerator as numerator, o.share_denominator as denominator,
            lower(o.valid) - date '1970-01-01' as "from", upper(o.valid) - date '1970-01-01' as "to"
       from ownerships o join accounts a on a.premises_id = o.premises_id
      where a.id = $1 and o.superseded_at is null order by o.party_id, lower(o.valid)`,
    [accountId],
  );
}

async function ownersNow(tx: Tx, accountId: AccountId, on: LocalDate): Promise<CourtCheck['owners']> {
  return tx.query(
    `select o.party_id as "partyId", p.name, o.share_numerator || '/' || o.share_denominator as share
       from ownerships o join accounts a on a.premises_id = o.premises_id join parties p on p.id = o.party_id
      where a.id = $1 and o.superseded_at is null and o.valid @> $2::date order by p.name`,
    [accountId, formatDate(on)],
  );
}

async function residentsOf(tx: Tx, accountId: AccountId, on: LocalDate): Promise<CourtCheck['residents']> {
  return tx.query(
    `select distinct r.party_id as "partyId", p.name, p.birth_date::text as "birthDate"
       from residencies r join parties p on p.id = r.party_id
      where r.account_id = $1 and r.superseded_at is null and r.valid @> $2::date
        and p.died_on is null and (p.birth_date is null or p.birth_date <= $2::date - interval '18 years')
      order by p.name`,
    [accountId, formatDate(on)],
  );
}

async function peopleOf(tx: Tx, ids: readonly string[], address: string): Promise<Map<string, CourtPerson>> {
  const rows = await tx.query<(CourtPerson & { readonly id: string; readonly diedOn: string | null })[]>(
    `select id, kind, name, birth_date::text as "birthDate", coalesce(address, $2) as address, snils, inn,
            died_on::text as "diedOn"
       from parties where id = any ($1)`,
    [ids, address],
  );
  return new Map(
    rows.map(({ id, diedOn, ...person }) => {
      if (diedOn !== null) throw new DomainError('court.debtor-died', { name: person.name, day: diedOn });
      return [id, person];
    }),
  );
}

async function lastClaim(tx: Tx, accountId: AccountId): Promise<CourtContent['claim']> {
  const [row] = await tx.query<{ number: string; on: string }[]>(
    `select s.number, s.on_date::text as "on" from debt_steps s
      where s.account_id = $1 and s.kind = 'claim' and s.voids is null
        and not exists (select from debt_steps mirror where mirror.voids = s.id)
      order by s.on_date desc, s.id desc limit 1`,
    [accountId],
  );
  return row ?? null;
}
