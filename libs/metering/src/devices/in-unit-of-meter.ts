import { Decimal, decimal, parseDecimal } from '@dvor/kernel';
import type { MeteredResource } from '../core/index.js';

/** How much of the meter's own unit one of these is: 1 500 Wh are 1.5 kWh, 250 l are 0.25 m³. */
const UNITS: Readonly<Record<MeteredResource, Readonly<Record<string, string>>>> = {
  'cold-water': { m3: '1', l: '0.001' },
  'hot-water': { m3: '1', l: '0.001' },
  gas: { m3: '1', l: '0.001' },
  electricity: { kWh: '1', Wh: '0.001', MWh: '1000' },
  heating: { Gcal: '1', Mcal: '0.001' },
};

/** @returns `unit`: such a meter counts in no such unit; `value`: not a plain number from nothing up */
export function inUnitOfMeter(
  { value, unit, scale }: { readonly value: string; readonly unit: string; readonly scale: number },
  resource: MeteredResource,
): Decimal | 'unit' | 'value' {
  const factor = UNITS[resource][unit];
  if (factor === undefined) return 'unit';
  const told = /^\d{1,12}(?:\.\d{1,9})?$/.test(value) ? parseDecimal(value) : null;
  // A device tells more figures than its dial has: what is beyond them is not counted yet.
  return told === null ? 'value' : told.times(decimal(factor)).round(scale, Decimal.roundDown);
}
