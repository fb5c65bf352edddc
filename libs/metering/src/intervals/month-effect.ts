import type { HouseId, MeterId, PremisesId } from '@dvor/kernel';
import type { DayGap, MonthAction, ZonedValue } from '../core/index.js';
import type { RefusedCode } from '../intake/given-reading.js';

/** What days of a file have done to a month of a meter, or would do. */
export interface MonthEffect {
  readonly meterId: MeterId;
  readonly houseId: HouseId;
  /** `null`: a meter of the house, whose month is a volume; else it is a reading of a flat on the month's last day. */
  readonly premisesId: PremisesId | null;
  readonly serial: string;
  readonly address: string;
  /** `2026-10` */
  readonly period: string;
  readonly action: MonthAction;
  /** What stood in the books. */
  readonly was: ZonedValue | null;
  /** What the days say; `null`: they are not whole. */
  readonly now: ZonedValue | null;
  /** kWh of the days that are known. */
  readonly known: string;
  readonly gaps: readonly DayGap[];
  readonly doubtfulMinutes: number;
  /** Why the books did not take it, or wait for a person's look. */
  readonly refused?: RefusedCode | 'reading.implausible' | 'reading.held' | undefined;
}
