-- Payments are found by a part of their number or of the account as it was given, and by the account they stand on; what
-- went to the bank in which file of orders stays known.

-- Row-level security would switch the trigrams off, so the search is a function that binds the organisation and the house
-- scope itself. Less than three characters are looked for where a word begins: the index knows no shorter part.
create index payments_trigrams on payments using gin (lower(external_id || ' ' || account_given) gin_trgm_ops);

create function search_payments(typed text) returns setof bigint
  language plpgsql stable security definer set search_path = public as $$
declare
  haystack constant text := 'lower(external_id || '' '' || account_given)';
  word constant text := replace(replace(replace(lower(typed), '\', '\\'), '%', '\%'), '_', '\_');
  number constant text := regexp_replace(searchable_number(typed), '[^[:alnum:]]+', '', 'g');
  visible constant text := visible_in_search(null);
begin
  return query execute format('select id from payments where %s and (%s)', visible,
    case when length(typed) < 3 then format('%1$s like %2$L or %1$s like %3$L', haystack, word || '%', '% ' || word || '%')
         else format('%s like %L', haystack, '%' || word || '%') end);
  if number <> '' then
    return query execute format(
      'select id from payments where account_id in (
         select account_id from account_search where %1$s and number_key >= %2$L and number_key < %3$L) and %1$s',
      visible, number, number || chr(1114111));
  end if;
end $$;

grant select on payments to dvor_resolver;
alter function search_payments owner to dvor_resolver;
revoke execute on function search_payments from public;
grant execute on function search_payments to dvor_app;

-- A file of payment orders, as it went to the bank. The same orders on the same day are the same file.
create table transfer_order_files (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  number integer not null,
  day date not null,                                 -- whose transfers it orders
  orders integer not null check (orders > 0),
  amount bigint not null check (amount > 0),
  sha256 bytea not null,                             -- of what it orders, the hour it was made left out
  file_id bigint not null,
  made_at timestamptz not null default organization_now(),
  made_by bigint not null references users,
  unique (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, sha256),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create index transfer_order_files_day on transfer_order_files (organization_id, day desc, id desc);
call guard_tenant_table('transfer_order_files');

create table transfer_orders (
  organization_id bigint not null,
  order_file_id bigint not null,
  transfer_id bigint not null,
  primary key (order_file_id, transfer_id),
  foreign key (organization_id, order_file_id) references transfer_order_files (organization_id, id),
  foreign key (organization_id, transfer_id) references supplier_transfers (organization_id, id)
);
create index transfer_orders_transfer on transfer_orders (transfer_id);
call guard_tenant_table('transfer_orders');

grant select, insert on transfer_order_files, transfer_orders to dvor_app;
