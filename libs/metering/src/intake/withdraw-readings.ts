import { addDays, type LocalDate, type MeterId } from '@dvor/kernel';
import { type ExceptionsInbox, recordChanges, type Recording, type Tx } from '@dvor/platform';
import { doubtKey } from './raise-doubts.js';

export interface BroughtReading {
  readonly meter: string;
  /** `2026-10-20` */
  readonly on: string;
  readonly id: string;
}

/** Readings and doubts that were brought together, as `ReadingIntake` has named them. */
export interface Brought {
  readonly readings: readonly BroughtReading[];
  readonly doubts: readonly string[];
}

/**
 * What was brought by mistake counts no more and stays in the log; doubts about it are over. What somebody has decided
 * upon since stands.
 */
export async function withdrawReadings(
  tx: Tx,
  inbox: ExceptionsInbox,
  { readings, doubts }: Brought,
  recording: Recording,
): Promise<void> {
  const places = [readings.map(({ meter }) => meter), readings.map(({ on }) => on), readings.map(({ id }) => id)];
  const withdrawn = await tx.query<{ meterId: MeterId; date: LocalDate }[]>(WITHDRAWN, places);
  await recordChanges(
    tx,
    withdrawn.map(({ meterId, date }) => ({
      ...{ fact: 'readings', subject: { type: 'meter' as const, id: meterId } },
      ...{ from: date, to: addDays(date, 1) },
    })),
    recording,
  );
  const refused = await tx.query<{ id: string }[]>(REFUSED, [...places, doubts, recording.by, recording.reason]);
  await inbox.settleAll(
    tx,
    refused.map(({ id }) => doubtKey(id)),
    'refused',
  );
}

const WITHDRAWN = `
  with withdrawn as (
    update readings r set refused_at = organization_now()
      from unnest($1::bigint[], $2::date[], $3::bigint[]) as brought (meter, day, id)
     where r.meter_id = brought.meter and r.taken_on = brought.day and r.id = brought.id and r.refused_at is null
    returning r.meter_id, r.taken_on - date '1970-01-01' as day)
  select meter_id as "meterId", day as date from withdrawn`;

const REFUSED = `
  with ours as (
    select d.id from unnest($1::bigint[], $2::date[], $3::bigint[]) as brought (meter, day, reading)
      join reading_doubts d on d.meter_id = brought.meter and d.taken_on = brought.day and d.reading_id = brought.reading
     union
    select unnest($4::bigint[])),
       refused as (
    update reading_doubts d set state = 'refused', decided_at = organization_now(), decided_by = $5, note = $6
      from ours where d.id = ours.id and d.state in ('open', 'asked')
    returning d.id)
  select id from refused`;
