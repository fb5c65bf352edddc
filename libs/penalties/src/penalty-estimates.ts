import { Injectable } from '@nestjs/common';
import { LawParameters } from '@dvor/catalogue';
import { type AccountId, type HouseId, lastDay, type LocalDate, Money, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { loadPauses } from './instalments/load-pauses.js';
import { loadPlaces } from './load-places.js';
import { firstFree, loadTerms } from './load-terms.js';
import { linesOf, mergedRefusals, type PenaltyUnknown } from './penalty-accruals.js';
import type { PenaltyLine } from './record-lines.js';

/** What closing a month now would post to an account: above zero accrued, below zero taken back. */
export interface EstimatedPenalty {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly amount: Money;
}

export interface PenaltyEstimate {
  /** The month's last day. */
  readonly asOf: LocalDate;
  readonly amount: Money;
  readonly accounts: readonly EstimatedPenalty[];
  /** Accounts that would get none because the law says nothing of a day. */
  readonly refused: number;
  /** What the law says nothing of. */
  readonly unknown: readonly PenaltyUnknown[];
}

/** What closing a month now would do to an account's places: those that would change, with their working. */
export interface AccountPenaltyEstimate {
  readonly asOf: LocalDate;
  readonly amount: Money;
  readonly lines: readonly PenaltyLine[];
  /** What the law says nothing of, so that the account would get no penalty at all. */
  readonly unknown: readonly PenaltyUnknown[];
}

const HOUSES_AT_ONCE = 20;

/** Penalties before they are accrued, by the very function that accrues them: what a month's closing would bring. */
@Injectable()
export class PenaltyEstimates {
  constructor(private readonly law: LawParameters) {}

  /**
   * Of a month that is not closed yet, from the books as they stand; of one house, or of all. The month's own draft charges
   * are not late yet, so they cost nothing here.
   *
   * @throws DomainError `penalty.law-value`
   */
  async ofMonth(tx: Tx, period: Period, houseId: HouseId | null): Promise<PenaltyEstimate> {
    const asOf = lastDay(period);
    const terms = await loadTerms(tx, this.law, asOf);
    if (!terms.accrues) return { asOf, amount: Money.zero, accounts: [], refused: 0, unknown: [] };
    const houses = houseId === null ? await allHouses(tx) : [houseId];
    const byAccount = new Map<AccountId, EstimatedPenalty>();
    const unknown: PenaltyUnknown[] = [];
    for (let from = 0; from < houses.length; from += HOUSES_AT_ONCE) {
      const some = houses.slice(from, from + HOUSES_AT_ONCE);
      const places = await loadPlaces(tx, some, { until: firstFree(terms, period), since: period });
      const found = linesOf(places, terms, await loadPauses(tx, some, asOf));
      unknown.push(...found.refused);
      for (const { accountId, houseId: house, due, before } of found.lines) {
        const amount = (byAccount.get(accountId)?.amount ?? Money.zero).plus(due).minus(before);
        byAccount.set(accountId, { accountId, houseId: house, amount });
      }
    }
    const accounts = [...byAccount.values()]
      .filter(({ amount }) => !amount.isZero)
      .sort((a, b) => b.amount.compare(a.amount));
    return {
      ...{ asOf, amount: Money.sum(accounts.map(({ amount }) => amount)), accounts },
      refused: unknown.reduce((sum, one) => sum + one.accounts, 0),
      unknown: mergedRefusals(unknown),
    };
  }

  /**
   * Of one account, line by line.
   *
   * @throws DomainError `penalty.law-value`
   */
  async ofAccount(
    tx: Tx,
    period: Period,
    { id, houseId }: { readonly id: AccountId; readonly houseId: HouseId },
  ): Promise<AccountPenaltyEstimate> {
    const asOf = lastDay(period);
    const terms = await loadTerms(tx, this.law, asOf);
    if (!terms.accrues) return { asOf, amount: Money.zero, lines: [], unknown: [] };
    const places = await loadPlaces(tx, [houseId], { until: firstFree(terms, period), since: period });
    const own = places.filter(({ accountId }) => accountId === id);
    const { lines, refused } = linesOf(own, terms, await loadPauses(tx, [houseId], asOf));
    return { asOf, amount: Money.sum(lines.map(({ due, before }) => due.minus(before))), lines, unknown: refused };
  }
}

async function allHouses(tx: Tx): Promise<HouseId[]> {
  const rows = await tx.query<{ id: HouseId }[]>('select distinct house_id::text as id from accounts order by 1');
  return rows.map(({ id }) => id);
}
