import {
  type AccountId,
  addMonths,
  type DetailValue,
  firstDay,
  formatDate,
  type HouseId,
  lastDay,
  type Period,
  type RunId,
  type ServiceId,
} from '@dvor/kernel';
import { settingsOn } from '@dvor/catalogue';
import { inForce, type Tx } from '@dvor/platform';

/** Why a bill is held until somebody has looked at it (ACC-16). */
export const HOLD_CODES = [
  'above-similar',
  'times-usual',
  'above-last-month',
  'zero-with-residents',
  'service-twice',
  'negative-common',
  'negative-total',
] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** A bill that looks wrong, and the figures by which it does. */
export interface Anomaly {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly code: HoldCode;
  /** `null`: the whole bill. */
  readonly serviceId: ServiceId | null;
  readonly details: Readonly<Record<string, DetailValue>>;
}

/** A rule: what must stand in the organisation's settings, and the rows of the draft that fall under it. */
interface Rule {
  readonly code: HoldCode;
  /** `account_id, house_id, service_id, details` of `bill`, `service` and `last` below. */
  readonly sql: string;
}

const ROUBLES = (kopecks: string) => `to_char(${kopecks} / 100.0, 'FM999999999990.00')`;
/** Similar flats must be so many at least: of fewer, somebody is always far above the others. */
const SIMILAR_AT_LEAST = 10;
/** Months that tell what is usual. */
const USUAL_MONTHS = 12;

/**
 * Similar flats: of one house, for one service, charged in one way (by meter, by norm), of as many rooms, or where rooms
 * are not known within the same fifteen square metres. The bound is the 99th percentile of the OTHERS, for a flat far
 * above would raise its own: below a hundred flats that is the greatest of them.
 */
const ABOVE_SIMILAR: Rule = {
  code: 'above-similar',
  sql: `
    select account_id, house_id, service_id,
           jsonb_build_object('amount', ${ROUBLES('amount')}, 'similar', ${ROUBLES('bound')}, 'flats', n) as details
      from (select *, lead(amount, (top + 1 - place)::int) over (partition by house_id, service_id, way, size order by place) as bound
              from (select *, (n - 1) - ceil(0.99 * (n - 1)) + 1 as top
                      from (select s.account_id, s.house_id, s.service_id, s.way, f.size, s.amount,
                                   count(*) over alike as n, row_number() over (alike order by s.amount desc, s.account_id) as place
                              from service s join flat f on f.account_id = s.account_id
                             where s.amount > 0
                            window alike as (partition by s.house_id, s.service_id, s.way, f.size)) counted
                     where n >= ${SIMILAR_AT_LEAST}) placed
             where place <= top + 1) bounded
     where place <= top and amount > bound * $7::int / 100 and amount - bound >= $10::bigint`,
};

const TIMES_USUAL: Rule = {
  code: 'times-usual',
  sql: `
    select s.account_id, s.house_id, s.service_id,
           jsonb_build_object('amount', ${ROUBLES('s.amount')}, 'usual', ${ROUBLES('round(usual.amount)')}, 'months', usual.months) as details
      from (select account_id, house_id, service_id, sum(amount) as amount from service group by 1, 2, 3) s
      left join last on last.account_id = s.account_id and last.service_id = s.service_id
     cross join lateral (
           select avg(amount) as amount, count(*) as months
             from unnest($5::bigint[], $6::date[]) as run (id, month)
            cross join lateral (
                  select sum(l.amount) as amount
                    from charge_lines l
                   where l.period = run.month and l.run_id = run.id and l.account_id = s.account_id
                     and l.service_id = s.service_id and l.part <> all ($11::text[])
                  having sum(l.amount) > 0 offset 0) monthly) usual
     where cardinality($5::bigint[]) > 0 and s.amount >= $10::bigint
       and s.amount >= $8::int * coalesce(nullif(greatest(last.amount, 0), 0), $10::bigint)
       and usual.months > 0 and s.amount >= $8::int * usual.amount and s.amount - usual.amount >= $10::bigint`,
};

/** A house that has grown as a whole says so in the comparison of months, not by all of its bills. */
const ABOVE_LAST_MONTH: Rule = {
  code: 'above-last-month',
  sql: `
    select account_id, house_id, null::bigint as service_id,
           jsonb_build_object('amount', ${ROUBLES('amount')}, 'before', ${ROUBLES('before')}) as details
      from (select b.account_id, b.house_id, b.amount, was.amount as before, house.grown
              from bill b
              join (select account_id, sum(amount) as amount from last group by account_id) was on was.account_id = b.account_id
              left join (select b.house_id, percentile_cont(0.5) within group (order by b.amount / was.amount::numeric) as grown
                      from bill b
                      join (select account_id, sum(amount) as amount from last group by account_id) was on was.account_id = b.account_id
                     where was.amount > 0 group by b.house_id having count(*) >= 5) house on house.house_id = b.house_id
             where was.amount > 0) compared
     where amount > before * $9::int / 100 * greatest(1, coalesce(grown, 1)) and amount - before >= $10::bigint`,
};

const ZERO_WITH_RESIDENTS: Rule = {
  code: 'zero-with-residents',
  sql: `
    select a.id as account_id, a.house_id, null::bigint as service_id, jsonb_build_object('persons', lives.persons) as details
      from account a
      join (select account_id, count(distinct party_id) as persons from residencies r
             where r.house_id = any ($3::bigint[]) and ${inForce('r', null)} and r.valid && daterange($1::date, $4::date, '[]')
             group by account_id) lives on lives.account_id = a.id
     where a.id in (select f.account_id from account_facts f
                     where f.account_id = any (array(select id from account)) and ${inForce('f', null)} and f.valid && daterange($1::date, $4::date, '[]'))
       and not exists (select from line l where l.account_id = a.id and l.amount <> 0)
       and not exists (select from billing_run_parked p where p.run_id = $2 and p.house_id = a.house_id and (p.account_id is null or p.account_id = a.id))`,
};

/** Zones of a day's tariff, and days before and after a change, differ by their workings. */
const SERVICE_TWICE: Rule = {
  code: 'service-twice',
  sql: `
    select account_id, min(house_id) as house_id, service_id,
           jsonb_build_object('amount', ${ROUBLES('amount')}, 'times', count(*)) as details
      from (select account_id, service_id, part, volume, amount from line where amount <> 0 and part <> all ($11::text[])
             group by 1, 2, 3, 4, 5 having count(*) > 1) suspect
     cross join lateral (
           select l.house_id, l.working::text as working from charge_lines l
            where l.period = $1 and l.run_id = $2 and l.account_id = suspect.account_id and l.service_id = suspect.service_id
              and l.part = suspect.part and l.volume is not distinct from suspect.volume and l.amount = suspect.amount offset 0) found
     group by account_id, service_id, part, volume, amount, working having count(*) > 1`,
};

const NEGATIVE_COMMON: Rule = {
  code: 'negative-common',
  sql: `
    select distinct l.account_id, l.house_id, l.service_id, jsonb_build_object('volume', trim_scale(c.volume)::text) as details
      from billing_run_carry c join line l on l.house_id = c.house_id and l.service_id = c.service_id
     where c.run_id = $2 and c.house_id = any ($3::bigint[])`,
};

const NEGATIVE_TOTAL: Rule = {
  code: 'negative-total',
  sql: `select account_id, house_id, null::bigint as service_id, jsonb_build_object('amount', ${ROUBLES('amount')}) as details
          from bill where amount < 0`,
};

const BY_FIGURES = [ABOVE_SIMILAR, TIMES_USUAL, ABOVE_LAST_MONTH];
const BY_CHOICE = [ZERO_WITH_RESIDENTS, SERVICE_TWICE, NEGATIVE_COMMON, NEGATIVE_TOTAL] as const;

/** Lines that are not of this month's own consumption: corrections of earlier ones, and what was entered by hand. */
const NOT_OF_THE_MONTH = ['true-up', 'manual', 'one-off', 'benefit', 'interference'];

/** Looks through the draft lines of some houses. In one statement, whatever their number. */
export async function findAnomalies(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period },
  houseIds: readonly HouseId[],
): Promise<Anomaly[]> {
  const chosen = await settingsOn(
    tx,
    [
      'anomaly.similar-percent',
      'anomaly.usual-times',
      'anomaly.month-percent',
      'anomaly.least-roubles',
      'anomaly.zero-with-residents',
      'anomaly.service-twice',
      'anomaly.negative-common',
      'anomaly.negative-total',
    ],
    firstDay(run.period),
  );
  const rules = [...BY_FIGURES, ...BY_CHOICE.filter(({ code }) => chosen[`anomaly.${code}` as keyof typeof chosen])];
  const before = await closedBefore(tx, run.period);
  return tx.query<Anomaly[]>(
    `with account as materialized (select id, house_id, premises_id from accounts where house_id = any ($3::bigint[])),
          line as materialized (
            select l.account_id, l.house_id, l.service_id, l.line, l.part, l.volume, l.amount,
                   case when l.part in ('individual', 'water', 'within') then l.working ->> 'formula' end as way
              from charge_lines l
             where l.period = $1 and l.run_id = $2 and l.account_id = any (array(select id from account))),
          bill as materialized (select account_id, house_id, sum(amount) as amount from line group by 1, 2),
          service as materialized (
            select account_id, house_id, service_id, max(way) as way, sum(amount) as amount
              from line where part <> all ($11::text[]) group by 1, 2, 3),
          flat as materialized (
            select a.id as account_id, coalesce('r' || f.rooms, 'm' || ceil(f.area / 15)) as size
              from account a
              join premises_facts f on f.premises_id = a.premises_id and ${inForce('f', null)} and f.valid @> $4::date
             where f.premises_id = any (array(select premises_id from account))),
          last as materialized (
            select l.account_id, l.service_id, sum(l.amount) as amount
              from charge_lines l
             where l.period = $12::date and l.run_id = $13::bigint and l.account_id = any (array(select id from account))
               and l.part <> all ($11::text[])
             group by 1, 2)
     ${rules
       .map(
         ({ code, sql }) =>
           `select '${code}' as code, account_id as "accountId", house_id as "houseId", service_id as "serviceId", details from (${sql}) "${code}"`,
       )
       .join(' union all ')}`,
    [
      formatDate(firstDay(run.period)),
      run.id,
      houseIds,
      formatDate(lastDay(run.period)),
      before.map(({ id }) => id),
      before.map(({ month }) => month),
      chosen['anomaly.similar-percent'],
      chosen['anomaly.usual-times'],
      chosen['anomaly.month-percent'],
      Number(chosen['anomaly.least-roubles']) * 100,
      NOT_OF_THE_MONTH,
      formatDate(firstDay(addMonths(run.period, -1))),
      before.find(({ month }) => month === formatDate(firstDay(addMonths(run.period, -1))))?.id ?? null,
    ],
  );
}

async function closedBefore(tx: Tx, period: Period): Promise<{ id: RunId; month: string }[]> {
  return tx.query<{ id: RunId; month: string }[]>(
    `select id, period::text as month from billing_runs
      where state = 'closed' and period < $1 and period >= $2 order by period desc`,
    [formatDate(firstDay(period)), formatDate(firstDay(addMonths(period, -USUAL_MONTHS)))],
  );
}
