-- What meters tell by themselves: each event once, however often it is sent; those of devices that nobody knows are kept.

create table device_events (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  device text not null,                              -- its own number, as it tells it
  device_key text not null generated always as (identifier_key(device)) stored,
  told_at timestamptz not null,
  value text not null,
  unit text not null,
  meter_id bigint,                                   -- null: a device that nobody knows
  outcome text not null check (outcome in ('taken', 'same', 'held', 'refused', 'replaced', 'unknown-device')),
  code text,                                         -- why it is refused
  details jsonb not null default '{}',
  received_at timestamptz not null default organization_now(),
  unique (organization_id, device_key, told_at),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create index device_events_unknown on device_events (organization_id, id) where outcome = 'unknown-device';
call guard_tenant_table('device_events');
grant select, insert on device_events to dvor_app;
