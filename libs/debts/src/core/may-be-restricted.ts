import { Money } from '@dvor/kernel';
import type { RestrictionRight } from './restriction.js';

/** What is owed for one service that may be given less of or cut off at all. */
export interface ServiceDebt {
  readonly name: string;
  readonly right: RestrictionRight;
  /** Overdue, without penalties. */
  readonly debt: Money;
  /** A month's fee by the norm; `null`: the service can't be charged so. */
  readonly normFee: Money | null;
  /** There is a way to give less of it. */
  readonly canLimit: boolean;
  /** A restriction of it is under way already. */
  readonly goingOn: boolean;
}

/** Why one service, or any, may not be restricted. */
export type RestrictionObstacle =
  | { readonly reason: 'below-norms'; readonly about: string; readonly sum: Money }
  | { readonly reason: 'no-norm-fee'; readonly about: string }
  | { readonly reason: 'no-way'; readonly about: string }
  | { readonly reason: 'going-on'; readonly about: string }
  | { readonly reason: 'nothing-to-restrict' };

// ПП 354, п. 118: the debt for one service is above two months' fees by the norm
// 362.93 a month by norm: at 725.86 nothing may be done, at 725.87 it may

/**
 * Which services of a debtor may be restricted, and why the others not.
 *
 * @param months how many months' fees the debt must exceed
 */
export function mayBeRestricted<One extends ServiceDebt>(
  debts: readonly One[],
  months: number,
): { readonly services: readonly One[]; readonly obstacles: readonly RestrictionObstacle[] } {
  const owed = debts.filter(({ right, debt }) => (right.limit || right.suspend) && debt.compare(Money.zero) > 0);
  if (owed.length === 0) return { services: [], obstacles: [{ reason: 'nothing-to-restrict' }] };
  const obstacles = new Map(owed.map((one) => [one, obstacleTo(one, months)]));
  return {
    services: owed.filter((one) => obstacles.get(one) === null),
    obstacles: [...obstacles.values()].filter((one) => one !== null),
  };
}

function obstacleTo(
  { name, right, debt, normFee, canLimit, goingOn }: ServiceDebt,
  months: number,
): RestrictionObstacle | null {
  if (goingOn) return { reason: 'going-on', about: name };
  if (!right.suspend && !canLimit) return { reason: 'no-way', about: name };
  if (normFee === null || normFee.isZero) return { reason: 'no-norm-fee', about: name };
  const most = Money.ofKopecks(normFee.kopecks * BigInt(months));
  return debt.compare(most) > 0 ? null : { reason: 'below-norms', about: name, sum: most };
}
