import { formatDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type DayOutcome, outcomeOfDay, type SentVersion, totalsOfDay } from '../core/index.js';
import type { SentDay } from './sent-days.js';

/** A sent day, its point, and what becomes of it. */
export interface JudgedDay {
  readonly pointId: string;
  readonly sent: SentDay;
  readonly outcome: DayOutcome;
}

/** Lays each sent day beside what was sent of it before, by other files and by earlier messages of this one. */
export async function judgeDays(
  tx: Tx,
  days: readonly SentDay[],
  points: ReadonlyMap<string, string>,
): Promise<JudgedDay[]> {
  const standing = await standingVersions(tx, days, points);
  return days.map((sent) => {
    const pointId = points.get(sent.code)!;
    const key = keyOf({ pointId, channel: sent.channel, day: formatDate(sent.day) });
    const version = { number: sent.number, intervals: JSON.stringify(sent.parts) };
    const before = standing.get(key) ?? [];
    const outcome = outcomeOfDay(version, before);
    if (COUNTING.has(outcome)) standing.set(key, [...before, version]);
    return { pointId, sent, outcome };
  });
}

/** Outcomes of which the highest number of a day is in force. */
const COUNTING: ReadonlySet<DayOutcome> = new Set(['new', 'replaces', 'older']);

export async function insertDays(tx: Tx, fileId: string, judged: readonly JudgedDay[]): Promise<void> {
  await tx.query(INSERT, [
    fileId,
    JSON.stringify(
      judged.map(({ pointId, sent: { channel, day, number, parts }, outcome }) => {
        const { total, known, unknownMinutes, missingMinutes, doubtfulMinutes } = totalsOfDay(parts);
        return {
          ...{ point_id: pointId, channel, day: formatDate(day), number, intervals: parts, total, known, outcome },
          ...{ unknown: unknownMinutes, missing: missingMinutes, doubtful: doubtfulMinutes },
        };
      }),
    ),
  ]);
}

async function standingVersions(
  tx: Tx,
  days: readonly SentDay[],
  points: ReadonlyMap<string, string>,
): Promise<Map<string, SentVersion[]>> {
  const rows = await tx.query<{ pointId: string; channel: string; day: string; number: number; intervals: unknown }[]>(
    STANDING,
    [
      days.map(({ code }) => points.get(code)!),
      days.map(({ channel }) => channel),
      days.map(({ day }) => formatDate(day)),
    ],
  );
  const versions = new Map<string, SentVersion[]>();
  for (const { number, intervals, ...key } of rows)
    versions.set(keyOf(key), [...(versions.get(keyOf(key)) ?? []), { number, intervals: JSON.stringify(intervals) }]);
  return versions;
}

function keyOf({ pointId, channel, day }: { pointId: string; channel: string; day: string }): string {
  return `${pointId} ${channel} ${day}`;
}

const STANDING = `
  select distinct d.point_id as "pointId", d.channel, d.day::text as day, d.number, d.intervals
    from unnest($1::bigint[], $2::text[], $3::date[]) as sent (point, channel, day)
    join interval_days d on d.point_id = sent.point and d.channel = sent.channel and d.day = sent.day
   where d.withdrawn_at is null and d.outcome in ('new', 'replaces', 'older')`;

const INSERT = `
  insert into interval_days (organization_id, interval_file_id, point_id, channel, day, number, intervals, total, known,
                             unknown_minutes, missing_minutes, doubtful_minutes, outcome)
  select current_organization(), $1, point_id, channel, day, number, intervals, total, known, unknown, missing, doubtful, outcome
    from jsonb_to_recordset($2) as row (point_id bigint, channel text, day date, number int, intervals jsonb, total numeric,
                                        known numeric, unknown smallint, missing smallint, doubtful smallint, outcome text)`;
