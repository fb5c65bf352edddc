-- Webhooks: what has happened is told to programs of the organisation's choice, signed, in order per object, until they
-- have taken it or a day is over.
create table webhook_endpoints (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  url text not null,
  description text not null default '',
  event_types text[] not null default '{}',          -- none: every event there is or will be
  secret bytea not null,                             -- sealed, see secret-box.ts
  former_secret bytea,                               -- signs too until the grace of a rotation is over
  former_until timestamptz,
  state text not null default 'active' check (state in ('active', 'paused')),
  pause_reason text check (pause_reason in ('by-hand', 'failures', 'gone')),
  paused_at timestamptz,
  failures integer not null default 0,               -- in a row
  failed_at timestamptz,
  retry_at timestamptz,                              -- after a failure nothing is sent before
  version integer not null default 1,                -- for ETag
  created_at timestamptz not null,
  created_by bigint references users,
  unique (organization_id, id),
  check ((former_secret is null) = (former_until is null)),
  check ((state = 'paused') = (pause_reason is not null))
);
call guard_tenant_table('webhook_endpoints');

create table webhook_events (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  message_id text not null unique,                   -- webhook-id: the same at every attempt and replay
  outbox_id bigint,                                  -- null: a trial
  type text not null,
  object_type text not null,
  object_id text not null,
  body text not null,                                -- the very bytes that are signed and sent
  occurred_at timestamptz not null,
  unique (organization_id, id),
  unique (organization_id, outbox_id)
);
create index webhook_events_by_age on webhook_events (organization_id, occurred_at);
call guard_tenant_table('webhook_events');

create table webhook_deliveries (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  endpoint_id bigint not null,
  event_id bigint not null,
  lane text not null,                                -- of one lane one is sent at a time, the oldest first
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  attempts integer not null default 0,               -- since the event, or since its last replay
  due_at timestamptz not null,
  leased_until timestamptz,                          -- a worker has it until then
  turn integer not null default 0,                   -- which handing out to a worker this is
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (organization_id, id),
  unique (endpoint_id, event_id),
  foreign key (organization_id, endpoint_id) references webhook_endpoints (organization_id, id) on delete cascade,
  foreign key (organization_id, event_id) references webhook_events (organization_id, id) on delete cascade
);
create index webhook_deliveries_waiting on webhook_deliveries (endpoint_id, lane, id) where state = 'waiting';
create index webhook_deliveries_log on webhook_deliveries (endpoint_id, id desc);
create index webhook_deliveries_event on webhook_deliveries (event_id);
call guard_tenant_table('webhook_deliveries');

create table webhook_attempts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  delivery_id bigint not null,
  at timestamptz not null,
  ms integer not null,
  status smallint,                                   -- null: there was no answer
  error text,                                        -- why there was none: timeout, ECONNREFUSED, private-address …
  answer text,                                       -- its first bytes
  foreign key (organization_id, delivery_id) references webhook_deliveries (organization_id, id) on delete cascade
);
create index webhook_attempts_delivery on webhook_attempts (delivery_id, id);
call guard_tenant_table('webhook_attempts');

grant select, insert, update, delete on webhook_endpoints, webhook_events, webhook_deliveries to dvor_app;
grant select, insert, delete on webhook_attempts to dvor_app;

-- Where something is to be sent now: the worker looks every second and must not visit each organisation for it.
create function organizations_with_due_webhooks(now timestamptz) returns setof bigint
  language sql stable security definer set search_path = public as $$
  select distinct e.organization_id
    from webhook_endpoints e
   where e.state = 'active' and (e.retry_at is null or e.retry_at <= now)
     and exists (select from webhook_deliveries d
                  where d.endpoint_id = e.id and d.state = 'waiting' and d.due_at <= now
                    and (d.leased_until is null or d.leased_until <= now))
$$;
grant select on webhook_endpoints, webhook_deliveries to dvor_resolver;
alter function organizations_with_due_webhooks owner to dvor_resolver;
revoke execute on function organizations_with_due_webhooks from public;
grant execute on function organizations_with_due_webhooks to dvor_app;
