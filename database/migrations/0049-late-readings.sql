-- Readings of closed months that came after these were closed: which run takes them in as readings of its own month.
-- Written down when the run begins, so that what was settled stays settled whatever is chosen later.
create table billing_run_late_readings (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  taken_on date not null,
  primary key (organization_id, run_id, meter_id, taken_on),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create index billing_run_late_readings_house on billing_run_late_readings (organization_id, house_id);
call guard_tenant_table('billing_run_late_readings', 'house_id');
create policy only_drafts on billing_run_late_readings as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

grant select, insert, delete on billing_run_late_readings to dvor_app;

-- The choice had a name that spoke of no month, and an answer that changed nothing.
alter table organization_settings no force row level security;
update organization_settings set value = case value when '"by-days"' then '"own-month"' else '"open-month"' end::jsonb where code = 'late-reading';
alter table organization_settings force row level security;
