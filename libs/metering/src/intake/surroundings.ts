import {
  addDays,
  type Decimal,
  decimal,
  formatDate,
  type HouseId,
  type LocalDate,
  type PremisesId,
} from '@dvor/kernel';
import { inForce, type Tx } from '@dvor/platform';
import type { MeteredResource } from '../core/index.js';
import type { KnownMeter } from './load-dials.js';

/** What is known around a meter of which a reading makes one wonder. */
export interface Surroundings {
  readonly residents: ReadonlyMap<PremisesId, number>;
  /** A day's use, by house and resource. */
  readonly similar: ReadonlyMap<string, Decimal>;
}

export const NOTHING: Surroundings = { residents: new Map(), similar: new Map() };

export async function surroundingsOf(
  tx: Tx,
  wondering: ReadonlyMap<KnownMeter, Decimal>,
  today: LocalDate,
): Promise<Surroundings> {
  const meters = [...wondering];
  const zero = meters.filter(([, volume]) => volume.eq('0')).flatMap(([{ premisesId }]) => premisesId ?? []);
  const large = meters.filter(([, volume]) => !volume.eq('0')).map(([{ houseId }]) => houseId);
  return {
    residents: zero.length === 0 ? new Map() : await residentsOf(tx, [...new Set(zero)], today),
    similar: large.length === 0 ? new Map() : await similarIn(tx, [...new Set(large)], today),
  };
}

async function residentsOf(
  tx: Tx,
  premisesIds: readonly PremisesId[],
  on: LocalDate,
): Promise<Map<PremisesId, number>> {
  const rows = await tx.query<{ id: PremisesId; persons: number }[]>(
    `select a.premises_id as id, count(distinct r.party_id)::int as persons
       from accounts a join residencies r on r.account_id = a.id
      where a.premises_id = any ($1::bigint[]) and ${inForce('r', null)} and r.valid @> $2::date
      group by a.premises_id`,
    [premisesIds, formatDate(on)],
  );
  return new Map(rows.map(({ id, persons }) => [id, persons]));
}

/** What half of a house's flats use a day, by resource, where ten at least have told. */
async function similarIn(tx: Tx, houseIds: readonly HouseId[], on: LocalDate): Promise<Map<string, Decimal>> {
  const rows = await tx.query<{ house: HouseId; resource: MeteredResource; daily: string }[]>(SIMILAR, [
    houseIds,
    formatDate(addDays(on, -SIMILAR_DAYS)),
    SIMILAR_AT_LEAST,
  ]);
  return new Map(rows.map(({ house, resource, daily }) => [`${house} ${resource}`, decimal(daily)]));
}

const SIMILAR_DAYS = 100;
const SIMILAR_AT_LEAST = 10;

const SIMILAR = `
  select house_id as house, resource, round(percentile_cont(0.5) within group (order by daily)::numeric, 6)::text as daily
    from (select m.house_id, m.resource, m.id,
                 (max(total) - min(total)) / nullif(max(r.taken_on) - min(r.taken_on), 0) as daily
            from meters m
            join readings r on r.meter_id = m.id
           cross join lateral (select sum(amount) as total from unnest(r.amounts) as amount) t
           where m.house_id = any ($1::bigint[]) and m.premises_id is not null
             and r.house_id = any ($1::bigint[]) and r.taken_on >= $2::date and r.refused_at is null
           group by 1, 2, 3) meter
   where daily > 0
   group by 1, 2 having count(*) >= $3::int`;
