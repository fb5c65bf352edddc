import { firstDay, formatDate, type HouseId, type Period, periodOf, type ServiceId } from '@dvor/kernel';
import { loadHouseVolumes } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { type CommonFigures, isSettledLater, type SettledMonth, settledMonth, type Working } from '../core/index.js';
import { figuresOfMonth } from '../recalculation/house-figures.js';

/** A house's service of common property, and the one whose resource it takes. */
export interface CommonOfHouse {
  readonly houseId: HouseId;
  readonly serviceId: ServiceId;
  readonly code: string;
  readonly resource: string;
  readonly capped: boolean;
  /** Whose volumes are taken off what the house's meters counted. */
  readonly used: readonly ServiceId[];
  /** Meters that count something else, as what heats the house's hot water. */
  readonly spent: readonly string[];
}

/**
 * What the closed months of a year came to, corrections with them: the common volume as it was, and as it was charged by
 * norm or on average. Months that were charged by what was really used, or of which nothing is known, are left out.
 */
export async function yearsOfCommon(
  tx: Tx,
  asked: readonly CommonOfHouse[],
  { year, before }: { readonly year: number; readonly before: Period },
): Promise<Map<CommonOfHouse, SettledMonth[]>> {
  const found = new Map<CommonOfHouse, SettledMonth[]>(asked.map((one) => [one, []]));
  const houseIds = [...new Set(asked.map(({ houseId }) => houseId))];
  if (houseIds.length === 0) return found;
  const months = monthsOf(year).filter((month) => month < before);
  const inputs = await loadHouseVolumes(tx, houseIds, periodOf(year, 12));
  for (const month of months) {
    const figures = await figuresOfMonth(tx, houseIds, month);
    const settled = asked.flatMap((one) => {
      const charged = chargedBy(figures.get(one.houseId)?.divided ?? {}, one.code);
      return charged ? [{ one, charged }] : [];
    });
    if (settled.length === 0) continue;
    const used = await usedIn(
      tx,
      month,
      settled.map(({ one }) => one),
    );
    for (const { one, charged } of settled) {
      const meters = inputs
        .filter(
          ({ id, houseId, resource }) =>
            houseId === one.houseId && resource === one.resource && !one.spent.includes(id),
        )
        .map(({ id, resource, since, volumes }) => ({ id, service: resource, since, volumes }));
      const own = used.filter(({ houseId, serviceId }) => houseId === one.houseId && one.used.includes(serviceId));
      const known = settledMonth({
        period: month,
        charged,
        meters,
        resource: one.resource,
        used: own.flatMap(({ volume }) => volume ?? []),
        again: own.flatMap(({ again }) => again ?? []),
        capped: one.capped,
      });
      if (known) found.get(one)!.push(known);
    }
  }
  return found;
}

export function monthsOf(year: number): Period[] {
  return Array.from({ length: 12 }, (_, i) => periodOf(year, i + 1));
}

/** The house's own volume of the service, where it was charged by norm or on average; groups of meters stand apart. */
function chargedBy(divided: Readonly<Record<string, unknown>>, code: string): CommonFigures | null {
  for (const mode of ['norm', 'average']) {
    const figures = divided[`common ${code} ${mode}`] as CommonFigures | null | undefined;
    if (figures && isSettledLater(figures)) return figures;
  }
  return null;
}

interface Used {
  readonly houseId: HouseId;
  readonly serviceId: ServiceId;
  readonly volume: string | null;
  readonly again: readonly Working[] | null;
}

async function usedIn(tx: Tx, month: Period, asked: readonly CommonOfHouse[]): Promise<Used[]> {
  return tx.query<Used[]>(USED, [
    [...new Set(asked.map(({ houseId }) => houseId))],
    [...new Set(asked.flatMap(({ used }) => used))],
    formatDate(firstDay(month)),
  ]);
}

// A month that was corrected is as its last correction has it.
const USED = `
  with own as materialized (select id, house_id from accounts where house_id = any ($1)),
  fixed as (
    select distinct on (l.account_id, l.service_id, l.working ->> 'part')
           l.account_id, l.house_id, l.service_id, l.working ->> 'part' as part, l.working -> 'again' as again
      from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
     where l.account_id in (select id from own) and l.service_id = any ($2) and l.origin = $3 and l.period > $3 and l.part = 'true-up'
       and l.working ->> 'part' in ('individual', 'water', 'within', 'above')
     order by l.account_id, l.service_id, l.working ->> 'part', r.period desc)
  select l.house_id as "houseId", l.service_id as "serviceId", sum(l.volume)::text as volume, null as again
    from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
   where l.account_id in (select id from own) and l.service_id = any ($2) and l.period = $3 and l.origin is null
     and l.part in ('individual', 'water', 'within', 'above')
     and not exists (select from fixed f where f.account_id = l.account_id and f.service_id = l.service_id and f.part = l.part)
   group by l.house_id, l.service_id
  union all
  select house_id, service_id, null, again from fixed`;
