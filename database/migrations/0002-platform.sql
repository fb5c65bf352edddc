-- What every part of the product leans on: audit, outbox, files, repeated requests, the exceptions inbox and the log of
-- changed facts.

create table audit_entries (
  organization_id bigint not null references organizations,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  user_id bigint,                        -- null: the system itself
  action text not null,                  -- e.g. run.close
  object_type text not null,
  object_id text not null,
  details jsonb not null default '{}',
  request_id text,
  primary key (organization_id, id)
);
call guard_tenant_table('audit_entries');

-- One chain of hashes per organisation, sealed in batches so that writers never wait for each other.
create table audit_seals (
  organization_id bigint not null references organizations,
  number integer not null,
  first_entry bigint not null,
  last_entry bigint not null,
  entries integer not null check (entries > 0),
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (organization_id, number)
);
call guard_tenant_table('audit_seals');

create table outbox_events (
  organization_id bigint not null references organizations,
  id bigint generated always as identity,
  type text not null,
  payload jsonb not null,                -- ids only
  recorded_at timestamptz not null default now(),
  handled_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (organization_id, id)
);
create index outbox_events_pending on outbox_events (organization_id, id) where handled_at is null;
call guard_tenant_table('outbox_events');

create function organizations_with_pending_events() returns setof bigint
  language sql stable security definer set search_path = public as $$
  select distinct organization_id from outbox_events where handled_at is null
$$;
grant select on outbox_events to dvor_resolver;
alter function organizations_with_pending_events owner to dvor_resolver;
revoke execute on function organizations_with_pending_events from public;
grant execute on function organizations_with_pending_events to dvor_app;

create table stored_files (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  storage_key text not null unique,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null default now(),
  unique (organization_id, id)
);
call guard_tenant_table('stored_files');

create table idempotency_keys (
  organization_id bigint not null references organizations,
  user_id bigint not null references users,
  key text not null,
  request_hash bytea not null,           -- method, path and body
  status smallint,                       -- null while the first request is in progress
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id, key)
);
call guard_tenant_table('idempotency_keys');

create table exceptions (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  kind text not null,                    -- e.g. billing.account-parked
  dedupe_key text not null,              -- the same trouble is one row until it is resolved
  details jsonb not null default '{}',
  object_type text not null,
  object_id text not null,
  object_label text not null,
  house_id bigint,
  owner_id bigint references users,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by bigint references users,
  resolution text,
  unique (organization_id, id)
);
create unique index exceptions_open on exceptions (organization_id, dedupe_key) where resolved_at is null;
create index exceptions_by_age on exceptions (organization_id, created_at, id) where resolved_at is null;
call guard_tenant_table('exceptions', 'house_id');

-- A fact of the past changed: what, for whom and from which month. Billing decides which months that makes dirty.
create table fact_changes (
  organization_id bigint not null references organizations,
  id bigint generated always as identity,
  fact text not null,                    -- the fact's table
  subject_type text not null,
  subject_id bigint not null,
  from_day date not null,
  to_day date,
  changed_at timestamptz not null default now(),
  changed_by bigint,
  reason text not null,
  primary key (organization_id, id)
);
call guard_tenant_table('fact_changes');

grant select, insert on audit_entries, audit_seals, fact_changes, stored_files to dvor_app;
grant select, insert, update on outbox_events, exceptions to dvor_app;
grant select, insert, update, delete on idempotency_keys to dvor_app;
