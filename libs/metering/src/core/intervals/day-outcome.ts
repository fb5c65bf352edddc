/** What becomes of a day that is sent. */
export const DAY_OUTCOMES = ['new', 'replaces', 'older', 'same', 'differs'] as const;
export type DayOutcome = (typeof DAY_OUTCOMES)[number];

/** A day as it was sent: the number of its message, and its intervals as one text. */
export interface SentVersion {
  readonly number: number;
  readonly intervals: string;
}

/**
 * A higher number replaces what was sent before, a lower one comes too late, the same one says the same or contradicts
 * itself: then what was first stands.
 */
export function outcomeOfDay(sent: SentVersion, standing: readonly SentVersion[]): DayOutcome {
  const twin = standing.find(({ number }) => number === sent.number);
  if (twin) return twin.intervals === sent.intervals ? 'same' : 'differs';
  if (standing.length === 0) return 'new';
  return standing.every(({ number }) => number < sent.number) ? 'replaces' : 'older';
}
