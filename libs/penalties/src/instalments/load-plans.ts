import {
  type AccountId,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type LeftOnDay, leftByDay, type PlanPart, type PlanTerms } from '../core/index.js';

export type PlanId = Id<'instalment plan'>;

export const PLAN_BASES = ['agreement', 'right'] as const;
/** By agreement on a debt, or by right where a fee has risen (ПП 354, п. 72). */
export type PlanBasis = (typeof PLAN_BASES)[number];

/** As it was last written down; how it stands follows from the money. */
export type PlanState = 'draft' | 'active' | 'done' | 'ended' | 'cancelled';

export interface PlanPlace {
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly kind: 'charge' | 'penalty';
  /** What of its debt is put off. */
  readonly amount: Money;
}

/** A plan with what its standing is reckoned from. */
export interface LoadedPlan {
  readonly id: PlanId;
  readonly number: number;
  readonly houseId: HouseId;
  readonly accountId: AccountId;
  readonly basis: PlanBasis;
  readonly state: PlanState;
  /** Ten-thousandths of a percent a year. */
  readonly rate: number;
  readonly note: string | null;
  readonly graceDays: number;
  readonly misses: number;
  readonly documentId: string | null;
  readonly createdAt: Date;
  readonly endReason: string | null;
  readonly places: readonly PlanPlace[];
  readonly parts: readonly (PlanPart & { readonly interestPosted: Money | null })[];
  /** `null`: it was not begun. */
  readonly begun: { readonly terms: PlanTerms; readonly days: readonly LeftOnDay[] } | null;
}

/** Plans by a condition on `p`, with `$1`… its parameters. */
export async function loadPlans(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<LoadedPlan[]> {
  const rows = await tx.query<PlanRow[]>(`${PLANS} where ${condition} order by p.id desc`, [...parameters]);
  return rows.map(planOf);
}

interface PlanRow extends Pick<
  LoadedPlan,
  | 'id'
  | 'number'
  | 'houseId'
  | 'accountId'
  | 'basis'
  | 'state'
  | 'rate'
  | 'note'
  | 'documentId'
  | 'createdAt'
  | 'endReason'
> {
  readonly graceDays: number;
  readonly misses: number;
  readonly daysComeBack: boolean;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly places: readonly (Omit<PlanPlace, 'amount'> & {
    readonly amount: string;
    readonly moves: readonly (readonly [LocalDate, string])[];
  })[];
  readonly parts: readonly (readonly [LocalDate, string, string, string | null])[];
}

function planOf({ graceDays, misses, daysComeBack, startedOn, endedOn, ...row }: PlanRow): LoadedPlan {
  const places = row.places.map(({ moves: _, amount, ...place }) => ({ ...place, amount: Money.ofKopecks(amount) }));
  const parts = row.parts.map(([dueOn, amount, interest, posted]) => ({
    dueOn,
    amount: Money.ofKopecks(amount),
    interest: Money.ofKopecks(interest),
    interestPosted: posted === null ? null : Money.ofKopecks(posted),
  }));
  const terms = startedOn && {
    ...{ startedOn, parts, graceDays, misses, daysComeBack },
    cancelledOn: row.state === 'cancelled' ? endedOn : null,
  };
  const covered = row.places.map(({ amount, moves }) => ({
    amount: Money.ofKopecks(amount),
    moves: moves.map(([on, moved]) => ({ on, amount: Money.ofKopecks(moved) })),
  }));
  return {
    ...row,
    graceDays,
    misses,
    places,
    parts,
    begun: terms && { terms, days: leftByDay(covered, terms.startedOn) },
  };
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;

/** What moved a covered place, by days; sums as text: they may be longer than JavaScript's numbers. */
const MOVES = `
  select coalesce(json_agg(json_build_array(m.on, m.amount) order by m.on), '[]')
    from (select ${DAY('coalesce(e.value_on, e.booked_on)')} as "on", sum(l.amount)::text as amount
            from ledger_postings l
           cross join lateral (select value_on, booked_on from ledger_entries where id = l.entry_id offset 0) e
           where l.account_id = i.account_id and l.ledger_account = 'receivable' and l.recipient_id = i.recipient_id
             and l.service_id = i.service_id and l.origin = i.origin and l.kind = i.kind
           group by 1 having sum(l.amount) <> 0) m`;

const PLANS = `
  select p.id::text, p.number, p.house_id::text as "houseId", p.account_id::text as "accountId", p.basis, p.state, p.rate, p.note,
         p.document_id::text as "documentId", p.created_at as "createdAt", p.grace_days as "graceDays", p.misses,
         p.days_come_back as "daysComeBack", ${DAY('p.started_on')} as "startedOn", ${DAY('p.ended_on')} as "endedOn",
         p.end_reason as "endReason",
         (select json_agg(json_build_object('recipientId', i.recipient_id::text, 'serviceId', i.service_id::text,
                                            'origin', (extract(year from i.origin) * 12 + extract(month from i.origin) - 1)::int,
                                            'kind', i.kind, 'amount', i.amount::text, 'moves', (${MOVES}))
                          order by i.origin, i.kind, i.recipient_id, i.service_id)
            from instalment_places i where i.plan_id = p.id) as places,
         (select json_agg(json_build_array(${DAY('n.due_on')}, n.amount::text, n.interest::text, n.interest_posted::text) order by n.part)
            from instalment_parts n where n.plan_id = p.id) as parts
    from instalment_plans p`;
