import { Injectable } from '@nestjs/common';
import {
  addMonths,
  type DetailValue,
  DomainError,
  firstDay,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  type MeterId,
  type Period,
  periodOfDate,
} from '@dvor/kernel';
import {
  AuditLog,
  changeFacts,
  decodeCursor,
  ExceptionsInbox,
  type FactTable,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Recording,
  removeFacts,
  type Tx,
} from '@dvor/platform';
import type { CountedPart, DayOutcome } from '../core/index.js';
import { IntervalMonths } from './interval-months.js';
import type { MonthEffect } from './month-effect.js';
import { METER_ADDRESS, METER_OF_LINK, unmatchedKey } from './place-points.js';

/** Channels that count what a meter of electricity counts: active energy, in and out. */
export const ACTIVE_CHANNELS = ['01', '02'] as const;
export type ActiveChannel = (typeof ACTIVE_CHANNELS)[number];

export interface PointLink {
  readonly channel: ActiveChannel;
  readonly from: string;
  readonly to: string | null;
  readonly meterId: MeterId;
  readonly serial: string;
  readonly address: string;
  /** `null`: a meter of the house. */
  readonly premisesId: string | null;
  readonly byItself: boolean;
  readonly reason: string;
}

export interface MeteringPointRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly channels: readonly string[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly links: readonly PointLink[];
}

export interface SentVersionOfDay {
  readonly number: number;
  readonly outcome: DayOutcome;
  readonly fileId: string;
  readonly fileName: string;
  readonly receivedAt: string;
}

/** A day of a channel as it is in force, and every sending of it. */
export interface PointDay {
  readonly day: string;
  readonly number: number;
  readonly total: string | null;
  readonly known: string;
  readonly unknownMinutes: number;
  readonly missingMinutes: number;
  readonly doubtfulMinutes: number;
  readonly parts: readonly CountedPart[];
  readonly versions: readonly SentVersionOfDay[];
}

export interface NewLink {
  readonly channel: ActiveChannel;
  /** `null`: it is nobody's from that day on. */
  readonly meterId: MeterId | null;
  readonly days: Interval;
  readonly byItself: boolean;
}

const LINKS: FactTable<'point_id' | 'channel', 'meter_id' | 'by_itself'> = {
  name: 'metering_point_meters',
  key: { point_id: 'bigint', channel: 'text' },
  values: { meter_id: 'bigint', by_itself: 'boolean' },
  subject: { type: 'organization' }, // no bill comes from whose a point is, but from the months that it brings
};

/** Points of commercial metering and the meters that they are. */
@Injectable()
export class MeteringPoints {
  constructor(
    private readonly months: IntervalMonths,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  async list(
    tx: Tx,
    { state, search }: { readonly state: 'all' | 'unmatched' | 'matched'; readonly search?: string | undefined },
    { cursor, limit }: PageRequest,
  ): Promise<Page<MeteringPointRow>> {
    const [after] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<MeteringPointRow[]>(
      `${SELECT}
        where ($1 = 'all' or ($1 = 'matched') = exists (${STANDING_LINK}))
          and ($2::text is null or starts_with(p.code, $2) or position(lower($2) in lower(p.name)) > 0)
          and ($3::bigint is null or p.id > $3)
        order by p.id limit $4`,
      [state, search?.trim() || null, after, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** @throws DomainError `metering-point.not-found` */
  async read(tx: Tx, id: string): Promise<MeteringPointRow> {
    const [point] = await tx.query<MeteringPointRow[]>(`${SELECT} where p.id = $1`, [id]);
    if (!point) throw new DomainError('metering-point.not-found');
    return point;
  }

  /** Of a month, in the order of days. @throws DomainError `metering-point.not-found` */
  async days(
    tx: Tx,
    id: string,
    { channel, month }: { readonly channel: string; readonly month: Period },
  ): Promise<PointDay[]> {
    await this.read(tx, id);
    return tx.query<PointDay[]>(DAYS, [
      id,
      channel,
      formatDate(firstDay(month)),
      formatDate(firstDay(addMonths(month, 1))),
    ]);
  }

  /** Months of the meter that a channel feeds, as the days and the books have them. */
  async monthsOf(
    tx: Tx,
    id: string,
    { channel, from, to }: { readonly channel: string; readonly from: Period; readonly to: Period },
  ): Promise<MonthEffect[]> {
    const { links } = await this.read(tx, id);
    const months: MonthEffect[] = [];
    const meters = [...new Set(links.filter((link) => link.channel === channel).map(({ meterId }) => meterId))];
    for (const meterId of meters) months.push(...(await this.months.list(tx, meterId, { from, to })));
    return months.sort((a, b) => a.period.localeCompare(b.period));
  }

  /**
   * Says which meter a channel is from a day on. Days that were sent before are its too, and its whole months go into the
   * books where it enters by itself.
   * @throws DomainError `metering-point.not-found`, `meter.not-found`, `metering-point.not-electricity`,
   * `metering-point.meter-taken` naming the other point
   */
  async link(
    tx: Tx,
    id: string,
    { channel, meterId, days, byItself }: NewLink,
    { today, ...recording }: Recording & { readonly today: LocalDate },
  ): Promise<MonthEffect[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('interval-days', current_organization()))`);
    const point = await this.read(tx, id);
    const key = { point_id: id, channel };
    if (meterId === null) await removeFacts(tx, LINKS, { key, days }, recording);
    else {
      await refuseMeter(tx, meterId, { pointId: id, channel, days });
      const values = { meter_id: meterId, by_itself: byItself };
      await changeFacts(tx, LINKS, { key, days, patch: values, otherwise: values }, recording);
      await this.inbox.settleOne(tx, unmatchedKey(id), 'прибор назван');
    }
    await this.note(
      tx,
      id,
      { code: point.code, channel, meterId, from: formatDate(days.from), reason: recording.reason },
      recording,
    );
    if (meterId === null || point.lastDay === null) return [];
    const span = await sentSpan(tx, id, channel, days);
    if (!span) return [];
    const changed = { meterId, from: periodOfDate(span.from), to: periodOfDate(span.to) };
    return this.months.settle(tx, [changed], { ...recording, fileId: null, takenBack: false, today });
  }

  private async note(
    tx: Tx,
    id: string,
    details: Readonly<Record<string, DetailValue>>,
    { by }: Recording,
  ): Promise<void> {
    await this.audit.record(tx, {
      ...{ userId: by, action: 'metering-point.link', object: { type: 'metering-point', id } },
      details,
    });
  }
}

async function refuseMeter(
  tx: Tx,
  meterId: MeterId,
  { pointId, channel, days }: { readonly pointId: string; readonly channel: string; readonly days: Interval },
): Promise<void> {
  const [meter] = await tx.query<{ serial: string; resource: string }[]>(
    'select serial, resource from meters where id = $1',
    [meterId],
  );
  if (!meter) throw new DomainError('meter.not-found', { id: meterId });
  const { serial, resource } = meter;
  if (resource !== 'electricity') throw new DomainError('metering-point.not-electricity', { serial });
  const [other] = await tx.query<{ code: string; channel: string }[]>(
    `select p.code, l.channel from metering_point_meters l join metering_points p on p.id = l.point_id
      where l.meter_id = $1 and l.superseded_at is null and l.valid && $2::daterange and (l.point_id, l.channel) <> ($3::bigint, $4)
      limit 1`,
    [meterId, formatDateRange(days), pointId, channel],
  );
  if (other) throw new DomainError('metering-point.meter-taken', { serial, ...other });
}

/** The first and the last day that was sent, of some. */
async function sentSpan(
  tx: Tx,
  pointId: string,
  channel: string,
  days: Interval,
): Promise<{ readonly from: LocalDate; readonly to: LocalDate } | null> {
  const [span] = await tx.query<{ from: LocalDate | null; to: LocalDate | null }[]>(
    `select min(day) - date '1970-01-01' as "from", max(day) - date '1970-01-01' as "to" from interval_days
      where point_id = $1 and channel = $2 and $3::daterange @> day and withdrawn_at is null`,
    [pointId, channel, formatDateRange(days)],
  );
  return span?.from != null && span.to != null ? { from: span.from, to: span.to } : null;
}

const STANDING_LINK = 'select from metering_point_meters l where l.point_id = p.id and l.superseded_at is null';

const SELECT = `
  select p.id, p.code, p.name, p.area, told.channels, told.first::text as "firstDay", told.last::text as "lastDay",
         coalesce((select json_agg(json_build_object(
                    'channel', l.channel, 'from', lower(l.valid), 'to', upper(l.valid), 'meterId', m.id::text, 'serial', m.serial,
                    'address', ${METER_ADDRESS}, 'premisesId', m.premises_id::text, 'byItself', l.by_itself, 'reason', l.reason)
                    order by l.channel, lower(l.valid))
              from metering_point_meters l ${METER_OF_LINK}
             where l.point_id = p.id and l.superseded_at is null), '[]') as links
    from metering_points p
   cross join lateral (
         select coalesce(array_agg(distinct channel order by channel), '{}') as channels, min(day) as first, max(day) as last
           from interval_days where point_id = p.id and withdrawn_at is null) told`;

const DAYS = `
  select day, number, total, known, "unknownMinutes", "missingMinutes", "doubtfulMinutes", parts, versions
    from (select distinct on (d.day) d.day::text as day, d.number, trim_scale(d.total)::text as total, trim_scale(d.known)::text as known,
                 d.unknown_minutes as "unknownMinutes", d.missing_minutes as "missingMinutes",
                 d.doubtful_minutes as "doubtfulMinutes", d.intervals as parts,
                 (select json_agg(json_build_object('number', v.number, 'outcome', v.outcome, 'fileId', f.id::text,
                                                    'fileName', f.file_name, 'receivedAt', f.received_at) order by v.id desc)
                    from interval_days v join interval_files f on f.id = v.interval_file_id
                   where v.point_id = d.point_id and v.channel = d.channel and v.day = d.day and v.withdrawn_at is null) as versions
            from interval_days d
           where d.point_id = $1 and d.channel = $2 and d.day >= $3::date and d.day < $4::date
             and d.withdrawn_at is null and d.outcome in ('new', 'replaces', 'older')
           order by d.day, d.number desc) days
   order by day`;
