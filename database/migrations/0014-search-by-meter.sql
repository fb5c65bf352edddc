-- What loads of tables keep of people goes after its term, a table is read as its bringer says, and accounts are found by
-- their meters.

-- ------------------------------------------------------------------------------------------------------------ imports

-- How the file was told to be read (null: found out by itself), and how it was read.
alter table imports
  add column told_encoding text,
  add column told_heading_line integer check (told_heading_line >= 0),
  add column encoding text,
  add column heading_line integer,
  add column failed_at timestamptz,
  add column rows_cleared_at timestamptz,            -- from then on rows, problems and the file itself are gone
  add column problem_counts jsonb;                   -- [{"code", "severity", "count"}], when the problems are gone

-- A table of a source is read in the same way the next time.
alter table import_sources
  add column encoding text,
  add column heading_line integer check (heading_line >= 0);

-- Bytes go, the row stays: what was there and its hash is still known.
alter table stored_files add column erased_at timestamptz;
grant update (erased_at) on stored_files to dvor_app;

create index imports_with_rows on imports (organization_id) where rows_cleared_at is null;

-- ------------------------------------------------------------------------------------------------------------- search

-- As before, and by the serial numbers of the meters that stand or have stood in the premises. Each is kept as one word,
-- whatever parts it: `12-345` must not make the flat answer to «house 12».
create or replace function refresh_account_search(ids bigint[]) returns void
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
                                             where f.account_id = place.id and f.superseded_at is null and f.valid && o.valid)) involved), ''))
                || searchable_text(coalesce((
                     select string_agg(regexp_replace(searchable_number(m.serial), '[^[:alnum:]]+', '', 'g'), ' ' order by m.id)
                       from meters m where m.premises_id = place.premises_id), '')) as haystack
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
select refresh_account_search(array(select distinct a.id from accounts a join meters m on m.premises_id = a.premises_id));
