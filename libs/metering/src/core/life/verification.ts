import type { LocalDate } from '@dvor/kernel';

/** So many days before its last good day a verification is reminded of. */
export const REMIND_DAYS = [60, 30, 7] as const;
export type RemindDays = (typeof REMIND_DAYS)[number];

export type VerificationState = 'unknown' | 'good' | 'soon' | 'over';

/** How a verification stands on a day. */
export function verificationState(verifiedUntil: LocalDate | null, today: LocalDate): VerificationState {
  if (verifiedUntil === null) return 'unknown';
  if (verifiedUntil < today) return 'over';
  return verifiedUntil - today <= REMIND_DAYS[0] ? 'soon' : 'good';
}

/**
 * Which reminder a day calls for: a verification good until 31 December is reminded of on 1 November, 1 and 24 December.
 * Whoever missed a day is reminded on the next one; `null`: none yet, or it is over.
 */
export function remindedOf(verifiedUntil: LocalDate, today: LocalDate): RemindDays | null {
  const left = verifiedUntil - today;
  return left < 0 ? null : (REMIND_DAYS.findLast((days) => left <= days) ?? null);
}
