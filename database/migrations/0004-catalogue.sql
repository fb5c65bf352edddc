-- What is charged, by whom, at which rate: services, suppliers, tariffs, norms, assignments; and the law's parameters.

create table services (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null,
  name text not null,
  unit text not null,                                -- м³, кВт·ч, м², чел., кв.
  resource text check (resource in ('cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste')),
  section text not null check (section in ('housing', 'communal', 'common-property', 'capital-repair', 'agency')),
  position smallint not null,                        -- order on the receipt
  archived_at timestamptz,
  unique (organization_id, id),
  unique (organization_id, code)
);
call guard_tenant_table('services');

create table suppliers (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  name text not null,
  inn text not null,
  kpp text,
  ogrn text,
  address text,
  phone text,
  unique (organization_id, id),
  unique nulls not distinct (organization_id, inn, kpp)
);
call guard_tenant_table('suppliers');

create table supplier_bank_details (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  supplier_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  account_number text not null check (account_number ~ '^\d{20}$'),
  bic text not null check (bic ~ '^\d{9}$'),
  bank_name text not null,
  correspondent_account text check (correspondent_account ~ '^\d{20}$'),
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id),
  exclude using gist (supplier_id with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('supplier_bank_details');

-- Which service a house (or one of its premises) gets, from whom, and how it is charged.
create table service_assignments (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  premises_id bigint,                                -- null: every premises of `premises_kinds`
  premises_kinds text[] not null default '{flat,room}',
  service_id bigint not null,
  supplier_id bigint not null,
  method text not null,                              -- a charge method of the calculation core
  settings jsonb not null default '{}',              -- what the method asks for besides tariffs and norms
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, premises_id) references premises (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id),
  exclude using gist (house_id with =, (coalesce(premises_id, 0)) with =, service_id with =, valid with &&)
    where (superseded_at is null)
);
create index service_assignments_house on service_assignments (house_id);
call guard_tenant_table('service_assignments', 'house_id');

-- A rate holds for the premises whose traits match `applies_to`; of several that match the most specific one is taken.
create table tariffs (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  service_id bigint not null,
  applies_to jsonb not null default '{}',
  valid daterange not null check (not isempty(valid)),
  rates jsonb not null,                              -- {"rate": "36.47"}, {"day": "…", "night": "…"}: roubles with VAT, as text
  basis text not null,
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, service_id) references services (organization_id, id),
  exclude using gist (service_id with =, (applies_to::text) with =, valid with &&) where (superseded_at is null)
);
create index tariffs_service on tariffs (service_id);
call guard_tenant_table('tariffs');

create table norms (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  service_id bigint not null,
  applies_to jsonb not null default '{}',
  valid daterange not null check (not isempty(valid)),
  value numeric(18, 8) not null check (value >= 0),
  basis text not null,
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  reason text not null,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, service_id) references services (organization_id, id),
  exclude using gist (service_id with =, (applies_to::text) with =, valid with &&) where (superseded_at is null)
);
create index norms_service on norms (service_id);
call guard_tenant_table('norms');

-- Rules of law with their dates: the same for every tenant, changed by a migration or by the product's operator.
create table law_parameters (
  id bigint generated always as identity primary key,
  code text not null,                                -- payment-due-day, excess-factor.cold-water, …
  valid daterange not null check (not isempty(valid)),
  value jsonb not null,
  act text not null,
  clause text not null,
  note text,
  exclude using gist (code with =, valid with &&)
);

insert into law_parameters (code, valid, value, act, clause, note) values
  ('payment-due-day', '[2005-03-01,2026-02-01)', '10', 'Жилищный кодекс РФ', 'ст. 155 ч. 1', 'до 10-го числа следующего месяца, по расчётному месяцу'),
  ('payment-due-day', '[2026-02-01,)', '15', 'Жилищный кодекс РФ в ред. закона 177-ФЗ от 24.06.2025', 'ст. 155 ч. 1', 'до 15-го числа; первый расчётный месяц — февраль 2026'),
  ('receipt-issue-day', '[2005-03-01,2026-02-01)', '1', 'Жилищный кодекс РФ', 'ст. 155 ч. 2', null),
  ('receipt-issue-day', '[2026-02-01,)', '5', 'Жилищный кодекс РФ в ред. закона 177-ФЗ от 24.06.2025', 'ст. 155 ч. 2', null),
  ('excess-factor.cold-water', '[2015-01-01,2015-07-01)', '"1.1"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.cold-water', '[2015-07-01,2016-01-01)', '"1.2"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.cold-water', '[2016-01-01,2017-01-01)', '"1.4"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.cold-water', '[2017-01-01,2025-12-06)', '"1.5"', 'ПП РФ № 603 от 29.06.2016', 'п. 42 ПП 354', null),
  ('excess-factor.cold-water', '[2025-12-06,)', '"3"', 'ПП РФ № 1871 от 25.11.2025', 'п. 42 ПП 354', null),
  ('excess-factor.hot-water', '[2015-01-01,2015-07-01)', '"1.1"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.hot-water', '[2015-07-01,2016-01-01)', '"1.2"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.hot-water', '[2016-01-01,2017-01-01)', '"1.4"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', null),
  ('excess-factor.hot-water', '[2017-01-01,)', '"1.5"', 'ПП РФ № 603 от 29.06.2016', 'п. 42 ПП 354', null),
  ('excess-factor.electricity', '[2020-07-01,)', '"1.5"', 'ПП РФ № 950 от 29.06.2020', 'п. 60, 60(3) ПП 354', 'только после отказа в доступе к прибору');

grant select, insert, update on services, suppliers to dvor_app;
grant select on law_parameters to dvor_app;
grant select, insert on supplier_bank_details, service_assignments, tariffs, norms to dvor_app;
grant update (superseded_at, superseded_by) on supplier_bank_details, service_assignments, tariffs, norms to dvor_app;
