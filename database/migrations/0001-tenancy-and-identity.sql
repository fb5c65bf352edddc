-- The last wall between organisations is the database itself: every tenant table carries organization_id and a policy
-- that shows a transaction only the rows of the organisation it has named by `set_config('dvor.organization_id', …)`.
-- Roles (made before the first migration): dvor_app, what api and worker may do; dvor_writer, which may only insert
-- draft lines in bulk; dvor_resolver, owner of the few functions that work before the tenant is known.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists pgcrypto;

grant usage on schema public to dvor_app, dvor_writer, dvor_resolver;

create function current_organization() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('dvor.organization_id', true), '')::bigint;

-- Houses a member may see, null for all of the organisation's.
create function current_house_scope() returns bigint[]
  language sql stable parallel safe
  return nullif(current_setting('dvor.house_scope', true), '')::bigint[];

create procedure guard_tenant_table(target regclass, house_column text default null)
  language plpgsql as $$
declare
  condition text := 'organization_id = (select current_organization())';
begin
  if house_column is not null then
    condition := condition || format(
      ' and ((select current_house_scope()) is null or %I = any ((select current_house_scope())::bigint[]))', house_column);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (%s) with check (%s)', target, condition, condition);
end $$;

create table organizations (
  id bigint generated always as identity primary key,
  organization_id bigint generated always as (id) stored,
  kind text not null check (kind in ('management-company', 'owners-association', 'settlement-centre')),
  name text not null,
  short_name text not null,
  inn text not null,
  kpp text,
  ogrn text,
  address text not null,
  phone text,
  email text,
  time_zone text not null,
  demo_now timestamptz,                -- a demo organisation's own clock; null: the real one
  version integer not null default 1,  -- for ETag
  created_at timestamptz not null default now()
);
call guard_tenant_table('organizations');

-- Identity stands above tenants: one person may work for several organisations and live in a house of a third.
create table users (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('staff', 'resident')),
  email text not null,
  name text not null,
  password_hash text not null,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index users_email on users (lower(email));

create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id bigint not null references users,
  refresh_hash bytea not null,          -- sha-256 of the one refresh token that is good now
  previous_hashes bytea[] not null default '{}',
  organization_id bigint,
  ip inet,
  user_agent text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed-out', 'ended-by-user', 'token-reuse', 'password-changed'))
);
create index sessions_user on sessions (user_id) where ended_at is null;

create table memberships (
  organization_id bigint not null references organizations,
  user_id bigint not null references users,
  role text not null check (role in ('administrator', 'senior-accountant', 'accountant', 'cashier', 'lawyer', 'chairman', 'operator', 'integrator')),
  house_ids bigint[],                   -- null: every house
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
call guard_tenant_table('memberships');

create function memberships_of(member bigint)
  returns table (organization_id bigint, organization_name text, role text, house_ids bigint[])
  language sql stable security definer set search_path = public as $$
  select m.organization_id, o.short_name, m.role, m.house_ids
    from memberships m join organizations o on o.id = m.organization_id
   where m.user_id = member
   order by o.short_name
$$;
grant select on organizations, memberships to dvor_resolver;
alter function memberships_of owner to dvor_resolver;
revoke execute on function memberships_of from public;
grant execute on function memberships_of to dvor_app;

-- Is this install still without any organisation (first start, `--empty`)?
create function no_organization_yet() returns boolean
  language sql stable security definer set search_path = public as $$
  select not exists (select from organizations)
$$;
alter function no_organization_yet owner to dvor_resolver;
revoke execute on function no_organization_yet from public;
grant execute on function no_organization_yet to dvor_app;

-- The ids of all organisations, for schedules that visit each in turn.
create function organization_ids() returns setof bigint
  language sql stable security definer set search_path = public as $$
  select id from organizations order by id
$$;
alter function organization_ids owner to dvor_resolver;
revoke execute on function organization_ids from public;
grant execute on function organization_ids to dvor_app;

grant select, insert, update on organizations to dvor_app;
grant select, insert, update on users, sessions to dvor_app;
grant select, insert, update, delete on memberships to dvor_app;
