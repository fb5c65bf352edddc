-- Acts on outages and poor quality of communal services (ПП 354, раздел X, приложение 1). One act may concern whole
-- houses or some of their premises; what it says is a fact, corrected and cancelled like any other.
create table quality_acts (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  unique (organization_id, id)
);
call guard_tenant_table('quality_acts');

-- A row for each house or premises that an act concerns; all rows of one version say the same. Minutes are those of the
-- house's own clock, days are those on which a minute of it lies.
create table quality_act_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint,                                -- null: all of the house
  act_id bigint not null,
  version smallint not null,                         -- 1 as it was entered, one more with each correction
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  service text not null check (service in ('cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste')),
  type text not null check (type in ('outage', 'temperature', 'pressure', 'composition', 'voltage')),
  from_at timestamp not null,
  to_at timestamp check (to_at > from_at),           -- null: still going
  value numeric(6, 2),                               -- degrees, or percent off the right pressure
  number text not null check (number <> ''),
  dated date not null,
  complained_at timestamp,                           -- when a complaint was taken down; null: the executor knew himself
  late_reason text,                                  -- why an act older than three years is entered all the same
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  check ((type in ('temperature', 'pressure')) = (value is not null)),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, act_id) references quality_acts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (act_id with =, house_id with =, coalesce(premises_id, 0) with =, valid with &&) where (superseded_at is null)
);
create index quality_act_facts_act on quality_act_facts (act_id, version);
create index quality_act_facts_house on quality_act_facts (house_id) where superseded_at is null;
create index quality_act_facts_superseded on quality_act_facts (recorded_at) where superseded_at is not null;
call guard_tenant_table('quality_act_facts', 'house_id');

-- An act that was taken back: nothing of it is in force from then on.
create table quality_act_cancellations (
  act_id bigint primary key,
  organization_id bigint not null,
  reason text not null,
  document_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  foreign key (organization_id, act_id) references quality_acts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
call guard_tenant_table('quality_act_cancellations');

grant select, insert on quality_acts, quality_act_facts, quality_act_cancellations to dvor_app;
grant update (superseded_at, superseded_by) on quality_act_facts to dvor_app;
