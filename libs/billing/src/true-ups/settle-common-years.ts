import { firstDay, formatDate, type HouseId, type Period, periodOf, type RunId, yearOf } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { commonOfHouses } from './common-of-houses.js';
import { yearsOfCommon } from './years-of-common.js';

/**
 * What a run finds of the years of common property, once, when it begins (ПП 491, п. 29(3)): of the year before, for
 * houses of which no run has found it yet; again where a fact of the whole house has changed in that year, from the same
 * month on; and of the months of its own year, for houses that have the service for the last time.
 */
export async function settleCommonYears(tx: Tx, run: { readonly id: RunId; readonly period: Period }): Promise<void> {
  const { id, period } = run;
  await tx.query('delete from common_years where run_id = $1', [id]);
  const asked = await commonOfHouses(tx, { month: period, houseId: null, settled: true });
  if (asked.length === 0) return;
  const standing = await tx.query<Standing[]>(STANDING, [
    asked.map(({ houseId }) => houseId),
    formatDate(firstDay(period)),
  ]);
  const year = yearOf(period) - 1;
  for (const [of, houses] of [
    [year, asked.filter(({ houseId, serviceId }) => needed(standing, { houseId, serviceId }, { year, period }))],
    [year + 1, asked.filter(({ ends }) => ends)],
  ] as const) {
    const months = await yearsOfCommon(tx, houses, { year: of, before: period });
    const rows = [...months].flatMap(([{ houseId, serviceId }, found]) => {
      const known = standing.find((one) => one.houseId === houseId && one.serviceId === serviceId && one.year === of);
      return found.length === 0
        ? []
        : [{ houseId, serviceId, months: found, since: known?.since ?? formatDate(firstDay(period)) }];
    });
    await tx.query(
      `insert into common_years (organization_id, run_id, house_id, service_id, year, since, months)
       select current_organization(), $1, "houseId", "serviceId", $2, since, months
         from jsonb_to_recordset($3) as row ("houseId" bigint, "serviceId" bigint, since date, months jsonb)`,
      [id, of, JSON.stringify(rows)],
    );
  }
}

interface Standing {
  readonly houseId: HouseId;
  readonly serviceId: string;
  readonly year: number;
  readonly since: string;
  /** The first month of the house that this run replays whole. */
  readonly changed: number | null;
}

function needed(
  standing: readonly Standing[],
  { houseId, serviceId }: Pick<Standing, 'houseId' | 'serviceId'>,
  { year, period }: { readonly year: number; readonly period: Period },
): boolean {
  const known = standing.find((one) => one.houseId === houseId && one.serviceId === serviceId && one.year === year);
  if (!known) return true;
  return known.changed !== null && known.changed < periodOf(yearOf(period), 1);
}

const STANDING = `
  select distinct on (y.house_id, y.service_id, y.year) y.house_id as "houseId", y.service_id as "serviceId", y.year, y.since::text as since,
         (select (extract(year from min(lower(p.months))) * 12 + extract(month from min(lower(p.months))) - 1)::int
            from billing_run_replays p join billing_runs own on own.id = p.run_id and own.period = $2::date and own.state <> 'cancelled'
           where p.house_id = y.house_id and p.account_id is null) as changed
    from common_years y join billing_runs r on r.id = y.run_id and r.state <> 'cancelled' and r.period < $2::date
   where y.house_id = any ($1)
   order by y.house_id, y.service_id, y.year, r.period desc`;
