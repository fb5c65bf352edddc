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
} from '@dvor/kernel';
import { constraintOf, type Tx, recordChanges, type Recording } from '@dvor/platform';

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
  /** In force on the day asked about. */
  readonly bankDetails: BankDetails | null;
}

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
  /** By name, with the bank details of a day. */
  async list(tx: Tx, on: LocalDate): Promise<Supplier[]> {
    return tx.query<Supplier[]>(
      `select s.id, s.name, s.inn, s.kpp, s.ogrn, s.address, s.phone,
              case when b.id is null then null else json_build_object(
                'accountNumber', b.account_number, 'bic', b.bic, 'bankName', b.bank_name, 'correspondentAccount', b.correspondent_account,
                'validFrom', lower(b.valid), 'validTo', upper(b.valid)) end as "bankDetails"
         from suppliers s
         left join supplier_bank_details b on b.supplier_id = s.id and b.superseded_at is null and b.valid @> $1::date
        order by s.name, s.id`,
      [formatDate(on)],
    );
  }

  /** @throws DomainError `supplier.exists`, `requisites.inn`, `requisites.kpp`, `requisites.ogrn` */
  async add(tx: Tx, supplier: NewSupplier): Promise<SupplierId> {
    checkSupplier(supplier);
    const { name, inn, kpp = null, ogrn = null, address = null, phone = null } = supplier;
    try {
      const [row] = await tx.query<{ id: SupplierId }[]>(
        `insert into suppliers (organization_id, name, inn, kpp, ogrn, address, phone)
         values (current_organization(), $1, $2, $3, $4, $5, $6) returning id`,
        [name, inn, kpp, ogrn, address, phone],
      );
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'suppliers_organization_id_inn_kpp_key')
        throw new DomainError('supplier.exists', { inn, kpp });
      throw error;
    }
  }

  /**
   * @throws DomainError `supplier.bank-details-overlap` naming the neighbour, `requisites.bik`,
   * `requisites.settlement-account`, `requisites.correspondent-account`
   */
  async addBankDetails(tx: Tx, supplierId: SupplierId, details: NewBankDetails, recording: Recording): Promise<void> {
    checkBankDetails(details);
    const valid = formatDateRange(details);
    const [neighbour] = await tx.query<{ accountNumber: string; from: string; to: string | null }[]>(
      `select account_number as "accountNumber", lower(valid)::text as "from", upper(valid)::text as "to"
         from supplier_bank_details where supplier_id = $1 and superseded_at is null and valid && $2::daterange limit 1`,
      [supplierId, valid],
    );
    if (neighbour) throw new DomainError('supplier.bank-details-overlap', { ...neighbour });
    await tx.query(
      `insert into supplier_bank_details
              (organization_id, supplier_id, valid, account_number, bic, bank_name, correspondent_account, recorded_by, reason)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        supplierId,
        valid,
        details.accountNumber,
        details.bic,
        details.bankName,
        details.correspondentAccount ?? null,
        recording.by,
        recording.reason,
      ],
    );
    await recordChanges(
      tx,
      [{ fact: 'supplier_bank_details', subject: { type: 'supplier', id: supplierId }, ...details }],
      recording,
    );
  }
}

function checkSupplier({ inn, kpp, ogrn }: NewSupplier): void {
  if (checkInn(inn) !== 'ok') throw new DomainError('requisites.inn', { inn, reason: checkInn(inn) });
  if (kpp && checkKpp(kpp) !== 'ok') throw new DomainError('requisites.kpp', { kpp, reason: checkKpp(kpp) });
  if (ogrn && checkOgrn(ogrn) !== 'ok' && checkOgrnip(ogrn) !== 'ok')
    throw new DomainError('requisites.ogrn', { ogrn, reason: checkOgrn(ogrn) });
}

function checkBankDetails({ accountNumber, bic, correspondentAccount }: NewBankDetails): void {
  if (checkBik(bic) !== 'ok') throw new DomainError('requisites.bik', { bic, reason: checkBik(bic) });
  const account = checkSettlementAccount(accountNumber, { bik: bic });
  if (account !== 'ok')
    throw new DomainError('requisites.settlement-account', { account: accountNumber, bic, reason: account });
  if (!correspondentAccount) return;
  const reason = checkCorrespondentAccount(correspondentAccount, { bik: bic });
  if (reason !== 'ok')
    throw new DomainError('requisites.correspondent-account', { account: correspondentAccount, bic, reason });
}
