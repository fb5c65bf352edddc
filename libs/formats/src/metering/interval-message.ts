import type { Decimal, LocalDate } from '@dvor/kernel';
import type { TableEncoding } from '../tables/table.js';

/** What was counted between two moments of a day, in minutes from its midnight; the last interval ends at 1440. */
export interface CountedInterval {
  readonly start: number;
  readonly end: number;
  /** kWh (kvarh of reactive channels); `null`: nobody knows, which is not zero. */
  readonly value: Decimal | null;
  /** Not for settlements: estimated, restored, or the meter was not asked. */
  readonly doubtful: boolean;
}

/** Active energy in and out, reactive energy in and out. */
export const CHANNELS = ['01', '02', '03', '04'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface CountedChannel {
  readonly channel: Channel;
  readonly intervals: readonly CountedInterval[];
  /** `null` where an interval is missing or unknown: part of a day is no day's total. */
  readonly total: Decimal | null;
}

export interface MeteringPoint {
  /** Of АИИС КУЭ, 15 digits as a rule. */
  readonly code: string;
  readonly name: string;
  readonly channels: readonly CountedChannel[];
}

/** One day of some metering points (XML 80020). A message of the same day with a higher number replaces it. */
export interface IntervalMessage {
  readonly number: number;
  readonly day: LocalDate;
  readonly sender: { readonly inn: string; readonly name: string };
  readonly areas: readonly { readonly inn: string; readonly name: string; readonly points: readonly MeteringPoint[] }[];
}

export type IntervalProblemReason =
  | 'xml-broken'
  | 'file-empty'
  | 'file-too-large'
  | 'class-other'
  | 'number-unreadable'
  | 'day-unreadable'
  | 'point-without-code'
  | 'point-twice'
  | 'channel-unknown'
  | 'channel-twice'
  | 'period-unreadable'
  | 'interval-twice'
  | 'intervals-missing'
  | 'value-unreadable'
  | 'value-negative'
  | 'value-missing';

export interface IntervalProblem {
  readonly line: number;
  readonly value: string;
  readonly reason: IntervalProblemReason;
}

export interface ReadIntervals {
  readonly encoding: TableEncoding;
  /** `null` where the file cannot be taken at all; the problems say why. */
  readonly message: IntervalMessage | null;
  readonly problems: readonly IntervalProblem[];
}
