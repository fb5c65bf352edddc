import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type DocumentId,
  DomainError,
  firstDay,
  formatDate,
  type Id,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import { type DisputedPart, disputedSum, type OwedPart } from '../core/index.js';
import { refuseUnknownAccount } from '../register/known-account.js';
import { type DebtView, endOf, inBooks, viewParameters } from '../register/in-books.js';

export type DisputeId = Id<'debt dispute'>;

export const DISPUTE_OUTCOMES = ['upheld', 'partly', 'rejected', 'withdrawn'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

export interface NewDispute extends DisputedPart {
  readonly reason: string;
  readonly documentId: DocumentId | null;
  /** `null`: today. */
  readonly openedOn: LocalDate | null;
}

export interface Dispute extends DisputedPart {
  readonly id: DisputeId;
  readonly accountId: AccountId;
  readonly service: string | null;
  readonly reason: string;
  readonly documentId: DocumentId | null;
  readonly openedOn: string;
  readonly openedBy: string | null;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
  readonly outcome: DisputeOutcome | null;
  readonly outcomeNote: string | null;
}

/** What payers say they do not owe. While it is open it is asked for by no letter. */
@Injectable()
export class Disputes {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /** Of an account, the latest first, closed ones too. @throws DomainError `account.not-found` */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<Dispute[]> {
    await refuseUnknownAccount(tx, accountId);
    const rows = await tx.query<DisputeRow[]>(`${SELECT} where d.account_id = $1 order by d.id desc`, [accountId]);
    return rows.map(disputeOf);
  }

  /**
   * @throws DomainError `account.not-found`, `service.not-found`, `document.not-found`, `dispute.in-future`,
   * `dispute.amount-zero`
   */
  async open(tx: Tx, accountId: AccountId, asked: NewDispute, by: UserId): Promise<DisputeId> {
    const today = await this.clock.today(tx);
    const openedOn = asked.openedOn ?? today;
    if (openedOn > today) throw new DomainError('dispute.in-future', { openedOn: formatDate(openedOn) });
    if (asked.amount !== null && asked.amount.kopecks <= 0n) throw new DomainError('dispute.amount-zero');
    await refuseUnknown(tx, asked);
    const [made] = await tx.query<{ id: DisputeId }[]>(
      `insert into debt_disputes (organization_id, house_id, account_id, service_id, origin, amount, reason, document_id, opened_on, opened_by)
       select current_organization(), house_id, id, $2, $3, $4, $5, $6, $7, $8 from accounts where id = $1 returning id`,
      [
        accountId,
        asked.serviceId,
        asked.origin === null ? null : formatDate(firstDay(asked.origin)),
        asked.amount?.kopecks.toString() ?? null,
        asked.reason.trim(),
        asked.documentId,
        formatDate(openedOn),
        by,
      ],
    );
    if (!made) throw new DomainError('account.not-found', { id: accountId });
    await this.note(tx, 'dispute.open', made.id, { account: accountId, reason: asked.reason }, by);
    return made.id;
  }

  /** @throws DomainError `dispute.not-found`, `dispute.closed`, `dispute.closed-before-opened`, `dispute.in-future` */
  async close(
    tx: Tx,
    id: DisputeId,
    { outcome, note, on }: { readonly outcome: DisputeOutcome; readonly note: string; readonly on: LocalDate | null },
    by: UserId,
  ): Promise<void> {
    const today = await this.clock.today(tx);
    const closedOn = formatDate(on ?? today);
    const [row] = await tx.query<DisputeRow[]>(`${SELECT} where d.id = $1 for update of d`, [id]);
    if (!row) throw new DomainError('dispute.not-found');
    if (row.closedOn !== null) throw new DomainError('dispute.closed', { closedOn: row.closedOn });
    if (closedOn < row.openedOn) throw new DomainError('dispute.closed-before-opened', { openedOn: row.openedOn });
    if (closedOn > formatDate(today)) throw new DomainError('dispute.in-future', { openedOn: closedOn });
    await tx.query(
      `update debt_disputes set closed_on = $2, closed_at = organization_now(), closed_by = $3, outcome = $4, outcome_note = $5 where id = $1`,
      [id, closedOn, by, outcome, note.trim()],
    );
    await this.note(tx, 'dispute.close', id, { account: row.accountId, outcome, note }, by);
  }

  /**
   * How much of what accounts owe was disputed in a view; an account with no open dispute is left out.
   *
   * @param accountIds `null`: of all
   */
  async sums(tx: Tx, view: DebtView, accountIds: readonly AccountId[] | null = null): Promise<Map<AccountId, Money>> {
    const disputes = await openIn(tx, view, accountIds);
    if (disputes.length === 0) return new Map();
    const ids = [...new Set(disputes.map(({ accountId }) => accountId))];
    const owed = await owedBy(tx, view, ids);
    return new Map(
      ids.map((id) => [
        id,
        disputedSum(
          owed.get(id) ?? [],
          disputes.filter(({ accountId }) => accountId === id),
        ),
      ]),
    );
  }

  private async note(
    tx: Tx,
    action: string,
    id: DisputeId,
    details: Readonly<Record<string, string>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'dispute', id }, details });
  }
}

async function refuseUnknown(tx: Tx, { serviceId, documentId }: NewDispute): Promise<void> {
  const [known] = await tx.query<{ service: boolean; document: boolean }[]>(
    `select $1::bigint is null or exists (select from services where id = $1) as service,
            $2::bigint is null or exists (select from documents where id = $2) as document`,
    [serviceId, documentId],
  );
  if (!known!.service) throw new DomainError('service.not-found');
  if (!known!.document) throw new DomainError('document.not-found');
}

async function openIn(tx: Tx, view: DebtView, accountIds: readonly AccountId[] | null): Promise<Dispute[]> {
  const rows = await tx.query<DisputeRow[]>(
    `${SELECT}
      where ($3::bigint[] is null or d.account_id = any ($3))
        and case when $1::date is null then d.closed_on is null
                 else d.opened_on <= $1::date and (d.closed_on is null or d.closed_on > $1::date
                                                   or ($2::boolean and d.closed_at >= ${endOf('$1')}))
                      and (not $2::boolean or d.opened_at < ${endOf('$1')}) end
      order by d.id`,
    [...viewParameters(view), accountIds],
  );
  return rows.map(disputeOf);
}

async function owedBy(tx: Tx, view: DebtView, accountIds: readonly AccountId[]): Promise<Map<AccountId, OwedPart[]>> {
  const rows = await tx.query<{ accountId: AccountId; serviceId: ServiceId | null; origin: Period; amount: string }[]>(
    `select p.account_id as "accountId", p.service_id as "serviceId", ${PERIOD('p.origin')} as origin, sum(p.amount) as amount
       from ledger_postings p
      where p.account_id = any ($3::bigint[]) and p.ledger_account = 'receivable' and ${inBooks('$1', '$2')}
      group by 1, 2, 3 having sum(p.amount) <> 0 order by 1, 3, 2`,
    [...viewParameters(view), accountIds],
  );
  const owed = new Map<AccountId, OwedPart[]>();
  for (const { accountId, amount, ...part } of rows)
    owed.set(accountId, [...(owed.get(accountId) ?? []), { ...part, amount: Money.ofKopecks(amount) }]);
  return owed;
}

interface DisputeRow extends Omit<Dispute, 'amount'> {
  readonly amount: string | null;
}

function disputeOf({ amount, ...row }: DisputeRow): Dispute {
  return { ...row, amount: amount === null ? null : Money.ofKopecks(amount) };
}

const PERIOD = (column: string) => `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int`;

const SELECT = `
  select d.id, d.account_id as "accountId", d.service_id as "serviceId", s.name as service, ${PERIOD('d.origin')} as origin, d.amount,
         d.reason, d.document_id as "documentId", d.opened_on::text as "openedOn", opener.name as "openedBy",
         d.closed_on::text as "closedOn", closer.name as "closedBy", d.outcome, d.outcome_note as "outcomeNote"
    from debt_disputes d
    left join services s on s.id = d.service_id
    left join users opener on opener.id = d.opened_by
    left join users closer on closer.id = d.closed_by`;
