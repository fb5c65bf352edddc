import { type Decimal, decimal, type DocumentId, DomainError, type LocalDate, type MeterId, sum } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { byZone, type MeteredResource, ranBetween, type ReadingSource, type ZonedValue } from './core/index.js';
import { plainAmounts } from './plain-amounts.js';

/** All that was ever read from a meter, the earliest first. */
export interface ReadingLog {
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly installed: LocalDate;
  readonly removed: LocalDate | null;
  readonly readings: readonly LoggedReading[];
}

export interface LoggedReading {
  readonly id: string;
  readonly date: LocalDate;
  readonly value: ZonedValue;
  /** What ran since the one before that counts; `null`: it does not count, or is below that. */
  readonly volume: Decimal | null;
  readonly source: ReadingSource;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** A photo of the dial, an act. */
  readonly documentId: DocumentId | null;
  /** The document has a file. */
  readonly hasFile: boolean;
  /** It came when the window of its month was over, and counts from this day on. */
  readonly countsFrom: LocalDate | null;
  /** `replaced`: another of the same day was recorded later; `refused`: it was looked at and found wrong. */
  readonly state: 'counts' | 'replaced' | 'refused';
}

/** @throws DomainError `meter.not-found` */
export async function loadReadingLog(tx: Tx, id: MeterId): Promise<ReadingLog> {
  const [meter] = await tx.query<MeterRow[]>(METER, [id]);
  if (!meter) throw new DomainError('meter.not-found', { id });
  const rows = await tx.query<ReadingRow[]>(READINGS, [id]);
  const { serial, resource, installed, removed, initial } = meter;
  const readings: LoggedReading[] = [];
  let before = initial;
  for (const { amounts, ...row } of rows) {
    const counts = row.state === 'counts';
    readings.push({
      ...row,
      value: byZone(meter.zones, amounts),
      volume: counts ? ranThrough(before, amounts, meter) : null,
    });
    if (counts) before = amounts;
  }
  return { serial, resource, installed, removed, readings };
}

function ranThrough(
  from: readonly string[],
  to: readonly string[],
  { digits, ratio }: Pick<MeterRow, 'digits' | 'ratio'>,
): Decimal | null {
  const volumes = to.map((amount, zone) => ranBetween(from[zone]!, amount, digits));
  const known = volumes.flatMap((run) => (run === 'below-previous' ? [] : [run.volume]));
  return known.length < volumes.length ? null : sum(known).times(decimal(ratio));
}

interface MeterRow extends Omit<ReadingLog, 'readings'> {
  readonly zones: readonly string[];
  readonly digits: number;
  readonly ratio: string;
  readonly initial: readonly string[];
}

type ReadingRow = Omit<LoggedReading, 'value' | 'volume'> & { readonly amounts: readonly string[] };

const METER = `
  select m.serial, m.resource, m.zones, m.digits, trim_scale(m.ratio)::text as ratio,
         f.installed - date '1970-01-01' as installed, f.removed - date '1970-01-01' as removed,
         (select ${plainAmounts('initial_values')} from meter_facts
           where meter_id = m.id and superseded_at is null order by lower(valid) limit 1) as initial
    from meters m
    join lateral (
         select min(lower(valid)) as installed, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed
           from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed is not null
   where m.id = $1`;

const READINGS = `
  select r.id, r.taken_on - date '1970-01-01' as date, ${plainAmounts('r.amounts')} as amounts, r.source, r.recorded_at as "recordedAt",
         u.name as "recordedBy", r.document_id as "documentId", doc.file_id is not null as "hasFile",
         r.counts_from - date '1970-01-01' as "countsFrom",
         case when r.refused_at is not null then 'refused'
              when exists (select from readings later where later.meter_id = r.meter_id and later.taken_on = r.taken_on
                              and later.id > r.id and later.refused_at is null) then 'replaced'
              else 'counts' end as state
    from readings r
    left join users u on u.id = r.recorded_by
    left join documents doc on doc.id = r.document_id
   where r.meter_id = $1
   order by r.taken_on, r.id`;
