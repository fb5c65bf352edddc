import { formatDateRange, type HouseId, monthInterval, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

const AT_LEAST = 100;
const AT_MOST = 2_000;
const CHUNKS_WANTED = 24;

/**
 * Houses with accounts open in the month, in chunks of a like number of accounts: small enough that memory stays flat and
 * a lost job costs little, large enough that queries are few.
 */
export async function chunksOfHouses(tx: Tx, period: Period): Promise<HouseId[][]> {
  const houses = await tx.query<{ id: HouseId; accounts: number }[]>(
    `select house_id as id, count(distinct account_id)::int as accounts
       from account_facts where superseded_at is null and valid && $1::daterange
      group by house_id order by house_id`,
    [formatDateRange(monthInterval(period))],
  );
  return chunksBySize(houses);
}

export function chunksBySize(houses: readonly { id: HouseId; accounts: number }[]): HouseId[][] {
  const accounts = houses.reduce((total, house) => total + house.accounts, 0);
  const size = Math.min(AT_MOST, Math.max(AT_LEAST, Math.ceil(accounts / CHUNKS_WANTED)));
  const chunks: HouseId[][] = [];
  let room = 0;
  for (const house of houses) {
    if (room <= 0) {
      chunks.push([]);
      room = size;
    }
    chunks.at(-1)!.push(house.id);
    room -= house.accounts;
  }
  return chunks;
}
