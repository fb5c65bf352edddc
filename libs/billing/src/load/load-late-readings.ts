import { type HouseId, type LocalDate, type MeterId, type Period, periodOfDate } from '@dvor/kernel';
import { lateKey, type LateReadings } from '@dvor/metering';
import type { Tx } from '@dvor/platform';

/** What runs have done with readings that came after months without any: taken in at once, or spread by days (0033). */
export async function loadLateReadings(tx: Tx, houseIds: readonly HouseId[]): Promise<LateReadings> {
  const rows = await tx.query<{ meterId: MeterId; date: LocalDate; counts: LocalDate; spread: boolean }[]>(
    `select l.meter_id as "meterId", l.taken_on - date '1970-01-01' as date, r.period - date '1970-01-01' as counts, l.spread
       from billing_run_late_readings l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
      where l.house_id = any ($1) order by l.taken_on`,
    [houseIds],
  );
  const late = { counts: new Map<string, LocalDate>(), spread: new Map<MeterId, Set<Period>>() };
  for (const { meterId, date, counts, spread } of rows) {
    if (!spread) late.counts.set(lateKey(meterId, date), counts);
    else late.spread.set(meterId, (late.spread.get(meterId) ?? new Set()).add(periodOfDate(date)));
  }
  return late;
}
