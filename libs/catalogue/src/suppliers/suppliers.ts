import { Injectable } from '@nestjs/common';
import {
  checkBik,
  checkCorrespondentAccount,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSettlementAccount,
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import {
  addFact,
  AuditLog,
  constraintOf,
  factHistory,
  type FactVersion,
  type Recording,
  type Tx,
} from '@dvor/platform';
import { changesOf, withoutUndefined } from '../edits.js';
import { BANK_DETAILS } from '../fact-tables.js';

export interface NewSupplier {
  readonly name: string;
  readonly inn: string;
  readonly kpp?: string | null;
  readonly ogrn?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
}

export interface NewBankDetails extends Interval {
  readonly accountNumber: string;
  readonly bic: string;
  readonly bankName: string;
  readonly correspondentAccount?: string | null;
}

export interface Supplier extends NewSupplier {
  readonly id: SupplierId;
  readonly version: number;
  /** In force on the day asked about. */
  readonly bankDetails: BankDetails | null;
}

/** Bank details as they were recorded, in force or not. */
export type BankDetailsVersion = FactVersion<keyof typeof BANK_DETAILS.key, keyof typeof BANK_DETAILS.values>;

export interface BankDetails {
  readonly accountNumber: string;
  readonly bic: string;
  readonly bankName: string;
  readonly correspondentAccount: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** To whom the money for services goes. */
@Injectable()
export class Suppliers {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** By name, with the bank details of a day. */
  async list(tx: Tx, on: LocalDate, { search }: { readonly search?: string | undefined } = {}): Promise<Supplier[]> {
    return tx.query<Supplier[]>(
      `${SELECT}
        where ($2::text is null or position(lower($2) in lower(s.name || ' ' || s.inn)) > 0)
        order by s.name, s.id`,
      [formatDate(on), search ?? null],
    );
  }

  /** @throws DomainError `supplier.not-found` */
  async read(tx: Tx, id: SupplierId, on: LocalDate): Promise<Supplier> {
    const [row] = await tx.query<Supplier[]>(`${SELECT} where s.id = $2`, [formatDate(on), id]);
    if (!row) throw new DomainError('supplier.not-found');
    return row;
  }

  /** @throws DomainError `supplier.exists`, `requisites.inn`, `requisites.kpp`, `requisites.ogrn` */
  async add(tx: Tx, supplier: NewSupplier): Promise<SupplierId> {
    checkSupplier(supplier);
    return orExists(supplier, async () => {
      const [row] = await tx.query<{ id: SupplierId }[]>(
        `insert into suppliers (organization_id, name, inn, kpp, ogrn, address, phone)
         values (current_organization(), $1, $2, $3, $4, $5, $6) returning id`,
        valuesOf(supplier),
      );
      return row!.id;
    });
  }

  /**
   * As a person adds one, on the record. Bank details come after, by a request that somebody else confirms.
   *
   * @throws DomainError `supplier.exists`, `requisites.inn`, `requisites.kpp`, `requisites.ogrn`
   */
  async create(tx: Tx, supplier: NewSupplier, { by, on }: { by: UserId; on: LocalDate }): Promise<Supplier> {
    const id = await this.add(tx, supplier);
    await this.audit.record(tx, {
      userId: by,
      action: 'supplier.create',
      object: { type: 'supplier', id },
      details: { name: supplier.name, inn: supplier.inn, kpp: supplier.kpp ?? null },
    });
    return this.read(tx, id, on);
  }

  /**
   * Changes requisites as they were seen at `version`; bank details are changed by a request.
   *
   * @throws DomainError `supplier.stale`, `supplier.not-found`, `supplier.exists`, `requisites.inn`, `requisites.kpp`,
   * `requisites.ogrn`
   */
  async edit(
    tx: Tx,
    id: SupplierId,
    change: Partial<NewSupplier>,
    seen: { version: number; by: UserId; on: LocalDate },
  ): Promise<Supplier> {
    await tx.query('select from suppliers where id = $1 for update', [id]);
    const before = await this.read(tx, id, seen.on);
    if (before.version !== seen.version) throw new DomainError('supplier.stale', { version: before.version });
    const after = { ...before, ...withoutUndefined(change) };
    checkSupplier(after);
    await orExists(after, () =>
      tx.query(
        `update suppliers set name = $2, inn = $3, kpp = $4, ogrn = $5, address = $6, phone = $7, version = version + 1 where id = $1`,
        [id, ...valuesOf(after)],
      ),
    );
    await this.audit.record(tx, {
      userId: seen.by,
      action: 'supplier.edit',
      object: { type: 'supplier', id },
      details: changesOf(before, change),
    });
    return this.read(tx, id, seen.on);
  }

  /**
   * Enters bank details without a second person's word: for books that are taken over as they stand.
   *
   * @throws DomainError `supplier.bank-details-overlap` naming the neighbour, `requisites.bik`,
   * `requisites.settlement-account`, `requisites.correspondent-account`
   */
  async addBankDetails(tx: Tx, supplierId: SupplierId, details: NewBankDetails, recording: Recording): Promise<void> {
    checkBankDetails(details);
    const [neighbour] = await tx.query<{ accountNumber: string; from: string; to: string | null }[]>(
      `select account_number as "accountNumber", lower(valid)::text as "from", upper(valid)::text as "to"
         from supplier_bank_details where supplier_id = $1 and superseded_at is null and valid && $2::daterange limit 1`,
      [supplierId, formatDateRange(details)],
    );
    if (neighbour) throw new DomainError('supplier.bank-details-overlap', { ...neighbour });
    const { from, to } = details;
    const fact = { key: { supplier_id: supplierId }, days: { from, to }, values: bankColumns(details) };
    await addFact(tx, BANK_DETAILS, fact, recording);
  }

  /** All bank details there ever were, by days, then by when they were recorded. @throws DomainError `supplier.not-found` */
  async bankDetailsHistory(tx: Tx, id: SupplierId): Promise<BankDetailsVersion[]> {
    const [row] = await tx.query<{ id: string }[]>('select id from suppliers where id = $1', [id]);
    if (!row) throw new DomainError('supplier.not-found');
    return factHistory(tx, BANK_DETAILS, { supplier_id: id });
  }
}

/** @throws DomainError `requisites.bik`, `requisites.settlement-account`, `requisites.correspondent-account` */
export function checkBankDetails({
  accountNumber,
  bic,
  correspondentAccount,
}: Omit<NewBankDetails, 'from' | 'to'>): void {
  if (checkBik(bic) !== 'ok') throw new DomainError('requisites.bik', { bic, reason: checkBik(bic) });
  const account = checkSettlementAccount(accountNumber, { bik: bic });
  if (account !== 'ok')
    throw new DomainError('requisites.settlement-account', { account: accountNumber, bic, reason: account });
  if (!correspondentAccount) return;
  const reason = checkCorrespondentAccount(correspondentAccount, { bik: bic });
  if (reason !== 'ok')
    throw new DomainError('requisites.correspondent-account', { account: correspondentAccount, bic, reason });
}

export function bankColumns({
  accountNumber,
  bic,
  bankName,
  correspondentAccount,
}: Omit<NewBankDetails, 'from' | 'to'>) {
  return {
    account_number: accountNumber,
    bic,
    bank_name: bankName,
    correspondent_account: correspondentAccount ?? null,
  };
}

const SELECT = `
  select s.id, s.name, s.inn, s.kpp, s.ogrn, s.address, s.phone, s.version,
         case when b.id is null then null else json_build_object(
           'accountNumber', b.account_number, 'bic', b.bic, 'bankName', b.bank_name, 'correspondentAccount', b.correspondent_account,
           'validFrom', lower(b.valid), 'validTo', upper(b.valid)) end as "bankDetails"
    from suppliers s
    left join supplier_bank_details b on b.supplier_id = s.id and b.superseded_at is null and b.valid @> $1::date`;

function valuesOf({ name, inn, kpp = null, ogrn = null, address = null, phone = null }: NewSupplier) {
  return [name, inn, kpp, ogrn, address, phone];
}

async function orExists<T>({ inn, kpp = null }: NewSupplier, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (constraintOf(error) === 'suppliers_organization_id_inn_kpp_key')
      throw new DomainError('supplier.exists', { inn, kpp });
    throw error;
  }
}

function checkSupplier({ inn, kpp, ogrn }: NewSupplier): void {
  if (checkInn(inn) !== 'ok') throw new DomainError('requisites.inn', { inn, reason: checkInn(inn) });
  if (kpp && checkKpp(kpp) !== 'ok') throw new DomainError('requisites.kpp', { kpp, reason: checkKpp(kpp) });
  if (ogrn && checkOgrn(ogrn) !== 'ok' && checkOgrnip(ogrn) !== 'ok')
    throw new DomainError('requisites.ogrn', { ogrn, reason: checkOgrn(ogrn) });
}
