import { Injectable } from '@nestjs/common';
import { readGisIdentifier } from '@dvor/formats';
import {
  type AccountId,
  addDays,
  DomainError,
  formatDate,
  type LocalDate,
  parseDate,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import { addFact, AuditLog, changeFacts, constraintOf, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { refreshAccountSearch } from './account-search.js';
import { ACCOUNT_FACTS } from './fact-tables.js';
import { type AccountPlace, accountPlace, premisesPlace } from './places.js';

export interface OpenedAccount {
  readonly id: AccountId;
  readonly number: string;
}

/** When accounts are open and who pays them. A number is never used again. */
@Injectable()
export class AccountTerms {
  constructor(private readonly audit: AuditLog) {}

  /**
   * @param number  `null`: the next one, of as many digits as the organisation's others
   * @throws DomainError `premises.not-found`, `house.closed`, `account.number-taken`, `account.open-already` where another
   * account of the premises is open on that day and `beside` is not asked for
   */
  async open(
    tx: Tx,
    premisesId: PremisesId,
    {
      number,
      payerId,
      from,
      beside = false,
    }: {
      readonly number: string | null;
      readonly payerId: PartyId;
      readonly from: LocalDate;
      /** More than one account may stand on the premises: shares or communal flats. */
      readonly beside?: boolean;
    },
    recording: Recording,
  ): Promise<OpenedAccount> {
    const { houseId, name } = await premisesPlace(tx, premisesId);
    await refuseClosedHouse(tx, houseId, from);
    if (!beside) {
      const [other] = await tx.query<{ number: string }[]>(
        `select a.number from accounts a join account_facts f on f.account_id = a.id and f.superseded_at is null
          where a.premises_id = $1 and f.valid && daterange($2::date, null) order by a.number limit 1`,
        [premisesId, formatDate(from)],
      );
      if (other) throw new DomainError('account.open-already', { where: name, number: other.number });
    }
    const account = await this.insert(tx, { houseId, premisesId, number: number ?? (await nextNumber(tx)) });
    await addFact(
      tx,
      ACCOUNT_FACTS,
      { key: { house_id: houseId, account_id: account.id }, days: { from, to: null }, values: { payer_id: payerId } },
      recording,
    );
    await refreshAccountSearch(tx, [account.id]);
    await this.note(tx, 'account.open', account.id, { from: formatDate(from), payerId }, recording);
    return account;
  }

  /**
   * The account is open no longer from this day on.
   * @throws DomainError `account.not-found`, `account.not-open`
   */
  async close(tx: Tx, id: AccountId, from: LocalDate, recording: Recording): Promise<void> {
    const { houseId, number } = await accountPlace(tx, id);
    const key = { house_id: houseId, account_id: id };
    const { removed } = await removeFacts(tx, ACCOUNT_FACTS, { key, days: { from, to: null } }, recording);
    if (removed === 0) throw new DomainError('account.not-open', { number, date: formatDate(from) });
    await this.note(tx, 'account.close', id, { from: formatDate(from) }, recording);
  }

  /**
   * Opens a closed account again. Days of which it was closed stay so.
   * @throws DomainError `account.not-found`, `house.closed`, `fact.overlap` where it is open already
   */
  async reopen(
    tx: Tx,
    id: AccountId,
    { from, payerId }: { readonly from: LocalDate; readonly payerId: PartyId },
    recording: Recording,
  ): Promise<void> {
    const { houseId } = await accountPlace(tx, id);
    await refuseClosedHouse(tx, houseId, from);
    await addFact(
      tx,
      ACCOUNT_FACTS,
      { key: { house_id: houseId, account_id: id }, days: { from, to: null }, values: { payer_id: payerId } },
      recording,
    );
    await refreshAccountSearch(tx, [id]);
    await this.note(tx, 'account.reopen', id, { from: formatDate(from), payerId }, recording);
  }

  /**
   * Somebody else pays from this day on.
   * @throws DomainError `account.not-found`, `account.not-open`
   */
  async changePayer(
    tx: Tx,
    id: AccountId,
    { from, payerId }: { readonly from: LocalDate; readonly payerId: PartyId },
    recording: Recording,
  ): Promise<void> {
    const { houseId, number } = await accountPlace(tx, id);
    const key = { house_id: houseId, account_id: id };
    try {
      await changeFacts(tx, ACCOUNT_FACTS, { key, days: { from, to: null }, patch: { payer_id: payerId } }, recording);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'fact.none')
        throw new DomainError('account.not-open', { number, date: formatDate(from) });
      throw error;
    }
    await refreshAccountSearch(tx, [id]);
    await this.note(tx, 'account.payer', id, { from: formatDate(from), payerId }, recording);
  }

  /**
   * State identifiers, Cyrillic look-alikes put right.
   * @throws DomainError `account.els`, `account.izhku`, `account.els-taken`, `account.izhku-taken`
   */
  async identify(
    tx: Tx,
    id: AccountId,
    { els, izhku }: { readonly els: string | null; readonly izhku: string | null },
    recording: Recording,
  ): Promise<void> {
    await accountPlace(tx, id);
    const ids = { els: read(els, 'unified-account', 'account.els'), izhku: read(izhku, 'services', 'account.izhku') };
    try {
      await tx.query('update accounts set els = $2, izhku = $3 where id = $1', [id, ids.els, ids.izhku]);
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'accounts_els') throw new DomainError('account.els-taken', { value: ids.els });
      if (constraint === 'accounts_izhku') throw new DomainError('account.izhku-taken', { value: ids.izhku });
      throw error;
    }
    await refreshAccountSearch(tx, [id]);
    await this.note(tx, 'account.identify', id, ids, recording);
  }

  /** @throws DomainError `account.not-found` */
  async placeOf(tx: Tx, id: AccountId): Promise<AccountPlace> {
    return accountPlace(tx, id);
  }

  private async insert(
    tx: Tx,
    account: { houseId: string; premisesId: PremisesId; number: string },
  ): Promise<OpenedAccount> {
    const [taken] = await tx.query<unknown[]>('select 1 from accounts where number = $1', [account.number]);
    if (taken) throw new DomainError('account.number-taken', { value: account.number });
    try {
      const [row] = await tx.query<{ id: AccountId }[]>(
        `insert into accounts (organization_id, house_id, premises_id, number)
         values (current_organization(), $1, $2, $3) returning id`,
        [account.houseId, account.premisesId, account.number],
      );
      return { id: row!.id, number: account.number };
    } catch (error) {
      if (constraintOf(error) === 'accounts_organization_id_number_key')
        throw new DomainError('account.number-taken', { value: account.number });
      throw error;
    }
  }

  private async note(
    tx: Tx,
    action: string,
    id: AccountId,
    details: Record<string, string | null>,
    { by, reason }: Recording,
  ): Promise<void> {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'account', id },
      details: { ...details, reason },
    });
  }
}

function read(typed: string | null, kind: 'unified-account' | 'services', refusal: string): string | null {
  if (typed === null) return null;
  const id = readGisIdentifier(typed, kind);
  if (!id.ok) throw new DomainError(refusal, { value: typed });
  return id.value;
}

/** One above the highest; two that ask at once get one each. */
async function nextNumber(tx: Tx): Promise<string> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('account number', current_organization()))`);
  const [row] = await tx.query<{ next: string | null }[]>(
    `select lpad((n::numeric + 1)::text, greatest(length(n), length((n::numeric + 1)::text)), '0') as next
       from highest_account_number() n`,
  );
  return row?.next ?? FIRST_NUMBER;
}

const FIRST_NUMBER = '0000000001';

/** Where management agreements are kept for a house, there must be one on that day. */
export async function refuseClosedHouse(tx: Tx, houseId: string, on: LocalDate): Promise<void> {
  const [last] = await tx.query<{ ended: string | null }[]>(
    `select max(upper(valid))::text as ended from agreements
      where house_id = $1 and kind = 'management' and superseded_at is null
     having count(*) > 0 and not coalesce(bool_or(valid @> $2::date), false)`,
    [houseId, formatDate(on)],
  );
  if (last) throw new DomainError('house.closed', { date: formatDate(on), until: lastDayOf(last.ended) });
}

function lastDayOf(ended: string | null): string | null {
  return ended === null ? null : formatDate(addDays(parseDate(ended), -1));
}
