import { count, Decimal, median, sum, ZERO } from '@dvor/kernel';
import type { WhyNorm } from '../working/working.js';
import type { HowUsed } from './use-of-months.js';

/** What a flat was charged for in the month, and what it uses as a rule. */
export interface FlatOfGap {
  readonly account: string;
  readonly billed: Decimal;
  readonly how: HowUsed;
  /** Why the norm, where it stands. */
  readonly why: WhyNorm | null;
  /** A meter of it stands with its verification over. */
  readonly verificationOver: boolean;
  /** Its earlier months by meter alone. */
  readonly before: readonly Decimal[];
  /** Days between its readings; `null`: by several meters of unlike days, or by none. */
  readonly days: number | null;
}

export interface HouseOfGap {
  /** By the house's meter. */
  readonly volume: Decimal;
  /** What its common property takes by the norm; `null`: it has none. */
  readonly ownNeeds: Decimal | null;
  readonly daysOfMonth: number;
  readonly flats: readonly FlatOfGap[];
}

/** What is far from a flat's own past: choices of the organisation. */
export interface GapBounds {
  /** A month so many times the usual one, or so many times less, is out of the way. */
  readonly farTimes: Decimal;
  /** Fewer months tell nothing usual. */
  readonly leastMonths: number;
}

export const GAP_CAUSES = ['unread', 'expired', 'no-meter', 'outlier', 'other-days', 'own-needs', 'rest'] as const;
export type GapCauseKind = (typeof GAP_CAUSES)[number];

export interface GapCause {
  readonly kind: GapCauseKind;
  /** Above zero it makes the gap wider, below zero narrower. */
  readonly volume: Decimal;
  /** The furthest first. */
  readonly flats: readonly GapFlat[];
}

export interface GapFlat {
  readonly account: string;
  readonly billed: Decimal;
  /** What it would have used; `null`: not known. */
  readonly usual: Decimal | null;
  readonly volume: Decimal;
}

export interface HouseGap {
  readonly flats: Decimal;
  /** The house's meter less the flats. */
  readonly gap: Decimal;
  /** The greatest first, what nothing explains last; they add up to the gap. */
  readonly causes: readonly GapCause[];
}

/**
 * Why the house's meter and the flats differ. Each flat stands under one cause: what it uses as a rule less what it was
 * charged for; read on other days, what its pace makes of the days it lacks. What is left is left unexplained, so the
 * causes always add up: 100 − (40 + 30) = 30 = 12 unread + 5 common property + 13.
 */
export function houseGap({ volume, ownNeeds, daysOfMonth, flats }: HouseOfGap, bounds: GapBounds): HouseGap {
  const billed = sum(flats.map((flat) => flat.billed));
  const gap = volume.minus(billed);
  const neighbours = median(flats.filter(({ how }) => how === 'meter').map((flat) => flat.billed));
  const placed = flats.flatMap((flat) => {
    const kind = causeOf(flat, bounds);
    return kind ? [{ kind, flat: partOf(flat, kind, { neighbours, daysOfMonth }) }] : [];
  });
  const causes: GapCause[] = GAP_CAUSES.flatMap((kind) => {
    const own = placed.filter((one) => one.kind === kind).map(({ flat }) => flat);
    return own.length === 0
      ? []
      : [{ kind, volume: sum(own.map((flat) => flat.volume)), flats: own.sort(furthestFirst) }];
  });
  if (ownNeeds?.gt(ZERO)) causes.push({ kind: 'own-needs', volume: ownNeeds, flats: [] });
  const rest = gap.minus(sum(causes.map((cause) => cause.volume)));
  return { flats: billed, gap, causes: [...causes.sort(furthestFirst), { kind: 'rest', volume: rest, flats: [] }] };
}

const DECIMALS = 3;

function causeOf(flat: FlatOfGap, bounds: GapBounds): GapCauseKind | null {
  if (flat.why === 'no-meter' || flat.why === 'impossible') return 'no-meter';
  if (flat.verificationOver || flat.why === 'lapsed') return 'expired';
  if (flat.how === 'norm' || flat.how === 'average') return 'unread';
  if (flat.how !== 'meter') return null;
  if (isFar(flat, bounds)) return 'outlier';
  return flat.days === null ? null : 'other-days';
}

function isFar({ billed, before }: FlatOfGap, { farTimes, leastMonths }: GapBounds): boolean {
  const usual = before.length < leastMonths ? null : median(before);
  return usual !== null && usual.gt(ZERO) && (billed.gt(usual.times(farTimes)) || billed.times(farTimes).lt(usual));
}

function partOf(
  flat: FlatOfGap,
  kind: GapCauseKind,
  { neighbours, daysOfMonth }: { neighbours: Decimal | null; daysOfMonth: number },
): GapFlat {
  const { account, billed, days } = flat;
  const usual =
    kind === 'other-days' && days
      ? billed.times(count(daysOfMonth)).div(count(days)).round(DECIMALS, Decimal.roundHalfUp)
      : (median(flat.before) ?? neighbours);
  return { account, billed, usual, volume: usual === null ? ZERO : usual.minus(billed) };
}

function furthestFirst(a: { readonly volume: Decimal }, b: { readonly volume: Decimal }): number {
  return b.volume.abs().cmp(a.volume.abs());
}
