import type { HouseId, MeterId, PremisesId } from '@dvor/kernel';
import type { MeteredResource, VerificationState, ZonedValue } from '../core/index.js';

/** A meter that stands, as lists show it. */
export interface ListedMeter {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly houseId: HouseId;
  readonly address: string;
  readonly premisesId: PremisesId | null;
  readonly accountNumbers: readonly string[];
  readonly installedOn: string;
  readonly verifiedUntil: string | null;
  readonly verification: VerificationState;
  /** Until the last good day; below zero: since it. */
  readonly daysLeft: number | null;
  readonly lastReading: { readonly date: string; readonly value: ZonedValue } | null;
  /** Months without a reading up to the open one, of which three are charged on average (ПП 354, п. 59). */
  readonly missed: number;
  /** The first month that is charged by the norm if no reading comes. */
  readonly normFrom: string | null;
}
