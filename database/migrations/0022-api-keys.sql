-- Keys by which programs of integrators work for an organisation. A key does what its maker may do, within its scopes;
-- of its secret only a hash is kept.
create table api_keys (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  public_id text not null unique check (public_id ~ '^[0-9a-f]{16}$'),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  addresses text[] not null default '{}',            -- addresses and CIDR ranges; none: from anywhere
  requests_a_minute integer not null check (requests_a_minute > 0),
  secret_hash bytea not null,                        -- sha-256 of 32 random bytes
  former_hash bytea,                                 -- the secret before the rotation, good until
  former_until timestamptz,
  made_by bigint not null references users,          -- whoever gave the present secret out: the key never may more than they
  created_at timestamptz not null,
  rotated_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references users,
  last_used_at timestamptz,                          -- to the minute
  last_used_ip inet,
  unique (organization_id, id),
  check ((former_hash is null) = (former_until is null))
);
call guard_tenant_table('api_keys');
grant select, insert, update on api_keys to dvor_app;

-- A request with a key names no organisation: the key itself does. With it come the powers of its maker as they are now.
create function api_key_holder(key text)
  returns table (id bigint, organization_id bigint, name text, scopes text[], addresses text[], requests_a_minute integer,
                 secret_hash bytea, former_hash bytea, former_until timestamptz, expires_at timestamptz, revoked_at timestamptz,
                 last_used_at timestamptz, made_by bigint, role text, house_ids bigint[])
  language sql stable security definer set search_path = public as $$
  select k.id, k.organization_id, k.name, k.scopes, k.addresses, k.requests_a_minute, k.secret_hash, k.former_hash, k.former_until,
         k.expires_at, k.revoked_at, k.last_used_at, k.made_by, m.role, m.house_ids
    from api_keys k left join memberships m on m.organization_id = k.organization_id and m.user_id = k.made_by
   where k.public_id = key
$$;
grant select on api_keys to dvor_resolver;
alter function api_key_holder owner to dvor_resolver;
revoke execute on function api_key_holder from public;
grant execute on function api_key_holder to dvor_app;
