import { type AccountId, firstDay, formatDate, type Id, Money, type Period, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ManualPart } from '../core/index.js';

export type CorrectionId = Id<'Correction'>;

export const CORRECTION_STATES = ['waiting', 'to-post', 'posted', 'withdrawn'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export interface Correction {
  readonly id: CorrectionId;
  readonly number: string;
  readonly kind: 'correction' | 'fine';
  readonly dated: string;
  readonly reason: string;
  readonly lateReason: string | null;
  readonly documentId: string;
  readonly ownError: boolean;
  readonly state: CorrectionState;
  /** In which month it was posted. */
  readonly postedIn: string | null;
  readonly aboveLimit: boolean;
  readonly mirrors: { readonly id: CorrectionId; readonly number: string } | null;
  readonly mirroredBy: { readonly id: CorrectionId; readonly number: string } | null;
  readonly accounts: number;
  readonly amount: Money;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly withdrawn: string | null;
}

export interface CorrectionItem {
  readonly id: string;
  readonly accountId: AccountId;
  readonly account: string;
  readonly address: string;
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly supplier: string;
  readonly part: ManualPart;
  readonly origin: string;
  readonly was: Money | null;
  readonly amount: Money;
  /** What a closed account owes in the end, below zero what is to be given back; `null`: it is open. */
  readonly finalBalance: Money | null;
}

/** As it is in the tables, its account closed or not. */
type StoredItem = Omit<CorrectionItem, 'finalBalance'> & { readonly closed: boolean };

export interface CorrectionRow extends Omit<Correction, 'amount'> {
  readonly kopecks: string;
}

export function correctionOf({ kopecks, ...row }: CorrectionRow): Correction {
  return { ...row, amount: Money.ofKopecks(kopecks) };
}

export async function itemsOf(tx: Tx, id: CorrectionId, working: Period): Promise<StoredItem[]> {
  const rows = await tx.query<(Omit<StoredItem, 'was' | 'amount'> & { was: string | null; amount: string })[]>(
    `select i.id::text as id, i.account_id as "accountId", a.number as account,
            concat_ws(', ', h.street, h.building, p.number) as address, i.service_id as "serviceId", s.name as service,
            r.name as supplier, i.part, to_char(i.origin, 'YYYY-MM') as origin, i.was::text as was, i.amount::text as amount,
            ${isClosedFrom('$2')} as closed
       from correction_items i
       join accounts a on a.id = i.account_id join premises p on p.id = a.premises_id join houses h on h.id = i.house_id
       join services s on s.id = i.service_id join suppliers r on r.id = i.supplier_id
      where i.correction_id = $1 order by i.id`,
    [id, formatDate(firstDay(working))],
  );
  return rows.map(({ was, amount, ...row }) => ({
    ...row,
    was: was === null ? null : Money.ofKopecks(was),
    amount: Money.ofKopecks(amount),
  }));
}

/** What the entry of an item is booked under: it tells whether the item was posted so. */
export const DIRECT_KEY = `'correction ' || i.id`;

/** SQL: on that day and later the account `i.account_id` has no days at all, so no run bills it any more. */
export const isClosedFrom = (day: string) =>
  `not exists (select from account_facts f where f.account_id = i.account_id and f.superseded_at is null
                  and (upper(f.valid) is null or upper(f.valid) > ${day}::date))`;

/** SQL: the payer had claimed of the item `i` before that instant. */
export const claimedBefore = (instant: string) =>
  `exists (select from overcharge_claims k where k.account_id = i.account_id and k.service_id = i.service_id
              and k.origin = i.origin and k.received_at < ${instant})`;

/** Documents with their state, sums and mirrors: `c` is the document. */
export const CORRECTIONS = `
  select c.id, c.number::text as number, c.kind, c.dated::text as dated, c.reason, c.late_reason as "lateReason",
         c.document_id as "documentId", c.own_error as "ownError", c.above_limit as "aboveLimit",
         case when c.withdrawn_at is not null then 'withdrawn' when c.released_at is null then 'waiting'
              when posted.whole then 'posted' else 'to-post' end as state,
         to_char(posted.period, 'YYYY-MM') as "postedIn",
         case when m.id is null then null else json_build_object('id', m.id::text, 'number', m.number::text) end as mirrors,
         case when b.id is null then null else json_build_object('id', b.id::text, 'number', b.number::text) end as "mirroredBy",
         sums.accounts, sums.kopecks, c.created_at as "createdAt", u.name as "createdBy", c.withdrawn_reason as withdrawn
    from corrections c
    cross join lateral (select count(distinct i.account_id)::int as accounts, coalesce(sum(i.amount), 0)::text as kopecks
                          from correction_items i where i.correction_id = c.id) sums
    cross join lateral (select max(one.period) as period, coalesce(bool_and(one.period is not null), false) as whole
                          from correction_items i
                         cross join lateral (
                           select coalesce(
                             (select e.period from ledger_entries e where e.key = ${DIRECT_KEY}),
                             (select max(r.period) from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
                               where l.account_id = i.account_id and l.period > i.origin and l.part in ('manual', 'fine')
                                 and l.working ->> 'item' = i.id::text)) as period) one
                         where i.correction_id = c.id) posted
    left join corrections m on m.id = c.mirrors
    left join corrections b on b.mirrors = c.id and b.withdrawn_at is null
    left join users u on u.id = c.created_by`;
