-- Meters and their readings. A reading is never changed: a later one of the same day and source takes its place.

create table meters (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint,                                -- null: a meter of the whole house
  resource text not null check (resource in ('cold-water', 'hot-water', 'electricity', 'gas', 'heating')),
  serial text not null,
  zones text[] not null default '{all}' check (cardinality(zones) between 1 and 4),
  digits smallint not null default 5 check (digits between 3 and 9),
  scale smallint not null default 3 check (scale between 0 and 4),
  unique (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id)
);
create index meters_house on meters (house_id);
create index meters_premises on meters (premises_id);
call guard_tenant_table('meters', 'house_id');

-- The days a meter is in use: with which reading it began and ended, how long its verification is good.
create table meter_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  verified_until date,                               -- last good day
  initial_values numeric(12, 4)[] not null,          -- by zone
  final_values numeric(12, 4)[],
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  exclude using gist (meter_id with =, valid with &&) where (superseded_at is null)
);
create index meter_facts_house on meter_facts (house_id);
call guard_tenant_table('meter_facts', 'house_id');

create table readings (
  id bigint generated always as identity,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  taken_on date not null,
  amounts numeric(12, 4)[] not null,                 -- by zone
  source text not null check (source in ('accountant', 'resident', 'import', 'payment', 'device', 'act')),
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  primary key (meter_id, taken_on, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
call guard_tenant_table('readings', 'house_id');

grant select, insert, update on meters to dvor_app;
grant select, insert on meter_facts, readings to dvor_app;
grant update (superseded_at, superseded_by) on meter_facts to dvor_app;
