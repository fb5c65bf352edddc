import type { Resident } from './facts.js';

/** A temporary resident counts from the first day of a stay of more than five days in a row (п. 42, 56; 148(34)). */
export function isCounted({ from, to, temporary }: Resident): boolean {
  return !temporary || (to ?? Infinity) - from > SHORT_STAY_DAYS;
}

const SHORT_STAY_DAYS = 5;
