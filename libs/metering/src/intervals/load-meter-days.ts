import {
  addDays,
  firstDay,
  formatDate,
  type HouseId,
  type Interval,
  lastDay,
  type LocalDate,
  type MeterId,
  type Period,
  type PremisesId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CountedDay } from '../core/index.js';
import { plainAmounts } from '../plain-amounts.js';

/** A meter that is fed by a point. */
export interface FedMeter {
  readonly id: MeterId;
  readonly houseId: HouseId;
  /** `null`: of the house, so that its months are volumes; else they are readings of a flat. */
  readonly premisesId: PremisesId | null;
  readonly serial: string;
  readonly address: string;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly scale: number;
  readonly installed: LocalDate;
  readonly removed: LocalDate | null;
  readonly initial: readonly string[];
}

export async function loadFedMeters(tx: Tx, ids: readonly MeterId[]): Promise<FedMeter[]> {
  return tx.query<FedMeter[]>(METERS, [ids]);
}

/** Days of a meter by the points that feed it. */
export interface MeterDays {
  readonly counted: ReadonlyMap<LocalDate, CountedDay>;
  readonly links: readonly (Interval & { readonly byItself: boolean })[];
}

export async function loadMeterDays(
  tx: Tx,
  { id, zones }: Pick<FedMeter, 'id' | 'zones'>,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<MeterDays> {
  const links = await tx.query<(Interval & { byItself: boolean })[]>(LINKS, [id, formatDate(from), formatDate(to)]);
  const days = await tx.query<CountedDay[]>(DAYS, [id, formatDate(from), formatDate(to), zones.length > 1]);
  return { links, counted: new Map(days.map((day) => [day.day, day])) };
}

/** The last reading before a day: what is counted from the day after it on is added to it. */
export async function readingBefore(
  tx: Tx,
  { id, installed, initial }: FedMeter,
  before: LocalDate,
): Promise<{ readonly date: LocalDate; readonly amounts: readonly string[] }> {
  const [last] = await tx.query<{ date: LocalDate; amounts: string[] }[]>(
    `select taken_on - date '1970-01-01' as date, ${plainAmounts('amounts')} as amounts from readings
      where meter_id = $1 and refused_at is null and taken_on < $2::date order by taken_on desc, id desc limit 1`,
    [id, formatDate(before)],
  );
  return last ?? { date: addDays(installed, -1), amounts: initial };
}

/** What the books say of a month: of a house's meter its volume, of a flat's what it showed on the month's last day. */
export async function bookedMonth(
  tx: Tx,
  { id, premisesId }: FedMeter,
  period: Period,
): Promise<{ readonly amounts: readonly string[]; readonly readingId: string | null } | null> {
  const [booked] =
    premisesId === null
      ? await tx.query<{ amounts: string[]; readingId: null }[]>(VOLUME, [id, formatDate(firstDay(period))])
      : await tx.query<{ amounts: string[]; readingId: string }[]>(READING, [id, formatDate(lastDay(period))]);
  return booked ?? null;
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;

const METERS = `
  select m.id, m.house_id as "houseId", m.premises_id as "premisesId", m.serial, m.zones, m.digits, m.scale,
         concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. ')) as address,
         ${DAY('f.installed')} as installed, ${DAY('f.removed')} as removed, ${plainAmounts('f.initial')} as initial
    from meters m
    join houses h on h.id = m.house_id
    left join premises p on p.id = m.premises_id
    join lateral (
         select min(lower(valid)) as installed, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed,
                (select initial_values from meter_facts where meter_id = m.id and superseded_at is null order by lower(valid) limit 1) as initial
           from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed is not null
   where m.id = any ($1::bigint[]) order by m.house_id, m.id`;

const LINKS = `
  select ${DAY('lower(valid)')} as "from", ${DAY('upper(valid)')} as "to", by_itself as "byItself"
    from metering_point_meters
   where meter_id = $1 and superseded_at is null and valid && daterange($2, $3) order by lower(valid)`;

const DAYS = `
  select distinct on (d.day) ${DAY('d.day')} as day, trim_scale(d.total)::text as total, trim_scale(d.known)::text as known,
         d.unknown_minutes as "unknownMinutes", d.missing_minutes as "missingMinutes", d.doubtful_minutes as "doubtfulMinutes",
         case when $4 then d.intervals end as parts
    from metering_point_meters l
    join interval_days d on d.point_id = l.point_id and d.channel = l.channel and l.valid @> d.day
   where l.meter_id = $1 and l.superseded_at is null and d.day >= $2::date and d.day < $3::date
     and d.withdrawn_at is null and d.outcome in ('new', 'replaces', 'older')
   order by d.day, d.number desc`;

const VOLUME = `
  select array[trim_scale(volume)::text] as amounts, null as "readingId" from house_meter_volumes
   where meter_id = $1 and lower(valid) = $2::date and superseded_at is null`;

const READING = `
  select ${plainAmounts('amounts')} as amounts, id as "readingId" from readings
   where meter_id = $1 and taken_on = $2::date and refused_at is null order by id desc limit 1`;
