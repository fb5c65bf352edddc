import type { AccountId, HouseId, Period, ServiceId } from '@dvor/kernel';
import type { EstimatedVolume } from '../core/index.js';

/** Closed months as a run has replayed them. */
export interface ReplayedMonths {
  /** What is estimated in them now, where it was corrected: by account, service and month. */
  readonly estimates: ReadonlyMap<string, readonly Pick<EstimatedVolume, 'volume' | 'meter'>[]>;
  /** Negative common volumes that they leave now, by house, month and service; `0`: none after all. */
  readonly carry: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function estimatesKey(account: AccountId, service: ServiceId, period: Period): string {
  return `${account} ${service} ${period}`;
}

export function carryKey(house: HouseId, period: Period): string {
  return `${house} ${period}`;
}
