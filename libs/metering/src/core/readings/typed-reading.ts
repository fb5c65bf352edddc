import { type Decimal, decimal, sum } from '@dvor/kernel';
import { WHOLE_DAY, type ZonedValue } from '../zones.js';
import { ranBetween } from './ran-between.js';

/** Amounts of a value in the order of the zones. */
export function amountsOf(value: ZonedValue, zones: readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : zones.map((zone) => value[zone] ?? '');
}

/** The value of amounts in the order of the zones. */
export function valueOf(amounts: readonly string[], zones: readonly string[]): ZonedValue {
  if (zones.length === 1 && zones[0] === WHOLE_DAY) return amounts[0]!;
  return Object.fromEntries(zones.map((zone, i) => [zone, amounts[i]!]));
}

/**
 * What has run through since the reading before, while it is being typed: `123,` is not finished, `12З` is no number.
 * @returns `below`: less than before
 */
export function usedSince(
  previous: readonly string[],
  typed: readonly string[],
  digits: number,
): Decimal | 'below' | null {
  const runs = ranByZone(previous, typed, digits);
  return runs === null || runs === 'below' ? runs : sum(runs);
}

/** The same of each zone, in their order. */
export function ranByZone(
  previous: readonly string[],
  typed: readonly string[],
  digits: number,
): readonly Decimal[] | 'below' | null {
  const runs = typed.map((text, zone) => {
    const plain = text.trim().replace(',', '.');
    if (!/^\d{1,9}(?:\.\d{1,9})?$/.test(plain)) return null;
    return ranBetween(previous[zone] ?? '0', decimal(plain).toString(), digits);
  });
  if (runs.includes(null)) return null;
  if (runs.includes('below-previous')) return 'below';
  return runs.map((run) => (run as { volume: Decimal }).volume);
}
