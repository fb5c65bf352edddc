-- Acts of the life of meters: access to them was refused, a meter failed or was lost, somebody interfered with it or
-- connected past it. The act itself is one row for ever; what it says is a fact, corrected and cancelled like any other.
create table meter_acts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  resource text not null check (resource in ('cold-water', 'hot-water', 'electricity', 'gas', 'heating')),
  meter_id bigint,                                   -- null: of all meters of the resource, or of none
  kind text not null check (kind in ('access-refused', 'meter-failed', 'interference')),
  unique (organization_id, id),
  check (kind <> 'meter-failed' or meter_id is not null),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create index meter_acts_house on meter_acts (house_id);
create index meter_acts_premises on meter_acts (premises_id);
call guard_tenant_table('meter_acts', 'house_id');

-- Days: from a refusal to the day access was given; from a meter's failure on; the day of an act on interference, whose
-- month is charged for it.
create table meter_act_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  act_id bigint not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  number text not null check (number <> ''),
  dated date not null,
  signed_by text[] not null check (cardinality(signed_by) > 0),
  months numeric(3, 2) check (months > 0 and months <= 3), -- of an interference: before the act (ПП 354, п. 62)
  late_reason text,                                  -- why an act older than three years is entered all the same
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, act_id) references meter_acts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (act_id with =, valid with &&) where (superseded_at is null)
);
create index meter_act_facts_house on meter_act_facts (house_id) where superseded_at is null;
create index meter_act_facts_superseded on meter_act_facts (recorded_at) where superseded_at is not null;
call guard_tenant_table('meter_act_facts', 'house_id');

-- An act that was taken back: nothing of it is in force from then on.
create table meter_act_cancellations (
  act_id bigint primary key,
  organization_id bigint not null,
  house_id bigint not null,
  reason text not null,
  late_reason text,
  document_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, act_id) references meter_acts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
call guard_tenant_table('meter_act_cancellations', 'house_id');

grant select, insert on meter_acts, meter_act_facts, meter_act_cancellations to dvor_app;
grant update (superseded_at, superseded_by) on meter_act_facts to dvor_app;
