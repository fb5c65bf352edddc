import { type AccountId, Money, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** Charged above the due and found by a recalculation: proposed to the register, with the times that prove it. */
export interface FoundOvercharge {
  /** The run that gives it back. */
  readonly runId: RunId;
  /** When the payer was told. */
  readonly toldAt: Date | null;
  /** The payer had claimed before it was found. */
  readonly claimed: boolean;
  readonly foundAt: Date;
  /** The month that gave it back was closed. */
  readonly postedAt: Date | null;
  readonly excess: Money;
  readonly accountId: AccountId;
  readonly account: string;
  readonly address: string;
  readonly service: string;
  readonly origin: string;
  /** Why it was recalculated. */
  readonly reasons: readonly string[];
}

/**
 * Facts that the organisation itself enters. What only the payer can tell (an absence, who lives there, a reading, a
 * benefit) is no mistake of the organisation's.
 */
const OWN_FACTS = [
  'tariffs',
  'norms',
  'coefficients',
  'organization_settings',
  'house_facts',
  'premises_facts',
  'service_assignments',
  'charge_formula_terms',
  'house_meter_volumes',
  'heating_seasons',
];

/** The latest found first. A draft's findings are found already: the day of its review counts. */
export async function foundOvercharges(
  tx: Tx,
  { limit, runId, accountId }: { readonly limit: number; readonly runId?: RunId; readonly accountId?: AccountId },
): Promise<FoundOvercharge[]> {
  const rows = await tx.query<(Omit<FoundOvercharge, 'excess'> & { kopecks: string })[]>(FOUND, [
    ...[OWN_FACTS, limit, runId ?? null, accountId ?? null],
  ]);
  return rows.map(({ kopecks, ...row }) => ({ ...row, excess: Money.ofKopecks(kopecks) }));
}

const FOUND = `
  select f.account_id as "accountId", a.number as account, concat_ws(', ', h.street, h.building, p.number) as address,
         f.run_id::text as "runId", n.told_at as "toldAt",
         exists (select from overcharge_claims k where k.account_id = f.account_id and k.service_id = f.service_id
                    and k.origin = f.origin and k.received_at < f.found_at) as claimed,
         s.name as service, to_char(f.origin, 'YYYY-MM') as origin, f.found_at as "foundAt", f.closed_at as "postedAt",
         f.kopecks::text as kopecks, f.reasons
    from (
      select r.id as run_id, l.account_id, l.service_id, l.origin, coalesce(r.reviewed_at, r.requested_at) as found_at, r.closed_at, -sum(l.amount) as kopecks,
             (select array_agg(distinct why ->> 2 order by why ->> 2)
                from unnest(array_agg(l.working)) working cross join json_array_elements(working -> 'why') why) as reasons
        from billing_runs r
        join billing_run_replayed house on house.run_id = r.id and house.lines > 0
        join accounts of on of.house_id = house.house_id
        join charge_lines l on l.account_id = of.id and l.origin = house.origin and l.run_id = r.id and l.period = r.period
       where r.state in ('review', 'closing', 'closed') and l.part = 'true-up'
         and ($3::bigint is null or r.id = $3) and ($4::bigint is null or l.account_id = $4)
         and exists (select from json_array_elements(l.working -> 'why') why where why ->> 1 = any ($1))
       group by r.id, l.account_id, l.service_id, l.origin having sum(l.amount) < 0
       order by r.period desc, -sum(l.amount) desc limit $2) f
    join accounts a on a.id = f.account_id
    join premises p on p.id = a.premises_id
    join houses h on h.id = a.house_id
    join services s on s.id = f.service_id
    left join overcharge_notices n on n.run_id = f.run_id and n.account_id = f.account_id
   order by f.found_at desc, f.kopecks desc, a.number, f.origin`;
