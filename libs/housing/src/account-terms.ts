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
import {
  type AccountOnPremises,
  accountsSince,
  bearShare,
  refusePartialShares,
  shareColumns,
  shareText,
  together,
} from './account-shares.js';
import type { Share } from './core/index.js';
import { ACCOUNT_FACTS } from './fact-tables.js';
import { type AccountPlace, accountPlace, premisesPlace } from './places.js';

export interface OpenedAccount {
  readonly id: AccountId;
  readonly number: string;
}

/** An account that begins. */
export interface Beginning {
  readonly premisesId: PremisesId;
  /** `null`: the next one, of as many digits as the organisation's others. */
  readonly number: string | null;
  readonly payerId: PartyId;
  /** What it bears of the premises; `null`: all of it. */
  readonly share: Share | null;
}

/**
 * When accounts are open, who pays them, and what they bear of a premises that several stand on. A number is never used
 * again.
 */
@Injectable()
export class AccountTerms {
  constructor(private readonly audit: AuditLog) {}

  /**
   * @param number  `null`: the next one, of as many digits as the organisation's others
   * @throws DomainError `premises.not-found`, `house.closed`, `account.number-taken`, `account.open-already` where another
   * account of the premises is open from that day on
   */
  async open(
    tx: Tx,
    premisesId: PremisesId,
    { from, ...begun }: Pick<Beginning, 'number' | 'payerId'> & { readonly from: LocalDate },
    recording: Recording,
  ): Promise<OpenedAccount> {
    const [opened] = await this.replace(
      tx,
      { from, ending: [], beginning: [{ ...begun, premisesId, share: null }] },
      recording,
    );
    return opened!;
  }

  /**
   * The account is open no longer from this day on.
   * @throws DomainError `account.not-found`, `account.not-open`, `account.shares-not-whole` where others bear the rest of
   * its premises
   */
  async close(tx: Tx, id: AccountId, from: LocalDate, recording: Recording): Promise<void> {
    await this.replace(tx, { from, ending: [id], beginning: [] }, recording);
  }

  /**
   * Accounts that end on a day, and those that begin in their place. Whether the accounts of a premises bear the whole of
   * it is looked at when all is done.
   * @param into  an account that bears the shares of those that end on its premises besides its own
   * @returns those that began, in their order
   * @throws DomainError of opening and closing; `account.open-already`, `account.shares-not-whole` naming what is missing,
   * `account.shares-above-whole`, `account.shares-of-room`
   */
  async replace(
    tx: Tx,
    {
      from,
      ending,
      beginning,
      into = null,
    }: {
      readonly from: LocalDate;
      readonly ending: readonly AccountId[];
      readonly beginning: readonly Beginning[];
      readonly into?: AccountId | null;
    },
    recording: Recording,
  ): Promise<OpenedAccount[]> {
    const places = new Set<PremisesId>(beginning.map(({ premisesId }) => premisesId));
    for (const id of ending) places.add((await accountPlace(tx, id)).premisesId);
    const heir = into === null ? null : await this.heirOf(tx, into, { from, ending });
    for (const id of ending) await this.end(tx, id, from, recording);
    if (heir) await bearShare(tx, heir, { from, share: heir.share }, recording);
    const opened: OpenedAccount[] = [];
    for (const one of beginning) opened.push(await this.begin(tx, one, from, recording));
    for (const id of places) await refusePartialShares(tx, id, { from, where: (await premisesPlace(tx, id)).name });
    return opened;
  }

  /** What an account bears once the others of its premises have ended; nothing to do where none of them bore a share. */
  private async heirOf(
    tx: Tx,
    into: AccountId,
    { from, ending }: { from: LocalDate; ending: readonly AccountId[] },
  ): Promise<(Pick<AccountOnPremises, 'id' | 'houseId'> & { share: Share | null }) | null> {
    const { houseId, premisesId } = await accountPlace(tx, into);
    const open = (await accountsSince(tx, premisesId, from)).filter((one) => one.from <= from);
    const borne = open
      .filter(({ id }) => id === into || ending.includes(id))
      .flatMap(({ id, share }) => (share ? [{ id, share }] : []));
    if (borne.every(({ id }) => id === into)) return null;
    return { id: into, houseId, share: together(borne.map(({ share }) => share)) };
  }

  /**
   * What accounts of a premises bear of it from a day on; those that are not named bear what they did.
   * @throws DomainError `premises.not-found`, `account.not-open` of one that is named and not open there,
   * `account.shares-not-whole` naming what is missing, `account.shares-above-whole`, `account.shares-of-room`
   */
  async share(
    tx: Tx,
    premisesId: PremisesId,
    {
      from,
      shares,
    }: {
      readonly from: LocalDate;
      readonly shares: readonly { readonly accountId: AccountId; readonly share: Share }[];
    },
    recording: Recording,
  ): Promise<void> {
    const { name, kind } = await premisesPlace(tx, premisesId);
    if (kind === 'room') throw new DomainError('account.shares-of-room', { where: name });
    const open = (await accountsSince(tx, premisesId, from)).filter((one) => one.from <= from);
    for (const { accountId, share } of shares) {
      const account = open.find(({ id }) => id === accountId);
      if (!account) {
        const { number } = await accountPlace(tx, accountId);
        throw new DomainError('account.not-open', { number, date: formatDate(from) });
      }
      await bearShare(tx, account, { from, share }, recording);
      await this.note(
        tx,
        'account.share',
        accountId,
        { from: formatDate(from), share: shareText(share), before: shareText(account.share) },
        recording,
      );
    }
    await refusePartialShares(tx, premisesId, { from, where: name });
  }

  /**
   * What an account bears of its premises on a day; `null`: all of it.
   * @throws DomainError `account.not-found`
   */
  async shareOf(tx: Tx, id: AccountId, on: LocalDate): Promise<Share | null> {
    const { premisesId } = await accountPlace(tx, id);
    const accounts = await accountsSince(tx, premisesId, on);
    return accounts.find((one) => one.id === id && one.from <= on)?.share ?? null;
  }

  private async begin(
    tx: Tx,
    { premisesId, number, payerId, share }: Beginning,
    from: LocalDate,
    recording: Recording,
  ): Promise<OpenedAccount> {
    const { houseId, name, kind } = await premisesPlace(tx, premisesId);
    await refuseClosedHouse(tx, houseId, from);
    if (share && kind === 'room') throw new DomainError('account.shares-of-room', { where: name });
    const account = await this.insert(tx, { houseId, premisesId, number: number ?? (await nextNumber(tx)) });
    const key = { house_id: houseId, account_id: account.id };
    const values = { payer_id: payerId, ...shareColumns(share) };
    await addFact(tx, ACCOUNT_FACTS, { key, days: { from, to: null }, values }, recording);
    await refreshAccountSearch(tx, [account.id]);
    const told = { from: formatDate(from), payerId, ...(share && { share: shareText(share) }) };
    await this.note(tx, 'account.open', account.id, told, recording);
    return account;
  }

  private async end(tx: Tx, id: AccountId, from: LocalDate, recording: Recording): Promise<void> {
    const { houseId, number } = await accountPlace(tx, id);
    const key = { house_id: houseId, account_id: id };
    const { removed } = await removeFacts(tx, ACCOUNT_FACTS, { key, days: { from, to: null } }, recording);
    if (removed === 0) throw new DomainError('account.not-open', { number, date: formatDate(from) });
    await this.note(tx, 'account.close', id, { from: formatDate(from) }, recording);
  }

  /**
   * Opens a closed account again. Days of which it was closed stay so.
   * @throws DomainError `account.not-found`, `house.closed`, `fact.overlap` where it is open already,
   * `account.open-already` where another account stands on its premises
   */
  async reopen(
    tx: Tx,
    id: AccountId,
    { from, payerId }: { readonly from: LocalDate; readonly payerId: PartyId },
    recording: Recording,
  ): Promise<void> {
    const { houseId, premisesId } = await accountPlace(tx, id);
    await refuseClosedHouse(tx, houseId, from);
    await addFact(
      tx,
      ACCOUNT_FACTS,
      { key: { house_id: houseId, account_id: id }, days: { from, to: null }, values: { payer_id: payerId } },
      recording,
    );
    await refusePartialShares(tx, premisesId, { from, where: (await premisesPlace(tx, premisesId)).name });
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
