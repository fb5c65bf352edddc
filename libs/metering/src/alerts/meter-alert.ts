import type { HouseId, MeterId } from '@dvor/kernel';
import type { AlertCause, AlertKind, AlertResolution, AlertState, MeteredResource } from '../core/index.js';

/** That a meter used far more than it should, or never stands still. */
export interface MeterAlert {
  readonly id: string;
  readonly meterId: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly houseId: HouseId;
  readonly address: string;
  readonly accountNumbers: readonly string[];
  readonly kind: AlertKind;
  /** Of a spike the reading's day, of a leak the last night's. */
  readonly happenedOn: string;
  readonly cause: AlertCause;
  readonly figures: Readonly<Record<string, string>>;
  /** The resident is told too. */
  readonly told: boolean;
  readonly state: AlertState;
  readonly resolution: AlertResolution | null;
  readonly note: string | null;
  readonly raisedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** The last day on which nothing more is told of the meter; `null`: it is told. */
  readonly mutedUntil: string | null;
}
