import { type DetailValue, firstDay, formatDate, lastDay, type Period, type RunId } from '@dvor/kernel';
import { inForce, type Tx } from '@dvor/platform';
import type { RunState } from '../runs/run-state.js';

/** In this order a month is brought to its end (ACC-17). */
export const CLOSE_STEPS = ['data', 'charges', 'payments', 'penalties', 'benefits'] as const;
export type CloseStep = (typeof CLOSE_STEPS)[number];

export const CHECK_CODES = [
  'readings-missing',
  'past-changed',
  'calculated',
  'changed-since',
  'parked',
  'held',
  'opening-agrees',
  'payments-agree',
  'unmatched-money',
  'penalties-accrued',
  'benefits-granted',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** Whose business a step is, as roles are named. */
export type CheckOwner = 'accountant' | 'cashier' | 'senior-accountant';

type Figures = Readonly<Record<string, DetailValue>>;

export interface CheckedRun {
  readonly id: RunId;
  readonly period: Period;
  readonly state: RunState;
}

export interface MonthCheck {
  readonly code: CheckCode;
  readonly step: CloseStep;
  readonly owner: CheckOwner;
  /**
   * `blocks`: the month can't be closed as long as it fails. `skippable`: it blocks, but for a reason and with a second
   * person's word the month is closed all the same. `tells`: worth knowing, stops nobody.
   */
  readonly weight: 'blocks' | 'skippable' | 'tells';
  /** Figures, and whether they are as they should be. */
  readonly look: (tx: Tx, run: CheckedRun) => Promise<{ readonly ok: boolean; readonly figures: Figures }>;
  /** Which of the figures go over to the next month while it fails. */
  readonly slips?: boolean;
}

/** A check is a query of one row; what is not zero is wrong. */
function counted(sql: string, parameters: (run: CheckedRun) => unknown[], wrong: string) {
  return async (tx: Tx, run: CheckedRun) => {
    const [figures] = await tx.query<Figures[]>(sql, parameters(run));
    return { ok: Number(figures![wrong] ?? 0) === 0, figures: figures! };
  };
}

const monthOf = ({ period }: CheckedRun) => [formatDate(firstDay(period)), formatDate(lastDay(period))];
const runOf = ({ id }: CheckedRun) => [id];
const ROUBLES = (kopecks: string) => `to_char(${kopecks} / 100.0, 'FM999999999990.00')`;
const MONEY_KINDS = `('payment', 'refund', 'move')`;

/** What is looked at before a month is closed, in the order of its steps. */
export const MONTH_CHECKS: readonly MonthCheck[] = [
  {
    code: 'readings-missing',
    step: 'data',
    owner: 'accountant',
    weight: 'tells',
    slips: true,
    look: counted(
      `select count(*)::int as meters, count(distinct m.house_id)::int as houses
         from meters m
         join meter_facts f on f.meter_id = m.id and ${inForce('f', null)} and f.valid @> $2::date
        where m.premises_id is not null
          and not exists (select from readings r where r.meter_id = m.id and r.refused_at is null and r.taken_on between $1::date and $2::date)`,
      monthOf,
      'meters',
    ),
  },
  {
    code: 'past-changed',
    step: 'data',
    owner: 'accountant',
    weight: 'tells',
    slips: true,
    look: counted(
      `select count(distinct (c.subject_type, c.subject_id))::int as subjects, count(distinct b.period)::int as months
         from fact_changes c
         join billing_runs b on b.state = 'closed' and b.facts_through < c.id and b.period < $1::date
          and daterange(b.period, (b.period + interval '1 month')::date) && daterange(c.from_day, c.to_day)
         join billing_runs own on own.id = $2 and c.id > own.facts_through`,
      (run) => [formatDate(firstDay(run.period)), run.id],
      'subjects',
    ),
  },
  {
    code: 'calculated',
    step: 'charges',
    owner: 'accountant',
    weight: 'blocks',
    look: async (tx, run) => {
      const [figures] = await tx.query<Figures[]>(
        `select coalesce(sum(accounts), 0)::int as accounts, ${ROUBLES('coalesce(sum(amount), 0)')} as amount
           from billing_run_houses where run_id = $1`,
        [run.id],
      );
      return { ok: ['review', 'closing', 'closed', 'reopening'].includes(run.state), figures: figures! };
    },
  },
  {
    code: 'changed-since',
    step: 'charges',
    owner: 'accountant',
    weight: 'tells',
    look: counted(
      `select count(*)::int as changes
         from fact_changes c
        where c.id > (select facts_through from billing_runs where id = $3)
          and c.changed_at > (select min(calculated_at) from billing_run_chunks where run_id = $3)
          and daterange($1::date, $2::date, '[]') && daterange(c.from_day, c.to_day)`,
      (run) => [...monthOf(run), run.id],
      'changes',
    ),
  },
  {
    code: 'parked',
    step: 'charges',
    owner: 'accountant',
    weight: 'blocks',
    look: counted(
      `select count(*)::int as parked, count(distinct house_id)::int as houses from billing_run_parked where run_id = $1`,
      runOf,
      'parked',
    ),
  },
  {
    code: 'held',
    step: 'charges',
    owner: 'accountant',
    weight: 'skippable',
    slips: true,
    look: counted(
      `select count(distinct account_id)::int as bills, count(distinct house_id)::int as houses
         from held_bills where run_id = $1 and state = 'held'`,
      runOf,
      'bills',
    ),
  },
  {
    // Of the last closed month, account by account: what it ended with is what it began with and what was posted in it.
    code: 'opening-agrees',
    step: 'charges',
    owner: 'senior-accountant',
    weight: 'blocks',
    look: counted(
      `with last as (select max(period) as month from closed_months where period < $1::date),
            posted as (
              select p.account_id, sum(p.amount) as amount from last
                join ledger_postings p on p.period = last.month and p.ledger_account = 'receivable' group by 1),
            written as (
              select b.account_id, b.closing, b.closing - coalesce(before.closing, 0) as moved
                from last join account_balances b on b.period = last.month
                left join lateral (select closing from account_balances l where l.account_id = b.account_id and l.period < b.period
                                    order by l.period desc limit 1) before on true)
       select count(*) filter (where coalesce(w.moved, 0) <> coalesce(p.amount, 0))::int as accounts,
              ${ROUBLES('coalesce(sum(w.closing), 0)')} as amount
         from written w full join posted p on p.account_id = w.account_id`,
      (run) => [formatDate(firstDay(run.period))],
      'accounts',
    ),
  },
  {
    // What was paid on accounts, or lies by for nobody yet, is what was received and kept as fees.
    code: 'payments-agree',
    step: 'payments',
    owner: 'cashier',
    weight: 'blocks',
    look: async (tx, run) => {
      const [row] = await tx.query<{ paid: string; received: string; agrees: boolean; payments: number }[]>(
        `with booked as (
           select coalesce(-sum(p.amount) filter (where p.ledger_account = 'receivable'), 0) as paid,
                  coalesce(sum(p.amount) filter (where p.ledger_account in ('received', 'fee', 'unallocated')), 0) as received,
                  count(distinct e.id) filter (where e.kind = 'payment' and p.ledger_account = 'received' and p.amount > 0)::int as payments
             from ledger_postings p join ledger_entries e on e.id = p.entry_id
            where p.period = $1::date and e.period = $1::date and e.kind in ${MONEY_KINDS})
         select ${ROUBLES('paid')} as paid, ${ROUBLES('received')} as received, paid = received as agrees, payments from booked`,
        [formatDate(firstDay(run.period))],
      );
      const { agrees, ...figures } = row!;
      return { ok: agrees, figures };
    },
  },
  {
    code: 'unmatched-money',
    step: 'payments',
    owner: 'cashier',
    weight: 'tells',
    slips: true,
    look: counted(
      `select ${ROUBLES('coalesce(-sum(amount), 0)')} as amount
         from ledger_postings where ledger_account = 'unallocated' and period <= $1::date`,
      (run) => [formatDate(firstDay(run.period))],
      'amount',
    ),
  },
  {
    code: 'penalties-accrued',
    step: 'penalties',
    owner: 'accountant',
    weight: 'tells',
    look: async (tx, run) => {
      const [figures] = await tx.query<Figures[]>(
        `select ${ROUBLES('coalesce(sum(amount), 0)')} as amount, count(distinct account_id)::int as accounts
           from ledger_postings where period = $1::date and ledger_account = 'receivable' and kind = 'penalty' and amount > 0`,
        [formatDate(firstDay(run.period))],
      );
      return { ok: true, figures: figures! };
    },
  },
  {
    code: 'benefits-granted',
    step: 'benefits',
    owner: 'accountant',
    weight: 'tells',
    look: async (tx, run) => {
      const [figures] = await tx.query<Figures[]>(
        `select (select ${ROUBLES('coalesce(-sum(amount), 0)')} from compensated_benefits where run_id = $3) as amount,
                (select count(distinct account_id) from compensated_benefits where run_id = $3)::int as accounts,
                (select count(*) from account_benefits b
                  where ${inForce('b', null)} and upper(b.valid) between $1::date and ($2::date + 1))::int as ended`,
        [...monthOf(run), run.id],
      );
      return { ok: Number(figures!.ended) === 0, figures: figures! };
    },
  },
];
