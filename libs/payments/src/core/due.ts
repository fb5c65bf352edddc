import type { Money, Period, ServiceId, SupplierId } from '@dvor/kernel';

/** Where money is owed, or kept ahead: one recipient's service of one month. */
export interface Place {
  readonly recipientId: SupplierId | null;
  readonly serviceId: ServiceId | null;
  /** The month the charge was for; of an advance, the month it came in. */
  readonly origin: Period;
  readonly kind: 'charge' | 'penalty' | 'interest';
}

/** What an account owes at one place; below zero where it is paid ahead. */
export interface Due extends Place {
  readonly amount: Money;
  /** It is to be paid by parts, which have days of their own. */
  readonly planned?: boolean;
  /** What of it is not due yet. */
  readonly deferred?: Money;
}

export function placeOf({ recipientId, serviceId, origin, kind }: Place): Place {
  return { recipientId, serviceId, origin, kind };
}

/** The oldest first, and the same order whatever order dues come in: the same payment is always split the same way. */
export function inOrder(a: Place, b: Place): number {
  return (
    a.origin - b.origin ||
    byId(a.recipientId, b.recipientId) ||
    byId(a.serviceId, b.serviceId) ||
    a.kind.localeCompare(b.kind)
  );
}

/** Ids are numbers in text. */
function byId(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
