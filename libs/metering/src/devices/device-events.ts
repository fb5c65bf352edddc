import { Injectable } from '@nestjs/common';
import { identifierKey } from '@dvor/formats';
import { DomainError, type LocalDate, type MeterId, type UserId } from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  ExceptionsInbox,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Recording,
  type Tx,
} from '@dvor/platform';
import type { ZonedValue } from '../core/index.js';
import type { ReadingOutcome } from '../intake/given-reading.js';
import { ReadingIntake } from '../intake/reading-intake.js';
import {
  type DeviceEvent,
  type EventOutcome,
  type EventResult,
  keepEvents,
  type KeptEvent,
  placeEvents,
  type PlacedEvent,
  settleEvents,
} from './kept-events.js';
import { isValue, latestOfDays, type Moment, momentsOf, shownAt, type StepBack, stepsBack } from './moments.js';

/** An event as it came, and what became of it. */
export interface ListedEvent extends Omit<EventResult, 'findings' | 'details'> {
  readonly id: string;
  readonly device: string;
  readonly at: Date;
  readonly value: string;
  readonly unit: string;
  readonly zone: string | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly receivedAt: Date;
  /** When what had waited was taken in. */
  readonly settledAt: Date | null;
  readonly meter: { readonly id: string; readonly serial: string; readonly address: string } | null;
}

/** A device that nobody knows, and what lies of it. */
export interface UnknownDevice {
  readonly device: string;
  readonly events: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly value: string;
  readonly unit: string;
}

interface Taking {
  readonly by: UserId | null;
  readonly today: LocalDate;
}

/** Meters that tell what they show by themselves (MTR-18): each event once, the last of a day is its reading. */
@Injectable()
export class DeviceEvents {
  constructor(
    private readonly intake: ReadingIntake,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Results in the order of the events. Those of unknown devices are kept and lie in the inbox; of a meter with zones a
   * reading is made when all of its moment have come.
   */
  async take(tx: Tx, events: readonly DeviceEvent[], taking: Taking): Promise<EventResult[]> {
    await lockEvents(tx);
    const kept = await keepEvents(tx, events);
    const results = await this.settle(tx, [...kept.values()], taking);
    await this.audit.record(tx, {
      ...{
        userId: taking.by,
        action: 'device-events.take',
        object: { type: 'device-events', id: String(events.length) },
      },
      details: { events: events.length, fresh: kept.size },
    });
    return events.map((_, place) => results.get(kept.get(place) ?? '') ?? { outcome: 'same' });
  }

  /** The latest first. */
  async list(
    tx: Tx,
    { outcome, device }: { readonly outcome?: EventOutcome | undefined; readonly device?: string | undefined },
    { cursor, limit }: PageRequest,
  ): Promise<Page<ListedEvent>> {
    const [before] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<ListedEvent[]>(LIST, [outcome ?? null, device?.trim() || null, before, limit + 1]);
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** Devices whose events wait for a meter, by their numbers. */
  async unknown(tx: Tx, { cursor, limit }: PageRequest): Promise<Page<UnknownDevice>> {
    const [after] = cursor ? decodeCursor(cursor, 1) : [null];
    const rows = await tx.query<UnknownDevice[]>(UNKNOWN, [after, limit + 1]);
    return pageOf(rows, limit, ({ device }) => [device]);
  }

  /**
   * Says which meter a device is; what it has told so far is taken in now. Without a meter it is looked for anew by its
   * number: it may have been installed since.
   * @throws DomainError `device.not-found`, `meter.not-found`
   */
  async replay(
    tx: Tx,
    { device, meterId }: { readonly device: string; readonly meterId: MeterId | null },
    { today, ...recording }: Recording & { readonly today: LocalDate },
  ): Promise<Readonly<Partial<Record<EventOutcome, number>>>> {
    await lockEvents(tx);
    const waiting = await tx.query<{ id: string }[]>(
      `select id from device_events where device_key = identifier_key($1) and outcome = 'unknown-device' order by told_at`,
      [device],
    );
    if (waiting.length === 0) throw new DomainError('device.not-found', { device });
    if (meterId !== null) await linkDevice(tx, device, meterId, recording);
    const ids = waiting.map(({ id }) => id);
    const results = await this.settle(tx, ids, { by: recording.by, today });
    const counts: Partial<Record<EventOutcome, number>> = {};
    for (const id of ids) {
      const { outcome } = results.get(id)!;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    if (!counts['unknown-device']) await this.inbox.settleOne(tx, unknownKey(device), 'прибор назван');
    await this.audit.record(tx, {
      ...{ userId: recording.by, action: 'device-events.replay', object: { type: 'device', id: device } },
      details: { meterId, reason: recording.reason, ...counts },
    });
    return counts;
  }

  private async settle(tx: Tx, ids: readonly string[], taking: Taking): Promise<Map<string, EventResult>> {
    if (ids.length === 0) return new Map();
    const placed = await placeEvents(tx, ids, taking.today);
    const { moments, results } = momentsOf(placed);
    const latest = latestOfDays(moments);
    for (const moment of moments) if (!latest.has(moment)) note(results, moment, { outcome: 'replaced' });
    const known = await knownMoments(tx, moments);
    await this.takeReadings(tx, [...latest], taking, results);
    const steps = stepsBack([...moments, ...known]);
    await this.raiseStepsBack(
      tx,
      steps.filter(({ id }) => results.get(id)?.outcome === 'taken'),
    );
    await settleEvents(tx, placed, results);
    await this.raiseUnknown(
      tx,
      placed.filter(({ meter }) => meter === null),
    );
    return results;
  }

  private async takeReadings(
    tx: Tx,
    moments: readonly Moment[],
    { by, today }: Taking,
    results: Map<string, EventResult>,
  ): Promise<void> {
    const given = moments.flatMap((moment) => {
      const value = shownAt(moment);
      if (isValue(value)) return [{ moment, meterId: moment.meter.id, date: moment.day, value }];
      note(results, moment, value);
      return [];
    });
    const from = { source: 'device', by, reason: 'показание прибора' } as const;
    const outcomes = await this.intake.take(tx, given, from, today);
    given.forEach(({ moment }, i) => note(results, moment, resultOf(outcomes[i]!)));
  }

  private async raiseStepsBack(tx: Tx, steps: readonly StepBack[]): Promise<void> {
    await this.inbox.raise(
      tx,
      steps.map(({ meter, at, was, now }) => ({
        kind: 'readings.counter-back',
        dedupeKey: `counter-back-${meter.id}`,
        object: { type: 'meter', id: meter.id, label: `№ ${meter.serial}` },
        details: { at: new Date(at).toISOString(), was: textOf(was), now: textOf(now) },
      })),
    );
  }

  private async raiseUnknown(tx: Tx, events: readonly PlacedEvent[]): Promise<void> {
    const byDevice = new Map(events.map((event) => [identifierKey(event.device), event]));
    await this.inbox.raise(
      tx,
      [...byDevice.values()].map(({ device, at, value, unit }) => ({
        kind: 'readings.unknown-device',
        dedupeKey: unknownKey(device),
        object: { type: 'device', id: device, label: device },
        details: { at: new Date(at).toISOString(), value, unit },
      })),
    );
  }
}

/** What meters of these moments told last on the same days, where it has counted. */
async function knownMoments(tx: Tx, moments: readonly Moment[]): Promise<Moment[]> {
  const days = new Map(
    moments.flatMap((moment) => (moment.known === null ? [] : [[`${moment.meter.id} ${moment.known}`, moment]])),
  );
  if (days.size === 0) return [];
  const rows = await tx.query<(KeptEvent & { meterId: MeterId })[]>(KNOWN, [
    [...days.values()].map(({ meter }) => meter.id),
    [...days.values()].map(({ known }) => known),
  ]);
  return [...days.values()].map((moment) => ({
    ...moment,
    at: moment.known!,
    events: rows
      .filter(({ meterId, at }) => meterId === moment.meter.id && at === moment.known)
      .map((event) => ({ ...event, meter: moment.meter, day: moment.day, known: moment.known })),
  }));
}

function textOf(value: ZonedValue): string {
  return typeof value === 'string' ? value : Object.values(value).join(' / ');
}

function note(results: Map<string, EventResult>, { events }: Moment, result: EventResult): void {
  for (const { id } of events) results.set(id, result);
}

function unknownKey(device: string): string {
  return `device-${identifierKey(device)}`;
}

async function lockEvents(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('device-events', current_organization()))`);
}

async function linkDevice(tx: Tx, device: string, meterId: MeterId, { by, reason }: Recording): Promise<void> {
  const [meter] = await tx.query<unknown[]>('select 1 from meters where id = $1', [meterId]);
  if (!meter) throw new DomainError('meter.not-found', { id: meterId });
  await tx.query(
    `update device_links set superseded_at = organization_now(), superseded_by = $2
      where device_key = identifier_key($1) and superseded_at is null`,
    [device, by],
  );
  await tx.query(
    `insert into device_links (organization_id, device, meter_id, reason, recorded_by)
     values (current_organization(), $1, $2, $3, $4)`,
    [device, meterId, reason, by],
  );
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

const LIST = `
  select e.id, e.device, e.told_at as at, e.value, e.unit, e.zone, e.outcome, e.code, e.details, e.received_at as "receivedAt",
         e.settled_at as "settledAt",
         case when m.id is not null then json_build_object('id', m.id::text, 'serial', m.serial,
           'address', concat_ws(', ', h.street, h.building, nullif('кв. ' || f.number, 'кв. '))) end as meter
    from device_events e
    left join meters m on m.id = e.meter_id
    left join houses h on h.id = m.house_id
    left join premises f on f.id = m.premises_id
   where ($1::text is null or e.outcome = $1) and ($2::text is null or starts_with(e.device_key, identifier_key($2)))
     and ($3::bigint is null or e.id < $3)
   order by e.id desc limit $4`;

const UNKNOWN = `
  select max(e.device) as device, count(*)::int as events, min(e.told_at) as "firstAt", max(e.told_at) as "lastAt",
         (array_agg(e.value order by e.told_at desc))[1] as value, (array_agg(e.unit order by e.told_at desc))[1] as unit
    from device_events e
   where e.outcome = 'unknown-device' and ($1::text is null or e.device_key > identifier_key($1))
   group by e.device_key order by e.device_key limit $2`;

const KNOWN = `
  select e.id, e.device, extract(epoch from e.told_at)::float8 * 1000 as at, e.value, e.unit, e.zone, e.meter_id as "meterId"
    from unnest($1::bigint[], $2::float8[]) as told (meter, at)
    join device_events e on e.meter_id = told.meter and e.told_at = to_timestamp(told.at / 1000) and e.outcome in ('taken', 'held')`;
