-- Benefits, subsidies, works by act, and voluntary services that a payer has declined.

-- Other works have a part of the receipt of their own.
alter table services drop constraint services_section_check;
alter table services add constraint services_section_check
  check (section in ('housing', 'communal', 'common-property', 'capital-repair', 'agency', 'other'));
-- A voluntary service (insurance, concierge) is charged only while it isn't declined.
alter table services add column voluntary boolean not null default false;

-- Who is let off by which act.
create table benefit_categories (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'), -- stands in lists of social protection and never changes
  name text not null,
  act text not null,
  clause text,
  grounds text not null default 'law' check (grounds in ('law', 'age', 'disability')),
  archived_at timestamptz,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id),
  constraint benefit_categories_code unique (organization_id, code)
);
call guard_tenant_table('benefit_categories');

-- What a category gives on which days: a table of facts.
create table benefit_terms (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  category_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  percents jsonb not null check (jsonb_typeof(percents) = 'array'), -- [{"service": "heating", "percent": "50", "fromAge": 70, "volumeNorm": "4.29"}]
  area_norm numeric(6, 2) check (area_norm > 0),      -- m² for each covered person; null: the whole area
  area_norm_alone numeric(6, 2) check (area_norm_alone > 0),
  family boolean not null,                           -- everyone who is registered is covered, or the holder alone
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, category_id) references benefit_categories (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (category_id with =, valid with &&) where (superseded_at is null)
);
create index benefit_terms_category on benefit_terms (category_id);
call guard_tenant_table('benefit_terms');

-- Whose benefit counts on which account.
create table account_benefits (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  party_id bigint not null,
  category_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  covered smallint check (covered between 1 and 99),  -- null: as the category says
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  foreign key (organization_id, category_id) references benefit_categories (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (account_id with =, party_id with =, category_id with =, valid with &&) where (superseded_at is null)
);
create index account_benefits_account on account_benefits (account_id);
create index account_benefits_ends on account_benefits (organization_id, upper(valid)) where superseded_at is null;
call guard_tenant_table('account_benefits', 'house_id');

-- Benefits of a month that social protection pays to their holders: what a run came to beside its lines. They are owed by
-- nobody here and so never enter the ledger.
create table compensated_benefits (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint not null,
  amount bigint not null,                            -- kopecks, below zero like the line it would have been
  working json not null,
  primary key (organization_id, run_id, account_id, service_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create index compensated_benefits_account on compensated_benefits (account_id);
call guard_tenant_table('compensated_benefits', 'house_id');
create policy only_drafts on compensated_benefits as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

-- Subsidies as social protection has told of them: shown, never reckoned from.
create table account_subsidies (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  party_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  amount numeric(12, 2) not null check (amount > 0),  -- roubles a month
  paid_to text not null check (paid_to in ('executor', 'citizen')),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, party_id) references parties (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (account_id with =, party_id with =, valid with &&) where (superseded_at is null)
);
create index account_subsidies_account on account_subsidies (account_id);
call guard_tenant_table('account_subsidies', 'house_id');

-- The price list of works that are done by act.
create table one_off_works (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  service_id bigint not null,
  supplier_id bigint not null,
  name text not null,
  unit text not null default 'шт.',
  vat_rate numeric(4, 2) check (vat_rate between 0 and 100), -- null: without VAT; a price holds it already
  archived_at timestamptz,
  unique (organization_id, id),
  constraint one_off_works_name unique (organization_id, service_id, name),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id)
);
call guard_tenant_table('one_off_works');

create table one_off_prices (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  work_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  price numeric(12, 2) not null check (price >= 0),   -- roubles with VAT
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, work_id) references one_off_works (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (work_id with =, valid with &&) where (superseded_at is null)
);
create index one_off_prices_work on one_off_prices (work_id);
call guard_tenant_table('one_off_prices');

-- Works done for one account: charged whole in the month of their day. What was billed is reversed in an open month.
create table one_off_acts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  work_id bigint not null,
  number text not null,
  dated date not null,
  quantity numeric(12, 3) not null check (quantity > 0),
  price numeric(12, 2) not null check (price >= 0),   -- of the price list on that day, or as it was agreed
  prepaid numeric(12, 2) check (prepaid > 0),         -- told on the receipt's line; the money itself is a payment
  reason text not null,
  document_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  cancelled_at timestamptz,
  cancelled_by bigint references users,
  cancel_reason text,
  reversed_on date,                                  -- null: it was cancelled before its month was closed and is gone
  unique (organization_id, id),
  constraint one_off_acts_number unique (organization_id, number),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, work_id) references one_off_works (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check (reversed_on is null or cancelled_at is not null and reversed_on > dated)
);
create index one_off_acts_account on one_off_acts (account_id, dated);
call guard_tenant_table('one_off_acts', 'house_id');

-- A voluntary service that the payer of an account has declined: from that day on nothing is charged for it.
create table service_declines (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (account_id with =, service_id with =, valid with &&) where (superseded_at is null)
);
create index service_declines_account on service_declines (account_id);
call guard_tenant_table('service_declines', 'house_id');

grant select, insert, update on benefit_categories, one_off_works to dvor_app;
grant select, insert on benefit_terms, account_benefits, account_subsidies, one_off_prices, one_off_acts, service_declines to dvor_app;
grant update (superseded_at, superseded_by)
  on benefit_terms, account_benefits, account_subsidies, one_off_prices, service_declines to dvor_app;
grant update (cancelled_at, cancelled_by, cancel_reason, reversed_on) on one_off_acts to dvor_app;
grant select, insert, delete on compensated_benefits to dvor_app;
