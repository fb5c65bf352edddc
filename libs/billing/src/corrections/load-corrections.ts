import { type AccountId, firstDay, formatDate, type Period, type ServiceId, type SupplierId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { FINE_PERCENT, type FoundBy, type ManualDocument, type ManualFacts, type ManualPart } from '../core/index.js';
import type { LineIds } from '../load/rule-book.js';
import { claimedBefore, DIRECT_KEY } from './correction-rows.js';

/** Corrections by hand and fines that a month posts, and under which ids their lines are written. */
export interface CorrectionsInMonth {
  readonly factsOf: ReadonlyMap<string, readonly ManualFacts[]>;
  /** By the item's id. */
  readonly ids: ReadonlyMap<string, LineIds>;
}

/**
 * What was released and no month has posted yet. A closed month posts no more: a replay of it neither counts corrections
 * nor undoes them.
 */
export async function loadCorrections(
  tx: Tx,
  accounts: readonly { readonly id: AccountId }[],
  month: Period,
): Promise<CorrectionsInMonth> {
  const rows = await tx.query<Row[]>(CORRECTIONS, [accounts.map(({ id }) => id), formatDate(firstDay(month))]);
  const factsOf = new Map<string, ManualFacts[]>();
  const ids = new Map<string, LineIds>();
  for (const { account, serviceId, supplierId, position, ...row } of rows) {
    ids.set(row.id, { serviceId, supplierId, position });
    factsOf.set(account, [...(factsOf.get(account) ?? []), factsFrom(row)]);
  }
  return { factsOf, ids };
}

interface Row {
  readonly account: string;
  readonly id: string;
  readonly kind: 'correction' | 'fine';
  readonly service: string;
  readonly part: ManualPart;
  readonly origin: Period;
  readonly document: ManualDocument;
  readonly mirrors: ManualDocument | null;
  readonly overcharge: FoundBy | null;
  readonly reason: string;
  readonly was: string | null;
  readonly amount: string;
  readonly excess: string | null;
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly position: number;
}

function factsFrom({
  id,
  kind,
  service,
  part,
  origin,
  document,
  mirrors,
  overcharge,
  reason,
  was,
  amount,
  excess,
}: Omit<Row, 'account' | 'serviceId' | 'supplierId' | 'position'>): ManualFacts {
  const item = { id, service, part, origin, document };
  if (kind === 'fine' && excess !== null) return { ...item, kind: 'fine', excess, percent: FINE_PERCENT };
  return { ...item, kind: 'correction', amount, was, reason, mirrors, overcharge };
}

const CORRECTIONS = `
  select i.account_id::text as account, i.id::text as id, c.kind, s.code as service, i.part,
         (extract(year from i.origin) * 12 + extract(month from i.origin) - 1)::int as origin,
         json_build_object('id', c.id::text, 'number', c.number::text, 'date', c.dated) as document,
         case when m.id is null then null else json_build_object('id', m.id::text, 'number', m.number::text, 'date', m.dated) end as mirrors,
         case when c.own_error and c.kind = 'correction' and c.mirrors is null and i.amount < 0
              then case when ${claimedBefore('c.created_at')} then 'claimed' else 'found' end end as overcharge,
         c.reason, (i.was * 0.01)::numeric(16, 2)::text as was, (i.amount * 0.01)::numeric(16, 2)::text as amount,
         (i.excess * 0.01)::numeric(16, 2)::text as excess,
         i.service_id as "serviceId", i.supplier_id as "supplierId", s.position
    from correction_items i
    join corrections c on c.id = i.correction_id
    join services s on s.id = i.service_id
    left join corrections m on m.id = c.mirrors
   where i.account_id = any ($1::bigint[]) and i.origin < $2::date and c.released_at is not null
     and not exists (select from ledger_entries e where e.key = ${DIRECT_KEY})
     and not exists (select from billing_runs r where r.period = $2::date and r.state in ('closing', 'closed'))
     and not exists (
       select from charge_lines l join billing_runs r on r.id = l.run_id and r.state in ('closing', 'closed')
        where l.account_id = i.account_id and l.period > i.origin and l.part in ('manual', 'fine')
          and l.working ->> 'item' = i.id::text)
   order by i.account_id, c.number, i.id`;
