import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  type DocumentId,
  DomainError,
  firstDay,
  formatDate,
  type LocalDate,
  Money,
  type Period,
  periodOfDate,
  type UserId,
} from '@dvor/kernel';
import { Balances, Ledger, lockMoneyOf } from '@dvor/ledger';
import { Approvals, AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import { chooseWriteOff, namedWriteOff, type WriteOffPart } from '../core/index.js';
import {
  insertWriteOff,
  type NewWriteOff,
  refuseChangedBalances,
  refuseNoPaper,
  WRITE_OFF_POSTINGS,
} from './record-write-off.js';
import { type WriteOff, type WriteOffId, WriteOffRegister } from './write-off-register.js';

/** What would be forgiven to one account. */
export interface PlannedWriteOff {
  readonly accountId: AccountId;
  readonly parts: readonly WriteOffPart[];
  readonly amount: Money;
  /** What it owes now, and what it would owe after. */
  readonly balance: Money;
  readonly left: Money;
}

/** So many accounts go into one paper: each is locked while it is posted. */
const MOST_ACCOUNTS = 2_000;

/** Forgives debts by a paper and with a second person's word (PEN-05), and takes that back. */
@Injectable()
export class WriteOffs {
  constructor(
    private readonly register: WriteOffRegister,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
    private readonly approvals: Approvals,
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * What would be written off, account by account, the greatest first; accounts with nothing to forgive are left out.
   *
   * @throws DomainError `write-off.over-balance`, `write-off.twice`, `write-off.too-many`, `write-off.one-account`
   */
  async preview(
    tx: Tx,
    { accountIds, choice }: Pick<NewWriteOff, 'accountIds' | 'choice'>,
  ): Promise<PlannedWriteOff[]> {
    if (accountIds.length > MOST_ACCOUNTS)
      throw new DomainError('write-off.too-many', { accounts: accountIds.length, most: MOST_ACCOUNTS });
    const aimed = 'parts' in choice || choice.amount !== null;
    if (aimed && accountIds.length !== 1) throw new DomainError('write-off.one-account');
    const owed = await this.balances.receivablesOf(tx, accountIds);
    return [...owed]
      .map(([accountId, places]) => {
        const parts = 'parts' in choice ? namedWriteOff(places, choice.parts) : chooseWriteOff(places, choice);
        const amount = Money.sum(parts.map((part) => part.amount));
        const balance = Money.sum(places.map((place) => place.amount));
        return { accountId, parts, amount, balance, left: balance.minus(amount) };
      })
      .filter(({ amount }) => amount.kopecks > 0n)
      .sort((a, b) => b.amount.compare(a.amount));
  }

  /**
   * Enters it and asks for a second person's word; where the organisation does without, it is posted at once.
   *
   * @throws DomainError `write-off.nothing`, `document.not-found`, and what `preview` throws
   */
  async enter(tx: Tx, asked: NewWriteOff, by: UserId): Promise<WriteOffId> {
    await refuseNoPaper(tx, asked.documentId);
    const planned = await this.preview(tx, asked);
    if (planned.length === 0) throw new DomainError('write-off.nothing');
    const id = await insertWriteOff(tx, asked, planned, by);
    const entered = await this.register.read(tx, id);
    const { number, amount, penalties, accounts, basis, reason } = entered;
    const figures = { amount: amount.toString(), penalties: penalties.toString(), accounts, basis };
    await this.note(tx, 'write-off.enter', entered, { ...figures, reason }, by);
    const word = await this.approvals.request(
      tx,
      { ...matterOf(entered), details: { number, ...figures } },
      { by, reason },
    );
    if (word.state === 'approved') await this.post(tx, id, by);
    return id;
  }

  /**
   * Posts it as one, now that a second person has given their word.
   *
   * @throws DomainError `write-off.not-found`, `write-off.not-waiting`, `write-off.balance-changed`, `approval.required`,
   * `approval.waiting`, `approval.refused`
   */
  async post(tx: Tx, id: WriteOffId, by: UserId): Promise<void> {
    const writeOff = await this.locked(tx, id);
    const { number, state, reason } = writeOff;
    if (state !== 'waiting') throw new DomainError('write-off.not-waiting', { number });
    await this.approvals.requireApproved(tx, matterOf(writeOff), { by, reason });
    await lockMoneyOf(tx, await this.register.accountsOf(tx, id));
    await refuseChangedBalances(tx, id);
    const today = await this.clock.today(tx);
    const period = await this.openMonth(tx, today);
    await this.ledger.postFrom(
      tx,
      { kind: 'write-off', period, bookedOn: today, reason: `Списание № ${number}: ${reason}`, by },
      { sql: WRITE_OFF_POSTINGS, parameters: [id] },
    );
    await tx.query(
      'update write_offs set posted_at = organization_now(), posted_by = $2, posted_on = $3, period = $4 where id = $1',
      [id, by, formatDate(today), formatDate(firstDay(period))],
    );
    await this.note(tx, 'write-off.post', writeOff, { amount: writeOff.amount.toString() }, by);
  }

  /** Takes back what was not posted. @throws DomainError `write-off.not-found`, `write-off.not-waiting` */
  async withdraw(tx: Tx, id: WriteOffId, reason: string, by: UserId): Promise<void> {
    const writeOff = await this.locked(tx, id);
    if (writeOff.state !== 'waiting') throw new DomainError('write-off.not-waiting', { number: writeOff.number });
    await tx.query(
      'update write_offs set withdrawn_at = organization_now(), withdrawn_by = $2, withdrawn_reason = $3 where id = $1',
      [id, by, reason.trim()],
    );
    await this.note(tx, 'write-off.withdraw', writeOff, { reason }, by);
  }

  /**
   * Takes back what was posted, as one, by mirrored entries that count from the same day: penalties run as if it had never
   * been.
   *
   * @throws DomainError `write-off.not-found`, `write-off.not-posted`, `document.not-found`
   */
  async reverse(
    tx: Tx,
    id: WriteOffId,
    { reason, documentId }: { readonly reason: string; readonly documentId: DocumentId },
    by: UserId,
  ): Promise<void> {
    await refuseNoPaper(tx, documentId);
    const writeOff = await this.locked(tx, id);
    const { number, state, period: from, postedOn } = writeOff;
    if (state !== 'posted' || from === null || postedOn === null)
      throw new DomainError('write-off.not-posted', { number });
    await lockMoneyOf(tx, await this.register.accountsOf(tx, id));
    const today = await this.clock.today(tx);
    const period = await this.openMonth(tx, today);
    await this.ledger.mirror(tx, {
      ...{ from, prefix: `write-off ${id} `, kind: 'write-off', period, bookedOn: today, valueOn: postedOn, by },
      reason: `Отмена списания № ${number}: ${reason}`,
    });
    await tx.query(
      `update write_offs set reversed_at = organization_now(), reversed_by = $2, reversed_reason = $3, reversal_document_id = $4
        where id = $1`,
      [id, by, reason.trim(), documentId],
    );
    await this.note(tx, 'write-off.reverse', writeOff, { reason }, by);
  }

  private async openMonth(tx: Tx, today: LocalDate): Promise<Period> {
    const closed = await this.ledger.lastClosedMonth(tx);
    const month = periodOfDate(today);
    return closed !== null && month <= closed ? addMonths(closed, 1) : month;
  }

  private async locked(tx: Tx, id: WriteOffId): Promise<WriteOff> {
    await tx.query('select 1 from write_offs where id = $1 for update', [id]);
    return this.register.read(tx, id);
  }

  private async note(
    tx: Tx,
    action: string,
    { id, number }: WriteOff,
    details: Readonly<Record<string, string | number>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'write-off', id },
      details: { number, ...details },
    });
  }
}

function matterOf({ id, number, amount }: WriteOff) {
  const object = { type: 'write-off', id, label: `№ ${number}` };
  return { action: 'debt.write-off', object, version: amount.toString() } as const;
}
