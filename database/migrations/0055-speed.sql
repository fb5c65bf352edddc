-- What kept money waiting.

-- Each entry is looked up by its number, whatever the planner thinks of the table: a plan that was made while there were
-- few entries read all of them for every payment.
create or replace function refuse_unsound_postings() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  wrong record;
begin
  select entry_id into wrong from inserted group by entry_id having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'ledger entry % is not balanced', wrong.entry_id using errcode = 'check_violation';
  end if;
  select i.entry_id into wrong
    from (select distinct organization_id, period, entry_id from inserted) i
   where (select e.period from ledger_entries e where e.organization_id = i.organization_id and e.id = i.entry_id)
         is distinct from i.period
   limit 1;
  if found then
    raise exception 'there is no ledger entry % of this organisation and month', wrong.entry_id using errcode = 'foreign_key_violation';
  end if;
  select i.period into wrong
    from (select distinct organization_id, period from inserted) i
    join closed_months c on c.organization_id = i.organization_id and c.period >= i.period limit 1;
  if found then
    raise exception 'month % is closed', to_char(wrong.period, 'YYYY-MM') using errcode = 'DV001';
  end if;
  return null;
end $$;
