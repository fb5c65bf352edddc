import { type AccountId, decimal, firstDay, type HouseId, Money, type Period, periodOf, sum } from '@dvor/kernel';
import { OrganizationSettings } from '@dvor/catalogue';
import { loadHouseVolumes } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { ratesOf } from './rates-of-months.js';

/** A service of heating that is charged evenly and settled by the house's meters (ПП 354, ф. 3(4)). */
export interface EvenHeat {
  readonly serviceId: string;
  readonly name: string;
  readonly unit: string;
  readonly months: readonly HeatInMonth[];
}

export interface HeatInMonth {
  readonly period: Period;
  /** By the house's meters. */
  readonly fact: string;
  readonly rate: string;
  /** Of the whole house, corrections of the month with it. */
  readonly billed: Money;
  readonly ownBilled: Money;
}

/** Months of a year that are closed and of which the house's meters are read. */
export async function evenHeatOf(
  tx: Tx,
  houseId: HouseId,
  {
    year,
    before,
    month,
    accountId,
  }: { readonly year: number; readonly before: Period; readonly month: Period; readonly accountId: AccountId | null },
): Promise<EvenHeat[]> {
  const byDefault = await new OrganizationSettings().on(tx, 'heating.mode', firstDay(month));
  const services = await tx.query<Omit<EvenHeat, 'months'>[]>(EVEN, [houseId, month, byDefault]);
  if (services.length === 0) return [];
  const ids = services.map(({ serviceId }) => serviceId);
  const inputs = (await loadHouseVolumes(tx, [houseId], periodOf(year, 12))).filter(
    ({ resource }) => resource === 'heating',
  );
  const billed = await tx.query<Billed[]>(BILLED, [houseId, ids, year, accountId]);
  const rates = await ratesOf(tx, houseId, { year, services: ids, accountId });
  return services.map((service) => ({
    ...service,
    months: billed
      .filter(({ serviceId, period }) => serviceId === service.serviceId && period < before)
      .flatMap(({ period, kopecks, own }) => {
        const read = inputs.map(({ volumes }) => volumes.find((one) => one.period === period)?.volume);
        const rate = rates.find((one) => one.serviceId === service.serviceId && one.period === period)?.ofHouse;
        if (!rate || read.length === 0 || read.some((volume) => volume === undefined)) return [];
        const fact = sum(read.map((volume) => decimal(volume!))).toString();
        return [{ period, fact, rate, billed: Money.ofKopecks(kopecks), ownBilled: Money.ofKopecks(own) }];
      }),
  }));
}

interface Billed {
  readonly serviceId: string;
  readonly period: Period;
  readonly kopecks: string;
  readonly own: string;
}

const EVEN = `
  select distinct s.id as "serviceId", s.name, s.unit
    from service_assignments a join services s on s.id = a.service_id
   where a.house_id = $1 and a.superseded_at is null and a.method = 'heating'
     and a.valid && daterange(make_date($2::int / 12, $2::int % 12 + 1, 1), (make_date($2::int / 12, $2::int % 12 + 1, 1) + interval '1 month')::date)
     and coalesce(a.settings ->> 'mode', $3) = 'even'
     and exists (select from meters m where m.house_id = a.house_id and m.premises_id is null and m.resource = 'heating')`;

const BILLED = `
  select l.service_id as "serviceId", (extract(year from o.month) * 12 + extract(month from o.month) - 1)::int as period,
         sum(l.amount)::text as kopecks, coalesce(sum(l.amount) filter (where l.account_id = $4), 0)::text as own
    from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
   cross join lateral (select coalesce(l.origin, l.period) as month) o
   where l.account_id = any (array(select id from accounts where house_id = $1)) and l.service_id = any ($2::bigint[])
     and l.period >= make_date($3, 1, 1) and o.month between make_date($3, 1, 1) and make_date($3, 12, 1)
     and (l.part not in ('true-up', 'benefit', 'one-off', 'quality', 'manual', 'fine') or (l.part = 'true-up' and l.working ->> 'formula' = 'true-up'))
   group by l.service_id, o.month order by o.month`;
