import { count, type Decimal, decimal, DomainError, parseDecimal, ZERO } from '@dvor/kernel';
import type { Rates } from './service.js';

/** Up to a volume of a month, `null` for all above, a unit costs so much. */
export interface PriceRange {
  /** Decimal text, units of the service in a whole month. */
  readonly upTo: string | null;
  readonly rates: Rates;
}

const MOST_ZONES = 4;
const MOST_RANGES = 3;

/**
 * One rate, or one for each of two to four zones.
 *
 * @throws DomainError `tariff.rate`, `tariff.zones`
 */
export function checkRates(rates: Rates): void {
  const zones = Object.keys(rates);
  const single = zones.length === 1 && zones[0] === 'rate';
  const several = zones.length > 1 && zones.length <= MOST_ZONES && !zones.includes('rate');
  if (!single && !several) throw new DomainError('tariff.zones', { zones, most: MOST_ZONES });
  for (const rate of Object.values(rates)) if (!isAmount(rate)) throw new DomainError('tariff.rate', { rate });
}

/**
 * Two or three ranges, each higher than the one before, the last without an end, all with the same zones.
 *
 * @throws DomainError `tariff.ranges`, `tariff.rate`, `tariff.zones`
 */
export function checkRanges(ranges: readonly PriceRange[]): void {
  if (ranges.length < 2 || ranges.length > MOST_RANGES) throw new DomainError('tariff.ranges', { reason: 'count' });
  for (const { rates } of ranges) checkRates(rates);
  const zones = new Set(ranges.map(({ rates }) => Object.keys(rates).sort().join()));
  if (zones.size > 1) throw new DomainError('tariff.ranges', { reason: 'zones' });
  let before = ZERO;
  for (const [i, { upTo }] of ranges.entries()) {
    const last = i === ranges.length - 1;
    if (last !== (upTo === null)) throw new DomainError('tariff.ranges', { reason: 'last' });
    if (upTo === null) continue;
    const bound = parseDecimal(upTo);
    if (bound === null || bound.lte(before)) throw new DomainError('tariff.ranges', { reason: 'order' });
    before = bound;
  }
}

/**
 * How much of a volume falls into each range; the parts sum to the volume. Boundaries are of a whole month, so that
 * for some days of it they shrink alike: 3 900 kWh are 1 950 for 15 days of 30.
 */
export function splitByRanges(
  volume: Decimal,
  ranges: readonly PriceRange[],
  days: { readonly counted: number; readonly inMonth: number },
): Decimal[] {
  let below = ZERO;
  return ranges.map(({ upTo }) => {
    const bound = upTo === null ? null : decimal(upTo).times(count(days.counted)).div(count(days.inMonth));
    const top = bound === null || bound.gt(volume) ? volume : bound;
    const part = top.gt(below) ? top.minus(below) : ZERO;
    below = below.plus(part);
    return part;
  });
}

/** A decimal that is not below zero. */
export function isAmount(text: string): boolean {
  return parseDecimal(text)?.gte('0') ?? false;
}
