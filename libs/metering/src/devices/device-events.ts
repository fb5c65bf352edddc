import { Injectable } from '@nestjs/common';
import { identifierKey } from '@dvor/formats';
import type { LocalDate, MeterId, UserId } from '@dvor/kernel';
import { AuditLog, ExceptionsInbox, type Tx } from '@dvor/platform';
import type { Finding, MeteredResource } from '../core/index.js';
import { findMeters } from '../intake/find-meters.js';
import type { ReadingOutcome, RefusedCode } from '../intake/given-reading.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import { inUnitOfMeter } from './in-unit-of-meter.js';

/** What a device tells of itself at a moment. */
export interface DeviceEvent {
  readonly device: string;
  /** `2026-11-02T08:00:00+07:00` */
  readonly at: string;
  readonly value: string;
  /** `kWh`, `m3`, `l`, `Gcal` */
  readonly unit: string;
}

export const EVENT_OUTCOMES = ['taken', 'same', 'held', 'refused', 'replaced', 'unknown-device'] as const;

export interface EventResult {
  /** `same`: it came before; `replaced`: a later one of its day counts. */
  readonly outcome: (typeof EVENT_OUTCOMES)[number];
  readonly code?: RefusedCode | 'device.unit';
  readonly details?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly Finding[];
}

/** Meters that tell what they show by themselves (MTR-18): each event once, the last of a day is its reading. */
@Injectable()
export class DeviceEvents {
  constructor(
    private readonly intake: ReadingIntake,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /** Results in the order of the events; those of unknown devices are kept and lie in the inbox. */
  async take(
    tx: Tx,
    events: readonly DeviceEvent[],
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<EventResult[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('device-events', current_organization()))`);
    const fresh = await freshOf(tx, events);
    const placed = await placesOf(tx, fresh, today);
    const results = new Map<number, EventResult>();
    const last = lastOfDays(placed);
    for (const { place, meter } of placed)
      if (meter === null) results.set(place, { outcome: 'unknown-device' });
      else if (!last.has(place)) results.set(place, { outcome: 'replaced' });
    await this.takeReadings(tx, placed, last, { by, today }, results);
    await insertEvents(tx, placed, results);
    await this.raiseUnknown(
      tx,
      placed.filter(({ meter }) => meter === null).map(({ event }) => event),
    );
    await this.audit.record(tx, {
      ...{ userId: by, action: 'device-events.take', object: { type: 'device-events', id: String(events.length) } },
      details: { events: events.length, fresh: fresh.length },
    });
    return events.map((_, place) => results.get(place) ?? { outcome: 'same' });
  }

  private async takeReadings(
    tx: Tx,
    placed: readonly Placed[],
    last: ReadonlySet<number>,
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
    results: Map<number, EventResult>,
  ): Promise<void> {
    const given = placed.flatMap(({ place, event, meter }) => {
      if (meter === null || !last.has(place)) return [];
      const value = inUnitOfMeter({ ...event, scale: meter.scale }, meter.resource);
      if (value === 'unit')
        results.set(place, { outcome: 'refused', code: 'device.unit', details: { unit: event.unit } });
      else if (value === 'value')
        results.set(place, { outcome: 'refused', code: 'reading.amount', details: { amount: event.value } });
      else return [{ place, meterId: meter.id, date: meter.day, value: value.toString() }];
      return [];
    });
    const from = { source: 'device', by, reason: 'показание прибора' } as const;
    const outcomes = await this.intake.take(tx, given, from, today);
    given.forEach(({ place }, i) => results.set(place, resultOf(outcomes[i]!)));
  }

  private async raiseUnknown(tx: Tx, events: readonly DeviceEvent[]): Promise<void> {
    const byDevice = new Map(events.map((event) => [identifierKey(event.device), event]));
    await this.inbox.raise(
      tx,
      [...byDevice].map(([key, { device, at, value, unit }]) => ({
        kind: 'readings.unknown-device',
        dedupeKey: `device-${key}`,
        object: { type: 'device', id: device, label: device },
        details: { at, value, unit },
      })),
    );
  }
}

interface Placed {
  readonly place: number;
  readonly event: DeviceEvent;
  /** `null`: no one meter has the number. */
  readonly meter: MeterOfDevice | null;
}

interface MeterOfDevice {
  readonly id: MeterId;
  readonly resource: MeteredResource;
  readonly scale: number;
  /** By the clock of its house. */
  readonly day: LocalDate;
  /** Its last event of the day that came before, in milliseconds. */
  readonly known: number | null;
}

/** Places of those that have not come before, each once. */
async function freshOf(
  tx: Tx,
  events: readonly DeviceEvent[],
): Promise<{ readonly place: number; readonly event: DeviceEvent }[]> {
  const rows = await tx.query<{ place: number }[]>(
    `select distinct on (identifier_key(told.device), told.at) told.place::int - 1 as place
       from unnest($1::text[], $2::timestamptz[]) with ordinality as told (device, at, place)
      where not exists (select from device_events e where e.device_key = identifier_key(told.device) and e.told_at = told.at)
      order by identifier_key(told.device), told.at, told.place`,
    [events.map(({ device }) => device), events.map(({ at }) => at)],
  );
  return rows.map(({ place }) => ({ place, event: events[place]! }));
}

async function placesOf(
  tx: Tx,
  fresh: readonly { readonly place: number; readonly event: DeviceEvent }[],
  today: LocalDate,
): Promise<Placed[]> {
  const named = await findMeters(
    tx,
    fresh.map(({ event: { device } }) => ({ serial: device })),
    today,
  );
  const ids = named.map((name) => (name.kind === 'found' ? name.id : null));
  const rows = await tx.query<(MeterOfDevice & { place: number })[]>(METERS, [
    ids,
    fresh.map(({ event: { at } }) => at),
  ]);
  const meters = new Map(rows.map(({ place, ...meter }) => [place, meter]));
  return fresh.map(({ place, event }, i) => ({ place, event, meter: meters.get(i + 1) ?? null }));
}

const METERS = `
  select told.place::int, m.id, m.resource, m.scale, local.day - date '1970-01-01' as day,
         (select extract(epoch from max(e.told_at)) * 1000 from device_events e
           where e.meter_id = m.id and e.outcome in ('taken', 'held')
             and (e.told_at at time zone h.time_zone)::date = local.day)::float8 as known
    from unnest($1::bigint[], $2::timestamptz[]) with ordinality as told (meter, at, place)
    join meters m on m.id = told.meter
    join houses h on h.id = m.house_id
   cross join lateral (select (told.at at time zone h.time_zone)::date as day) local`;

/** Of a meter and day the event of the latest moment, unless a later one has come before. */
function lastOfDays(placed: readonly Placed[]): ReadonlySet<number> {
  const latest = new Map<string, { readonly place: number; readonly at: number }>();
  for (const { place, event, meter } of placed) {
    if (meter === null) continue;
    const [key, at] = [`${meter.id} ${meter.day}`, Date.parse(event.at)];
    if (at > Math.max(latest.get(key)?.at ?? -Infinity, meter.known ?? -Infinity)) latest.set(key, { place, at });
  }
  return new Set([...latest.values()].map(({ place }) => place));
}

function resultOf(outcome: ReadingOutcome): EventResult {
  switch (outcome.kind) {
    case 'taken':
      return { outcome: 'taken', findings: outcome.findings };
    case 'same':
      return { outcome: 'taken' };
    case 'held':
      return { outcome: 'held', findings: outcome.findings };
    case 'confirm': // a device can't be asked
      return { outcome: 'refused', code: 'reading.implausible', findings: outcome.findings };
    case 'refused': {
      const { code, details, findings = [] } = outcome;
      return { outcome: 'refused', code, details, findings };
    }
  }
}

async function insertEvents(
  tx: Tx,
  placed: readonly Placed[],
  results: ReadonlyMap<number, EventResult>,
): Promise<void> {
  await tx.query(
    `insert into device_events (organization_id, device, told_at, value, unit, meter_id, outcome, code, details)
     select current_organization(), device, told_at, value, unit, meter_id, outcome, code, coalesce(details, '{}')
       from jsonb_to_recordset($1) as row (device text, told_at timestamptz, value text, unit text, meter_id bigint,
                                           outcome text, code text, details jsonb)`,
    [
      JSON.stringify(
        placed.map(({ place, event: { device, at, value, unit }, meter }) => ({
          ...{ device, told_at: at, value, unit, meter_id: meter?.id ?? null },
          ...results.get(place),
        })),
      ),
    ],
  );
}
