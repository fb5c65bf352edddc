-- A service of a whole house is one thing to look at, not one for each of its bills.
alter table billing_run_holds alter column account_id drop not null;
comment on column billing_run_holds.account_id is 'Null: all bills of the house that the service stands in.';
drop index billing_run_holds_standing;
create unique index billing_run_holds_standing on billing_run_holds (organization_id, run_id, house_id, account_id, code, service_id)
  nulls not distinct where state <> 'released';

-- Each bill that is or was held, by a hold of its own or of its house.
create view held_bills with (security_invoker) as
  select h.organization_id, h.id as hold_id, h.run_id, h.house_id, h.account_id, h.state
    from billing_run_holds h where h.account_id is not null
  union all
  select h.organization_id, h.id, h.run_id, h.house_id, a.id, h.state
    from billing_run_holds h
    join billing_runs r on r.id = h.run_id
    join accounts a on a.house_id = h.house_id
   where h.account_id is null
     and exists (select from charge_lines l
                  where l.period = r.period and l.run_id = h.run_id and l.account_id = a.id and l.service_id = h.service_id);
grant select on held_bills to dvor_app;
