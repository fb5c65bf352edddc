import type { AccountId, HouseId, LocalDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type Pause, pauseOf, standingOf } from '../core/index.js';
import { loadPlans, type PlanPlace } from './load-plans.js';

type Place = Omit<PlanPlace, 'amount' | 'kind'> & { readonly accountId: AccountId };

/** On which days a place costs no penalty. */
export type PausesOf = (place: Place) => readonly Pause[];

/** On which days places of some houses cost no penalty because a plan held, as known of the money up to a day. */
export async function loadPauses(tx: Tx, houseIds: readonly HouseId[], asOf: LocalDate): Promise<PausesOf> {
  const found = new Map<string, Pause[]>();
  const plans = await loadPlans(tx, 'p.house_id = any ($1::bigint[]) and p.started_on is not null', [houseIds]);
  for (const { accountId, places, begun } of plans) {
    const { terms, days } = begun!;
    const pause = pauseOf(terms, standingOf(terms, days, asOf));
    for (const place of places.filter(({ kind }) => kind === 'charge')) {
      const key = keyOf({ ...place, accountId });
      found.set(key, [...(found.get(key) ?? []), pause]);
    }
  }
  return (place) => found.get(keyOf(place)) ?? NONE;
}

const NONE: readonly Pause[] = [];

function keyOf({ accountId, recipientId, serviceId, origin }: Place): string {
  return `${accountId} ${recipientId} ${serviceId} ${origin}`;
}
