import type { HouseId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** Houses whose readings came ask for a look, each once however many come. */
export async function askForLook(tx: Tx, houseIds: readonly HouseId[]): Promise<void> {
  if (houseIds.length === 0) return;
  await tx.query(ASK, [[...new Set(houseIds)]]);
}

const ASK = `
  insert into meter_watches (organization_id, house_id)
  select current_organization(), id from unnest($1::bigint[]) as house (id) order by id
  on conflict (house_id) do update set asked = meter_watches.asked + 1 where meter_watches.done = meter_watches.asked`;
