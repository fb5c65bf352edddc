import { firstDay, formatDate, type HouseId, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CommonOfHouse } from './years-of-common.js';

/** A service of common property as a house has it in a month. */
export interface CommonInMonth extends CommonOfHouse {
  readonly name: string;
  readonly unit: string;
  /** Its year is settled by what its runs come to. */
  readonly settled: boolean;
  /** The month is the last one in which the house has it. */
  readonly ends: boolean;
}

/**
 * Services of common property that are charged by norm or on average, though the house has meters of the resource; not
 * those of groups of meters, and not those of which a figure was entered.
 *
 * @param settled  those only whose year is settled by what its runs come to
 */
export async function commonOfHouses(
  tx: Tx,
  { month, houseId, settled }: { readonly month: Period; readonly houseId: HouseId | null; readonly settled: boolean },
): Promise<CommonInMonth[]> {
  return tx.query<CommonInMonth[]>(COMMON, [formatDate(firstDay(month)), houseId, settled]);
}

const COMMON = `
  select distinct on (a.house_id, a.service_id) a.house_id as "houseId", a.service_id as "serviceId", s.code, s.name, s.unit,
         of.resource, coalesce((a.settings ->> 'capped')::boolean, false) as capped,
         coalesce((a.settings ->> 'yearTrueUp')::boolean, false) as settled,
         array(select of.id::text union
               select made.service_id::text from service_assignments made
                where made.house_id = a.house_id and made.superseded_at is null and made.method = 'hot-water-made-in-house'
                  and of.resource = 'cold-water') as used,
         array(select spent ->> 'meter' from service_assignments made
                cross join lateral jsonb_array_elements(made.settings -> 'spent') spent
                where made.house_id = a.house_id and made.superseded_at is null and made.method = 'hot-water-made-in-house'
                  and jsonb_typeof(made.settings -> 'spent') = 'array') as spent,
         (select max(coalesce(upper(other.valid), 'infinity')) <= ($1::date + interval '1 month')::date
            from service_assignments other
           where other.house_id = a.house_id and other.service_id = a.service_id and other.superseded_at is null) as ends
    from service_assignments a
    join services s on s.id = a.service_id
    join services of on of.code = coalesce(a.settings -> 'of' ->> 0, a.settings ->> 'of')
   where a.method = 'common' and a.superseded_at is null and a.valid && daterange($1::date, ($1::date + interval '1 month')::date)
     and a.settings ->> 'mode' in ('norm', 'average') and coalesce(a.settings ->> 'trueUp', '') = ''
     and coalesce(jsonb_array_length(nullif(a.settings -> 'meters', 'null')), 0) = 0
     and ($2::bigint is null or a.house_id = $2) and (not $3 or a.settings ->> 'yearTrueUp' = 'true')
     and exists (select from meters m where m.house_id = a.house_id and m.premises_id is null and m.resource = of.resource)
   order by a.house_id, a.service_id, lower(a.valid) desc`;
