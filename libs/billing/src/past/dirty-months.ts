import { Injectable } from '@nestjs/common';
import { formatAddress, type HouseAddress, type PremisesName } from '@dvor/housing';
import { formatPeriod, type Period } from '@dvor/kernel';
import type { FactSubject, Tx } from '@dvor/platform';

/** Closed months that something was learnt about after they had been calculated. */
export interface DirtyMonths {
  readonly subject: { readonly type: FactSubject; readonly id: string; readonly label: string };
  /** `2026-03` */
  readonly first: string;
  readonly last: string;
  readonly months: number;
  /** What was changed: tables of facts. */
  readonly facts: readonly string[];
  readonly reasons: readonly string[];
  readonly changedAt: Date;
}

/**
 * Which closed months a change of facts concerns that no closed run has replayed yet: it is newer than all the last of
 * them has seen, or waits for a person.
 */
@Injectable()
export class PastChanges {
  /** The latest change first. */
  async dirtyMonths(tx: Tx, limit: number): Promise<DirtyMonths[]> {
    const rows = await tx.query<DirtyRow[]>(DIRTY, [limit]);
    return rows.map(({ type, id, first, last, address, premises, label, ...row }) => ({
      ...row,
      subject: { type, id, label: label ?? (address ? formatAddress(address, premises ?? undefined) : id) },
      first: formatPeriod(first),
      last: formatPeriod(last),
    }));
  }
}

interface DirtyRow extends Omit<DirtyMonths, 'subject' | 'first' | 'last'> {
  readonly type: FactSubject;
  readonly id: string;
  readonly first: Period;
  readonly last: Period;
  readonly label: string | null;
  readonly address: HouseAddress | null;
  readonly premises: PremisesName | null;
}

const DIRTY = `
  select d.subject_type as type, d.subject_id::text as id, d.first, d.last, d.months, d.facts, d.reasons, d.changed_at as "changedAt",
         coalesce(a.number, party.name, s.name, r.name) as label,
         case when h.id is null then null else json_build_object('city', h.city, 'street', h.street, 'building', h.building) end as address,
         case when p.id is null then null else json_build_object('kind', p.kind, 'number', p.number, 'flat', flat.number) end as premises
    from (
      select c.subject_type, c.subject_id,
             min(extract(year from b.period) * 12 + extract(month from b.period) - 1)::int as first,
             max(extract(year from b.period) * 12 + extract(month from b.period) - 1)::int as last,
             count(distinct b.period)::int as months, array_agg(distinct c.fact order by c.fact) as facts,
             array_agg(distinct c.reason order by c.reason) as reasons, max(c.changed_at) as changed_at, max(c.id) as newest
        from fact_changes c
        join billing_runs b on b.state = 'closed'
         and daterange(b.period, (b.period + interval '1 month')::date) && daterange(c.from_day, c.to_day)
        left join recalculation_batches held on held.transaction_id = c.transaction_id
       where case when held.id is null
                  then c.id > (select facts_through from billing_runs where state = 'closed' order by period desc limit 1)
                  else held.state <> 'posted' end
       group by c.subject_type, c.subject_id
       order by newest desc limit $1) d
    left join accounts a on d.subject_type = 'account' and a.id = d.subject_id
    left join premises p on d.subject_type = 'premises' and p.id = d.subject_id
    left join premises flat on flat.id = p.parent_id
    left join houses h on h.id = case d.subject_type when 'house' then d.subject_id when 'premises' then p.house_id end
    left join parties party on d.subject_type = 'party' and party.id = d.subject_id
    left join services s on d.subject_type = 'service' and s.id = d.subject_id
    left join suppliers r on d.subject_type = 'supplier' and r.id = d.subject_id
   order by d.newest desc`;
