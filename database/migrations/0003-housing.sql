-- Houses, premises, accounts and people. What changes in time stands in fact tables: a half-open range of days, when and
-- by whom it was recorded and why, when it was superseded. A correction supersedes and never destroys; of the rows in
-- force no two overlap.

create table houses (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  fias_id uuid,
  postal_code text,
  city text not null,
  street text not null,
  building text not null,
  year_built smallint,
  time_zone text not null,
  created_at timestamptz not null default now(),
  unique (organization_id, id),
  unique (organization_id, city, street, building)
);
call guard_tenant_table('houses', 'id');

create table house_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  area numeric(12, 2) check (area > 0),              -- Sоб: all residential and non-residential premises, m²
  common_area numeric(12, 2) check (common_area >= 0), -- Sои: common property, m²
  floors smallint,
  entrances smallint,
  traits jsonb not null default '{}',                -- what tariffs and norms look at: {"stove": "electric"}
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  exclude using gist (house_id with =, valid with &&) where (superseded_at is null)
);
create index house_facts_house on house_facts (house_id);
call guard_tenant_table('house_facts', 'house_id');

create table premises (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  parent_id bigint,                                  -- the communal flat of a room
  kind text not null check (kind in ('flat', 'room', 'nonresidential', 'parking', 'common')),
  number text not null,
  entrance smallint,
  floor smallint,
  unique (organization_id, id),
  unique (organization_id, house_id, kind, number),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, parent_id) references premises (organization_id, id)
);
create index premises_house on premises (house_id);
call guard_tenant_table('premises', 'house_id');

create table premises_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  area numeric(10, 2) not null check (area > 0),
  living_area numeric(10, 2) check (living_area >= 0),
  rooms smallint,
  traits jsonb not null default '{}',
  meter_impossible text[] not null default '{}',     -- resources for which an act says no meter can be installed
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  exclude using gist (premises_id with =, valid with &&) where (superseded_at is null)
);
create index premises_facts_house on premises_facts (house_id);
call guard_tenant_table('premises_facts', 'house_id');

create table parties (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  kind text not null check (kind in ('person', 'firm')),
  name text not null,                                -- surname, name and patronymic, or the firm's name
  birth_date date,
  inn text,
  phone text,
  email text,
  created_at timestamptz not null default now(),
  unique (organization_id, id)
);
call guard_tenant_table('parties');

create table accounts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  number text not null,                              -- never reused
  created_at timestamptz not null default now(),
  unique (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, premises_id) references premises (organization_id, id)
);
create index accounts_house on accounts (house_id);
create index accounts_premises on accounts (premises_id);
call guard_tenant_table('accounts', 'house_id');

-- The days an account is open, and who pays it then.
create table account_facts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  payer_id bigint not null,
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, payer_id) references parties (organization_id, id),
  exclude using gist (account_id with =, valid with &&) where (superseded_at is null)
);
create index account_facts_house on account_facts (house_id);
create index account_facts_payer on account_facts (payer_id);
call guard_tenant_table('account_facts', 'house_id');

create table ownerships (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint not null,
  party_id bigint not null,
  share_numerator integer not null check (share_numerator > 0),
  share_denominator integer not null check (share_denominator >= share_numerator),
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  exclude using gist (premises_id with =, party_id with =, valid with &&) where (superseded_at is null)
);
create index ownerships_house on ownerships (house_id);
call guard_tenant_table('ownerships', 'house_id');

-- Who is registered in the premises of an account. One person lives in one place at a time.
create table residencies (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  party_id bigint not null,
  kind text not null check (kind in ('permanent', 'temporary')),
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  exclude using gist (party_id with =, kind with =, valid with &&) where (superseded_at is null)
);
create index residencies_house on residencies (house_id);
create index residencies_account on residencies (account_id);
call guard_tenant_table('residencies', 'house_id');

-- Accounts a resident may open in the cabinet.
create table resident_accounts (
  organization_id bigint not null,
  user_id bigint not null references users,
  account_id bigint not null,
  linked_at timestamptz not null default now(),
  primary key (organization_id, user_id, account_id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
call guard_tenant_table('resident_accounts');

create function resident_accounts_of(resident bigint) returns table (organization_id bigint, account_id bigint)
  language sql stable security definer set search_path = public as $$
  select organization_id, account_id from resident_accounts where user_id = resident order by linked_at, account_id
$$;
grant select on resident_accounts to dvor_resolver;
alter function resident_accounts_of owner to dvor_resolver;
revoke execute on function resident_accounts_of from public;
grant execute on function resident_accounts_of to dvor_app;

-- What an account is looked for by: number, address, premises, payer. Row-level security would switch the trigram index
-- off, so the search is a function that binds the organisation and the house scope itself.
create table account_search (
  organization_id bigint not null,
  account_id bigint not null,
  house_id bigint not null,
  haystack text not null,                            -- lower case, ё as е
  primary key (organization_id, account_id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index account_search_trigrams on account_search using gin (haystack gin_trgm_ops);
call guard_tenant_table('account_search', 'house_id');

create function search_accounts(words text[], house bigint, after_number text, how_many integer)
  returns table (account_id bigint)
  language sql stable security definer set search_path = public as $$
  select s.account_id
    from account_search s join accounts a on a.id = s.account_id
   where s.organization_id = current_organization()
     and (current_house_scope() is null or s.house_id = any (current_house_scope()))
     and (house is null or s.house_id = house)
     and s.haystack like all (select '%' || replace(replace(word, '\', '\\'), '%', '\%') || '%' from unnest(words) word)
     and (after_number is null or a.number > after_number)
   order by a.number
   limit how_many
$$;
grant select on account_search, accounts to dvor_resolver;
alter function search_accounts owner to dvor_resolver;
revoke execute on function search_accounts from public;
grant execute on function search_accounts to dvor_app;

grant select, insert, update on houses, premises, parties, accounts, account_search to dvor_app;
grant select, insert, delete on resident_accounts to dvor_app;
grant select, insert on house_facts, premises_facts, account_facts, ownerships, residencies to dvor_app;
grant update (superseded_at, superseded_by) on house_facts, premises_facts, account_facts, ownerships, residencies to dvor_app;
