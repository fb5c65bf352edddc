-- Devices tell by zones, some under numbers of their own; what waited for a meter is taken in when one is named. A phone
-- or an address may be linked to an account by a person.

alter table device_events
  add column zone text,                              -- of a meter that has several; null: the only one
  add column settled_at timestamptz,                 -- when what had waited was taken in
  drop constraint device_events_outcome_check,
  add constraint device_events_outcome_check check
    (outcome in ('received', 'taken', 'same', 'held', 'refused', 'replaced', 'waiting', 'unknown-device')),
  drop constraint device_events_organization_id_device_key_told_at_key,
  add constraint device_events_once unique nulls not distinct (organization_id, device_key, told_at, zone);
create index device_events_latest on device_events (organization_id, id desc);
grant update (meter_id, outcome, code, details, settled_at) on device_events to dvor_app;

-- A device that tells another number than its meter's own.
create table device_links (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  device text not null,
  device_key text not null generated always as (identifier_key(device)) stored,
  meter_id bigint not null,
  reason text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  superseded_at timestamptz,
  superseded_by bigint references users,
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create unique index device_links_standing on device_links (organization_id, device_key) where superseded_at is null;
call guard_tenant_table('device_links');
grant select, insert on device_links to dvor_app;
grant update (superseded_at, superseded_by) on device_links to dvor_app;

-- Whom a phone or an address speaks for, beside those who pay and own.
create table sender_links (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  sender_key text not null,                          -- ten figures of a phone, an e-mail in small letters
  account_id bigint not null,
  reason text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  superseded_at timestamptz,
  superseded_by bigint references users,
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create unique index sender_links_standing on sender_links (organization_id, sender_key, account_id) where superseded_at is null;
call guard_tenant_table('sender_links');
grant select, insert on sender_links to dvor_app;
grant update (superseded_at, superseded_by) on sender_links to dvor_app;
