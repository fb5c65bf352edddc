import { contains, cutAtBoundaries, type Dated, type Interval } from '@dvor/kernel';

/** How many owners there are on which days of `within`. Days without any owner are left out. */
export function ownersByDays(ownerships: readonly Interval[], within: Interval): Dated<number>[] {
  const counted: Dated<number>[] = [];
  for (const piece of cutAtBoundaries(within, ownerships)) {
    const value = ownerships.filter((ownership) => contains(ownership, piece.from)).length;
    const last = counted.at(-1);
    if (value === 0) continue;
    if (last?.value === value && last.to === piece.from) counted[counted.length - 1] = { ...last, to: piece.to };
    else counted.push({ ...piece, value });
  }
  return counted;
}
