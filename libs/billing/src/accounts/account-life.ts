import { Injectable } from '@nestjs/common';
import { AccountTerms, type OpenedAccount, Residents, type Share } from '@dvor/housing';
import {
  type AccountId,
  allocate,
  decimal,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  Money,
  type PartyId,
  type PremisesId,
} from '@dvor/kernel';
import { Balances, Ledger, type Posting, type Receivable } from '@dvor/ledger';
import { AuditLog, OrganizationClock, type Recording, type Tx } from '@dvor/platform';
import { BillingRuns } from '../runs/billing-runs.js';

type SuccessionKind = 'split' | 'merge' | 'transfer';

/** An account that takes over a part of another: its premises, its payer and which part of the debt would go along. */
export interface SplitPart {
  readonly premisesId: PremisesId;
  readonly payerId: PartyId;
  readonly number: string | null;
  /** Of the debt, where it goes along: any weights, such as the rooms' areas. */
  readonly weight: string;
}

/** An account that takes over a share of the premises: its payer, and who of the people registered goes with it. */
export interface SharePart {
  readonly share: Share;
  readonly payerId: PartyId;
  readonly number: string | null;
  readonly residentIds: readonly PartyId[];
}

/** An account that comes after another. */
interface Heir extends SplitPart {
  readonly share: Share | null;
  /** Who of the people registered goes along; none: nobody. */
  readonly residentIds?: readonly PartyId[];
}

/**
 * Ends of accounts and what comes after them. What is owed stays with the account that owes it, unless a document says
 * that it goes along; whatever moves, the balances of all the accounts together are what they were.
 */
@Injectable()
export class AccountLife {
  constructor(
    private readonly terms: AccountTerms,
    private readonly residents: Residents,
    private readonly balances: Balances,
    private readonly ledger: Ledger,
    private readonly runs: BillingRuns,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `account.balance-not-zero` where something is owed or paid ahead and no document says what becomes
   * of it; `account.not-open`
   */
  async close(tx: Tx, id: AccountId, from: LocalDate, recording: Recording): Promise<void> {
    const balance = (await this.balances.of(tx, [id])).get(id) ?? Money.zero;
    if (!balance.isZero && !recording.documentId)
      throw new DomainError('account.balance-not-zero', { balance: balance.toString() });
    await this.terms.close(tx, id, from, recording);
  }

  /**
   * A new owner: the account is closed on that day and another one opened for the same premises, or for the same share of
   * them.
   * @throws DomainError `account.debt-needs-document`, `account.not-open`, and those of opening
   */
  async transfer(
    tx: Tx,
    id: AccountId,
    asked: {
      readonly from: LocalDate;
      readonly payerId: PartyId;
      readonly number: string | null;
      readonly moveDebt: boolean;
    },
    recording: Recording,
  ): Promise<OpenedAccount> {
    const { premisesId } = await this.placeOf(tx, id);
    const share = await this.terms.shareOf(tx, id, asked.from);
    const [opened] = await this.succeed(
      tx,
      id,
      { kind: 'transfer', ...asked, parts: [{ ...asked, premisesId, share, weight: '1' }] },
      recording,
    );
    return opened!;
  }

  /**
   * The rooms of a flat get accounts of their own.
   * @throws DomainError `account.split-in-one`, `account.split-same-premises`, `account.debt-needs-document`,
   * `account.not-open`, and those of opening
   */
  async split(
    tx: Tx,
    id: AccountId,
    asked: { readonly from: LocalDate; readonly parts: readonly SplitPart[]; readonly moveDebt: boolean },
    recording: Recording,
  ): Promise<OpenedAccount[]> {
    await this.placeOf(tx, id);
    if (asked.parts.length < 2) throw new DomainError('account.split-in-one');
    const places = asked.parts.map(({ premisesId }) => premisesId);
    if (new Set(places).size < places.length) throw new DomainError('account.split-same-premises');
    const parts = asked.parts.map((part) => ({ ...part, share: null }));
    return this.succeed(tx, id, { kind: 'split', ...asked, parts }, recording);
  }

  /**
   * Co-owners of one premises get accounts of their own, each of which bears a share of it. Everybody who is registered
   * goes with one of them.
   * @throws DomainError `account.split-in-one`, `account.shares-not-whole` naming the part that is left without a payer,
   * `account.shares-above-whole`, `account.shares-of-room`, `account.split-resident` of somebody who is named twice or not
   * registered, `account.split-left-out` of somebody who is not named, `account.debt-needs-document`, `account.not-open`,
   * and those of opening
   */
  async splitByShares(
    tx: Tx,
    id: AccountId,
    asked: { readonly from: LocalDate; readonly parts: readonly SharePart[]; readonly moveDebt: boolean },
    recording: Recording,
  ): Promise<OpenedAccount[]> {
    const { premisesId } = await this.placeOf(tx, id);
    if (asked.parts.length < 2) throw new DomainError('account.split-in-one');
    await this.refuseLostResidents(tx, id, asked);
    const weights = inWholes(asked.parts.map(({ share }) => share));
    const parts = asked.parts.map((part, i) => ({ ...part, premisesId, weight: weights[i]! }));
    return this.succeed(tx, id, { kind: 'split', ...asked, parts }, recording);
  }

  private async refuseLostResidents(
    tx: Tx,
    id: AccountId,
    { from, parts }: { readonly from: LocalDate; readonly parts: readonly SharePart[] },
  ): Promise<void> {
    const registered = await this.residents.since(tx, id, from);
    const named = parts.flatMap(({ residentIds }) => residentIds);
    const wrong = named.find((who, i) => named.indexOf(who) < i || !registered.some(({ partyId }) => partyId === who));
    if (wrong !== undefined) throw new DomainError('account.split-resident', { id: wrong });
    const left = registered.filter(({ partyId }) => !named.includes(partyId));
    if (left.length > 0)
      throw new DomainError('account.split-left-out', { names: [...new Set(left.map(({ name }) => name))].join(', ') });
  }

  /**
   * Several accounts become one that is open already: the others are closed. Of accounts that share one premises it bears
   * the shares, and gets the people registered, from then on.
   * @throws DomainError `account.merge-itself`, `account.debt-needs-document`, `account.not-open`, `account.not-found`
   */
  async merge(
    tx: Tx,
    ids: readonly AccountId[],
    { into, from, moveDebt }: { readonly into: AccountId; readonly from: LocalDate; readonly moveDebt: boolean },
    recording: Recording,
  ): Promise<void> {
    if (ids.length === 0 || ids.includes(into)) throw new DomainError('account.merge-itself');
    const { premisesId } = await this.placeOf(tx, into);
    const sharing: AccountId[] = [];
    for (const id of ids) if (await this.terms.shareOf(tx, id, from)) sharing.push(id);
    await this.terms.replace(tx, { from, ending: ids, beginning: [], into }, recording);
    for (const id of ids) {
      const place = await this.placeOf(tx, id);
      const { houseId } = place;
      const moved = moveDebt ? await this.moveDebt(tx, id, [{ id: into, weight: '1' }], recording) : null;
      if (sharing.includes(id) && place.premisesId === premisesId)
        await this.residents.follow(tx, { from: id, to: into, on: from, who: null }, recording);
      await this.remember(
        tx,
        { kind: 'merge', houseId, from: id, to: into, on: from, moved: moved?.get(into) ?? Money.zero },
        recording,
      );
    }
  }

  private async succeed(
    tx: Tx,
    id: AccountId,
    {
      kind,
      from,
      parts,
      moveDebt,
    }: {
      readonly kind: SuccessionKind;
      readonly from: LocalDate;
      readonly parts: readonly Heir[];
      readonly moveDebt: boolean;
    },
    recording: Recording,
  ): Promise<OpenedAccount[]> {
    const { houseId } = await this.placeOf(tx, id);
    const begun = await this.terms.replace(tx, { from, ending: [id], beginning: parts }, recording);
    const opened = begun.map((one, i) => ({ ...one, weight: parts[i]!.weight }));
    for (const [i, { residentIds = [] }] of parts.entries())
      if (residentIds.length > 0)
        await this.residents.follow(tx, { from: id, to: begun[i]!.id, on: from, who: residentIds }, recording);
    const moved = moveDebt ? await this.moveDebt(tx, id, opened, recording) : null;
    for (const { id: to } of opened)
      await this.remember(
        tx,
        { kind, houseId, from: id, to, on: from, moved: moved?.get(to) ?? Money.zero },
        recording,
      );
    return opened.map(({ id: to, number }) => ({ id: to, number }));
  }

  /** Every receivable is shared out by the weights, so that each service and month stays what it was. */
  private async moveDebt(
    tx: Tx,
    from: AccountId,
    heirs: readonly { readonly id: AccountId; readonly weight: string }[],
    recording: Recording,
  ): Promise<Map<AccountId, Money>> {
    if (!recording.documentId) throw new DomainError('account.debt-needs-document');
    const receivables = await this.balances.receivables(tx, from);
    const moved = new Map<AccountId, Money>(heirs.map(({ id }) => [id, Money.zero]));
    const postings = receivables.flatMap((receivable) => {
      const parts = allocate(
        receivable.amount,
        heirs.map(({ weight }) => decimal(weight)),
      );
      return heirs.flatMap(({ id }, i) => {
        const amount = parts[i]!;
        if (amount.isZero) return [];
        moved.set(id, moved.get(id)!.plus(amount));
        return [posting(receivable, from, amount.negated()), posting(receivable, id, amount)];
      });
    });
    if (postings.length > 0)
      await this.ledger.post(tx, {
        key: `account ${from} to ${heirs.map(({ id }) => id).join(' ')}`,
        kind: 'transfer',
        period: await this.runs.workingPeriod(tx),
        bookedOn: await this.clock.today(tx),
        reason: recording.reason,
        by: recording.by,
        postings,
      });
    return moved;
  }

  private async placeOf(tx: Tx, id: AccountId): Promise<{ houseId: HouseId; premisesId: PremisesId }> {
    return this.terms.placeOf(tx, id);
  }

  private async remember(
    tx: Tx,
    {
      kind,
      houseId,
      from,
      to,
      on,
      moved,
    }: { kind: SuccessionKind; houseId: HouseId; from: AccountId; to: AccountId; on: LocalDate; moved: Money },
    { by, reason, documentId }: Recording,
  ): Promise<void> {
    await tx.query(
      `insert into account_successions (organization_id, house_id, kind, from_account_id, to_account_id, on_day, moved, document_id, reason, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [houseId, kind, from, to, formatDate(on), moved.toString(), documentId ?? null, reason, by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: `account.${kind}`,
      object: { type: 'account', id: from },
      details: { to, on: formatDate(on), moved: moved.toString(), reason },
    });
  }
}

/** 2/3 and 1/3 as 2 and 1: what a debt is divided by. */
function inWholes(shares: readonly Share[]): string[] {
  const common = shares.reduce((product, { denominator }) => product * BigInt(denominator), 1n);
  return shares.map(({ numerator, denominator }) => ((common / BigInt(denominator)) * BigInt(numerator)).toString());
}

function posting(receivable: Receivable, accountId: AccountId, amount: Money): Posting {
  const { recipientId, serviceId, origin, kind } = receivable;
  return { ledgerAccount: 'receivable', accountId, recipientId, serviceId, origin, kind, amount };
}
