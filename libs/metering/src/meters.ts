import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  type FileId,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  type PremisesId,
} from '@dvor/kernel';
import { decodeCursor, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import { plainAmounts } from './plain-amounts.js';
import { byZone, type MeteredResource, type ReadingSource, type ZonedValue } from './core/index.js';

/** A meter as it is on a day. */
export interface MeterSummary {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: string;
  /** `null`: a meter of the whole house. */
  readonly premisesId: PremisesId | null;
  readonly zones: readonly string[];
  readonly installedOn: string;
  readonly removedOn: string | null;
  /** Last good day. */
  readonly verifiedUntil: string | null;
  /** The last on or before the day. */
  readonly lastReading: { readonly date: string; readonly value: ZonedValue } | null;
}

export interface ReadingRow {
  readonly id: string;
  readonly date: string;
  readonly value: ZonedValue;
  readonly source: ReadingSource;
  /** `false`: it was taken, looked at, and found wrong. */
  readonly counts: boolean;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Meters and what was read from them. */
@Injectable()
export class Meters {
  /** Meters in an account's premises, removed ones last. */
  async ofAccount(tx: Tx, accountId: AccountId, on: LocalDate): Promise<MeterSummary[]> {
    const where = 'm.premises_id = (select premises_id from accounts where id = $2)';
    return (await tx.query<MeterRow[]>(metersWhere(where), [formatDate(on), accountId])).map(summaryOf);
  }

  /** Meters in a premises, removed ones last. @throws DomainError `premises.not-found` */
  async ofPremises(tx: Tx, premisesId: PremisesId, on: LocalDate): Promise<MeterSummary[]> {
    const [premises] = await tx.query<unknown[]>('select 1 from premises where id = $1', [premisesId]);
    if (!premises) throw new DomainError('premises.not-found', { id: premisesId });
    const rows = await tx.query<MeterRow[]>(metersWhere('m.premises_id = $2'), [formatDate(on), premisesId]);
    return rows.map(summaryOf);
  }

  /** Meters of the house itself: what comes into it, before it is shared out. */
  async ofHouse(tx: Tx, houseId: HouseId, on: LocalDate): Promise<MeterSummary[]> {
    const where = 'm.house_id = $2 and m.premises_id is null';
    return (await tx.query<MeterRow[]>(metersWhere(where), [formatDate(on), houseId])).map(summaryOf);
  }

  /** Resource and serial number of every meter of a house and its premises, by id. */
  async serials(
    tx: Tx,
    houseId: HouseId,
  ): Promise<Map<MeterId, { readonly serial: string; readonly resource: string }>> {
    const rows = await tx.query<{ id: MeterId; serial: string; resource: string }[]>(
      'select id, serial, resource from meters where house_id = $1',
      [houseId],
    );
    return new Map(rows.map(({ id, serial, resource }) => [id, { serial, resource }]));
  }

  /** What it takes to read a meter. @throws DomainError `meter.not-found` */
  async dial(tx: Tx, id: MeterId): Promise<{ readonly resource: MeteredResource; readonly zones: readonly string[] }> {
    const [dial] = await tx.query<{ resource: MeteredResource; zones: string[] }[]>(
      'select resource, zones from meters where id = $1',
      [id],
    );
    if (!dial) throw new DomainError('meter.not-found', { id });
    return dial;
  }

  /** Whether a meter stands, or stood, in the premises of one of these accounts. */
  async isOfAccounts(tx: Tx, meterId: MeterId, accountIds: readonly AccountId[]): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from meters m join accounts a on a.premises_id = m.premises_id where m.id = $1 and a.id = any ($2) limit 1',
      [meterId, accountIds],
    );
    return rows.length > 0;
  }

  /** Where the photo of a reading lies; `null`: there is none. */
  async photo(tx: Tx, meterId: MeterId, readingId: string): Promise<FileId | null> {
    const [photo] = await tx.query<{ fileId: FileId | null }[]>(
      `select d.file_id as "fileId" from readings r join documents d on d.id = r.document_id
        where r.meter_id = $1 and r.id = $2`,
      [meterId, readingId],
    );
    return photo?.fileId ?? null;
  }

  /** Everything that was ever read, the latest first. @throws DomainError `meter.not-found` */
  async readings(tx: Tx, meterId: MeterId, { cursor, limit }: PageRequest): Promise<Page<ReadingRow>> {
    const [meter] = await tx.query<{ zones: string[] }[]>('select zones from meters where id = $1', [meterId]);
    if (!meter) throw new DomainError('meter.not-found', { id: meterId });
    const [date, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await tx.query<(Omit<ReadingRow, 'value'> & { amounts: string[] })[]>(
      `select r.id, r.taken_on::text as date, ${plainAmounts('r.amounts')} as amounts, r.source, r.refused_at is null as counts, r.recorded_at as "recordedAt", u.name as "recordedBy"
         from readings r left join users u on u.id = r.recorded_by
        where r.meter_id = $1 and ($2::date is null or (r.taken_on, r.id) < ($2, $3::bigint))
        order by r.taken_on desc, r.id desc limit $4`,
      [meterId, date, id, limit + 1],
    );
    const page = pageOf(rows, limit, ({ date, id }) => [date, id]);
    return {
      ...page,
      items: page.items.map(({ amounts, ...row }) => ({ ...row, value: byZone(meter.zones, amounts) })),
    };
  }
}

type MeterRow = Omit<MeterSummary, 'lastReading'> & {
  readonly lastOn: string | null;
  readonly lastAmounts: string[] | null;
};

function metersWhere(condition: string): string {
  return `
    select m.id, m.serial, m.resource, m.premises_id as "premisesId", m.zones, f.installed::text as "installedOn", f.removed::text as "removedOn",
           (select verified_until::text from meter_facts
             where meter_id = m.id and superseded_at is null and lower(valid) <= $1::date order by lower(valid) desc limit 1) as "verifiedUntil",
           r.taken_on::text as "lastOn", r.amounts as "lastAmounts"
      from meters m
      join lateral (
           select min(lower(valid)) as installed, nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') as removed
             from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed <= $1::date
      left join lateral (
           select taken_on, ${plainAmounts('amounts')} as amounts from readings
            where meter_id = m.id and taken_on <= $1::date and refused_at is null order by taken_on desc, id desc limit 1) r on true
     where ${condition}
     order by f.removed <= $1::date nulls first, m.resource, f.installed, m.id`;
}

function summaryOf({ lastOn, lastAmounts, ...meter }: MeterRow): MeterSummary {
  return {
    ...meter,
    lastReading: lastOn && lastAmounts ? { date: lastOn, value: byZone(meter.zones, lastAmounts) } : null,
  };
}
