import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addDays,
  DomainError,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  ExceptionsInbox,
  KEY,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import type { AlertKind, AlertResolution, AlertState, MeteredResource } from '../core/index.js';
import { alertTable } from './alert-table.js';
import { mutedUntil } from './alert-mutes.js';
import type { MeterAlert } from './meter-alert.js';

export interface AlertFilter {
  /** `standing`: new ones and those that were seen. */
  readonly state: AlertState | 'standing';
  readonly kind?: AlertKind | undefined;
  readonly houseId?: HouseId | undefined;
  readonly resource?: MeteredResource | undefined;
}

const MOST_IN_TABLE = 100_000;
/** So long a resident is reminded of what nobody has resolved. */
const DAYS_TOLD = 31;

/** Under which an alert lies in the inbox. */
export function alertKey(id: string): string {
  return `meter-alert-${id}-`;
}

/** Spikes and leaks, and what became of them (MTR-16). */
@Injectable()
export class MeterAlerts {
  constructor(
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /** The latest first. */
  async list(tx: Tx, filter: AlertFilter, today: LocalDate, { cursor, limit }: PageRequest): Promise<Page<MeterAlert>> {
    const [before] = cursor ? decodeCursor(cursor, [KEY.id]) : [null];
    const rows = await tx.query<MeterAlert[]>(LIST, [
      ...[formatDate(today), 'staff', filter.state, filter.kind ?? null, filter.houseId ?? null],
      ...[filter.resource ?? null, before, limit + 1],
    ]);
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** The same whole, as a workbook; `words` tells a cause and what became of it. */
  async table(
    tx: Tx,
    filter: AlertFilter,
    today: LocalDate,
    words: Parameters<typeof alertTable>[1],
  ): Promise<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }> {
    const { items } = await this.list(tx, filter, today, { limit: MOST_IN_TABLE });
    return { name: `Всплески и утечки на ${formatDate(today)}.xlsx`, content: alertTable(items, words) };
  }

  /** What a resident is told of the meters of their flat: of each the latest, unless they asked for silence. */
  async ofAccount(tx: Tx, accountId: AccountId, today: LocalDate): Promise<MeterAlert[]> {
    return tx.query<MeterAlert[]>(OF_ACCOUNT, [
      ...[formatDate(today), 'resident', accountId, formatDate(addDays(today, -DAYS_TOLD))],
    ]);
  }

  /** Somebody has looked at it and sees to it. @throws DomainError `meter-alert.not-found`, `meter-alert.resolved` */
  async see(tx: Tx, id: string, by: UserId): Promise<void> {
    const { meterId } = await lock(tx, id);
    await this.decide(tx, id, { state: 'seen', resolution: null, note: null, by });
    await this.note(tx, 'meter-alert.see', meterId, { alert: id }, by);
  }

  /** It is known what it was. @throws DomainError `meter-alert.not-found`, `meter-alert.resolved` */
  async resolve(
    tx: Tx,
    id: string,
    { resolution, note, by }: { readonly resolution: AlertResolution; readonly note: string; readonly by: UserId },
  ): Promise<void> {
    const { meterId } = await lock(tx, id);
    await this.decide(tx, id, { state: 'resolved', resolution, note, by });
    await this.inbox.settleOne(tx, alertKey(id), resolution);
    await this.note(tx, 'meter-alert.resolve', meterId, { alert: id, resolution, note }, by);
  }

  private async decide(
    tx: Tx,
    id: string,
    to: {
      readonly state: AlertState;
      readonly resolution: AlertResolution | null;
      readonly note: string | null;
      readonly by: UserId;
    },
  ): Promise<void> {
    await tx.query(
      `update meter_alerts set state = $2, resolution = $3, note = $4, decided_by = $5, decided_at = organization_now() where id = $1`,
      [id, to.state, to.resolution, to.note, to.by],
    );
  }

  private async note(
    tx: Tx,
    action: string,
    meterId: MeterId,
    details: Readonly<Record<string, string>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object: { type: 'meter', id: meterId }, details });
  }
}

async function lock(tx: Tx, id: string): Promise<{ readonly meterId: MeterId }> {
  const [alert] = await tx.query<{ meterId: MeterId; state: AlertState }[]>(
    'select meter_id as "meterId", state from meter_alerts where id = $1 for update',
    [id],
  );
  if (!alert) throw new DomainError('meter-alert.not-found');
  if (alert.state === 'resolved') throw new DomainError('meter-alert.resolved');
  return alert;
}

// $1: today, $2: whose silence is asked for.
const SELECT = `
  select a.id, a.meter_id as "meterId", m.serial, m.resource, a.house_id as "houseId",
         concat_ws(', ', h.street, h.building, nullif('кв. ' || p.number, 'кв. ')) as address,
         array(select number from accounts where premises_id = m.premises_id order by number) as "accountNumbers",
         a.kind, a.happened_on::text as "happenedOn", a.cause, a.figures, a.told, a.state, a.resolution, a.note,
         a.raised_at as "raisedAt", a.decided_at as "decidedAt", u.name as "decidedBy",
         case when mute.until >= $1::date then mute.until::text end as "mutedUntil"
    from meter_alerts a
    join meters m on m.id = a.meter_id
    join houses h on h.id = a.house_id
    left join premises p on p.id = m.premises_id
    left join users u on u.id = a.decided_by
   cross join lateral (select ${mutedUntil('a.meter_id', '$2')} as until) mute`;

const LIST = `
  ${SELECT}
   where case $3 when 'standing' then a.state <> 'resolved' else a.state = $3 end
     and ($4::text is null or a.kind = $4) and ($5::bigint is null or a.house_id = $5)
     and ($6::text is null or m.resource = $6) and ($7::bigint is null or a.id < $7)
   order by a.id desc limit $8`;

const OF_ACCOUNT = `
  select * from (
    select distinct on ("meterId") * from (${SELECT}
       where m.premises_id = (select premises_id from accounts where id = $3)
         and a.told and a.state <> 'resolved' and a.raised_at >= $4::date) told
     order by "meterId", id desc) latest
   where "mutedUntil" is null`;
