import { Injectable } from '@nestjs/common';
import { DomainError, type MeterId, type UserId } from '@dvor/kernel';
import { AuditLog, ExceptionsInbox, type Tx } from '@dvor/platform';
import { withdrawReadings } from '../intake/withdraw-readings.js';

/** Readings that somebody has typed, for as long as they may think better of it. */
@Injectable()
export class OwnReadings {
  constructor(
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A slip of the pen counts no more; what stood before it on its day stands again.
   * @throws DomainError `reading.not-found`, `reading.not-yours`
   */
  async withdraw(tx: Tx, meterId: MeterId, id: string, by: UserId): Promise<void> {
    const [reading] = await tx.query<{ on: string; by: UserId | null; gone: boolean }[]>(
      `select taken_on::text as "on", recorded_by as by, refused_at is not null as gone
         from readings where meter_id = $1 and id = $2`,
      [meterId, id],
    );
    if (!reading || reading.gone) throw new DomainError('reading.not-found');
    if (reading.by !== by) throw new DomainError('reading.not-yours');
    const brought = { readings: [{ meter: meterId, on: reading.on, id }], doubts: [] };
    await withdrawReadings(tx, this.inbox, brought, { by, reason: 'отменено при вводе' });
    await this.audit.record(tx, {
      ...{ userId: by, action: 'reading.withdraw', object: { type: 'meter', id: meterId } },
      details: { date: reading.on },
    });
  }
}
