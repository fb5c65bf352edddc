import type { Part } from '../core/index.js';

/**
 * Lines of closed months with their workings, of accounts `$1` from the month `$2` to the month before `$3`; a month that
 * was corrected is as its last correction has it.
 */
export function correctedLines(parts: readonly Part[]): string {
  const listed = parts.map((part) => `'${part}'`).join(', ');
  return `
  with fixed as (
    select distinct on (l.account_id, l.service_id, l.origin, l.working ->> 'part')
           l.account_id, l.service_id, l.origin as period, l.working ->> 'part' as part, l.working -> 'again' as again
      from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
     where l.account_id = any ($1) and l.origin >= $2 and l.origin < $3 and l.period > $2 and l.part = 'true-up'
       and l.working ->> 'part' in (${listed})
     order by l.account_id, l.service_id, l.origin, l.working ->> 'part', r.period desc)
  select account_id as "accountId", service_id as "serviceId", part, working,
         (extract(year from period) * 12 + extract(month from period) - 1)::int as period
    from (
      select l.account_id, l.service_id, l.part, l.period, l.working, l.line
        from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
       where l.account_id = any ($1) and l.period >= $2 and l.period < $3 and l.part in (${listed})
         and not exists (select from fixed f where f.account_id = l.account_id and f.service_id = l.service_id
                            and f.period = l.period and f.part = l.part)
      union all
      select f.account_id, f.service_id, f.part, f.period, w.value, w.place::smallint
        from fixed f cross join lateral json_array_elements(f.again) with ordinality as w (value, place)) lines
   order by account_id, period, line`;
}
