import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two words are the same, in a time that doesn't tell how far they are. An unset one is never the same. */
export function sameSecret(expected: string | undefined, given: string | undefined): boolean {
  if (!expected || given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
