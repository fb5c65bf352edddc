/**
 * SQL of the readings, and removals of meters, that settle months without any by days, where the organisation chose so:
 * those of the open month, and late ones of closed months. Each with the first month of the stretch that it is spread
 * over. Where its stretch goes back beyond what Dvor has billed or replays, where another has become the payer since,
 * verification was over, an act speaks of the meter, or another meter of the same service stands unread beside it, it
 * settles them at once, as ever.
 */
export function spreadReadings({
  open,
  earliest,
  late,
}: {
  readonly open: string;
  readonly earliest: string;
  readonly late: string;
}): string {
  const until = `(${open}::date + interval '1 month')::date`;
  return `
  ended as (
    select r.meter_id, r.taken_on as day
      from readings r
      where ${late}::text = 'by-days' and r.taken_on >= ${open}::date and r.taken_on < ${until} and r.refused_at is null
    union
    select c.subject_id, c.from_day
      from fact_changes c cross join closed
     where ${late}::text = 'by-days' and c.fact = 'readings' and c.subject_type = 'meter' and c.id > closed.seen
       and c.from_day >= closed.first and c.from_day < ${open}::date
       and not exists (select from recalculation_batches b where b.transaction_id = c.transaction_id)
       and (select count(*) + count(r.refused_at) from readings r
             where r.meter_id = c.subject_id and r.taken_on >= date_trunc('month', c.from_day)
               and r.taken_on < date_trunc('month', c.from_day) + interval '1 month')
         = (select count(*) from fact_changes n
             where n.fact = 'readings' and n.subject_type = 'meter' and n.subject_id = c.subject_id and n.id > closed.seen
               and n.from_day >= date_trunc('month', c.from_day) and n.from_day < date_trunc('month', c.from_day) + interval '1 month')
    union
    select f.meter_id, upper(f.valid)
      from meter_facts f cross join closed
     where ${late}::text = 'by-days' and f.superseded_at is null and f.final_values is not null and upper(f.valid) >= closed.first
       and upper(f.valid) < ${until}
       and (upper(f.valid) >= ${open}::date
         or exists (select from fact_changes c
                     where c.fact = 'meter_facts' and c.subject_type = 'meter' and c.subject_id = f.meter_id and c.id > closed.seen
                       and (c.to_day is null or c.to_day >= upper(f.valid))))),
  stretches as (
    select e.meter_id, m.house_id, m.premises_id, m.resource, max(e.day) as day, date_trunc('month', e.day)::date as month,
           min(coalesce((date_trunc('month', before.day) + interval '1 month')::date, date_trunc('month', stood.since)::date)) as first
      from ended e
      join meters m on m.id = e.meter_id and m.premises_id is not null
     cross join lateral (select max(r.taken_on) as day from readings r
                          where r.meter_id = e.meter_id and r.taken_on < date_trunc('month', e.day) and r.refused_at is null) before
     cross join lateral (select min(lower(f.valid)) as since from meter_facts f
                          where f.meter_id = e.meter_id and f.superseded_at is null) stood
     group by e.meter_id, m.house_id, m.premises_id, m.resource, date_trunc('month', e.day)),
  settling as (
    select s.* from stretches s cross join closed
     where s.first < s.month and s.first >= closed.first and s.first >= ${earliest}::date
       and exists (select from account_facts f join accounts a on a.id = f.account_id
                    where a.premises_id in (select id from premises where id = s.premises_id or parent_id = s.premises_id)
                      and f.superseded_at is null and f.valid @> daterange(s.first, ${until}))
       and not exists (select from account_facts f join accounts a on a.id = f.account_id
                        where a.premises_id in (select id from premises where id = s.premises_id or parent_id = s.premises_id)
                          and f.superseded_at is null and f.valid && daterange(s.first, ${until})
                          and not f.valid @> daterange(s.first, ${until}))
       and not exists (select from meter_facts f
                        where f.meter_id = s.meter_id and f.superseded_at is null and f.valid && daterange(s.first, s.day)
                          and s.resource <> 'electricity' and f.verified_until < s.day)
       and not exists (select from meter_act_facts f
                        where f.premises_id = s.premises_id and f.superseded_at is null and f.valid && daterange(s.first, ${until}))
       and not exists (select from billing_run_late_readings l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
                        where l.meter_id = s.meter_id and not l.spread and r.period >= s.first)),
  spread as (
    select s.* from settling s
     where not exists (
       select from meters other
         join lateral (select min(lower(valid)) as since, max(coalesce(upper(valid), 'infinity')) as until,
                              bool_or(other.resource <> 'electricity' and verified_until < s.day) as lapsed
                         from meter_facts where meter_id = other.id and superseded_at is null) stood on true
        where other.premises_id = s.premises_id and other.resource = s.resource and other.id <> s.meter_id
          and stood.since < (s.month + interval '1 month')::date and stood.until > s.first
          and not exists (select from settling same where same.meter_id = other.id and same.month = s.month)
          and (stood.lapsed or exists (
            select from generate_series(s.first, s.month, interval '1 month') each
              join lateral (select daterange(each::date, (each + interval '1 month')::date) as days) its on true
             where daterange(stood.since, stood.until, '[]') && its.days
               and not its.days @> stood.since and not (stood.until < 'infinity' and its.days @> stood.until)
               and not exists (select from readings r where r.meter_id = other.id and r.taken_on <@ its.days and r.refused_at is null)))))`;
}
