import { Injectable } from '@nestjs/common';
import {
  addMonths,
  firstDay,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type OrganizationId,
  periodOfDate,
} from '@dvor/kernel';
import { AuditLog, Database, ExceptionsInbox, JobQueue, OrganizationClock, recordedBy, type Tx } from '@dvor/platform';
import { weekOf } from '../core/index.js';
import { alertBoundsOn } from './alert-bounds.js';
import { mutedMeters } from './alert-mutes.js';
import { findAlerts, type FoundAlert } from './find-alerts.js';
import { houseUse, type MeterUse } from './house-use.js';
import { lookOverMetersJob } from './jobs.js';
import { alertKey } from './meter-alerts.js';

/**
 * Looks meters over for spikes and leaks (MTR-16): a house once a day, and after readings of it were taken. Whoever looks
 * twice tells nothing twice: the database takes one alert of a meter a week.
 */
@Injectable()
export class AlertWatch {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: OrganizationClock,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /** Lays on the queue the houses that nobody has looked over today, or since readings came. */
  async layOnQueue(organizationId: OrganizationId): Promise<number> {
    const { houses, day } = await this.database.inTenant({ organizationId }, async (tx) => {
      const today = formatDate(await this.clock.today(tx));
      return { day: today, houses: await tx.query<{ id: HouseId; asked: number }[]>(WAITING, [today]) };
    });
    for (const { id, asked } of houses)
      await this.queue.enqueue(lookOverMetersJob, { organizationId, houseId: id, day, asked });
    return houses.length;
  }

  /** @returns how many alerts were raised */
  async look(organizationId: OrganizationId, houseId: HouseId): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const today = await this.clock.today(tx);
      const asked = await beginLook(tx, houseId);
      const bounds = await alertBoundsOn(tx, today);
      const use = await houseUse(tx, houseId, { today, nights: bounds.nights });
      const found = findAlerts(use, bounds, today);
      const gone = await this.settleGone(tx, use.meters, { found, today });
      const raised = await this.raise(tx, houseId, found, today);
      await tx.query('update meter_watches set done = $2, looked_on = $3 where house_id = $1', [
        houseId,
        asked,
        formatDate(today),
      ]);
      if (raised + gone > 0)
        await this.audit.record(tx, {
          ...{ userId: null, action: 'meters.look-over', object: { type: 'house', id: houseId } },
          details: { raised, gone },
        });
      return raised;
    });
  }

  private async raise(tx: Tx, houseId: HouseId, found: readonly FoundAlert[], today: LocalDate): Promise<number> {
    const ids = found.map(({ meterId }) => meterId);
    const staff = await mutedMeters(tx, ids, 'staff', today);
    const residents = await mutedMeters(tx, ids, 'resident', today);
    const heard = found.filter(({ meterId }) => !staff.has(meterId));
    const rows = await insertAlerts(tx, houseId, heard, { week: weekOf(today), residents });
    await this.inbox.raise(
      tx,
      rows.map(({ id, meterId, kind }) => {
        const { serial, figures } = heard.find((alert) => alert.meterId === meterId && alert.kind === kind)!;
        return {
          ...{ kind: `meters.${kind}`, dedupeKey: alertKey(id), houseId, details: figures },
          object: { type: 'meter', id: meterId, label: serial },
        };
      }),
    );
    return rows.length;
  }

  /** A reading that was put right since is no spike any more: nobody has to look at it. */
  private async settleGone(
    tx: Tx,
    looked: readonly MeterUse[],
    { found, today }: { readonly found: readonly FoundAlert[]; readonly today: LocalDate },
  ): Promise<number> {
    const spikes = found.filter(({ kind }) => kind === 'spike');
    const gone = await tx.query<{ id: string }[]>(GONE, [
      looked.map(({ id }) => id),
      formatDate(firstDay(addMonths(periodOfDate(today), -1))),
      spikes.map(({ meterId }) => meterId),
      spikes.map(({ happenedOn }) => formatDate(firstDay(periodOfDate(happenedOn)))),
    ]);
    await this.inbox.settleAll(
      tx,
      gone.map(({ id }) => alertKey(id)),
      'gone',
    );
    return gone.length;
  }
}

const WAITING = `
  select h.id, coalesce(w.asked, 0) as asked
    from houses h left join meter_watches w on w.house_id = h.id
   where (w.looked_on is distinct from $1::date or w.asked > w.done) and exists (select from meters m where m.house_id = h.id)
   order by h.id`;

/** One look of a house at a time; readings that are taken meanwhile ask for the next. */
async function beginLook(tx: Tx, houseId: HouseId): Promise<number> {
  await tx.query(
    `insert into meter_watches (organization_id, house_id) values (current_organization(), $1) on conflict do nothing`,
    [houseId],
  );
  const [watch] = await tx.query<{ asked: number }[]>(
    'select asked from meter_watches where house_id = $1 for update',
    [houseId],
  );
  return watch!.asked;
}

interface RaisedAlert {
  readonly id: string;
  readonly meterId: MeterId;
  readonly kind: string;
}

async function insertAlerts(
  tx: Tx,
  houseId: HouseId,
  found: readonly FoundAlert[],
  { week, residents }: { readonly week: LocalDate; readonly residents: ReadonlySet<MeterId> },
): Promise<RaisedAlert[]> {
  if (found.length === 0) return [];
  return tx.query<RaisedAlert[]>(ALERTS, [
    houseId,
    formatDate(week),
    JSON.stringify(
      found.map(({ meterId, kind, happenedOn, cause, figures }) => ({
        ...{ meter_id: meterId, kind, happened_on: formatDate(happenedOn), cause, figures },
        told: !residents.has(meterId),
      })),
    ),
  ]);
}

// With an event of each that is told, for whoever tells the residents.
const ALERTS = `
  with written as (
    insert into meter_alerts (organization_id, house_id, meter_id, kind, week, happened_on, cause, figures, told)
    select current_organization(), $1, meter_id, kind, $2::date, happened_on, cause, figures, told
      from jsonb_to_recordset($3) as row (meter_id bigint, kind text, happened_on date, cause text, figures jsonb, told boolean)
    on conflict do nothing
    returning id, meter_id, kind, cause, told),
  heard as (select * from written where told),
  events as (
    ${recordedBy('heard', {
      type: `'metering.alert-raised'`,
      payload: `jsonb_build_object('alertId', id::text, 'meterId', meter_id::text, 'kind', kind, 'cause', cause)`,
    })})
  select id, meter_id as "meterId", kind from written`;

// Of months that are still looked over: what is older stands until somebody has seen to it.
const GONE = `
  with gone as (
    update meter_alerts a
       set state = 'resolved', resolution = 'gone', decided_at = organization_now(), decided_by = null
     where a.meter_id = any ($1::bigint[]) and a.kind = 'spike' and a.state <> 'resolved' and a.happened_on >= $2::date
       and not exists (select from unnest($3::bigint[], $4::date[]) as spike (meter, month)
                        where spike.meter = a.meter_id and spike.month = date_trunc('month', a.happened_on))
    returning a.id)
  select id from gone`;
