import { DomainError, formatPeriod, Money, type Period, type ServiceId, type SupplierId } from '@dvor/kernel';
import type { PostingKind } from '@dvor/ledger/core';

/** A place of an account in the ledger, and what is owed there; below zero: paid ahead. */
export interface OwedPlace {
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  readonly origin: Period;
  readonly kind: PostingKind;
  readonly amount: Money;
}

/** What of a debt is to be forgiven. */
export interface WriteOffChoice {
  readonly of: 'penalties' | 'principal' | 'all';
  /** Debts of that month and older; `null`: of every month. */
  readonly upTo: Period | null;
  /** So much of it, the oldest first; `null`: all of it. */
  readonly amount: Money | null;
}

/** What is forgiven at a place, and what was owed there. */
export interface WriteOffPart extends OwedPlace {
  readonly was: Money;
}

/**
 * Parts of the debt that a choice takes, the oldest first; they come to the sum asked for.
 *
 * @throws DomainError `write-off.over-balance` where more is asked for than is owed there
 */
export function chooseWriteOff(owed: readonly OwedPlace[], choice: WriteOffChoice): WriteOffPart[] {
  const places = owed.filter((place) => place.amount.kopecks > 0n && isChosen(place, choice)).sort(byAge);
  const most = Money.sum(places.map(({ amount }) => amount));
  if (choice.amount === null) return places.map((place) => ({ ...place, was: place.amount }));
  if (choice.amount.compare(most) > 0)
    throw new DomainError('write-off.over-balance', { asked: choice.amount.toString(), owed: most.toString() });
  const parts: WriteOffPart[] = [];
  let left = choice.amount;
  for (const place of places) {
    if (left.isZero) break;
    const amount = place.amount.compare(left) < 0 ? place.amount : left;
    parts.push({ ...place, amount, was: place.amount });
    left = left.minus(amount);
  }
  return parts;
}

/**
 * Parts named place by place, with what is owed at each.
 *
 * @throws DomainError `write-off.twice` for a place named twice, `write-off.over-balance`
 */
export function namedWriteOff(owed: readonly OwedPlace[], named: readonly OwedPlace[]): WriteOffPart[] {
  const known = new Map(owed.map((place) => [keyOf(place), place.amount]));
  const seen = new Set<string>();
  return named.map((part) => {
    const key = keyOf(part);
    if (seen.has(key)) throw new DomainError('write-off.twice', { period: formatPeriod(part.origin) });
    seen.add(key);
    const was = known.get(key) ?? Money.zero;
    if (part.amount.compare(was) > 0)
      throw new DomainError('write-off.over-balance', { asked: part.amount.toString(), owed: was.toString() });
    return { ...part, was };
  });
}

function isChosen({ kind, origin }: OwedPlace, { of, upTo }: WriteOffChoice): boolean {
  if (upTo !== null && origin > upTo) return false;
  return of === 'all' || (kind === 'charge') === (of === 'principal');
}

/** The oldest first; of one month penalties last, then by recipient and service. */
function byAge(a: OwedPlace, b: OwedPlace): number {
  return a.origin - b.origin || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ recipientId, serviceId, origin, kind }: OwedPlace): string {
  return [origin, kind, recipientId, serviceId].join(' ');
}
