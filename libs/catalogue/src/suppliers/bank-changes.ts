import { Injectable } from '@nestjs/common';
import { DomainError, formatDateRange, type Id, parseDateRange, type SupplierId, type UserId } from '@dvor/kernel';
import { AuditLog, changeFacts, constraintOf, Outbox, type Tx } from '@dvor/platform';
import { BANK_DETAILS } from '../fact-tables.js';
import { bankColumns, checkBankDetails, type NewBankDetails } from './suppliers.js';

export type BankChangeId = Id<'BankChange'>;
export const BANK_CHANGE_STATES = ['pending', 'confirmed', 'rejected'] as const;
export type BankChangeState = (typeof BANK_CHANGE_STATES)[number];

/** Money for a supplier is to go elsewhere from a day on: asked for by one person, decided by another. */
export interface BankChange {
  readonly id: BankChangeId;
  readonly supplier: { readonly id: SupplierId; readonly name: string };
  readonly accountNumber: string;
  readonly bic: string;
  readonly bankName: string;
  readonly correspondentAccount: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reason: string;
  readonly state: BankChangeState;
  readonly askedAt: Date;
  readonly askedBy: { readonly id: UserId; readonly name: string };
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decisionNote: string | null;
}

/** Changes of suppliers' bank details, each by two people's word: whoever steals one password sends no money away. */
@Injectable()
export class BankChanges {
  constructor(
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** The latest first. */
  async list(tx: Tx, { state, supplierId }: { state?: BankChangeState; supplierId?: SupplierId } = {}) {
    return tx.query<BankChange[]>(
      `${SELECT} where ($1::text is null or c.state = $1) and ($2::bigint is null or c.supplier_id = $2) order by c.id desc`,
      [state ?? null, supplierId ?? null],
    );
  }

  /**
   * @throws DomainError `supplier.not-found`, `bank-change.pending` where another waits, `requisites.bik`,
   * `requisites.settlement-account`, `requisites.correspondent-account`
   */
  async ask(
    tx: Tx,
    supplierId: SupplierId,
    details: NewBankDetails,
    { by, reason }: { by: UserId; reason: string },
  ): Promise<BankChange> {
    const [supplier] = await tx.query<{ name: string }[]>('select name from suppliers where id = $1', [supplierId]);
    if (!supplier) throw new DomainError('supplier.not-found');
    checkBankDetails(details);
    const id = await this.insert(tx, supplierId, details, { by, reason, supplier: supplier.name });
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier.ask-bank-change',
      object: { type: 'supplier', id: supplierId },
      details: { change: id, accountNumber: details.accountNumber, bic: details.bic, reason },
    });
    return read(tx, id);
  }

  /**
   * Records the details as facts from their day on.
   *
   * @param alone the organisation has chosen to do without a second person, and there is none
   * @throws DomainError `bank-change.own` by its author, `bank-change.decided`, `bank-change.not-found`
   */
  async confirm(tx: Tx, id: BankChangeId, { by, alone }: { by: UserId; alone: boolean }): Promise<BankChange> {
    const change = await read(tx, id, 'for update of c');
    refuseDecided(change);
    const own = change.askedBy.id === by;
    if (own && !alone) throw new DomainError('bank-change.own');
    const values = bankColumns(change);
    await changeFacts(
      tx,
      BANK_DETAILS,
      {
        key: { supplier_id: change.supplier.id },
        days: parseDateRange(change.valid),
        patch: values,
        otherwise: values,
      },
      { by: change.askedBy.id, reason: change.reason },
    );
    await this.decide(tx, change, { by, state: 'confirmed', note: null });
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier.confirm-bank-change',
      object: { type: 'supplier', id: change.supplier.id },
      details: { change: id, askedBy: change.askedBy.id, ...values, ...(own && { withoutSecondPerson: true }) },
    });
    await this.outbox.record(tx, {
      type: 'supplier.bank-details-changed',
      payload: { supplierId: change.supplier.id, changeId: id },
    });
    return read(tx, id);
  }

  /** Whoever asked may take it back in the same way. @throws DomainError `bank-change.decided`, `bank-change.not-found` */
  async reject(tx: Tx, id: BankChangeId, { by, reason }: { by: UserId; reason: string }): Promise<BankChange> {
    const change = await read(tx, id, 'for update of c');
    refuseDecided(change);
    await this.decide(tx, change, { by, state: 'rejected', note: reason });
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier.reject-bank-change',
      object: { type: 'supplier', id: change.supplier.id },
      details: { change: id, reason },
    });
    return read(tx, id);
  }

  private async insert(
    tx: Tx,
    supplierId: SupplierId,
    details: NewBankDetails,
    { by, reason, supplier }: { by: UserId; reason: string; supplier: string },
  ): Promise<BankChangeId> {
    const columns = bankColumns(details);
    try {
      const [row] = await tx.query<{ id: BankChangeId }[]>(
        `insert into supplier_bank_changes
                (organization_id, supplier_id, valid, account_number, bic, bank_name, correspondent_account, reason, asked_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          supplierId,
          formatDateRange(details),
          columns.account_number,
          columns.bic,
          columns.bank_name,
          columns.correspondent_account,
          reason,
          by,
        ],
      );
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'supplier_bank_changes_one_at_a_time')
        throw new DomainError('bank-change.pending', { supplier });
      throw error;
    }
  }

  private async decide(
    tx: Tx,
    { id }: BankChange,
    { by, state, note }: { by: UserId; state: BankChangeState; note: string | null },
  ): Promise<void> {
    await tx.query(
      `update supplier_bank_changes set state = $2, decided_at = organization_now(), decided_by = $3, decision_note = $4 where id = $1`,
      [id, state, by, note],
    );
  }
}

type StoredChange = BankChange & { readonly valid: string };

function refuseDecided({ state }: BankChange): void {
  if (state !== 'pending') throw new DomainError('bank-change.decided', { state });
}

async function read(tx: Tx, id: BankChangeId, lock: '' | 'for update of c' = ''): Promise<StoredChange> {
  const [row] = await tx.query<StoredChange[]>(`${SELECT} where c.id = $1 ${lock}`, [id]);
  if (!row) throw new DomainError('bank-change.not-found');
  return row;
}

const SELECT = `
  select c.id, json_build_object('id', s.id::text, 'name', s.name) as supplier, c.account_number as "accountNumber", c.bic,
         c.bank_name as "bankName", c.correspondent_account as "correspondentAccount", c.valid::text as valid,
         lower(c.valid)::text as "validFrom", upper(c.valid)::text as "validTo", c.reason, c.state, c.asked_at as "askedAt",
         json_build_object('id', a.id::text, 'name', a.name) as "askedBy", c.decided_at as "decidedAt", d.name as "decidedBy",
         c.decision_note as "decisionNote"
    from supplier_bank_changes c
    join suppliers s on s.id = c.supplier_id
    join users a on a.id = c.asked_by
    left join users d on d.id = c.decided_by`;
