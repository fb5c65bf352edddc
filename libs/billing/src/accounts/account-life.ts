import { Injectable } from '@nestjs/common';
import { AccountTerms, type OpenedAccount } from '@dvor/housing';
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

/**
 * Ends of accounts and what comes after them. What is owed stays with the account that owes it, unless a document says
 * that it goes along; whatever moves, the balances of all the accounts together are what they were.
 */
@Injectable()
export class AccountLife {
  constructor(
    private readonly terms: AccountTerms,
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
   * A new owner: the account is closed on that day and another one opened for the same premises.
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
    const [opened] = await this.succeed(
      tx,
      id,
      { kind: 'transfer', ...asked, parts: [{ ...asked, premisesId, weight: '1' }] },
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
    return this.succeed(tx, id, { kind: 'split', ...asked }, recording);
  }

  /**
   * Several accounts become one that is open already: the others are closed.
   * @throws DomainError `account.merge-itself`, `account.debt-needs-document`, `account.not-open`, `account.not-found`
   */
  async merge(
    tx: Tx,
    ids: readonly AccountId[],
    { into, from, moveDebt }: { readonly into: AccountId; readonly from: LocalDate; readonly moveDebt: boolean },
    recording: Recording,
  ): Promise<void> {
    await this.placeOf(tx, into);
    if (ids.length === 0 || ids.includes(into)) throw new DomainError('account.merge-itself');
    for (const id of ids) {
      const { houseId } = await this.placeOf(tx, id);
      const moved = moveDebt ? await this.moveDebt(tx, id, [{ id: into, weight: '1' }], recording) : null;
      await this.terms.close(tx, id, from, recording);
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
      readonly parts: readonly SplitPart[];
      readonly moveDebt: boolean;
    },
    recording: Recording,
  ): Promise<OpenedAccount[]> {
    const { houseId } = await this.placeOf(tx, id);
    await this.terms.close(tx, id, from, recording);
    const opened: (OpenedAccount & { readonly weight: string })[] = [];
    for (const { premisesId, payerId, number, weight } of parts)
      opened.push({ ...(await this.terms.open(tx, premisesId, { number, payerId, from }, recording)), weight });
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

function posting(receivable: Receivable, accountId: AccountId, amount: Money): Posting {
  const { recipientId, serviceId, origin, kind } = receivable;
  return { ledgerAccount: 'receivable', accountId, recipientId, serviceId, origin, kind, amount };
}
