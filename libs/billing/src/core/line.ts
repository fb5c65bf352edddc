import type { Decimal, Money, Period } from '@dvor/kernel';
import type { CarriedVolume, DividedFigures, HouseFacts, Part, ServiceRule, Unit } from './facts.js';
import type { FlatMonth } from './flat-month.js';
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
  /** The month that it corrects; none: it is of the month that is charged. */
  readonly origin?: Period | null;
}

/** A house in the month that is charged. */
export interface HouseMonth {
  readonly month: Month;
  readonly facts: HouseFacts;
  readonly services: readonly ServiceRule[];
  readonly premises: readonly PremisesMonth[];
  /** Communal flats by id; those of no meter of their own too. */
  readonly flats: ReadonlyMap<string, FlatMonth>;
  /** Negative common volumes that this month leaves to the next: filled by the services that find them. */
  readonly carry: CarriedVolume[];
  /** What is divided, noted by the services that divide it. */
  readonly divided: Record<string, DividedFigures | null>;
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
