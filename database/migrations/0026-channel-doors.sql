
-- A channel's code stands in the address of its door, /pay/osmp/{code} and /pay/sber/{code}: it is one within the door.
alter table payment_channels drop constraint payment_channels_code_key;
alter table payment_channels add constraint payment_channels_door unique nulls not distinct (protocol, code);

drop function channel_by_code(text);
create function channel_by_code(channel_protocol text, channel_code text)
  returns table (organization_id bigint, id bigint)
  language sql stable security definer set search_path = public as $$
  select c.organization_id, c.id from payment_channels c
   where c.protocol is not distinct from channel_protocol and c.code = channel_code
$$;
alter function channel_by_code owner to dvor_resolver;
revoke execute on function channel_by_code from public;
grant execute on function channel_by_code to dvor_app;
