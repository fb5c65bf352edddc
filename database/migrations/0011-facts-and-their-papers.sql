-- The life of houses, premises and accounts: papers that facts stand on, agreements, absences, state identifiers, and what
-- is needed to see any of it as it was on a day and as it was known on a day.

-- When something is recorded is told by the organisation's own clock, so that a demo's history has one time.
create function organization_now() returns timestamptz
  language sql stable as $$
  select coalesce((select demo_now from organizations where id = current_organization()), now())
$$;

-- Papers: a certificate, an act, a decision, a protocol. A fact names the one it stands on.
create table documents (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  kind text not null check (kind in
    ('agreement', 'decision', 'protocol', 'act', 'certificate', 'register-extract', 'application', 'court-ruling', 'other')),
  number text,
  dated date not null,
  issuer text,
  note text,
  file_id bigint,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
call guard_tenant_table('documents');

do $$
declare
  fact_table text;
begin
  foreach fact_table in array array['house_facts', 'premises_facts', 'account_facts', 'ownerships', 'residencies',
                                    'supplier_bank_details', 'service_assignments', 'tariffs', 'norms', 'meter_facts'] loop
    execute format('alter table %I add column document_id bigint', fact_table);
    execute format('alter table %I add foreign key (organization_id, document_id) references documents (organization_id, id)', fact_table);
    execute format('alter table %I alter column recorded_at set default organization_now()', fact_table);
    execute format('create index %I on %I (recorded_at) where superseded_at is not null', fact_table || '_superseded', fact_table);
  end loop;
end $$;
alter table fact_changes alter column changed_at set default organization_now();
create index fact_changes_subject on fact_changes (organization_id, subject_type, subject_id, id);

-- State identifiers. They name the thing itself, so they are corrected with an audit entry and have no days.
alter table houses add column cadastral_number text;
alter table houses add column gis_id uuid;
alter table houses add column oktmo text check (oktmo ~ '^(\d{8}|\d{11})$');
create unique index houses_fias on houses (organization_id, fias_id);
alter table premises add column cadastral_number text;
alter table premises add column gis_id text;
alter table accounts add column els text;             -- единый лицевой счёт: 00АА000000
alter table accounts add column izhku text;           -- идентификатор ЖКУ: 00АА000000-00
create unique index accounts_els on accounts (organization_id, els);
create unique index accounts_izhku on accounts (organization_id, izhku);

alter table premises_facts add column heated_area numeric(10, 2) check (heated_area >= 0);

-- People and firms.
alter table parties add column snils text;
alter table parties add column kpp text;
alter table parties add column ogrn text;
alter table parties add column address text;
alter table parties add column version integer not null default 1;
-- What a party was called before a correction or a marriage.
create table party_versions (
  organization_id bigint not null,
  party_id bigint not null,
  version integer not null,
  was jsonb not null,
  replaced_at timestamptz not null default organization_now(),
  replaced_by bigint references users,
  reason text not null,
  primary key (party_id, version),
  foreign key (organization_id, party_id) references parties (organization_id, id)
);
call guard_tenant_table('party_versions');

-- Days on which somebody who is registered does not live there. `applied_on`: when the recalculation was asked for.
create table absences (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  party_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  applied_on date not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (account_id with =, party_id with =, valid with &&) where (superseded_at is null)
);
create index absences_house on absences (house_id);
create index absences_account on absences (account_id);
call guard_tenant_table('absences', 'house_id');

-- Agreements: on the management of a house, with a resource supplier, on a tenancy, with the owner of a shop.
create table agreements (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint,                                -- null: the house's
  kind text not null check (kind in ('management', 'resource-supply', 'tenancy', 'social-tenancy', 'nonresidential', 'agency')),
  number text not null,
  signed_on date not null,
  party_id bigint,                                   -- tenant or owner
  supplier_id bigint,
  valid daterange not null check (not isempty(valid)),
  service_ids bigint[] not null default '{}',        -- empty: all of the house's
  area numeric(12, 2) check (area > 0),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,                                -- the decision or protocol it stands on
  superseded_at timestamptz,
  superseded_by bigint,
  unique (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  -- A house has one manager on a day, whoever reads it.
  exclude using gist (house_id with =, valid with &&) where (superseded_at is null and kind = 'management')
);
create index agreements_house on agreements (house_id);
call guard_tenant_table('agreements', 'house_id');

-- An account that came out of another: by a split, a merge or a new owner.
create table account_successions (
  organization_id bigint not null,
  id bigint generated always as identity,
  house_id bigint not null,
  kind text not null check (kind in ('split', 'merge', 'transfer')),
  from_account_id bigint not null,
  to_account_id bigint not null,
  on_day date not null,
  moved numeric(14, 2) not null default 0,           -- roubles of balance that went along
  document_id bigint,
  reason text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  primary key (organization_id, id),
  foreign key (organization_id, from_account_id) references accounts (organization_id, id),
  foreign key (organization_id, to_account_id) references accounts (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  check (from_account_id <> to_account_id)
);
create index account_successions_from on account_successions (organization_id, from_account_id);
create index account_successions_to on account_successions (organization_id, to_account_id);
call guard_tenant_table('account_successions', 'house_id');

-- Certificates of the passport desk, numbered without gaps within a year; the content is what was certified that day.
create table certificates (
  organization_id bigint not null,
  year smallint not null,
  number integer not null,
  house_id bigint not null,
  account_id bigint not null,
  kind text not null check (kind in ('household', 'registration')),
  on_day date not null,
  content jsonb not null,
  issued_at timestamptz not null default organization_now(),
  issued_by bigint references users,
  purpose text,
  primary key (organization_id, year, number),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index certificates_account on certificates (organization_id, account_id);
call guard_tenant_table('certificates', 'house_id');

-- The last number of a year, whichever houses its reader may see: numbers have no gaps.
create function certificates_issued(of_year integer) returns integer
  language sql stable security definer set search_path = public as $$
  select coalesce(max(number), 0) from certificates where organization_id = current_organization() and year = of_year
$$;
grant select on certificates to dvor_resolver;
alter function certificates_issued owner to dvor_resolver;
revoke execute on function certificates_issued from public;
grant execute on function certificates_issued to dvor_app;

-- A debt that goes along with an account is moved by an entry of its own kind.
alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries add check (kind in ('opening', 'accrual', 'transfer'));

-- Changes of facts up to this number were there when the run began to read; later ones may have come too late for it.
alter table billing_runs add column facts_through bigint not null default 0;
-- Of runs before this column nothing later was ever told apart: they have seen all there is.
alter table billing_runs no force row level security;
alter table fact_changes no force row level security;
update billing_runs r
   set facts_through = coalesce((select max(id) from fact_changes c where c.organization_id = r.organization_id), 0);
alter table billing_runs force row level security;
alter table fact_changes force row level security;

-- The next number of an account is above all of the organisation's, whichever houses its opener may see.
create function highest_account_number() returns text
  language sql stable security definer set search_path = public as $$
  select number from accounts where organization_id = current_organization() and number ~ '^\d{1,20}$'
   order by length(number) desc, number desc limit 1
$$;
alter function highest_account_number owner to dvor_resolver;
revoke execute on function highest_account_number from public;
grant execute on function highest_account_number to dvor_app;

grant select, insert on documents, party_versions, absences, agreements, account_successions, certificates to dvor_app;
grant update (superseded_at, superseded_by) on absences, agreements to dvor_app;
