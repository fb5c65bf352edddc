-- Readings come by tables and by registries of banks; meters are found by their numbers however these are typed.

-- Letters and digits alone, letters that look alike the same. Leading zeros count.
create function identifier_key(text) returns text
  language sql immutable parallel safe
  return regexp_replace(translate(lower($1), 'abcehkmoptxyё', 'авсенкмортхуе'), '[^[:alnum:]]+', '', 'g');

alter table meters add column serial_key text not null generated always as (identifier_key(serial)) stored;
create index meters_serial on meters (organization_id, serial_key);

alter table imports drop constraint imports_kind_check, add constraint imports_kind_check check
  (kind in ('houses', 'premises', 'accounts', 'residents', 'meters', 'readings', 'opening-balances'));

-- Registries of readings that come with a bank's registries of payments. Of each register what became of it.
create table reading_registries (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  file_id bigint not null,
  file_name text not null,
  file_hash bytea not null,                          -- the same file again is the same registry
  encoding text not null,
  accounts integer not null,                         -- lines of the file
  counts jsonb not null,                             -- {"taken": 120, "held": 2, "refused": 1, …}
  received_at timestamptz not null default organization_now(),
  received_by bigint references users,
  unique (organization_id, id),
  unique (organization_id, file_hash),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
call guard_tenant_table('reading_registries');

create table reading_registry_rows (
  organization_id bigint not null,
  registry_id bigint not null,
  place integer not null,                            -- in the order of the file
  line integer not null,
  account text not null,
  serial text not null,
  resource text,
  value text not null,                               -- as it is said, zones parted by slashes
  taken_on date,
  meter_id bigint,
  outcome text not null check (outcome in ('taken', 'same', 'held', 'refused')),
  code text,                                         -- why it is refused
  details jsonb not null default '{}',
  findings jsonb not null default '[]',
  reading_id bigint,
  doubt_id bigint,
  primary key (registry_id, place),
  foreign key (organization_id, registry_id) references reading_registries (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, doubt_id) references reading_doubts (organization_id, id)
);
create index reading_registry_rows_outcome on reading_registry_rows (registry_id, outcome, place);
call guard_tenant_table('reading_registry_rows');

grant select, insert on reading_registries, reading_registry_rows to dvor_app;
