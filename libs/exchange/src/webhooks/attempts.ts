const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds from a failure to the next attempt: ten attempts within a day. */
const WAITS = [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 5 * HOUR, 14 * HOUR];

/** After so many a delivery is given up; after so many in a row the endpoint is paused. */
export const MOST_ATTEMPTS = WAITS.length + 1;

/**
 * When to try again after so many failures. Somewhat at random, so that receivers who fell together do not all get
 * everything at the same instant; never later than a day after the first attempt.
 */
export function waitAfter(failures: number, random: () => number = Math.random): number {
  const seconds = WAITS[Math.min(failures, WAITS.length) - 1]!;
  return Math.round(seconds * 1000 * (0.85 + 0.2 * random()));
}
