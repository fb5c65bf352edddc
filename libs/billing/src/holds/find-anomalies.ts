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
  'house-grown',
  'zero-with-residents',
  'service-twice',
  'negative-common',
  'negative-total',
] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** A bill that looks wrong, and the figures by which it does. */
export interface Anomaly {
  /** `null`: the service of the whole house. */
  readonly accountId: AccountId | null;
  readonly houseId: HouseId;
  readonly code: HoldCode;
  /** `null`: the whole bill. */
  readonly serviceId: ServiceId | null;
  readonly details: Readonly<Record<string, DetailValue>>;
}

/** A rule: what must stand in the organisation's settings, and the rows of the draft that fall under it. */
interface Rule {
  readonly code: HoldCode;
  /** `account_id, house_id, service_id, details` of `bill`, `service`, `last` and `grown` below. */
  readonly sql: string;
}

const ROUBLES = (kopecks: string) => `to_char(${kopecks} / 100.0, 'FM999999999990.00')`;
/** Months that tell what is usual. */
const USUAL_MONTHS = 12;
/** Fewer accounts don't tell how a house has grown. */
const GROWN_AT_LEAST = 5;

/**
 * Similar flats: of one house, for one service, charged in one way (by meter; by norm for as many people), of as many
 * rooms, or where rooms are not known within the same fifteen square metres. The bound is the 99th percentile of the
 * OTHERS, for a flat far above would raise its own: below a hundred flats that is the greatest of them. Who uses as much
 * as last month is no news.
 */
const ABOVE_SIMILAR: Rule = {
  code: 'above-similar',
  sql: `
    select account_id, house_id, service_id,
           jsonb_build_object('amount', ${ROUBLES('round(monthly)')}, 'similar', ${ROUBLES('round(bound)')}, 'flats', n) as details
      from (select *, lead(monthly, (top + 1 - place)::int) over (partition by house_id, service_id, way, size order by place) as bound
              from (select *, (n - 1) - ceil(0.99 * (n - 1)) + 1 as top
                      from (select s.account_id, s.house_id, s.service_id, s.way, f.size, s.monthly, s.used,
                                   count(*) over alike as n, row_number() over (alike order by s.monthly desc, s.account_id) as place
                              from service s join flat f on f.account_id = s.account_id
                             where s.amount > 0
                            window alike as (partition by s.house_id, s.service_id, s.way, f.size)) counted
                     where n >= $14::int) placed
             where place <= top + 1) bounded
      left join (select account_id as before_account, service_id as before_service, used as used_before from last) before
             on before_account = account_id and before_service = service_id
     where place <= top and monthly > bound * $7::int / 100 and monthly - bound >= $10::bigint
       and (used_before is null or used is null or used > used_before * $15::int / 100)`,
};

const TIMES_USUAL: Rule = {
  code: 'times-usual',
  sql: `
    select s.account_id, s.house_id, s.service_id,
           jsonb_build_object('amount', ${ROUBLES('round(s.monthly)')}, 'usual', ${ROUBLES('round(usual.amount)')}, 'months', usual.months) as details
      from service s
      left join last on last.account_id = s.account_id and last.service_id = s.service_id
     cross join lateral (
           select avg(amount) as amount, count(*) as months
             from unnest($5::bigint[], $6::date[]) as run (id, month)
            cross join lateral (
                  select sum(l.amount) * coalesce((
                           select ${wholeMonth('run.month')} from account_facts f
                            where f.account_id = s.account_id and ${inForce('f', null)} and ${inMonth('run.month')}), 1) as amount
                    from charge_lines l
                   where l.period = run.month and l.run_id = run.id and l.account_id = s.account_id
                     and l.service_id = s.service_id and l.part <> all ($11::text[])
                  having sum(l.amount) > 0 offset 0) monthly) usual
     where cardinality($5::bigint[]) > 0 and s.monthly >= $10::bigint
       and s.monthly >= $8::int * coalesce(nullif(greatest(last.amount, 0), 0), $10::bigint)
       and usual.months > 0 and s.monthly >= $8::int * usual.amount and s.monthly - usual.amount >= $10::bigint`,
};

/**
 * Each service may grow as it has grown for others of the house, places of the same kind first: a season, a tariff, the
 * house's own meter are told once, by `house-grown` and the comparison of months, not by all bills.
 */
const ABOVE_LAST_MONTH: Rule = {
  code: 'above-last-month',
  sql: `
    select account_id, house_id, null::bigint as service_id,
           jsonb_build_object('amount', ${ROUBLES('round(amount)')}, 'before', ${ROUBLES('round(before)')}) as details
      from (select b.account_id, b.house_id, b.amount - coalesce(now.beyond, 0) as amount, was.before, was.expected + coalesce(now.begun, 0) as expected
              from bill b
              join (select l.account_id, sum(l.amount) as before, sum(l.amount * greatest(1, coalesce(alike.grown, house.grown, 1))) as expected
                      from last l
                      join account a on a.id = l.account_id
                      left join grown alike on alike.house_id = a.house_id and alike.service_id = l.service_id and alike.kind = a.kind
                      left join grown house on house.house_id = a.house_id and house.service_id = l.service_id and house.kind is null
                     group by l.account_id) was on was.account_id = b.account_id
              left join (select s.account_id, sum(s.amount - s.monthly) as beyond, sum(s.monthly) filter (where new.service_id is not null) as begun
                      from service s
                      left join begun new on new.house_id = s.house_id and new.service_id = s.service_id
                     group by s.account_id) now on now.account_id = b.account_id
             where was.before > 0) compared
     where amount > expected * $9::int / 100 and amount - before >= $10::bigint`,
};

/**
 * A service that came to far more for the whole house than in any of the last months, and for most of its accounts: one
 * thing to look at. Heating is compared where a whole year is known.
 */
const HOUSE_GROWN: Rule = {
  code: 'house-grown',
  sql: `
    select null::bigint as account_id, g.house_id, g.service_id,
           jsonb_build_object('volume', round(now.volume, 3)::text, 'before', round(before.most, 3)::text, 'months', before.months) as details
      from grown g
      join services v on v.id = g.service_id
      join (select house_id, service_id, sum(volume) as volume from service group by 1, 2) now on now.house_id = g.house_id and now.service_id = g.service_id
     cross join lateral (
           select max(volume) as most, count(*) as months
             from (select (total ->> 'volume')::numeric as volume
                     from billing_run_houses h cross join jsonb_array_elements(h.totals) total
                    where h.run_id = any ($5::bigint[]) and h.house_id = g.house_id and total ->> 'service' = g.service_id::text) month
            where volume > 0) before
     where g.kind is null and g.grown * 100 > $16::int and now.volume * 100 > before.most * $16::int
       and (before.months >= ${USUAL_MONTHS} or v.resource is distinct from 'heating')`,
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

/** The house's, whoever's bills the service stands in. */
const NEGATIVE_COMMON: Rule = {
  code: 'negative-common',
  sql: `
    select null::bigint as account_id, c.house_id, c.service_id, jsonb_build_object('volume', trim_scale(c.volume)::text) as details
      from billing_run_carry c
     where c.run_id = $2 and c.house_id = any ($3::bigint[]) and c.origin is null and c.volume < 0`,
};

const NEGATIVE_TOTAL: Rule = {
  code: 'negative-total',
  sql: `select account_id, house_id, null::bigint as service_id, jsonb_build_object('amount', ${ROUBLES('amount')}) as details
          from bill where amount < 0`,
};

const BY_FIGURES = [ABOVE_SIMILAR, TIMES_USUAL, ABOVE_LAST_MONTH, HOUSE_GROWN];
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
      'anomaly.similar-flats',
      'anomaly.as-before-percent',
      'anomaly.house-percent',
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
    `with account as materialized (
            select a.id, a.house_id, a.premises_id, p.kind
              from accounts a join premises p on p.id = a.premises_id where a.house_id = any ($3::bigint[])),
          line as materialized (
            select l.account_id, l.house_id, l.service_id, l.line, l.part, l.volume, l.amount,
                   case when use.formula is not null then concat_ws(' ', use.formula, case use.formula when 'norm' then l.working #>> '{norm,0,1}' end) end as way,
                   case use.formula when 'meter' then (
                     select max((r #>> '{to,0}')::date - (r #>> '{from,0}')::date) from json_array_elements(l.working -> 'readings') r) end as days
              from charge_lines l
             cross join lateral (select case when l.part in (${OF_USE}) then l.working ->> 'formula' end as formula offset 0) use -- read once
             where l.period = $1 and l.run_id = $2 and l.account_id = any (array(select id from account))),
          bill as materialized (select account_id, house_id, sum(amount) as amount from line group by 1, 2),
          spans as materialized (select account_id, max(days) as days from line group by 1),
          service as materialized (
            select *, amount / months as monthly, volume_used / months as used
              from (select l.account_id, l.house_id, l.service_id, max(l.way) as way, sum(l.amount)::numeric as amount, sum(l.volume) as volume,
                           sum(l.volume) filter (where l.way is not null) as volume_used,
                           ${monthsCovered("coalesce(max(l.days), case max(l.way) when 'sewage' then max(spans.days) end)")} as months
                      from line l join spans on spans.account_id = l.account_id
                     where l.part <> all ($11::text[]) group by 1, 2, 3) summed),
          flat as materialized (
            select a.id as account_id, coalesce('r' || f.rooms, 'm' || ceil(f.area / 15)) as size
              from account a
              join premises_facts f on f.premises_id = a.premises_id and ${inForce('f', null)} and f.valid @> $4::date
             where f.premises_id = any (array(select premises_id from account))),
          last as materialized (
            select summed.account_id, summed.service_id, amount * coalesce(whole, 1) as amount, used * coalesce(whole, 1) as used
              from (select l.account_id, l.service_id, sum(l.amount) as amount, sum(l.volume) filter (where l.part in (${OF_USE})) as used
                      from charge_lines l
                     where l.period = $12::date and l.run_id = $13::bigint and l.account_id = any (array(select id from account))
                       and l.part <> all ($11::text[])
                     group by 1, 2) summed
              left join (select f.account_id, ${wholeMonth('$12')} as whole
                           from account_facts f
                          where f.account_id = any (array(select id from account)) and ${inForce('f', null)} and ${inMonth('$12')}
                          group by 1) lived on lived.account_id = summed.account_id),
          compared as materialized (
            select s.house_id, s.service_id, a.kind, case when l.amount > 0 then s.monthly / l.amount end as growth
              from service s join account a on a.id = s.account_id
              left join last l on l.account_id = s.account_id and l.service_id = s.service_id
             where s.amount > 0),
          grown as materialized (
            select house_id, service_id, kind, (percentile_cont(0.5) within group (order by growth))::numeric as grown
              from compared group by grouping sets ((house_id, service_id, kind), (house_id, service_id))
            having count(growth) >= ${GROWN_AT_LEAST}),
          begun as materialized (
            select house_id, service_id from compared group by 1, 2 having count(growth) = 0 and count(*) >= ${GROWN_AT_LEAST})
     ${rules
       .map(
         ({ code, sql }) =>
           `select '${code}' as code, account_id as "accountId", house_id as "houseId", service_id as "serviceId", details from (${sql}) "${code}"`,
       )
       .join(' union all ')}
     order by 3, 2 nulls first, 1, 4`,
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
      chosen['anomaly.similar-flats'],
      chosen['anomaly.as-before-percent'],
      chosen['anomaly.house-percent'],
    ],
  );
}

/** What is charged by what somebody has used, or by a norm of it. */
const OF_USE = `'individual', 'water', 'within'`;

/** How many months of use a reading has brought at once: one that came after a missed month brings two. */
function monthsCovered(days: string): string {
  const month = `($4::date - $1::date + 1)`;
  return `case when ${days} > ${month} * 1.5 then ${days}::numeric / ${month} else 1 end`;
}

/** By what a month's sum is multiplied to be one of a whole month: an account opened on the 16th has half of one. */
function wholeMonth(month: string): string {
  const days = daysOf(month);
  return `(upper(${days}) - lower(${days}))::numeric / sum(upper(f.valid * ${days}) - lower(f.valid * ${days}))`;
}

function inMonth(month: string): string {
  return `f.valid && ${daysOf(month)}`;
}

function daysOf(month: string): string {
  return `daterange(${month}::date, (${month}::date + interval '1 month')::date)`;
}

async function closedBefore(tx: Tx, period: Period): Promise<{ id: RunId; month: string }[]> {
  return tx.query<{ id: RunId; month: string }[]>(
    `select id, period::text as month from billing_runs
      where state = 'closed' and period < $1 and period >= $2 order by period desc`,
    [formatDate(firstDay(period)), formatDate(firstDay(addMonths(period, -USUAL_MONTHS)))],
  );
}
