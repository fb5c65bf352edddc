-- The life of meters: acts on how they were installed, sealed, verified, removed, and that none can stand; the meters that
-- residents propose; whom and when a verification's end was told.

-- An act is written once. What it changed are facts of the meter and its readings; taken back, these are mended by a mirror.
create table meter_life_acts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint,                                -- null: of a meter of the house
  meter_id bigint,
  resource text not null check (resource in ('cold-water', 'hot-water', 'electricity', 'gas', 'heating')),
  kind text not null check (kind in ('installation', 'sealing', 'verification', 'removal', 'impossible')),
  happened_on date not null,
  until date check (until > happened_on),            -- of one that none can stand: since when one can
  number text not null check (number <> ''),
  dated date not null check (dated >= happened_on),
  signed_by text[] not null check (cardinality(signed_by) > 0),
  amounts numeric(12, 4)[],                          -- what the dial showed, by zone
  seals text[] not null default '{}',
  verified_until date,                               -- of a verification or an installation
  verified_before date,                              -- of a verification: what was good until then
  reading_id bigint,                                 -- written with the act
  replaces_act_id bigint,                            -- of an installation: the removal of the meter that it replaced
  late_reason text,                                  -- why an act older than three years is entered all the same
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  unique (organization_id, id),
  check ((kind = 'impossible') = (meter_id is null)),
  check (kind <> 'impossible' or premises_id is not null),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, replaces_act_id) references meter_life_acts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
create index meter_life_acts_meter on meter_life_acts (meter_id);
create index meter_life_acts_house on meter_life_acts (house_id);
create index meter_life_acts_premises on meter_life_acts (premises_id) where kind = 'impossible';
call guard_tenant_table('meter_life_acts', 'house_id');

create table meter_life_mirrors (
  act_id bigint primary key,
  organization_id bigint not null,
  house_id bigint not null,
  reason text not null,
  document_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  foreign key (organization_id, act_id) references meter_life_acts (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
create index meter_life_mirrors_house on meter_life_mirrors (house_id);
call guard_tenant_table('meter_life_mirrors', 'house_id');

-- That a verification ends soon was said so many days before it does: once.
create table verification_reminders (
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  verified_until date not null,
  days smallint not null check (days in (60, 30, 7)),
  reminded_on date not null,
  primary key (organization_id, meter_id, verified_until, days),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create index verification_reminders_house on verification_reminders (house_id);
call guard_tenant_table('verification_reminders', 'house_id');

-- A meter that a resident says is installed: it bills nothing until it is approved, and then by an act of installation.
create table meter_proposals (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  account_id bigint not null,
  resource text not null check (resource in ('cold-water', 'hot-water', 'electricity', 'gas', 'heating')),
  serial text not null check (serial <> ''),
  zones text[] not null check (cardinality(zones) between 1 and 4),
  digits smallint not null check (digits between 3 and 9),
  scale smallint not null check (scale between 0 and 4),
  installed_on date not null,
  verified_until date not null,
  amounts numeric(12, 4)[] not null,
  replaces_id bigint,                                -- the meter that stood there
  photo_id bigint not null,
  passport_id bigint not null,
  note text,
  proposed_by bigint not null references users (id),
  proposed_at timestamptz not null default organization_now(),
  state text not null default 'open' check (state in ('open', 'approved', 'refused', 'withdrawn')),
  decided_by bigint references users (id),
  decided_at timestamptz,
  answer text,                                       -- of a refusal: why, as the resident reads it
  meter_id bigint,                                   -- what it became
  unique (organization_id, id),
  check ((decided_at is null) = (state = 'open')),
  check (state <> 'refused' or answer is not null),
  check ((meter_id is null) = (state <> 'approved')),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, replaces_id) references meters (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, photo_id) references stored_files (organization_id, id),
  foreign key (organization_id, passport_id) references stored_files (organization_id, id)
);
create unique index meter_proposals_open on meter_proposals (organization_id, premises_id, resource, serial) where state = 'open';
create index meter_proposals_account on meter_proposals (account_id);
create index meter_proposals_house on meter_proposals (house_id);
call guard_tenant_table('meter_proposals', 'house_id');

grant select, insert on meter_life_acts, meter_life_mirrors, verification_reminders, meter_proposals to dvor_app;
grant update (state, decided_by, decided_at, answer, meter_id) on meter_proposals to dvor_app;
