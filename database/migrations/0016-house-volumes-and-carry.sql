-- What the full set of charge methods asks for besides tariffs and norms: what came into a house month by month, days of
-- heating, heat of one's own, units of a service, who pays no VAT; and what a month of common property leaves to the next.

-- Current transformers: what the dial shows is multiplied by this.
alter table meters add column ratio numeric(8, 2) not null default 1 check (ratio > 0);

-- What a meter of the house (ОДПУ) counted in a month. Its own period need not be the calendar's: the volume is billed as
-- it was read. A month stands alone: a correction supersedes the month and leaves its neighbours.
create table house_meter_volumes (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  valid daterange not null check (lower(valid) = date_trunc('month', lower(valid))::date
                                  and upper(valid) = (lower(valid) + interval '1 month')::date),
  volume numeric(16, 4) not null check (volume >= 0), -- in the unit of the resource: м³, кВт·ч, Гкал
  reading numeric(12, 4) check (reading >= 0),        -- what the dial showed at the end, where it was read
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (meter_id with =, valid with &&) where (superseded_at is null)
);
create index house_meter_volumes_house on house_meter_volumes (house_id);
create index house_meter_volumes_superseded on house_meter_volumes (recorded_at) where superseded_at is not null;
call guard_tenant_table('house_meter_volumes', 'house_id');

-- Days of heating as the local authority declared them; a house may have its own. Each row is one season.
create table heating_seasons (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  house_id bigint,                                   -- null: all of the organisation's
  place text not null check (place = coalesce('house:' || house_id, 'organization')),
  valid daterange not null check (not isempty(valid)),
  basis text,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (organization_id with =, place with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('heating_seasons', 'house_id');
alter policy tenant on heating_seasons
  using (organization_id = (select current_organization()) and ((select current_house_scope()) is null or house_id is null
         or house_id = any ((select current_house_scope())::bigint[])))
  with check (organization_id = (select current_organization()) and ((select current_house_scope()) is null
         or house_id = any ((select current_house_scope())::bigint[])));

-- A lawful heat source of one's own, or no heaters by the house's project (Sинд).
alter table premises_facts add column own_heating boolean not null default false;

-- How many units of a service a premises has: points, animals, m² of a plot that is watered.
create table premises_units (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  service_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  units numeric(12, 3) not null check (units >= 0),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (premises_id with =, service_id with =, valid with &&) where (superseded_at is null)
);
create index premises_units_house on premises_units (house_id);
create index premises_units_superseded on premises_units (recorded_at) where superseded_at is not null;
call guard_tenant_table('premises_units', 'house_id');

-- Days on which a recipient pays no VAT: the rates of its services hold none then, whatever the tariff's row says.
create table supplier_vat_exemptions (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  supplier_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  basis text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (supplier_id with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('supplier_vat_exemptions');

-- A negative common volume that a month's run leaves to the next, by house and common service (ПП 491, п. 29(2)). Written
-- with the run's lines; the next month reads those of the closed run.
create table billing_run_carry (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  service_id bigint not null,
  volume numeric not null check (volume < 0),
  primary key (organization_id, run_id, house_id, service_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
call guard_tenant_table('billing_run_carry', 'house_id');
create policy only_drafts on billing_run_carry as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

grant select, insert on house_meter_volumes, heating_seasons, premises_units, supplier_vat_exemptions to dvor_app;
grant update (superseded_at, superseded_by) on house_meter_volumes, heating_seasons, premises_units, supplier_vat_exemptions to dvor_app;
grant select, insert, delete on billing_run_carry to dvor_app;
