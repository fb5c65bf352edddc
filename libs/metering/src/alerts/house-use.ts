import {
  addDays,
  addMonths,
  type Decimal,
  decimal,
  firstDay,
  formatDate,
  type HouseId,
  type LocalDate,
  type MeterId,
  periodOfDate,
  type PremisesId,
} from '@dvor/kernel';
import { inForce, type Tx } from '@dvor/platform';
import type { DialReading, MeteredResource, NightBounds, NightTold } from '../core/index.js';
import { inUnitOfMeter } from '../devices/in-unit-of-meter.js';
import { plainAmounts } from '../plain-amounts.js';

/** A meter that stands in a flat, with the last reading of each month of a year and what it told of its nights. */
export interface MeterUse {
  readonly id: MeterId;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly digits: number;
  readonly premisesId: PremisesId;
  readonly verifiedUntil: LocalDate | null;
  readonly readings: readonly DialReading[];
  readonly nights: readonly NightTold[];
}

export interface Flat {
  /** `null`: not known. */
  readonly area: Decimal | null;
  /** Days over which people are registered. */
  readonly registered: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
}

export interface HouseUse {
  readonly meters: readonly MeterUse[];
  readonly flats: ReadonlyMap<PremisesId, Flat>;
}

const MONTHS_BACK = 13;
const NIGHTS_BACK = 31;

export async function houseUse(
  tx: Tx,
  houseId: HouseId,
  { today, nights }: { readonly today: LocalDate; readonly nights: NightBounds },
): Promise<HouseUse> {
  const since = firstDay(addMonths(periodOfDate(today), -MONTHS_BACK));
  const meters = await tx.query<MeterRow[]>(METERS, [houseId, formatDate(since), formatDate(today)]);
  const told = await nightsOf(tx, houseId, { since: addDays(today, -NIGHTS_BACK), nights });
  return {
    meters: meters.map(({ readings, ...meter }) => ({
      ...meter,
      readings: readings.map(([date, amounts]) => ({ date, amounts })),
      nights: told.get(meter.id) ?? [],
    })),
    flats: await flatsOf(tx, houseId, today),
  };
}

type MeterRow = Omit<MeterUse, 'readings' | 'nights'> & {
  readonly readings: readonly (readonly [LocalDate, string[]])[];
};

const DAY = (date: string) => `${date} - date '1970-01-01'`;

// What a meter was installed with begins its year where it was installed in it.
const METERS = `
  select m.id, m.serial, m.resource, m.digits, m.premises_id as "premisesId", ${DAY('f.verified_until')} as "verifiedUntil",
         (select coalesce(json_agg(json_build_array(${DAY('day')}, amounts) order by day), '[]')
            from (select distinct on (date_trunc('month', day), kind) day, amounts
                    from (select lower(first.valid) as day, 0 as kind, 0::bigint as id, ${plainAmounts('first.initial_values')} as amounts
                            from (select valid, initial_values from meter_facts
                                   where meter_id = m.id and superseded_at is null order by lower(valid) limit 1) first
                           where lower(first.valid) >= $2::date
                          union all
                          select taken_on, 1, id, ${plainAmounts('amounts')} from readings
                           where meter_id = m.id and refused_at is null and taken_on between $2::date and $3::date) known
                   order by date_trunc('month', day), kind, day desc, id desc) months) as readings
    from meters m
    join meter_facts f on f.meter_id = m.id and f.superseded_at is null and f.valid @> $3::date
   where m.house_id = $1 and m.premises_id is not null
   order by m.id`;

async function flatsOf(tx: Tx, houseId: HouseId, today: LocalDate): Promise<Map<PremisesId, Flat>> {
  const rows = await tx.query<FlatRow[]>(FLATS, [houseId, formatDate(today)]);
  return new Map(
    rows.map(({ id, area, registered }) => [
      id,
      { area: area === null ? null : decimal(area), registered: registered.map(([from, to]) => ({ from, to })) },
    ]),
  );
}

interface FlatRow {
  readonly id: PremisesId;
  readonly area: string | null;
  readonly registered: readonly (readonly [LocalDate, LocalDate | null])[];
}

const FLATS = `
  select p.id,
         (select f.area::text from premises_facts f
           where f.premises_id = p.id and f.superseded_at is null and f.valid @> $2::date) as area,
         (select coalesce(json_agg(json_build_array(${DAY('lower(r.valid)')}, ${DAY('upper(r.valid)')})), '[]')
            from accounts a join residencies r on r.account_id = a.id and ${inForce('r', null)}
           where a.premises_id = p.id) as registered
    from premises p where p.house_id = $1`;

async function nightsOf(
  tx: Tx,
  houseId: HouseId,
  { since, nights }: { readonly since: LocalDate; readonly nights: NightBounds },
): Promise<Map<MeterId, NightTold[]>> {
  const rows = await tx.query<NightRow[]>(NIGHTS, [houseId, formatDate(since), nights.from * 60, nights.to * 60]);
  const told = new Map<MeterId, NightTold[]>();
  for (const { id, resource, day, minute, value, unit } of rows) {
    const cubicMetres = inUnitOfMeter({ value, unit, scale: EXACT }, resource);
    if (typeof cubicMetres === 'string') continue;
    told.set(id, [...(told.get(id) ?? []), { day, minute, litres: cubicMetres.times(LITRES) }]);
  }
  return told;
}

/** What a dial of whole cubic metres does not show flows all the same. */
const EXACT = 9;
const LITRES = decimal('1000');

interface NightRow {
  readonly id: MeterId;
  readonly resource: 'cold-water' | 'hot-water';
  readonly day: LocalDate;
  readonly minute: number;
  readonly value: string;
  readonly unit: string;
}

const NIGHTS = `
  select m.id, m.resource, ${DAY('local.at::date')} as day, local.minute, e.value, e.unit
    from meters m
    join houses h on h.id = m.house_id
    join device_events e on e.meter_id = m.id and e.told_at >= $2::date and e.outcome not in ('refused', 'unknown-device', 'waiting')
   cross join lateral (select e.told_at at time zone h.time_zone as at) told
   cross join lateral (select told.at, (extract(hour from told.at) * 60 + extract(minute from told.at))::int as minute) local
   where m.house_id = $1 and m.premises_id is not null and m.resource in ('cold-water', 'hot-water')
     and local.minute between $3::int and $4::int
   order by m.id, e.told_at`;
