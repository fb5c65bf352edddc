import { contains, type Interval, type LocalDate } from '@dvor/kernel';
import { LAW_TITLES } from './law-titles.js';

/** How sure the product is of a figure: read in the act's own words, told by others, from memory, or disputed. */
export type Certainty = 'verified' | 'corroborated' | 'from-memory' | 'disputed';

/** A figure of law for its days. */
export interface LawVersion extends Interval {
  readonly value: number | string;
  readonly act: string;
  readonly clause: string;
  readonly certainty: Certainty;
  readonly note: string | null;
}

/** `holds`: nothing is going to happen; `changes`: another figure follows; `expires`: nothing follows; `expired`; `begins`. */
export type LawStanding = 'holds' | 'changes' | 'expires' | 'expired' | 'begins';

/** One parameter of law as it stands on a day. */
export interface LawEntry {
  readonly code: string;
  readonly title: string;
  readonly standing: LawStanding;
  readonly current: LawVersion | null;
  readonly next: LawVersion | null;
  /** Until the figure changes, ends or begins; `null` where no day is known. */
  readonly daysLeft: number | null;
  readonly versions: readonly LawVersion[];
}

/** How a parameter stands on a day: which figure holds, what follows it and when. */
export function lawEntryOf(code: string, versions: readonly LawVersion[], on: LocalDate): LawEntry {
  const byDay = [...versions].sort((a, b) => a.from - b.from);
  const current = byDay.find((version) => contains(version, on)) ?? null;
  const next = byDay.find((version) => version.from > on) ?? null;
  const turns = current ? current.to : (next?.from ?? null);
  return {
    code,
    title: LAW_TITLES[code] ?? code,
    standing: standingOf(current, next),
    current,
    next,
    daysLeft: turns === null ? null : turns - on,
    versions: byDay,
  };
}

function standingOf(current: LawVersion | null, next: LawVersion | null): LawStanding {
  if (!current) return next ? 'begins' : 'expired';
  if (current.to === null) return 'holds';
  return next?.from === current.to ? 'changes' : 'expires';
}
