-- Search over a million accounts, with slips of the pen, and loads of other programs' tables.

-- ------------------------------------------------------------------------------------------------------------- search

-- Text as it is looked for: lower case, ё as е, words of letters and digits parted by single spaces, a space at each end,
-- so that '% 5 %' finds a whole word by trigrams however short it is.
create function searchable_text(text) returns text
  language sql immutable parallel safe
  return ' ' || btrim(regexp_replace(replace(lower($1), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g')) || ' ';

-- Numbers and codes are typed with Latin or Cyrillic letters that look alike: all of them count as Cyrillic.
create function searchable_number(text) returns text
  language sql immutable parallel safe
  return translate(lower($1), 'abcehkmoptxy', 'авсенкмортху');

-- A word and all that is left of it without one letter: two words one slip apart have one of these in common.
create function slips_of(word text) returns text[]
  language sql immutable parallel safe
  return array(select word union select overlay(word placing '' from i for 1) from generate_series(1, length(word)) i);

-- The words of an organisation's addresses and names, for putting typed ones right. A word that is gone stays: it finds
-- nothing and does no harm.
create table account_search_words (
  organization_id bigint not null references organizations,
  word text not null,
  slips text[] not null generated always as (slips_of(word)) stored,
  primary key (organization_id, word)
);
create index account_search_words_slips on account_search_words using gin (slips);
create index account_search_words_trigrams on account_search_words using gin (word gin_trgm_ops);
call guard_tenant_table('account_search_words');

alter table account_search
  add column number_key text collate "C" not null default '', -- letters and digits of the number
  add column address text not null default '';
alter table account_search alter column number_key drop default, alter column address drop default;
create index account_search_numbers on account_search (organization_id, number_key, account_id);
create index account_search_houses on account_search (organization_id, house_id);

-- What accounts are looked for by, from the facts in force: number, address, state identifiers, those who pay or have paid
-- and those who own or have owned the premises while the account was open, with their phones.
-- Other rows are fetched one by one, by their ids: a plan made while a load fills empty tables would join them whole.
create function refresh_account_search(ids bigint[]) returns void
  language sql set search_path = public as $$
  with place as materialized (
         select a.organization_id, a.id, a.house_id, a.premises_id,
                regexp_replace(searchable_number(a.number), '[^[:alnum:]]+', '', 'g') as number_key,
                searchable_text(searchable_number(concat_ws(' ', a.number, a.els, a.izhku))) as numbers,
                (select concat_ws(' ', h.city, h.street, 'д.', searchable_number(h.building)) from houses h where h.id = a.house_id) as house,
                (select concat_ws(' ', 'кв. ' || searchable_number((select number from premises flat where flat.id = p.parent_id)),
                        case p.kind when 'flat' then 'кв.' when 'room' then 'ком.' when 'nonresidential' then 'пом.'
                                    when 'parking' then 'м/м' else 'общ. пом.' end, searchable_number(p.number))
                   from premises p where p.id = a.premises_id) as premises
           from accounts a
          where a.id = any (ids)),
       found as materialized (
         select place.*, searchable_text(house || ' ' || premises) as address,
                searchable_text(house || ' ' || premises) || case when numbers like '% ' || number_key || ' %' then '' else number_key end || numbers
                || searchable_text(coalesce((
                     select string_agg((
                              select concat_ws(' ', party.name, (
                                       select string_agg(case when digits ~ '^[78]\d{10}$' then substr(digits, 2) else digits end, ' ')
                                         from (select regexp_replace(one, '\D', '', 'g') as digits
                                                 from regexp_split_to_table(party.phone, '[,;]') one) phones
                                        where digits <> ''))
                                from parties party where party.id = involved.party_id), ' ' order by party_id)
                       from (select f.payer_id as party_id from account_facts f where f.account_id = place.id and f.superseded_at is null
                             union
                             select o.party_id from ownerships o
                              where o.premises_id = place.premises_id and o.superseded_at is null
                                and exists (select from account_facts f
                                             where f.account_id = place.id and f.superseded_at is null and f.valid && o.valid)) involved), '')) as haystack
           from place),
       words as (
         insert into account_search_words (organization_id, word)
         select distinct organization_id, word
           from found, regexp_split_to_table(haystack, ' ') word
          where word ~ '^[[:alpha:]]{4,40}$'
          order by 1, 2
         on conflict do nothing)
  insert into account_search as s (organization_id, account_id, house_id, number_key, address, haystack)
  select organization_id, id, house_id, number_key, address, haystack from found order by id
  on conflict (organization_id, account_id) do update
     set house_id = excluded.house_id, number_key = excluded.number_key, address = excluded.address, haystack = excluded.haystack
   where (s.house_id, s.number_key, s.address, s.haystack)
         is distinct from (excluded.house_id, excluded.number_key, excluded.address, excluded.haystack)
$$;
select refresh_account_search(array(select id from accounts));

drop function search_accounts(text[], bigint, text, integer);

-- Trigrams come first whatever the planner thinks of a pattern: it can't know how rare the rest of a word is.
create function accounts_by_trigrams(condition text, how_many integer)
  returns table (account_id bigint, number_key text, haystack text, address text)
  language plpgsql stable set search_path = public set enable_seqscan = off set enable_indexscan = off as $$
begin
  return query execute format(
    'select account_id, number_key, haystack, address from account_search where %s limit %s', condition, how_many);
end $$;

-- What a transaction may see of the table, as a condition with the values in it, so that the planner knows them.
create function visible_in_search(house bigint) returns text
  language sql stable set search_path = public
  return concat_ws(' and ', format('organization_id = %s', coalesce(current_organization(), 0)),
    case when current_house_scope() is not null then format('house_id = any (%L::bigint[])', current_house_scope()) end,
    case when house is not null then format('house_id = %s', house) end);

-- Accounts that have, for each element of `patterns`, one of its LIKE patterns. Where few are visible all are looked at.
-- Many words stand in every second account: by trigrams they cost a pass over the whole index, while the first accounts by
-- number soon make a page; so those are looked through first, and the rest only where they were too few. Row-level
-- security would switch the trigrams off, hence the function binds the organisation and the house scope itself.
create function search_accounts(patterns jsonb, house bigint, how_many integer)
  returns table (account_id bigint, number_key text, in_address boolean)
  language plpgsql stable security definer set search_path = public as $$
declare
  few constant integer := 10000;
  visible text := visible_in_search(house);
  matching text;
  by_address text;
  visible_ones integer;
  found_ones integer;
begin
  select string_agg(either, ' and '), replace(string_agg(either, ' and '), 'haystack like', 'address like') into matching, by_address
    from (select '(' || string_agg(format('haystack like %L', pattern), ' or ') || ')' as either
            from jsonb_array_elements(patterns) with ordinality word (alternatives, place),
                 jsonb_array_elements_text(alternatives) pattern
           group by place) words;
  if matching is null then return; end if;
  execute format('select count(*) from (select from account_search where %s limit %s) some_of_them', visible, few + 1) into visible_ones;
  return query execute format(
    'select account_id, number_key, %s from (select * from account_search where %s %s) first where %s limit %s',
    by_address, visible, case when visible_ones > few then format('order by number_key limit %s', few) else 'offset 0' end,
    matching, how_many);
  get diagnostics found_ones = row_count;
  if found_ones >= how_many or visible_ones <= few then return; end if;
  return query execute format('select account_id, number_key, %s from accounts_by_trigrams(%L, %s)',
    by_address, format('%s and %s', visible, matching), how_many);
end $$;

-- Accounts whose number begins so, in the order of numbers: the number itself comes first.
create function search_account_numbers(beginning text, house bigint, how_many integer)
  returns table (account_id bigint, number_key text)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query execute format(
    'select account_id, number_key from account_search where %s and number_key >= %L and number_key < %L order by number_key, account_id limit %s',
    visible_in_search(house), beginning, beginning || chr(1114111), how_many);
end $$;

-- Words of the organisation that are spelt almost like one that was typed.
create function search_similar_words(typed text)
  returns table (word text)
  language sql stable security definer set search_path = public as $$
  select word from account_search_words where organization_id = current_organization() and slips && slips_of(typed)
  union
  (select word from account_search_words where organization_id = current_organization() and word % typed
    order by similarity(word, typed) desc, word limit 40)
$$;

grant select on account_search_words to dvor_resolver;
alter function search_accounts(jsonb, bigint, integer) owner to dvor_resolver;
alter function search_account_numbers owner to dvor_resolver;
alter function search_similar_words owner to dvor_resolver;
revoke execute on function search_accounts(jsonb, bigint, integer), search_account_numbers, search_similar_words, accounts_by_trigrams, visible_in_search from public;
grant execute on function search_accounts(jsonb, bigint, integer), search_account_numbers, search_similar_words to dvor_app;
grant execute on function accounts_by_trigrams, visible_in_search to dvor_resolver;
grant select, insert on account_search_words to dvor_app;

-- ------------------------------------------------------------------------------------------------------------ imports

-- A load of another program's table: laid down as rows, checked against the books, written in chunks, undone while nothing
-- stands on it.
create table imports (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  kind text not null check (kind in ('houses', 'premises', 'accounts', 'residents', 'meters', 'opening-balances')),
  state text not null default 'uploaded' check (state in
    ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  file_id bigint not null,
  file_name text not null,
  format text not null check (format in ('xlsx', 'csv', 'dbf')),
  sheet text,
  headings text[] not null,
  headings_hash bytea not null,
  column_map jsonb not null,                         -- {"number": 0}: which column a field is read from
  settings jsonb not null default '{}',
  source_name text,                                  -- whose table it is, as the user calls it
  notes jsonb not null default '[]',                 -- what was met while opening the file
  rows_total integer,                                -- null until they are laid down
  rows_done integer not null default 0,              -- of the step that is going on
  totals jsonb,
  failure jsonb,                                     -- {"code", "details"} of what stopped it
  turns integer not null default 0,                  -- how often it was laid on the queue
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by bigint references users,
  undone_at timestamptz,
  undone_by bigint references users,
  unique (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create index imports_latest on imports (organization_id, id desc);
call guard_tenant_table('imports');

-- How a table with these headings was read the last time: next month's needs no hand.
create table import_sources (
  organization_id bigint not null references organizations,
  kind text not null,
  headings_hash bytea not null,
  name text not null,
  column_map jsonb not null,
  settings jsonb not null,
  used_at timestamptz not null default organization_now(),
  primary key (organization_id, kind, headings_hash)
);
call guard_tenant_table('import_sources');

create table import_rows (
  organization_id bigint not null,
  import_id bigint not null,
  line integer not null,
  cells text[] not null,                             -- as they stand in the file
  content jsonb not null,                            -- what was read from them, by field
  key text,                                          -- two rows of one key say the same thing twice
  place text not null,                               -- rows of one place are judged and written together
  verdict text check (verdict in ('new', 'change', 'same', 'bad')),
  applied boolean not null default false,
  made jsonb,                                        -- what applying it added and changed
  primary key (import_id, line),
  foreign key (organization_id, import_id) references imports (organization_id, id)
);
create index import_rows_place on import_rows (import_id, place, line);
call guard_tenant_table('import_rows');

create table import_problems (
  organization_id bigint not null,
  import_id bigint not null,
  id bigint generated always as identity,
  line integer not null,
  field text,                                        -- null: the row as a whole
  value text,
  severity text not null check (severity in ('error', 'warning')),
  code text not null,
  details jsonb not null default '{}',
  step text not null check (step in ('read', 'judge', 'apply')),
  primary key (import_id, id),
  foreign key (organization_id, import_id) references imports (organization_id, id)
);
create index import_problems_line on import_problems (import_id, line, id);
call guard_tenant_table('import_problems');

grant select, insert, update on imports, import_sources to dvor_app;
grant select, insert, update, delete on import_rows to dvor_app;
grant select, insert, delete on import_problems to dvor_app;

-- A foreign key looks for what stands on a row that goes; so does whoever asks for all that was ever known of one.
create index account_facts_account on account_facts (account_id);
create index premises_facts_premises on premises_facts (premises_id);
create index ownerships_premises on ownerships (premises_id);
create index ownerships_party on ownerships (party_id);
create index residencies_party on residencies (party_id);
create index parties_name on parties (organization_id, name);
create index parties_snils on parties (snils) where snils is not null;
create index premises_parent on premises (parent_id) where parent_id is not null;

-- What a load added and nothing was built on goes without a trace in the books (the audit log keeps that it was there). This is
-- the only way by which any of it is ever deleted: `import_rows` names it, and another transaction's work on it forbids it.
create function withdraw_import(import bigint) returns void
  language plpgsql security definer set search_path = public as $$
declare
  ours constant bigint := current_organization();
  why constant text := (select 'Загрузка № ' || id from imports where id = import and organization_id = ours and state = 'undoing');
  houses_made bigint[];
  premises_made bigint[];
  accounts_made bigint[];
  parties_made bigint[];
  residents_made bigint[];
  meters_made bigint[];
  touched bigint[];
begin
  if why is null then raise exception 'import % is not being undone', import; end if;
  select array_agg((made ->> 'house')::bigint) filter (where made ? 'house'),
         array_agg((made ->> 'account')::bigint) filter (where made ? 'account'),
         array_agg((made ->> 'meter')::bigint) filter (where made ? 'meter'),
         array_agg((made ->> 'touched')::bigint) filter (where made ? 'touched')
    into houses_made, accounts_made, meters_made, touched
    from import_rows where import_id = import and organization_id = ours and applied;
  select array_agg(one::bigint) into premises_made
    from import_rows, jsonb_array_elements_text(made -> 'premises') one
   where import_id = import and organization_id = ours and applied and made ? 'premises';
  select array_agg(party::bigint) into parties_made
    from import_rows, jsonb_array_elements_text(made -> 'parties') party
   where import_id = import and organization_id = ours and applied and made ? 'parties';
  select array_agg(party::bigint) into residents_made
    from import_rows, jsonb_array_elements_text(made -> 'residents') party
   where import_id = import and organization_id = ours and applied and made ? 'residents';
  delete from meter_facts where meter_id = any (meters_made) and organization_id = ours;
  delete from readings where meter_id = any (meters_made) and organization_id = ours;
  delete from meters where id = any (meters_made) and organization_id = ours;
  delete from account_search where account_id = any (accounts_made) and organization_id = ours;
  delete from residencies where (account_id = any (accounts_made) or party_id = any (residents_made)) and organization_id = ours and reason = why;
  delete from account_facts where account_id = any (accounts_made) and organization_id = ours and reason = why;
  delete from accounts where id = any (accounts_made) and organization_id = ours;
  delete from ownerships where premises_id = any (premises_made || touched) and organization_id = ours and reason = why;
  delete from premises_facts where premises_id = any (premises_made || touched) and organization_id = ours and reason = why and superseded_at is null;
  delete from premises where id = any (premises_made) and organization_id = ours and parent_id is not null;
  delete from premises where id = any (premises_made) and organization_id = ours;
  delete from house_facts where house_id = any (houses_made) and organization_id = ours and reason = why;
  delete from houses where id = any (houses_made) and organization_id = ours;
  delete from parties where id = any (parties_made) and organization_id = ours;
end $$;
grant select, delete on houses, house_facts, premises, premises_facts, parties, accounts, account_facts, ownerships, residencies,
  account_search, meters, meter_facts, readings to dvor_resolver;
grant select on imports, import_rows to dvor_resolver;
alter function withdraw_import owner to dvor_resolver;
revoke execute on function withdraw_import from public;
grant execute on function withdraw_import to dvor_app;

-- A load of a hundred thousand rows into empty tables would be planned as if they were empty still: nobody looks at tables
-- while a transaction fills them, and only their owner may have that done.
create function refresh_load_statistics() returns void
  language plpgsql security definer set search_path = public as $$
begin
  analyze import_rows;
  analyze houses;
  analyze premises;
  analyze premises_facts;
  analyze parties;
  analyze accounts;
  analyze account_facts;
  analyze ownerships;
  analyze residencies;
  analyze meters;
end $$;
revoke execute on function refresh_load_statistics from public;
grant execute on function refresh_load_statistics to dvor_app;
