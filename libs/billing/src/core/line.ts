import type { Decimal, Money } from '@dvor/kernel';
import type { ServiceRule, Unit } from './facts.js';
import type { PremisesMonth } from './premises-month.js';
import type { Refusal } from './refusal.js';
import type { Month, Span } from './span.js';
import { amountOf, type Volume } from './volume.js';
import type { Working } from './working/working.js';

/** One line of one account's bill for the month. */
export interface ChargeLine {
  readonly premises: string;
  readonly service: string;
  readonly part: Part;
  /** In the service's unit, exact (30 decimals where it doesn't end); null for a line that adds money, not volume. */
  readonly volume: Decimal | null;
  readonly amount: Money;
  readonly working: Working;
}

export type Part = 'individual' | 'water' | 'heat' | 'excess' | 'common' | 'absence' | 'true-up' | 'within' | 'above';

/** A house in the month that is charged. */
export interface HouseMonth {
  readonly month: Month;
  readonly services: readonly ServiceRule[];
  readonly premises: readonly PremisesMonth[];
}

/** A service made ready for one house and month: its lines for one account on the given days. */
export type PremisesCharge = (premises: PremisesMonth, days: Span) => ChargeLine[] | Refusal;

export function lineOf(
  premises: PremisesMonth,
  service: string,
  { part = 'individual', rate, volume, working }: { part?: Part; rate: Decimal; volume: Volume; working: Working },
): ChargeLine {
  const counted = part === 'excess' ? null : volume.toDecimal();
  return { premises: premises.id, service, part, volume: counted, amount: amountOf(rate, volume), working };
}

export function unitOfResource(resource: string): Unit {
  if (resource === 'electricity') return 'kWh';
  return resource === 'heating' ? 'Gcal' : 'm3';
}
