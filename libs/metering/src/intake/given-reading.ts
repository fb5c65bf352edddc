import type { LocalDate, MeterId, Period } from '@dvor/kernel';
import type { Recording } from '@dvor/platform';
import type { Finding, ReadingSource, Unreadable, ZonedValue } from '../core/index.js';

/** A reading as it comes, not looked at yet. */
export interface GivenReading {
  readonly meterId: MeterId;
  readonly date: LocalDate;
  /** By the names of the zones, or in their order. */
  readonly value: ZonedValue | readonly string[];
  /** The sender was asked about what is doubtful and says that it is right. */
  readonly confirmed?: boolean;
}

export interface ReadingsFrom extends Recording {
  readonly source: ReadingSource;
}

/** What became of a reading. */
export type ReadingOutcome =
  | {
      readonly kind: 'taken';
      readonly id: string;
      readonly volume: string | null;
      /** For which it counts, where the sender is bound by windows; `null`: that of its day. */
      readonly month: Period | null;
      readonly findings: readonly Finding[];
    }
  /** It stands already, to the last figure. */
  | { readonly kind: 'same'; readonly id: string }
  /** Not taken: the sender is asked first. */
  | { readonly kind: 'confirm'; readonly findings: readonly Finding[] }
  /** Not taken until somebody has looked at it. */
  | { readonly kind: 'held'; readonly doubtId: string; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'refused';
      readonly code: RefusedCode;
      readonly details: Readonly<Record<string, string | number>>;
      readonly findings?: readonly Finding[];
    };

/** What would become of a reading. */
export type ForeseenReading =
  | {
      /** `look`: taken, and looked at later. */
      readonly kind: 'taken' | 'look' | 'held';
      readonly meterId: MeterId;
      readonly volume: string | null;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'same' }
  | Extract<ReadingOutcome, { kind: 'confirm' | 'refused' }>;

export type RefusedCode =
  Unreadable['code'] | 'reading.unknown-meter' | 'reading.implausible' | 'reading.entry-off' | 'reading.window-shut';
