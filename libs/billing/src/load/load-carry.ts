import { addMonths, firstDay, formatDate, type HouseId, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CarriedVolume } from '../core/index.js';
import { carryKey, type ReplayedMonths } from './replayed-months.js';

/**
 * Negative common volumes that the closed month before left to this one, by house (ПП 491, п. 29(2)): as they came out
 * when it was replayed last, of which the run that asks may know more than its rows show.
 */
export async function loadCarry(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  replayed: ReplayedMonths['carry'] = new Map(),
): Promise<Map<HouseId, CarriedVolume[]>> {
  const before = addMonths(month, -1);
  const rows = await tx.query<(CarriedVolume & { houseId: HouseId })[]>(
    `select distinct on (c.house_id, s.code) c.house_id as "houseId", s.code as service, c.volume::text as volume
       from billing_run_carry c
       join billing_runs r on r.id = c.run_id and r.state = 'closed' and coalesce(c.origin, r.period) = $2
       join services s on s.id = c.service_id
      where c.house_id = any ($1) order by c.house_id, s.code, r.period desc`,
    [houseIds, formatDate(firstDay(before))],
  );
  const carry = new Map<HouseId, CarriedVolume[]>();
  for (const houseId of houseIds) {
    const found = rows
      .filter((row) => row.houseId === houseId)
      .map(({ service, volume }) => [service, volume] as const);
    const now = new Map([...found, ...(replayed.get(carryKey(houseId, before)) ?? [])]);
    const left = [...now].filter(([, volume]) => volume.startsWith('-'));
    if (left.length > 0)
      carry.set(
        houseId,
        left.map(([service, volume]) => ({ service, volume })),
      );
  }
  return carry;
}
