import { addMonths, firstDay, formatDate, type HouseId, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { type LateReadingsAre, lateReadings, takeInLateReadings } from './late-readings.js';
import type { ReplayRow } from './replay-scopes.js';
import { spreadReadings } from './spread-readings.js';
import { settleCommonYears } from '../true-ups/settle-common-years.js';

/** Facts that no amount of a closed month comes from but by others, and documents that are charged in a month of their own. */
const OF_NO_AMOUNT = [
  'supplier_bank_details',
  'supplier_vat_exemptions',
  'account_subsidies',
  'one_off_prices',
  'one_off_acts',
  'metering_point_meters',
];
/** What was counted in a month is subtracted in the next, and averaged for up to a year. */
const FELT_LATER = ['readings', 'meter_facts', 'meter_act_facts', 'house_meter_volumes'];
/** Prices: no volume depends on them. */
const PRICES = ['tariffs'];

/** How far back replays go, and from how many accounts on a change waits for a person. */
export interface ReplayLimits {
  readonly monthsBack: number;
  readonly massAccounts: number;
  /** What becomes of a reading that comes after its month was closed. */
  readonly lateReadings: LateReadingsAre;
}

/**
 * Finds what a run is to replay, once: which accounts or houses, services and closed months the changes of facts
 * concern that were recorded since the last closed run began to read. Further back than `monthsBack` nothing is
 * replayed, except where a person has allowed it. A change of many accounts' past at once waits until a person has let
 * it; what waited is taken in by the first run after that. What the last run could not replay is tried again. Late
 * readings that the run takes in as its own replay nothing.
 */
export async function findReplays(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period },
  { monthsBack, massAccounts, lateReadings: late }: ReplayLimits,
): Promise<void> {
  const [begun] = await tx.query<{ through: string }[]>(
    `with begun as (update billing_runs set replays_found_at = now() where id = $1 and replays_found_at is null returning facts_through)
     select facts_through as through from begun`,
    [run.id],
  );
  if (!begun) return;
  for (const table of ['billing_run_replays', 'billing_run_late_readings'])
    await tx.query(`delete from ${table} where run_id = $1`, [run.id]);
  const [open, earliest] = monthsOf(run.period, monthsBack);
  await takeInLateReadings(tx, run.id, { open, earliest, late });
  await tx.query(
    `insert into recalculation_batches (organization_id, transaction_id)
     select current_organization(), transaction::bigint from (${MASS_CHANGES}) mass
         on conflict on constraint recalculation_batches_transaction do nothing`,
    [open, OF_NO_AMOUNT, massAccounts, begun.through, late, earliest],
  );
  await tx.query(REPLAYS_OF_RUN, [run.id, open, earliest, OF_NO_AMOUNT, FELT_LATER, PRICES, late]);
  await addHousesWithoutAccounts(tx, run.id);
  await settleCommonYears(tx, run);
}

/** What a batch would replay if the open month were billed now. */
export async function replaysOfBatch(
  tx: Tx,
  transaction: string,
  { openMonth, monthsBack }: { readonly openMonth: Period; readonly monthsBack: number },
): Promise<ReplayRow[]> {
  const [open, earliest] = monthsOf(openMonth, monthsBack);
  return tx.query<ReplayRow[]>(REPLAYS_OF_BATCH, [transaction, open, earliest, OF_NO_AMOUNT, FELT_LATER, PRICES]);
}

/** What else was changed and is posted by no closed run yet, in some houses, as a batch's own replays are told. */
export interface ChangesBeside {
  readonly transaction: string;
  /** `next-run`: waits for nobody. */
  readonly state: 'next-run' | 'waiting' | 'approved' | 'postponed';
  readonly reasons: readonly string[];
  readonly replays: readonly Pick<ReplayRow, 'houseId' | 'accountId' | 'serviceId' | 'months'>[];
}

/** Besides a batch. */
export async function changesBeside(
  tx: Tx,
  transaction: string,
  {
    openMonth,
    monthsBack,
    lateReadings: late,
    houses,
  }: Omit<ReplayLimits, 'massAccounts'> & { readonly openMonth: Period; readonly houses: readonly HouseId[] },
): Promise<ChangesBeside[]> {
  const [open, earliest] = monthsOf(openMonth, monthsBack);
  return tx.query<ChangesBeside[]>(CHANGES_BESIDE, [
    transaction,
    open,
    earliest,
    OF_NO_AMOUNT,
    FELT_LATER,
    PRICES,
    late,
    houses,
  ]);
}

/** Whether so many accounts are concerned by the changes of a transaction that a person is to let them. */
export async function isMassChange(tx: Tx, transaction: string, massAccounts: number): Promise<boolean> {
  const [row] = await tx.query<unknown[]>(
    `select 1 from fact_changes c where c.transaction_id = $1::bigint and c.fact <> all ($2)
      group by c.transaction_id ${OF_MANY_ACCOUNTS}`,
    [transaction, OF_NO_AMOUNT, massAccounts],
  );
  return row !== undefined;
}

/** The first closed month that a transaction's changes concern and that is too old to be replayed by itself; `null`: none. */
export async function firstCutOff(
  tx: Tx,
  transaction: string,
  { openMonth, monthsBack }: { readonly openMonth: Period; readonly monthsBack: number },
): Promise<string | null> {
  const [open, earliest] = monthsOf(openMonth, monthsBack);
  const [row] = await tx.query<{ first: string | null }[]>(
    `with ${CLOSED}
     select to_char(greatest(min(c.from_day), min(closed.first)), 'YYYY-MM') as first
       from fact_changes c cross join closed
      where c.transaction_id = $1::bigint and c.fact <> all ($4) and c.from_day < $3::date and closed.first < $3::date
        and (c.to_day is null or c.to_day > closed.first)`,
    [transaction, open, earliest, OF_NO_AMOUNT],
  );
  return row?.first ?? null;
}

/** Changes made together that concern so many accounts that they wait for a person, newest first. */
export async function massChanges(
  tx: Tx,
  { openMonth, monthsBack, massAccounts, lateReadings: late }: ReplayLimits & { readonly openMonth: Period },
): Promise<string[]> {
  const [open, earliest] = monthsOf(openMonth, monthsBack);
  const rows = await tx.query<{ transaction: string }[]>(MASS_CHANGES, [
    open,
    OF_NO_AMOUNT,
    massAccounts,
    null,
    late,
    earliest,
  ]);
  return rows.map(({ transaction }) => transaction);
}

/** Changes of one transaction that reach further back than is replayed. */
export interface CutOff {
  readonly transaction: string;
  readonly reason: string;
  /** The first closed month that they concern, `2021-03`. */
  readonly first: string;
}

/** What a run leaves as it was because it is too old, for a person to decide. */
export async function cutOffBy(
  tx: Tx,
  run: { readonly id: RunId; readonly period: Period },
  { monthsBack }: ReplayLimits,
): Promise<CutOff[]> {
  const [open, earliest] = monthsOf(run.period, monthsBack);
  return tx.query<CutOff[]>(CUT_OFF, [run.id, open, earliest, OF_NO_AMOUNT]);
}

function monthsOf(open: Period, monthsBack: number): [string, string] {
  return [formatDate(firstDay(open)), formatDate(firstDay(addMonths(open, -monthsBack)))];
}

/** A house whose accounts are all closed is in no chunk of the month, but may have corrections. */
async function addHousesWithoutAccounts(tx: Tx, runId: RunId): Promise<void> {
  await tx.query(
    `insert into billing_run_chunks (organization_id, run_id, chunk, house_ids)
     select current_organization(), $1, (select max(chunk) + 1 from billing_run_chunks where run_id = $1), array_agg(house_id order by house_id)
       from (select distinct house_id from billing_run_replays r
              where run_id = $1 and not exists (select from billing_run_chunks c where c.run_id = $1 and r.house_id = any (c.house_ids))) missing
     having count(*) > 0`,
    [runId],
  );
}

// Whoever shares a flat and its meters with an account is concerned with it; a party wherever it lives, owns or is let off.
const CLOSED = `
  closed as (
    select min(period) as first, max(period) as last, (array_agg(facts_through order by period desc))[1] as seen
      from billing_runs where state = 'closed' and period < $2::date)`;

const OF_MANY_ACCOUNTS = `
  having bool_or(c.subject_type in ('service', 'supplier', 'organization'))
      or (select count(*) from accounts a where a.house_id = any (array_agg(c.subject_id) filter (where c.subject_type = 'house')))
         + count(distinct (c.subject_type, c.subject_id)) filter (where c.subject_type <> 'house') > $3::int`;

const MASS_CHANGES = `
  with ${CLOSED.replaceAll('$2', '$1')}, ${lateReadings({ open: '$1', late: '$5' })},
  ${spreadReadings({ open: '$1', earliest: '$6', late: '$5' })}
  select c.transaction_id::text as transaction
    from fact_changes c cross join closed
   where c.id > closed.seen and ($4::bigint is null or c.id <= $4) and c.fact <> all ($2)
     and c.from_day < $1::date and (c.to_day is null or c.to_day > closed.first)
     and not exists (select from late where late.change = c.id)
     and not exists (select from spread where c.fact = 'readings' and c.subject_type = 'meter' and spread.meter_id = c.subject_id
                        and spread.month = date_trunc('month', c.from_day))
   group by c.transaction_id ${OF_MANY_ACCOUNTS}
   order by max(c.id) desc`;

const CUT_OFF = `
  with ${CLOSED}
  select c.transaction_id::text as transaction, min(c.reason) as reason, to_char(greatest(min(c.from_day), min(closed.first)), 'YYYY-MM') as first
    from fact_changes c cross join closed
    left join recalculation_batches b on b.transaction_id = c.transaction_id
   where c.id <= (select facts_through from billing_runs where id = $1) and c.id > closed.seen and not coalesce(b.beyond_limit, false)
     and c.fact <> all ($4) and c.from_day < $3::date and closed.first < $3::date and (c.to_day is null or c.to_day > closed.first)
   group by c.transaction_id order by c.transaction_id`;

// What is spread by days reaches back to the reading before: a change of it is felt in months before its own.
const FELT = `
    select c.*, case when c.fact = any ($5) then null else c.to_day end as until,
           case when c.subject_type = 'meter' and c.fact = any ($5) and exists (
                  select from billing_run_late_readings l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
                   where l.meter_id = c.subject_id and l.spread and l.taken_on >= date_trunc('month', c.from_day))
                then coalesce((select (date_trunc('month', max(taken_on)) + interval '1 month')::date from readings
                                where meter_id = c.subject_id and taken_on < date_trunc('month', c.from_day) and refused_at is null),
                              (select min(lower(valid)) from meter_facts where meter_id = c.subject_id and superseded_at is null))
                else c.from_day end as since`;

const CHANGES_OF_RUN = `${FELT}
      from fact_changes c cross join closed
      left join recalculation_batches b on b.transaction_id = c.transaction_id
     where c.id <= (select facts_through from billing_runs where id = $1)
       and (case when b.id is null then c.id > closed.seen else b.state = 'approved' end)
       and c.fact <> all ($4) and not exists (select from late where late.change = c.id)`;

const CHANGES_OF_BATCH = `${FELT}
      from fact_changes c where c.transaction_id = $1::bigint and c.fact <> all ($4)`;

const NOT_POSTED_BESIDE = `${FELT}
      from fact_changes c cross join closed
      left join recalculation_batches b on b.transaction_id = c.transaction_id
     where c.transaction_id <> $1::bigint
       and (case when b.id is null then c.id > closed.seen else b.state in ('waiting', 'approved', 'postponed') end)
       and c.fact <> all ($4) and not exists (select from late where late.change = c.id)`;

const UNREPLAYED_BEFORE = `
    select u.house_id, u.account_id, null::bigint, false, daterange(u.origin, (u.origin + interval '1 month')::date), change
      from billing_run_unreplayed u cross join closed
      join billing_runs r on r.id = u.run_id and r.state = 'closed' and r.period = closed.last
     cross join unnest(u.changes) change`;

// Months that a reading of this run settles by days, for what it was recorded with.
const SPREAD_BY_RUN = `
    union all
    select c.id, 'readings', 'meter', l.meter_id, daterange(before.first, $2::date)
      from billing_run_late_readings l
     cross join lateral (
       select coalesce((select (date_trunc('month', max(r.taken_on)) + interval '1 month')::date from readings r
                         where r.meter_id = l.meter_id and r.taken_on < date_trunc('month', l.taken_on) and r.refused_at is null),
                       (select date_trunc('month', min(lower(f.valid)))::date from meter_facts f
                         where f.meter_id = l.meter_id and f.superseded_at is null)) as first) before
      left join lateral (
        select max(f.id) as id from fact_changes f
         where f.subject_type = 'meter' and f.subject_id = l.meter_id and f.fact in ('readings', 'meter_facts')
           and l.taken_on between f.from_day and coalesce(f.to_day, l.taken_on)) c on true
     where l.run_id = $1 and l.spread`;

const found = (changes: string, { besides = '', more = '' } = {}) => `
  with ${CLOSED},${besides}
  changes as (${changes}),
  dated as (
    select c.id, c.fact, c.subject_type as type, c.subject_id as subject,
           daterange(greatest(date_trunc('month', c.since)::date, case when b.beyond_limit then closed.first else greatest($3::date, closed.first) end),
                     least(c.until, $2::date)) as months
      from changes c cross join closed left join recalculation_batches b on b.transaction_id = c.transaction_id
     where c.from_day < $2::date
       and greatest(date_trunc('month', c.since)::date, case when b.beyond_limit then closed.first else greatest($3::date, closed.first) end)
             < least(c.until, $2::date)${more}),
  places as (
    select d.id, d.months, coalesce(case when p.kind = 'room' then p.parent_id end, p.id) as flat
      from dated d
      left join meters m on d.type = 'meter' and m.id = d.subject
      left join accounts a on d.type = 'account' and a.id = d.subject
      join premises p on p.id = case d.type when 'premises' then d.subject when 'account' then a.premises_id when 'meter' then m.premises_id end
    union all
    select d.id, d.months, coalesce(case when p.kind = 'room' then p.parent_id end, p.id)
      from dated d
      join lateral (
        select account_id from residencies where party_id = d.subject and superseded_at is null
        union select account_id from account_benefits where party_id = d.subject and superseded_at is null
        union select account_id from account_facts where payer_id = d.subject and superseded_at is null
        union select a.id from ownerships o join accounts a on a.premises_id = o.premises_id where o.party_id = d.subject and o.superseded_at is null) of on true
      join accounts a on a.id = of.account_id
      join premises p on p.id = a.premises_id
     where d.type = 'party'
    union all
    select d.id, d.months, a.premises_id
      from dated d join account_benefits b on b.superseded_at is null join accounts a on a.id = b.account_id
     where d.type = 'organization' and d.fact = 'benefit_terms'),
  found as (
    select a.house_id, a.id as account_id, null::bigint as service_id, false as rates_only, p.months, p.id as change
      from places p
      join lateral (select id from premises where id = p.flat union all select id from premises where parent_id = p.flat and kind = 'room') same on true
      join accounts a on a.premises_id = same.id
    union all
    select h.id, null, null, false, d.months, d.id
      from dated d join houses h on h.id = case d.type when 'house' then d.subject
             when 'meter' then (select house_id from meters where id = d.subject and premises_id is null) end
    union all
    select s.house_id, null, d.subject, d.fact = any ($6), d.months, d.id
      from dated d join (select distinct house_id, service_id from service_assignments) s on d.type = 'service' and s.service_id = d.subject
    union all
    select s.house_id, null, null, false, d.months, d.id
      from dated d join (select distinct house_id, supplier_id from service_assignments) s on d.type = 'supplier' and s.supplier_id = d.subject
    union all
    select h.id, null, null, false, d.months, d.id
      from dated d cross join houses h
     where d.type = 'organization' and d.fact not in ('benefit_terms', 'charge_formula_terms')
    union all
    select s.house_id, null, s.service_id, false, d.months, d.id
      from dated d join (select distinct house_id, service_id from service_assignments where method = 'formula') s on d.type = 'organization'
     where d.fact = 'charge_formula_terms'`;

const REPLAYS_OF_RUN = `${found(CHANGES_OF_RUN, { besides: ` ${lateReadings({ open: '$2', late: '$7' })},`, more: SPREAD_BY_RUN })}
    union all ${UNREPLAYED_BEFORE})
  insert into billing_run_replays (organization_id, run_id, house_id, account_id, service_id, rates_only, months, changes)
  select current_organization(), $1, house_id, account_id, service_id, rates_only, months,
         coalesce(array_agg(distinct change order by change) filter (where change is not null), '{}')
    from found group by house_id, account_id, service_id, rates_only, months
   order by house_id, account_id, service_id, months`;

const REPLAYS_OF_BATCH = `${found(CHANGES_OF_BATCH)})
  select house_id::text as "houseId", account_id::text as "accountId", service_id::text as "serviceId", rates_only as "ratesOnly",
         months::text as months, array_agg(distinct change::text) as changes
    from found group by house_id, account_id, service_id, rates_only, months
   order by house_id, account_id, service_id, months`;

const CHANGES_BESIDE = `${found(NOT_POSTED_BESIDE, { besides: ` ${lateReadings({ open: '$2', late: '$7' })},` })})
  select c.transaction_id::text as transaction, coalesce(b.state, 'next-run') as state, array_agg(distinct c.reason order by c.reason) as reasons,
         json_agg(distinct jsonb_build_object('houseId', f.house_id::text, 'accountId', f.account_id::text, 'serviceId', f.service_id::text,
                                              'months', f.months::text)) as replays
    from found f join fact_changes c on c.id = f.change
    left join recalculation_batches b on b.transaction_id = c.transaction_id
   where f.house_id = any ($8::bigint[])
   group by c.transaction_id, b.id order by max(c.id) desc`;
