-- What a year of common property came to beyond what was charged for it (ПП 491, п. 29(3)), as the run found it that
-- settles it first: by months, in the unit of the service. It is charged in equal parts since then to the year's end.
create table common_years (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  service_id bigint not null,
  year int not null,
  since date not null,                                -- the first month that charges a part of it
  months jsonb not null,                              -- [{ period, fact, charged }]
  primary key (organization_id, run_id, house_id, service_id, year),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create index common_years_house on common_years (organization_id, house_id);
call guard_tenant_table('common_years', 'house_id');
create policy only_drafts on common_years as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

grant select, insert, delete on common_years to dvor_app;
