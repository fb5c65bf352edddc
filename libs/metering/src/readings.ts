import { Injectable } from '@nestjs/common';
import {
  addDays,
  contains,
  DomainError,
  formatDate,
  type HouseId,
  type Interval,
  type MeterId,
  parseDateRange,
} from '@dvor/kernel';
import { recordChanges, type Recording, type Tx } from '@dvor/platform';
import type { NewReading } from './meter-intake.js';

/** Takes readings as they come, one by one; one of a day that is billed already is a change of the past. */
@Injectable()
export class Readings {
  /**
   * Of one day the last recorded counts.
   * @throws DomainError `meter.not-found`, `meter.zones`, `meter.amount`, `meter.reading-outside`
   */
  async record(
    tx: Tx,
    meterId: MeterId,
    { date, amounts, source }: NewReading,
    recording: Recording,
  ): Promise<{ readonly id: string }> {
    const [meter] = await tx.query<{ houseId: HouseId; serial: string; zones: number; stands: string[] }[]>(METER, [
      meterId,
    ]);
    if (!meter) throw new DomainError('meter.not-found', { id: meterId });
    const { serial, zones } = meter;
    if (amounts.length !== zones) throw new DomainError('meter.zones', { serial, zones, amounts: amounts.length });
    const wrong = amounts.find((amount) => !AMOUNT.test(amount));
    if (wrong !== undefined) throw new DomainError('meter.amount', { serial, amount: wrong });
    const stands = meter.stands.map((days) => parseDateRange(days));
    if (!stands.some((days: Interval) => contains(days, date) || date === days.to))
      throw new DomainError('meter.reading-outside', { serial, date: formatDate(date) });
    const [row] = await tx.query<{ id: string }[]>(INSERT, [
      meter.houseId,
      meterId,
      formatDate(date),
      `{${amounts.join(',')}}`,
      source,
      recording.by,
    ]);
    await recordChanges(
      tx,
      [{ fact: 'readings', subject: { type: 'meter', id: meterId }, from: date, to: addDays(date, 1) }],
      recording,
    );
    return row!;
  }
}

const AMOUNT = /^\d{1,8}(\.\d{1,4})?$/;

const METER = `
  select m.house_id as "houseId", m.serial, cardinality(m.zones) as zones,
         array(select valid::text from meter_facts where meter_id = m.id and superseded_at is null) as stands
    from meters m where m.id = $1`;

const INSERT = `
  insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, recorded_by)
  values (current_organization(), $1, $2, $3, $4::numeric[], $5, $6) returning id`;
