import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, formatDate, type Id, type LocalDate, Money, type UserId } from '@dvor/kernel';
import { AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import { type PromiseState, promiseState } from '../core/index.js';
import { refuseUnknownAccount } from '../register/known-account.js';

export type ContactId = Id<'debt contact'>;

export const CONTACT_WAYS = ['call', 'visit', 'message', 'office'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export interface NewContact {
  readonly way: ContactWay;
  /** `null`: today. */
  readonly on: LocalDate | null;
  /** Somebody was spoken to. */
  readonly reached: boolean;
  readonly note: string;
  readonly promise: { readonly amount: Money; readonly by: LocalDate } | null;
}

export interface Contact {
  readonly id: ContactId;
  readonly way: ContactWay;
  readonly on: string;
  readonly reached: boolean;
  readonly note: string;
  readonly promise: {
    readonly amount: Money;
    readonly by: string;
    /** What came from the day of the promise up to its last. */
    readonly paid: Money;
    readonly state: PromiseState;
  } | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** Why it was taken out as entered by mistake. */
  readonly withdrawn: string | null;
}

/** What was said to debtors, and what they promised. */
@Injectable()
export class Contacts {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /** Of an account, the latest first; those entered by mistake too. @throws DomainError `account.not-found` */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<Contact[]> {
    await refuseUnknownAccount(tx, accountId);
    const today = await this.clock.today(tx);
    const rows = await tx.query<ContactRow[]>(`${SELECT} where c.account_id = $1 order by c.on_date desc, c.id desc`, [
      accountId,
    ]);
    return rows.map((row) => contactOf(row, today));
  }

  /** @throws DomainError `account.not-found`, `contact.in-future`, `contact.promise-before`, `contact.promise-zero` */
  async add(tx: Tx, accountId: AccountId, asked: NewContact, by: UserId): Promise<ContactId> {
    const today = await this.clock.today(tx);
    const on = asked.on ?? today;
    const { promise } = asked;
    if (on > today) throw new DomainError('contact.in-future', { on: formatDate(on) });
    if (promise && promise.by < on) throw new DomainError('contact.promise-before', { by: formatDate(promise.by) });
    if (promise && promise.amount.kopecks <= 0n) throw new DomainError('contact.promise-zero');
    const [made] = await tx.query<{ id: ContactId }[]>(
      `insert into debt_contacts (organization_id, house_id, account_id, way, on_date, reached, note, promised, promised_by, recorded_by)
       select current_organization(), house_id, id, $2, $3, $4, $5, $6, $7, $8 from accounts where id = $1 returning id`,
      [
        accountId,
        asked.way,
        formatDate(on),
        asked.reached,
        asked.note.trim(),
        promise?.amount.kopecks.toString() ?? null,
        promise ? formatDate(promise.by) : null,
        by,
      ],
    );
    if (!made) throw new DomainError('account.not-found', { id: accountId });
    await this.note(tx, 'contact.add', made.id, { account: accountId, way: asked.way, note: asked.note }, by);
    return made.id;
  }

  /** It was entered by mistake; it stays readable. @throws DomainError `contact.not-found`, `contact.withdrawn` */
  async withdraw(tx: Tx, id: ContactId, reason: string, by: UserId): Promise<void> {
    const [row] = await tx.query<{ withdrawn: string | null }[]>(
      'select withdrawn_reason as withdrawn from debt_contacts where id = $1 for update',
      [id],
    );
    if (!row) throw new DomainError('contact.not-found');
    if (row.withdrawn !== null) throw new DomainError('contact.withdrawn', { reason: row.withdrawn });
    await tx.query(
      'update debt_contacts set withdrawn_at = organization_now(), withdrawn_by = $2, withdrawn_reason = $3 where id = $1',
      [id, by, reason.trim()],
    );
    await this.note(tx, 'contact.withdraw', id, { reason }, by);
  }

  private async note(
    tx: Tx,
    action: string,
    id: ContactId,
    details: Readonly<Record<string, string>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'debt-contact', id }, details });
  }
}

interface ContactRow extends Omit<Contact, 'promise'> {
  readonly promised: string | null;
  readonly promisedBy: LocalDate | null;
  readonly paid: string;
}

function contactOf({ promised, promisedBy, paid: kopecks, ...row }: ContactRow, today: LocalDate): Contact {
  if (promised === null || promisedBy === null) return { ...row, promise: null };
  const [amount, paid] = [Money.ofKopecks(promised), Money.ofKopecks(kopecks)];
  const state = promiseState({ amount, by: promisedBy }, { paid, today });
  return { ...row, promise: { amount, by: formatDate(promisedBy), paid, state } };
}

const SELECT = `
  select c.id, c.way, c.on_date::text as "on", c.reached, c.note, c.promised, c.promised_by - date '1970-01-01' as "promisedBy",
         coalesce((select sum(p.amount - p.returned) from payments p
                    where p.account_id = c.account_id and p.paid_on between c.on_date and c.promised_by), 0) as paid,
         c.recorded_at as "recordedAt", u.name as "recordedBy", c.withdrawn_reason as withdrawn
    from debt_contacts c left join users u on u.id = c.recorded_by`;
