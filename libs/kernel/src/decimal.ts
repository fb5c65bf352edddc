import Big from 'big.js';

/**
 * Exact decimal numbers for tariffs and volumes. Divisions keep 30 decimals, far beyond what any line needs, and
 * stand last in every formula: multiply first, divide last.
 */
export const Decimal = Big();
Decimal.DP = 30;
Decimal.RM = 1; // half up
Decimal.strict = true; // a float never gets in
Decimal.NE = -30; // plain notation, never 1e-7
Decimal.PE = 30;

export type Decimal = Big;

export const ZERO = new Decimal('0');
export const ONE = new Decimal('1');

const PLAIN = /^-?\d{1,18}(\.\d{1,18})?$/;

/** Reads `4.29` or `4,29`; `null` for anything that is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | null {
  const plain = text.trim().replace(',', '.');
  return PLAIN.test(plain) ? new Decimal(plain) : null;
}

export function decimal(text: string): Decimal {
  return new Decimal(text);
}

/** A count (days, persons, months) as a decimal. */
export function count(n: number): Decimal {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a count`);
  return new Decimal(String(n));
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The middle one, or the mean of the two in the middle; `null` of none. */
export function median(values: readonly Decimal[]): Decimal | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return sorted[middle - 1]!.plus(sorted[middle]!).div(count(2));
}
