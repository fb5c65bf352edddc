import { addMonths, firstDay, formatDate, type HouseId, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CarriedVolume } from '../core/index.js';

/** Negative common volumes that the closed month before left to this one, by house (ПП 491, п. 29(2)). */
export async function loadCarry(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
): Promise<Map<HouseId, CarriedVolume[]>> {
  const rows = await tx.query<(CarriedVolume & { houseId: HouseId })[]>(
    `select c.house_id as "houseId", s.code as service, c.volume::text as volume
       from billing_run_carry c join billing_runs r on r.id = c.run_id and r.state = 'closed' and r.period = $2
       join services s on s.id = c.service_id
      where c.house_id = any ($1) order by c.house_id, s.code`,
    [houseIds, formatDate(firstDay(addMonths(month, -1)))],
  );
  const carry = new Map<HouseId, CarriedVolume[]>();
  for (const { houseId, service, volume } of rows)
    carry.set(houseId, [...(carry.get(houseId) ?? []), { service, volume }]);
  return carry;
}
