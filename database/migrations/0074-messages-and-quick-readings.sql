-- Readings in messages of residents, each with its answer, and by those who have not signed in.

create table inbound_messages (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  channel text not null check (channel in ('sms', 'messenger', 'email')),
  external_id text not null,                         -- of the gateway: the same message again is answered the same
  sender text not null,
  body text not null,
  account_id bigint,                                 -- whose it is taken for
  answer jsonb not null,
  received_at timestamptz not null default organization_now(),
  unique (organization_id, channel, external_id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index inbound_messages_latest on inbound_messages (organization_id, id desc);
call guard_tenant_table('inbound_messages');
grant select, insert on inbound_messages to dvor_app;

-- Whoever has not signed in belongs to no organisation yet: the meter that they name tells it. Those that stand alone are told.
create function quick_reading_meters(account_number text, meter_serial text)
  returns table (organization_id bigint, meter_id bigint)
  language sql stable security definer set search_path = public as $$
  select m.organization_id, m.id
    from accounts a
    join meters m on m.premises_id = a.premises_id and m.organization_id = a.organization_id
   where a.number = account_number and m.serial_key = identifier_key(meter_serial) and identifier_key(meter_serial) <> ''
     and exists (select from meter_facts f where f.meter_id = m.id and f.superseded_at is null
                    and f.valid @> (now() at time zone 'UTC')::date)
   limit 2
$$;
create index accounts_by_number on accounts (number);
grant select on meters, meter_facts, accounts to dvor_resolver;
alter function quick_reading_meters owner to dvor_resolver;
revoke execute on function quick_reading_meters from public;
grant execute on function quick_reading_meters to dvor_app;
