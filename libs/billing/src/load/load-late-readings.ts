import type { HouseId, LocalDate, MeterId } from '@dvor/kernel';
import { lateKey, type LateReadings } from '@dvor/metering';
import type { Tx } from '@dvor/platform';

/** Readings that runs have taken in as ones of their own month, because they came after theirs was closed (0033). */
export async function loadLateReadings(tx: Tx, houseIds: readonly HouseId[]): Promise<LateReadings> {
  const rows = await tx.query<{ meterId: MeterId; date: LocalDate; counts: LocalDate }[]>(
    `select l.meter_id as "meterId", l.taken_on - date '1970-01-01' as date, r.period - date '1970-01-01' as counts
       from billing_run_late_readings l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
      where l.house_id = any ($1)`,
    [houseIds],
  );
  return new Map(rows.map(({ meterId, date, counts }) => [lateKey(meterId, date), counts]));
}
