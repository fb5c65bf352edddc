import type { AccountId, HouseId, Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** At what a service was charged in a closed month: the house's most usual rate, and an account's. */
export interface RateInMonth {
  readonly serviceId: string;
  readonly period: Period;
  readonly ofHouse: string;
  readonly ofAccount: string | null;
}

/** Where a tariff changed inside the month, so much a unit as its lines came to together. */
export async function ratesOf(
  tx: Tx,
  houseId: HouseId,
  {
    year,
    services,
    accountId,
  }: { readonly year: number; readonly services: readonly string[]; readonly accountId: AccountId | null },
): Promise<RateInMonth[]> {
  return tx.query<RateInMonth[]>(RATES, [houseId, services, year, accountId]);
}

const RATES = `
  select service_id as "serviceId", (extract(year from period) * 12 + extract(month from period) - 1)::int as period,
         case when count(distinct rate) = 1 or sum(volume) = 0 then mode() within group (order by rate)
              else round(sum(amount) / 100.0 / sum(volume), 6)::text end as "ofHouse",
         case when count(distinct rate) filter (where account_id = $4) > 1 and sum(volume) filter (where account_id = $4) <> 0
              then round(sum(amount) filter (where account_id = $4) / 100.0 / sum(volume) filter (where account_id = $4), 6)::text
              else min(rate) filter (where account_id = $4) end as "ofAccount"
    from (
      select l.service_id, l.period, l.account_id, l.amount, l.volume, l.working ->> 'rate' as rate
        from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
       where l.account_id = any (array(select id from accounts where house_id = $1)) and l.service_id = any ($2::bigint[])
         and l.period between make_date($3, 1, 1) and make_date($3, 12, 1) and l.origin is null and l.part in ('common', 'individual')) lines
   group by service_id, period`;
