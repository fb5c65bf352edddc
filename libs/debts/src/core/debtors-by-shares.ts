import { allocate, contains, decimal, type Interval, lastDay, Money, type Period } from '@dvor/kernel';
import type { DebtItem } from './may-be-sent.js';

/** An owner of the flat, for some of its days. */
export interface OwnerOfDays extends Interval {
  readonly partyId: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** What one debtor, or several together, answers for. */
export interface DebtorShare {
  readonly partyIds: readonly string[];
  /** `1/3`; `null`: all of it, together where there are several. */
  readonly share: string | null;
  readonly principal: Money;
  readonly penalty: Money;
}

/**
 * Who answers for the months of a debt. Owners, each for his share (ГК РФ, ст. 249; ПВС РФ № 22, п. 27): every month by
 * the owners of its last day. One owner, and those who live with him as his family where they are named, answer together
 * (ЖК РФ, ст. 31 ч. 3); of a flat without owners, its tenant and his family do (ЖК РФ, ст. 69 ч. 2). The parts come to
 * the debt.
 */
export function debtorsByShares(
  items: readonly DebtItem[],
  {
    owners,
    payerId,
    together,
  }: { readonly owners: readonly OwnerOfDays[]; readonly payerId: string; readonly together: readonly string[] },
): DebtorShare[] {
  const found = new Map<string, DebtorShare>();
  const add = (share: DebtorShare) => {
    const key = `${share.partyIds.join(' ')} ${share.share}`;
    const same = found.get(key);
    found.set(key, {
      ...share,
      principal: share.principal.plus(same?.principal ?? Money.zero),
      penalty: share.penalty.plus(same?.penalty ?? Money.zero),
    });
  };
  for (const month of monthsOf(items)) {
    const own = items.filter(({ origin }) => origin === month);
    const principal = Money.sum(own.map((item) => item.principal));
    const penalty = Money.sum(own.map((item) => item.penalty));
    for (const share of sharesOf({ principal, penalty }, ownersIn(owners, month), { payerId, together })) add(share);
  }
  return [...found.values()];
}

function sharesOf(
  { principal, penalty }: Pick<DebtorShare, 'principal' | 'penalty'>,
  owners: readonly OwnerOfDays[],
  { payerId, together }: { readonly payerId: string; readonly together: readonly string[] },
): DebtorShare[] {
  if (owners.length <= 1) {
    const first = owners[0]?.partyId ?? payerId;
    return [{ partyIds: [first, ...together.filter((id) => id !== first)], share: null, principal, penalty }];
  }
  const weights = owners.map(({ numerator, denominator }) => weightOf(numerator, denominator, owners));
  const [principals, penalties] = [allocate(principal, weights), allocate(penalty, weights)];
  return owners.map(({ partyId, numerator, denominator }, i) => ({
    ...{ partyIds: [partyId], share: `${numerator}/${denominator}` },
    ...{ principal: principals[i]!, penalty: penalties[i]! },
  }));
}

/** Shares over one common denominator: whole numbers split without loss. */
function weightOf(numerator: number, denominator: number, owners: readonly OwnerOfDays[]) {
  const common = owners.reduce((product, one) => product * BigInt(one.denominator), 1n);
  return decimal(((BigInt(numerator) * common) / BigInt(denominator)).toString());
}

function ownersIn(owners: readonly OwnerOfDays[], month: Period): OwnerOfDays[] {
  return owners.filter((owner) => contains(owner, lastDay(month)));
}

function monthsOf(items: readonly DebtItem[]): Period[] {
  return [...new Set(items.map(({ origin }) => origin))].sort((a, b) => a - b);
}
