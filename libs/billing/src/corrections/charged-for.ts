import {
  type AccountId,
  firstDay,
  formatDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ManualPart } from '../core/index.js';
import { DIRECT_KEY } from './correction-rows.js';

/** What all closed months together charged an account for one month, of one service and supplier; fines stand apart. */
export interface ChargedFor {
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly supplierId: SupplierId;
  readonly supplier: string;
  /** The individual fee, or that for common property. */
  readonly part: ManualPart;
  readonly amount: Money;
}

/** Own lines of the month, its recalculations and its corrections by hand, net of benefits, by service and part. */
export async function chargedFor(tx: Tx, accountId: AccountId, origin: Period): Promise<ChargedFor[]> {
  const rows = await tx.query<(Omit<ChargedFor, 'amount'> & { kopecks: string })[]>(CHARGED, [
    accountId,
    formatDate(firstDay(origin)),
  ]);
  return rows.map(({ kopecks, ...row }) => ({ ...row, amount: Money.ofKopecks(kopecks) }));
}

const CHARGED = `
  select c.service_id as "serviceId", s.name as service, c.supplier_id as "supplierId", r.name as supplier, c.part,
         sum(c.amount)::text as kopecks
    from (select l.service_id, l.supplier_id, l.amount,
                 case when 'common' in (l.part, l.working ->> 'part') then 'common'
                      when l.part in ('quality', 'benefit') and s.section = 'common-property' then 'common'
                      else 'individual' end as part
            from charge_lines l
            join billing_runs b on b.id = l.run_id and b.state = 'closed'
            join services s on s.id = l.service_id
           where l.account_id = $1 and l.period >= $2::date and l.part <> 'fine'
             and case when l.working ->> 'formula' in ('true-up', 'manual') then (l.working ->> 'period' || '-01')::date
                      else l.period end = $2::date
          union all
          select i.service_id, i.supplier_id, i.amount, i.part
            from correction_items i
            join corrections d on d.id = i.correction_id and d.kind = 'correction'
           where i.account_id = $1 and i.origin = $2::date
             and exists (select from ledger_entries e where e.key = ${DIRECT_KEY})) c
    join services s on s.id = c.service_id
    join suppliers r on r.id = c.supplier_id
   group by c.service_id, s.name, s.position, c.supplier_id, r.name, c.part
   order by s.position, c.part desc, c.supplier_id`;
