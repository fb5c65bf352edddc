-- A channel's code stands in the address of its door, /pay/osmp/{code} and /pay/sber/{code}: it is one within the door for
-- the whole install, since whoever calls says no more. All of Sberbank's protocols come to one door. A channel without a
-- door is known to its organisation alone.
alter table payment_channels drop constraint payment_channels_code_key;
alter table payment_channels add column door text generated always as (
  case when protocol like 'sber-%' then 'sber' when protocol = 'my-services' then 'services' else protocol end) stored;
alter table payment_channels add constraint payment_channels_door unique (door, code);
create unique index payment_channels_entered on payment_channels (organization_id, code) where protocol is null;

drop function channel_by_code(text);
create function channel_by_code(channel_door text, channel_code text)
  returns table (organization_id bigint, id bigint)
  language sql stable security definer set search_path = public as $$
  select c.organization_id, c.id from payment_channels c where c.door = channel_door and c.code = channel_code
$$;
alter function channel_by_code owner to dvor_resolver;
revoke execute on function channel_by_code from public;
grant execute on function channel_by_code to dvor_app;
