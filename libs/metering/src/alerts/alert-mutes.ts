import { Injectable } from '@nestjs/common';
import {
  addDays,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';

/** Who does not want to be told: the accountant, and then nobody is; or the resident alone. */
export type AlertSide = 'staff' | 'resident';

/** Longer than a year nobody keeps in mind. */
const MOST_DAYS = 366;

/** Meters of which nobody wants to be told for a while: a flat under repair, a garden that is watered (MTR-16). */
@Injectable()
export class AlertMutes {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Until a day, that day too; `null`: from now on it is told again.
   * @throws DomainError `meter.not-found`, `meter-alert.mute-days`
   */
  async mute(
    tx: Tx,
    meterId: MeterId,
    { side, until }: { readonly side: AlertSide; readonly until: LocalDate | null },
    { by, reason, today }: { readonly by: UserId; readonly reason: string; readonly today: LocalDate },
  ): Promise<void> {
    const [meter] = await tx.query<{ houseId: HouseId }[]>('select house_id as "houseId" from meters where id = $1', [
      meterId,
    ]);
    if (!meter) throw new DomainError('meter.not-found', { id: meterId });
    if (until !== null && (until < today || until > addDays(today, MOST_DAYS)))
      throw new DomainError('meter-alert.mute-days', {
        least: formatDate(today),
        most: formatDate(addDays(today, MOST_DAYS)),
      });
    const last = until === null ? null : formatDate(until);
    await tx.query(
      `insert into meter_alert_mutes (organization_id, house_id, meter_id, side, until, reason, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6)`,
      [meter.houseId, meterId, side, last, reason, by],
    );
    await this.audit.record(tx, {
      ...{ userId: by, action: 'meter-alert.mute', object: { type: 'meter', id: meterId } },
      details: { side, until: last, reason },
    });
  }
}

export async function mutedMeters(
  tx: Tx,
  ids: readonly MeterId[],
  side: AlertSide,
  today: LocalDate,
): Promise<ReadonlySet<MeterId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: MeterId }[]>(
    `select distinct meter.id from unnest($1::bigint[]) as meter (id) where ${mutedUntil('meter.id', '$2')} >= $3::date`,
    [ids, side, formatDate(today)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The last silent day of a meter for a side; `null`: it is told of. */
export function mutedUntil(meter: string, side: string): string {
  return `(select until from meter_alert_mutes mute where mute.meter_id = ${meter} and mute.side = ${side} order by mute.id desc limit 1)`;
}
