import type { DocumentId, MeterId } from '@dvor/kernel';
import type { ReadingSource } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import type { ReadingPair } from '../core/index.js';

/** How a reading came. */
export interface ReadingTold {
  readonly source: ReadingSource;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** A photo of the dial, an act. */
  readonly documentId: DocumentId | null;
}

/** The meter of a reading, and how the reading came where it still stands. */
export interface ReadingOrigin {
  readonly serial: string;
  readonly told: ReadingTold | null;
}

/** The later readings of pairs, by `readingKey`. */
export async function readingsOf(tx: Tx, pairs: readonly ReadingPair[]): Promise<Map<string, ReadingOrigin>> {
  const rows = await tx.query<Row[]>(TOLD, [pairs.map(({ meter }) => meter), pairs.map(({ to: [day] }) => day)]);
  return new Map(
    rows.map(({ meterId, day, serial, source, recordedAt, recordedBy, documentId }) => [
      `${meterId} ${day}`,
      { serial, told: source && recordedAt && { source, recordedAt, recordedBy, documentId } },
    ]),
  );
}

export function readingKey({ meter, to: [day] }: ReadingPair): string {
  return `${meter} ${day}`;
}

interface Row extends Omit<ReadingTold, 'source' | 'recordedAt'> {
  readonly meterId: MeterId;
  readonly day: string;
  readonly serial: string;
  readonly source: ReadingSource | null;
  readonly recordedAt: Date | null;
}

const TOLD = `
  select distinct on (m.id, asked.day) m.id as "meterId", asked.day::text as day, m.serial, r.source,
         r.recorded_at as "recordedAt", u.name as "recordedBy", r.document_id as "documentId"
    from unnest($1::bigint[], $2::date[]) as asked (meter_id, day)
    join meters m on m.id = asked.meter_id
    left join readings r on r.meter_id = m.id and r.taken_on = asked.day and r.refused_at is null
    left join users u on u.id = r.recorded_by
   order by m.id, asked.day, r.id desc`;
