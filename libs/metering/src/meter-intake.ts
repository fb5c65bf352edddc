import { Injectable } from '@nestjs/common';
import {
  contains,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  type LocalDate,
  type MeterId,
  monthInterval,
  type Period,
  type PremisesId,
} from '@dvor/kernel';
import { refreshSearchOfPremises } from '@dvor/housing';
import type { Recording, Tx } from '@dvor/platform';
import { type MeteredResource, type ReadingSource, WHOLE_DAY } from './core/index.js';

/** A meter with its life so far. Amounts are decimal texts in the order of its zones. */
export interface NewMeter {
  readonly houseId: HouseId;
  /** `null`: a meter of the whole house. */
  readonly premisesId: PremisesId | null;
  readonly resource: MeteredResource;
  readonly serial: string;
  /** Default: one for the whole day. */
  readonly zones?: readonly string[];
  /** Whole digits of the dial. Default 5. */
  readonly digits?: number;
  /** Figures behind the point. Default 3. */
  readonly scale?: number;
  /** What the dial shows is multiplied by this. Default 1. */
  readonly ratio?: string;
  /** Days on which it stands. */
  readonly stands: Interval;
  readonly verifiedUntil?: LocalDate | null;
  readonly initial: readonly string[];
  /** What it showed when it was removed. */
  readonly final?: readonly string[] | null;
  readonly readings: readonly NewReading[];
  /** What a meter of the house counted, by months. */
  readonly volumes?: readonly { readonly period: Period; readonly volume: string }[];
}

export interface NewReading {
  readonly date: LocalDate;
  readonly amounts: readonly string[];
  readonly source: ReadingSource;
}

/** Takes meters with their readings into the books, some or hundreds of thousands, by a statement per table. */
@Injectable()
export class MeterIntake {
  /** Returns ids in the order of the meters. @throws DomainError `meter.zones`, `meter.amount`, `meter.reading-outside` */
  async takeIn(tx: Tx, meters: readonly NewMeter[], recording: Recording): Promise<MeterId[]> {
    if (meters.length === 0) return [];
    for (const meter of meters) checkMeter(meter);
    const inserted = await tx.query<{ id: MeterId }[]>(METERS, [
      meters.map(({ houseId }) => houseId),
      meters.map(({ premisesId }) => premisesId),
      meters.map(({ resource }) => resource),
      meters.map(({ serial }) => serial),
      meters.map(({ zones }) => listText(zones ?? [WHOLE_DAY])),
      meters.map(({ digits }) => digits ?? 5),
      meters.map(({ scale }) => scale ?? 3),
      meters.map(({ ratio }) => ratio ?? '1'),
    ]);
    const ids = inserted.map(({ id }) => id);
    const houses = meters.map(({ houseId }) => houseId);
    await tx.query(METER_FACTS, [
      houses,
      ids,
      meters.map(({ stands }) => formatDateRange(stands)),
      meters.map(({ verifiedUntil }) => (typeof verifiedUntil === 'number' ? formatDate(verifiedUntil) : null)),
      meters.map(({ initial }) => listText(initial)),
      meters.map(({ final }) => (final ? listText(final) : null)),
      recording.by,
      recording.reason,
    ]);
    await tx.query(READINGS, [...readingColumns(meters, ids), recording.by]);
    await insertVolumes(tx, meters, ids, recording);
    await refreshSearchOfPremises(tx, [...new Set(meters.flatMap(({ premisesId }) => premisesId ?? []))]);
    return ids;
  }
}

/** Millions of readings pass here: the texts of whole columns are put together at once, without an object for each. */
function readingColumns(meters: readonly NewMeter[], ids: readonly MeterId[]): string[] {
  const houseIds: string[] = [];
  const meterIds: string[] = [];
  const days: string[] = [];
  const amounts: string[] = [];
  const sources: string[] = [];
  meters.forEach((meter, i) => {
    for (const reading of meter.readings) {
      houseIds.push(meter.houseId);
      meterIds.push(ids[i]!);
      days.push(String(reading.date));
      amounts.push(`"${listText(reading.amounts)}"`);
      sources.push(reading.source);
    }
  });
  return [houseIds, meterIds, days, amounts, sources].map(listText);
}

async function insertVolumes(
  tx: Tx,
  meters: readonly NewMeter[],
  ids: readonly MeterId[],
  { by, reason }: Recording,
): Promise<void> {
  const rows = meters.flatMap(({ houseId, volumes = [] }, i) =>
    volumes.map(({ period, volume }) => ({
      houseId,
      id: ids[i]!,
      days: formatDateRange(monthInterval(period)),
      volume,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(VOLUMES, [
    rows.map(({ houseId }) => houseId),
    rows.map(({ id }) => id),
    rows.map(({ days }) => days),
    rows.map(({ volume }) => volume),
    by,
    reason,
  ]);
}

// Identity values are given out in the order of the rows, so that ids in ascending order are in it too.
const METERS = `
  with inserted as (
    insert into meters (organization_id, house_id, premises_id, resource, serial, zones, digits, scale, ratio)
    select current_organization(), house, premises, resource, serial, zones::text[], digits, scale, ratio
      from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::smallint[], $8::numeric[])
           with ordinality as m (house, premises, resource, serial, zones, digits, scale, ratio, place)
     order by place
    returning id)
  select id from inserted order by id`;

const METER_FACTS = `
  insert into meter_facts (organization_id, house_id, meter_id, valid, verified_until, initial_values, final_values, recorded_by, reason)
  select current_organization(), house, meter, valid, verified, initial::numeric[], final::numeric[], $7, $8
    from unnest($1::bigint[], $2::bigint[], $3::daterange[], $4::date[], $5::text[], $6::text[]) as f (house, meter, valid, verified, initial, final)`;

// In the order of days, as readings come in life: those of one month lie together and are read together.
const READINGS = `
  insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, recorded_by)
  select current_organization(), house, meter, date '1970-01-01' + day, amounts::numeric[], source, $6
    from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[], $5::text[]) as r (house, meter, day, amounts, source)
   order by day, meter`;

const VOLUMES = `
  insert into house_meter_volumes (organization_id, house_id, meter_id, valid, volume, recorded_by, reason)
  select current_organization(), house, meter, valid, volume, $5, $6
    from unnest($1::bigint[], $2::bigint[], $3::daterange[], $4::numeric[]) as v (house, meter, valid, volume)`;

function checkMeter({ serial, zones, initial, final, readings, stands, volumes = [] }: NewMeter): void {
  const count = zones?.length ?? 1;
  for (const amounts of [initial, ...(final ? [final] : []), ...readings.map(({ amounts }) => amounts)]) {
    if (amounts.length !== count)
      throw new DomainError('meter.zones', { serial, zones: count, amounts: amounts.length });
    for (const amount of amounts) if (!AMOUNT.test(amount)) throw new DomainError('meter.amount', { serial, amount });
  }
  for (const { volume } of volumes)
    if (!AMOUNT.test(volume)) throw new DomainError('meter.amount', { serial, amount: volume });
  for (const { date } of readings)
    if (!contains(stands, date) && date !== stands.to)
      throw new DomainError('meter.reading-outside', { serial, date: formatDate(date) });
}

const AMOUNT = /^\d{1,8}(\.\d{1,4})?$/;

/** PostgreSQL's text of an array of plain words and figures. */
function listText(items: readonly string[]): string {
  return `{${items.join(',')}}`;
}
