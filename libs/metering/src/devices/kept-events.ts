import type { LocalDate, MeterId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { Finding, MeteredResource } from '../core/index.js';
import { findMeters } from '../intake/find-meters.js';
import type { RefusedCode } from '../intake/given-reading.js';

/** What a device tells of itself at a moment. */
export interface DeviceEvent {
  readonly device: string;
  /** `2026-11-02T08:00:00+07:00` */
  readonly at: string;
  readonly value: string;
  /** `kWh`, `m3`, `l`, `Gcal` */
  readonly unit: string;
  /** `day`, `night` of a meter that has several. */
  readonly zone?: string | undefined;
}

export const EVENT_OUTCOMES = ['taken', 'same', 'held', 'refused', 'replaced', 'waiting', 'unknown-device'] as const;
export type EventOutcome = (typeof EVENT_OUTCOMES)[number];

export interface EventResult {
  /** `same`: it came before; `replaced`: a later one of its day counts; `waiting`: for the other zones of its moment. */
  readonly outcome: EventOutcome;
  readonly code?: RefusedCode | 'device.unit' | 'device.zone';
  readonly details?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly Finding[];
}

/** An event as it lies in the books, not yet settled. */
export interface KeptEvent {
  readonly id: string;
  readonly device: string;
  /** Milliseconds. */
  readonly at: number;
  readonly value: string;
  readonly unit: string;
  readonly zone: string | null;
}

export interface MeterOfDevice {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly zones: readonly string[];
  readonly scale: number;
}

export interface PlacedEvent extends KeptEvent {
  /** `null`: no one meter has the number, and nobody has named one. */
  readonly meter: MeterOfDevice | null;
  /** By the clock of the meter's house. */
  readonly day: LocalDate;
  /** The meter's last event of the day that has counted, in milliseconds. */
  readonly known: number | null;
}

/** Keeps events that have not come before, each once; their ids by the places of those that are new. */
export async function keepEvents(tx: Tx, events: readonly DeviceEvent[]): Promise<Map<number, string>> {
  const rows = await tx.query<{ place: number; id: string }[]>(KEEP, [JSON.stringify(events)]);
  return new Map(rows.map(({ place, id }) => [place, id]));
}

/** Events by their ids, with those of the same moments that wait for them, each beside its meter. */
export async function placeEvents(tx: Tx, ids: readonly string[], today: LocalDate): Promise<PlacedEvent[]> {
  const events = await tx.query<(KeptEvent & { linked: MeterId | null })[]>(EVENTS, [ids]);
  const named = await findMeters(
    tx,
    events.map(({ device }) => ({ serial: device })),
    today,
  );
  const meterIds = events.map(({ linked }, i) => {
    const name = named[i]!;
    return linked ?? (name.kind === 'found' ? name.id : null);
  });
  const meters = await tx.query<(MeterOfDevice & { place: number; day: LocalDate; known: number | null })[]>(METERS, [
    meterIds,
    events.map(({ at }) => at),
  ]);
  const byPlace = new Map(meters.map((row) => [row.place, row]));
  return events.map(({ linked: _, ...event }, i) => {
    const placed = byPlace.get(i + 1);
    if (!placed) return { ...event, meter: null, day: NO_DAY, known: null };
    const { day, known, id, serial, resource, zones, scale } = placed;
    return { ...event, meter: { id, serial, resource, zones, scale }, day, known };
  });
}

/** Of an event that is no meter's. */
const NO_DAY = 0 as LocalDate;

export async function settleEvents(
  tx: Tx,
  placed: readonly PlacedEvent[],
  results: ReadonlyMap<string, EventResult>,
): Promise<void> {
  await tx.query(SETTLE, [
    JSON.stringify(
      placed.map(({ id, meter }) => {
        const { outcome, code = null, details = {} } = results.get(id)!;
        return { id, meter_id: meter?.id ?? null, outcome, code, details };
      }),
    ),
  ]);
}

const KEEP = `
  with told as (
    select distinct on (identifier_key(row.device), row.at, row.zone) row.*, place::int - 1 as place
      from jsonb_array_elements($1::jsonb) with ordinality as list (event, place)
     cross join lateral jsonb_to_record(list.event) as row (device text, at timestamptz, value text, unit text, zone text)
     order by identifier_key(row.device), row.at, row.zone, place),
       kept as (
    insert into device_events (organization_id, device, told_at, value, unit, zone, outcome)
    select current_organization(), device, at, value, unit, zone, 'received' from told
        on conflict on constraint device_events_once do nothing
    returning id, device_key, told_at, zone)
  select told.place, kept.id
    from kept join told on identifier_key(told.device) = kept.device_key and told.at = kept.told_at
                       and told.zone is not distinct from kept.zone
   order by told.place`;

const EVENTS = `
  with asked as (select * from device_events where id = any ($1::bigint[]))
  select e.id, e.device, extract(epoch from e.told_at)::float8 * 1000 as at, e.value, e.unit, e.zone, l.meter_id as linked
    from (select * from asked
           union
          select d.* from device_events d join asked a on d.device_key = a.device_key and d.told_at = a.told_at
           where d.outcome = 'waiting') e
    left join device_links l on l.device_key = e.device_key and l.superseded_at is null
   order by e.id`;

const METERS = `
  select told.place::int, m.id, m.serial, m.resource, m.zones, m.scale, local.day - date '1970-01-01' as day,
         (select extract(epoch from max(e.told_at)) * 1000 from device_events e
           where e.meter_id = m.id and e.outcome in ('taken', 'held')
             and (e.told_at at time zone h.time_zone)::date = local.day)::float8 as known
    from unnest($1::bigint[], $2::float8[]) with ordinality as told (meter, at, place)
    join meters m on m.id = told.meter
    join houses h on h.id = m.house_id
   cross join lateral (select (to_timestamp(told.at / 1000) at time zone h.time_zone)::date as day) local`;

const SETTLE = `
  update device_events e
     set meter_id = row.meter_id, outcome = row.outcome, code = row.code, details = row.details,
         settled_at = case when e.outcome <> 'received' then organization_now() end
    from jsonb_to_recordset($1) as row (id bigint, meter_id bigint, outcome text, code text, details jsonb)
   where e.id = row.id`;
