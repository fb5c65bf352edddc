import {
  decimal,
  firstDay,
  formatDate,
  type HouseId,
  lastDay,
  type LocalDate,
  type MeterId,
  type Period,
  periodOf,
  sum,
  yearOf,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { inputsOf } from './core/inputs-of-houses.js';

/** What came into a house at one input, by months. */
export interface HouseInput {
  /** The meter that stands there, or stood there last. */
  readonly id: MeterId;
  readonly houseId: HouseId;
  readonly resource: string;
  /** The day on which the first of them was installed. */
  readonly since: LocalDate;
  /** Of the meter and of those that it replaced; decimal texts in the unit of the resource. */
  readonly volumes: readonly MonthVolume[];
}

export interface MonthVolume {
  readonly period: Period;
  readonly volume: string;
}

/**
 * Loads what the meters of some houses counted (ОДПУ), from the January of the year before to the month: the months that
 * an average can need and the whole previous year, by which heating is charged evenly. Two queries.
 */
export async function loadHouseVolumes(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<HouseInput[]> {
  const meters = await tx.query<HouseMeterRow[]>(METERS, [houseIds]);
  if (meters.length === 0) return [];
  const since = firstDay(periodOf(yearOf(month) - 1, 1));
  const volumes = await tx.query<VolumeRow[]>(VOLUMES, [houseIds, formatDate(since), formatDate(lastDay(month))]);
  return inputsWithVolumes(meters, volumes, (lastDay(month) + 1) as LocalDate);
}

interface HouseMeterRow {
  readonly id: MeterId;
  readonly houseId: HouseId;
  readonly resource: string;
  readonly installed: LocalDate;
  readonly removed: LocalDate | null;
}

interface VolumeRow extends MonthVolume {
  readonly meterId: MeterId;
}

function inputsWithVolumes(
  meters: readonly HouseMeterRow[],
  volumes: readonly VolumeRow[],
  end: LocalDate,
): HouseInput[] {
  const kinds = new Map<string, HouseMeterRow[]>();
  for (const meter of meters) {
    const key = `${meter.houseId} ${meter.resource}`;
    kinds.set(key, [...(kinds.get(key) ?? []), meter]);
  }
  return [...kinds.values()].flatMap((ofKind) =>
    inputsOf(ofKind, end).map(({ meter: { id, houseId, resource }, meters: chain }) => {
      const ids = new Set(chain.map((one) => one.id));
      const { installed: since } = chain[0]!;
      return { id, houseId, resource, since, volumes: byMonths(volumes.filter(({ meterId }) => ids.has(meterId))) };
    }),
  );
}

/** In the month of a replacement both meters counted. */
function byMonths(volumes: readonly VolumeRow[]): MonthVolume[] {
  const months = new Map<Period, string[]>();
  for (const { period, volume } of volumes) months.set(period, [...(months.get(period) ?? []), volume]);
  return [...months]
    .map(([period, parts]) => ({ period, volume: sum(parts.map((part) => decimal(part))).toString() }))
    .sort((a, b) => a.period - b.period);
}

const METERS = `
  select m.id, m.house_id as "houseId", m.resource, min(lower(f.valid)) - date '1970-01-01' as installed,
         nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity') - date '1970-01-01' as removed
    from meters m join meter_facts f on f.meter_id = m.id and f.superseded_at is null
   where m.house_id = any ($1) and m.premises_id is null
   group by m.id order by m.house_id, m.resource, m.id`;

const VOLUMES = `
  select meter_id as "meterId", trim_scale(volume)::text as volume,
         (extract(year from lower(valid)) * 12 + extract(month from lower(valid)) - 1)::int as period
    from house_meter_volumes
   where house_id = any ($1) and superseded_at is null and lower(valid) between $2::date and $3::date
   order by meter_id, lower(valid)`;
