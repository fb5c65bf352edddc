import { type CatalogueInMonth, loadTariffsOf, type Tariff } from '@dvor/catalogue';
import {
  firstDay,
  formatDate,
  type HouseId,
  ordinalOf,
  type Period,
  periodOf,
  type ServiceId,
  yearOf,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CommonYear } from '../core/index.js';

/** Years of common property that a month charges a part of, and the tariffs of those years. */
export interface CommonYears {
  readonly of: ReadonlyMap<HouseId, ReadonlyMap<ServiceId, readonly CommonYear[]>>;
  readonly tariffs: readonly Tariff[];
}

const NOTHING: CommonYears = { of: new Map(), tariffs: [] };

/**
 * What runs have found of the years (`settleCommonYears`), as the last of them has it: each month since then charges one
 * of the equal parts, the service's last month all that is left (ПП 491, п. 29(3)). Most houses have none: no query then.
 */
export async function loadCommonYears(tx: Tx, { assignments }: CatalogueInMonth, month: Period): Promise<CommonYears> {
  const asked = assignments.filter(isSettledYearly);
  if (asked.length === 0) return NOTHING;
  const rows = await tx.query<Row[]>(YEARS, [
    [...new Set(asked.map(({ houseId }) => houseId))],
    [...new Set(asked.map(({ serviceId }) => serviceId))],
    formatDate(firstDay(month)),
    yearOf(month),
  ]);
  if (rows.length === 0) return NOTHING;
  const of = new Map<HouseId, Map<ServiceId, CommonYear[]>>();
  for (const { houseId, serviceId, months, since, ends } of rows) {
    const own = of.get(houseId) ?? new Map<ServiceId, CommonYear[]>();
    of.set(houseId, own);
    own.set(serviceId, [...(own.get(serviceId) ?? []), { months, part: partIn(month, { since, ends }) }]);
  }
  const days = { from: firstDay(periodOf(yearOf(month) - 1, 1)), to: firstDay(periodOf(yearOf(month) + 1, 1)) };
  return { of, tariffs: await loadTariffsOf(tx, [...new Set(rows.map(({ serviceId }) => serviceId))], days) };
}

/** Is the year of this service settled by what its runs come to? */
export function isSettledYearly({ method, settings }: CatalogueInMonth['assignments'][number]): boolean {
  return method === 'common' && settings['yearTrueUp'] === true && !settings['trueUp'];
}

function partIn(month: Period, { since, ends }: Pick<Row, 'since' | 'ends'>): CommonYear['part'] {
  const of = 13 - ordinalOf(since);
  const after = month - since;
  return [after, ends ? of : after + 1, of];
}

interface Row {
  readonly houseId: HouseId;
  readonly serviceId: ServiceId;
  readonly months: CommonYear['months'];
  readonly since: Period;
  /** The month is the last one in which the house has the service. */
  readonly ends: boolean;
}

const YEARS = `
  select distinct on (y.house_id, y.service_id, y.year) y.house_id as "houseId", y.service_id as "serviceId", y.months,
         (extract(year from y.since) * 12 + extract(month from y.since) - 1)::int as since,
         (select max(coalesce(upper(a.valid), 'infinity')) <= ($3::date + interval '1 month')::date
            from service_assignments a
           where a.house_id = y.house_id and a.service_id = y.service_id and a.superseded_at is null) as ends
    from common_years y join billing_runs r on r.id = y.run_id and r.state <> 'cancelled'
   where y.house_id = any ($1) and y.service_id = any ($2) and y.since <= $3::date and y.year between $4 - 1 and $4
     and extract(year from y.since) = $4
   order by y.house_id, y.service_id, y.year, r.period desc`;
