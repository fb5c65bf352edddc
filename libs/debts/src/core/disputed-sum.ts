import { Money, type Period, type ServiceId } from '@dvor/kernel';

/** What is owed for a service of a month, whatever it is called: dues and penalties. */
export interface OwedPart {
  readonly serviceId: ServiceId | null;
  readonly origin: Period;
  readonly amount: Money;
}

/** What a dispute speaks of; `null` means all of it. */
export interface DisputedPart {
  readonly serviceId: ServiceId | null;
  readonly origin: Period | null;
  readonly amount: Money | null;
}

/**
 * How much of a debt is disputed. Each dispute speaks of no more than is owed where it points, all of them together of no
 * more than the debt; what two disputes share counts once for each service and month.
 */
export function disputedSum(owed: readonly OwedPart[], disputes: readonly DisputedPart[]): Money {
  const left = owed.filter(({ amount }) => amount.kopecks > 0n).map((part) => ({ part, kopecks: part.amount.kopecks }));
  let disputed = 0n;
  for (const dispute of [...disputes].sort(byNarrowness)) {
    let wished = dispute.amount?.kopecks ?? null;
    for (const place of left) {
      if (wished === 0n || !speaksOf(dispute, place.part)) continue;
      const taken: bigint = wished === null || place.kopecks < wished ? place.kopecks : wished;
      place.kopecks -= taken;
      disputed += taken;
      if (wished !== null) wished -= taken;
    }
  }
  const debt = Money.sum(owed.map(({ amount }) => amount)).kopecks;
  return Money.ofKopecks(debt <= 0n ? 0n : disputed < debt ? disputed : debt);
}

function speaksOf(dispute: DisputedPart, part: OwedPart): boolean {
  return (
    (dispute.serviceId === null || dispute.serviceId === part.serviceId) &&
    (dispute.origin === null || dispute.origin === part.origin)
  );
}

/** The narrower first, so that a wide one with a sum does not take what a narrow one points at. */
function byNarrowness(a: DisputedPart, b: DisputedPart): number {
  return width(a) - width(b);
}

function width({ serviceId, origin }: DisputedPart): number {
  return (serviceId === null ? 2 : 0) + (origin === null ? 1 : 0);
}
