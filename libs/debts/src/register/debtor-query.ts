import { type AccountId, formatDate, type HouseId, type LocalDate, type Money } from '@dvor/kernel';
import { inForce } from '@dvor/platform';
import { DEBT_AGES, type DebtAge, type DebtStage, kindsOfStage } from '../core/index.js';
import { latestSteps } from '../steps/debt-steps.js';
import { debtLines } from './debt-snapshots.js';
import { AGE_OF_LINE, type DueAges } from './due-ages.js';
import { type DebtView, inBooks, viewParameters } from './in-books.js';

export const DEBTOR_SORTS = ['overdue', 'balance', 'oldest', 'account'] as const;
export type DebtorSort = (typeof DEBTOR_SORTS)[number];

export interface DebtorFilter {
  readonly houseId?: HouseId | undefined;
  /** The youngest age of its oldest debt: `to-30` is anything overdue. */
  readonly age?: Exclude<DebtAge, 'not-due'> | undefined;
  /** Of the debt in all. */
  readonly least?: Money | undefined;
  readonly most?: Money | undefined;
  readonly penaltiesOnly?: boolean | undefined;
  readonly disputed?: boolean | undefined;
  readonly inTransit?: boolean | undefined;
  readonly closed?: boolean | undefined;
  readonly noContactSince?: LocalDate | undefined;
  readonly stage?: DebtStage | undefined;
  /** Instalments that hold today. */
  readonly plan?: boolean | undefined;
  readonly accountIds?: readonly AccountId[] | undefined;
}

/** What the query is told besides the filter. */
export interface DebtorFacts {
  readonly view: DebtView;
  readonly snapshot: string | null;
  readonly due: DueAges;
  readonly disputed: ReadonlyMap<AccountId, Money>;
  readonly inTransit: ReadonlyMap<AccountId, Money>;
}

/** Parts of a `with` up to `debtor`: every account of the reader's houses that owes; `found`: those of the filter. */
export function debtorQuery(facts: DebtorFacts, filter: DebtorFilter): { readonly sql: string; parameters: unknown[] } {
  return { sql: DEBTORS, parameters: [...factParameters(facts), ...filterParameters(filter)] };
}

/** How many parameters the query has; those of whoever leans on it come after. */
export const DEBTOR_PARAMETERS = 23;

function factParameters({ view, snapshot, due, disputed, inTransit }: DebtorFacts): unknown[] {
  const sums = (map: ReadonlyMap<AccountId, Money>) => [...map.values()].map(({ kopecks }) => kopecks.toString());
  return [
    snapshot,
    ...viewParameters(view),
    due.origins,
    due.capital,
    due.ages,
    [...disputed.keys()],
    sums(disputed),
    [...inTransit.keys()],
    sums(inTransit),
    formatDate(view.day),
  ];
}

function filterParameters(filter: DebtorFilter): unknown[] {
  return [
    filter.houseId ?? null,
    filter.age === undefined ? null : DEBT_AGES.indexOf(filter.age),
    filter.least?.kopecks.toString() ?? null,
    filter.most?.kopecks.toString() ?? null,
    filter.penaltiesOnly ?? null,
    filter.disputed ?? null,
    filter.inTransit ?? null,
    filter.closed ?? null,
    filter.noContactSince === undefined ? null : formatDate(filter.noContactSince),
    filter.accountIds ?? null,
    filter.stage === undefined ? null : kindsOfStage(filter.stage),
    filter.plan ?? null,
  ];
}

const sumOf = (condition: string) => `coalesce(sum(amount) filter (where ${condition}), 0)::bigint`;

const DEBTORS = `
  line as (${debtLines({ snapshot: '$1', view: inBooks('$2', '$3') })}),
  due as (select * from unnest($4::date[], $5::boolean[], $6::int[]) as due (origin, capital, age)),
  aged as (
    select line.account_id, line.kind, line.section, line.amount, line.origin, ${AGE_OF_LINE} as age
      from line left join due on due.origin = line.origin and due.capital = (line.section = 'capital-repair')),
  summed as (
    select account_id, sum(amount)::bigint as balance,
           ${DEBT_AGES.map((_, i) => `${sumOf(`amount > 0 and age = ${i}`)} as age_${i}`).join(', ')},
           -${sumOf('amount < 0')} as ahead, ${sumOf('amount > 0 and age > 0')} as overdue,
           ${sumOf(`kind = 'charge'`)} as principal, ${sumOf(`kind <> 'charge'`)} as penalties,
           ${sumOf(`kind = 'charge' and section = 'utilities'`)} as utilities,
           ${sumOf(`kind = 'charge' and section = 'housing'`)} as housing,
           ${sumOf(`kind = 'charge' and section = 'capital-repair'`)} as capital_repair,
           ${sumOf(`kind = 'charge' and section = 'other'`)} as other,
           coalesce(max(age) filter (where amount > 0), 0) as oldest_age, min(origin) filter (where amount > 0) as oldest
      from aged group by account_id having sum(amount) > 0),
  debtor as (
    select s.*, a.number, a.house_id,
           coalesce(disputed.amount, 0)::bigint as disputed, coalesce(transit.amount, 0)::bigint as in_transit,
           not exists (select from account_facts f where f.account_id = a.id and ${inForce('f', null)} and f.valid @> $11::date) as closed,
           contact.last_contact, step.kind as step
      from summed s
      join accounts a on a.id = s.account_id
      left join unnest($7::bigint[], $8::bigint[]) as disputed (account_id, amount) on disputed.account_id = a.id
      left join unnest($9::bigint[], $10::bigint[]) as transit (account_id, amount) on transit.account_id = a.id
      left join (select account_id, max(on_date) as last_contact from debt_contacts
                  where on_date <= $11::date and withdrawn_at is null group by account_id) contact on contact.account_id = a.id
      left join (${latestSteps('$11::date')}) step on step.account_id = a.id),
  found as (
    select * from debtor d
     where ($12::bigint is null or d.house_id = $12)
       and ($13::int is null or d.oldest_age >= $13)
       and ($14::bigint is null or d.balance >= $14) and ($15::bigint is null or d.balance <= $15)
       and ($16::boolean is null or (d.penalties > 0) = $16)
       and ($17::boolean is null or (d.disputed > 0) = $17)
       and ($18::boolean is null or (d.in_transit > 0) = $18)
       and ($19::boolean is null or d.closed = $19)
       and ($20::date is null or d.last_contact is null or d.last_contact < $20)
       and ($21::bigint[] is null or d.account_id = any ($21))
       and ($22::text[] is null or coalesce(d.step, 'settled') = any ($22))
       and ($23::boolean is null or exists (select from instalment_plans p where p.account_id = d.account_id and p.state = 'active') = $23))`;
