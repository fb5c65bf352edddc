import { formatDate, type LocalDate } from '@dvor/kernel';
import type { ExceptionsInbox, Tx } from '@dvor/platform';
import type { Judgement, ReadingSource, WindowAnswer } from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';
import type { GivenReading, ReadingsFrom } from './given-reading.js';
import type { KnownMeter, KnownReading } from './load-dials.js';

/** A reading that could be read, with what is thought of it. */
export interface Weighed {
  readonly meter: KnownMeter;
  readonly date: LocalDate;
  readonly amounts: readonly string[];
  readonly judgement: Judgement;
  /** For which month it counts; `null`: the sender is not bound by windows. */
  readonly counts: Extract<WindowAnswer, { kind: 'counts' }> | null;
}

/** One that makes one wonder: taken already, or held back. */
export type Doubt = Weighed & { readonly reading?: KnownReading | undefined };

export function dayOf({ meter, date }: Weighed): string {
  return `${meter.id} ${formatDate(date)}`;
}

export function amountsOf({ amounts }: Weighed): string {
  return amounts.join(' ');
}

/** Under which a doubt lies in the inbox. */
export function doubtKey(id: string): string {
  return `reading-${id}-`;
}

/** What was doubtful of a day gives way to what comes later of that day from the same source, good or doubtful. */
export async function replaceDoubts(
  tx: Tx,
  inbox: ExceptionsInbox,
  come: readonly Weighed[],
  { source, by }: ReadingsFrom,
): Promise<void> {
  if (come.length === 0) return;
  const replaced = await tx.query<{ id: string }[]>(REPLACED, [
    come.map(({ meter }) => meter.id),
    come.map(({ date }) => formatDate(date)),
    source,
    by,
  ]);
  await inbox.settleAll(
    tx,
    replaced.map(({ id }) => doubtKey(id)),
    'replaced',
  );
}

/** Writes doubts down and lays them in the inbox. Their ids, by meter and day. */
export async function raiseDoubts(
  tx: Tx,
  inbox: ExceptionsInbox,
  doubts: readonly Doubt[],
  from: ReadingsFrom,
): Promise<Map<string, string>> {
  if (doubts.length === 0) return new Map();
  const ids = await insertDoubts(tx, doubts, from);
  await inbox.raise(
    tx,
    doubts.map((doubt) => ({
      kind: 'readings.doubtful',
      dedupeKey: doubtKey(ids.get(dayOf(doubt))!),
      object: { type: 'meter', id: doubt.meter.id, label: doubt.meter.serial },
      houseId: doubt.meter.houseId,
      details: {
        ...{ date: formatDate(doubt.date), amounts: doubt.amounts.join(' / '), source: from.source },
        rules: doubt.judgement.findings.map(({ rule }) => rule),
      },
    })),
  );
  return ids;
}

/** A photo that was asked for has come, and the reading is the same. */
export async function attachPaper(
  tx: Tx,
  same: readonly GivenReading[],
  { source, documentId }: ReadingsFrom,
): Promise<void> {
  await tx.query(
    `update reading_doubts d set document_id = $4, state = 'open'
       from unnest($1::bigint[], $2::date[]) as given (meter, day)
      where d.meter_id = given.meter and d.taken_on = given.day and d.source = $3 and d.state in ('open', 'asked')`,
    [same.map(({ meterId }) => meterId), same.map(({ date }) => formatDate(date)), source, documentId],
  );
}

export interface StandingDoubt {
  readonly id: string;
  readonly amounts: string;
}

/** Doubts of the days of those that are held: the same one that comes again is no new doubt. */
export async function standingDoubts(
  tx: Tx,
  held: readonly Weighed[],
  source: ReadingSource,
): Promise<Map<string, StandingDoubt>> {
  if (held.length === 0) return new Map();
  const rows = await tx.query<(StandingDoubt & { day: string })[]>(STANDING, [
    held.map(({ meter }) => meter.id),
    held.map(({ date }) => formatDate(date)),
    source,
  ]);
  return new Map(rows.map(({ day, ...doubt }) => [day, doubt]));
}

const STANDING = `
  select distinct d.id, d.meter_id || ' ' || d.taken_on as day, array_to_string(${plainAmounts('d.amounts')}, ' ') as amounts
    from unnest($1::bigint[], $2::date[]) as given (meter, day)
    join reading_doubts d on d.meter_id = given.meter and d.taken_on = given.day
   where d.source = $3 and d.state in ('open', 'asked') and d.reading_id is null`;

async function insertDoubts(
  tx: Tx,
  doubts: readonly Doubt[],
  { source, by, documentId }: ReadingsFrom,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; day: string }[]>(DOUBTS, [
    JSON.stringify(
      doubts.map(({ meter, date, amounts, judgement, reading, counts }) => ({
        house_id: meter.houseId,
        meter_id: meter.id,
        taken_on: formatDate(date),
        amounts: `{${amounts.join(',')}}`,
        findings: judgement.findings,
        volume: judgement.volume?.toString() ?? null,
        reading_id: reading?.id ?? null,
        counts_from: counts?.countsFrom ? formatDate(counts.countsFrom) : null,
      })),
    ),
    source,
    by,
    documentId ?? null,
  ]);
  return new Map(rows.map(({ id, day }) => [day, id]));
}

const REPLACED = `
  with replaced as (
    update reading_doubts d set state = 'replaced', decided_at = organization_now(), decided_by = $4
      from unnest($1::bigint[], $2::date[]) as given (meter, day)
     where d.meter_id = given.meter and d.taken_on = given.day and d.source = $3 and d.state in ('open', 'asked')
    returning d.id)
  select id from replaced`;

const DOUBTS = `
  with row as (
    select * from json_to_recordset($1) as row (house_id bigint, meter_id bigint, taken_on date, amounts text,
                                                findings jsonb, volume numeric, reading_id bigint, counts_from date)),
       inserted as (
    insert into reading_doubts (organization_id, house_id, meter_id, taken_on, amounts, source, findings, volume, reading_id,
                                raised_by, document_id, counts_from)
    select current_organization(), house_id, meter_id, taken_on, amounts::numeric[], $2, findings, volume, reading_id, $3, $4, counts_from
      from row returning id, meter_id, taken_on)
  select id, meter_id || ' ' || taken_on as day from inserted`;
