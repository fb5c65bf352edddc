import { type AccountId, formatDate, type LocalDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { MeterOfSender } from './match-readings.js';

/** Meters that stand in the premises of an account. */
export async function metersOfAccount(tx: Tx, accountId: AccountId, on: LocalDate): Promise<MeterOfSender[]> {
  return tx.query<MeterOfSender[]>(
    `select m.id, m.serial, m.resource, m.zones
       from meters m join meter_facts f on f.meter_id = m.id and f.superseded_at is null and f.valid @> $2::date
      where m.premises_id = (select premises_id from accounts where id = $1)
      order by m.resource, m.id`,
    [accountId, formatDate(on)],
  );
}
