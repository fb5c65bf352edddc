-- The catalogue's whole life: services and suppliers are edited and archived, bank details change by two people's word,
-- services are given to a house, an entrance or one premises, rates have drafts, the law has its calendar.

-- Force keeps the owner out of a tenant table too; what stands there already is brought along.
alter table services no force row level security;
alter table service_assignments no force row level security;

-- What the volume of a service is counted by.
alter table services add column base text not null default 'unit'
  check (base in ('area', 'person', 'owner', 'unit', 'flat', 'share', 'percent'));
update services set base = case unit when 'м²' then 'area' when 'чел.' then 'person' when 'кв.' then 'flat' else 'unit' end;
alter table services add column gis_codes jsonb not null default '{}' check (jsonb_typeof(gis_codes) = 'object'); -- {"1": "4"}: of which directory of ГИС ЖКХ, which record
alter table services add column version integer not null default 1;

alter table suppliers add column version integer not null default 1;

-- A change of bank details waits for a second person's word.
create table supplier_bank_changes (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  supplier_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  account_number text not null check (account_number ~ '^\d{20}$'),
  bic text not null check (bic ~ '^\d{9}$'),
  bank_name text not null,
  correspondent_account text check (correspondent_account ~ '^\d{20}$'),
  reason text not null,
  asked_at timestamptz not null default organization_now(),
  asked_by bigint not null references users,
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'rejected')),
  decided_at timestamptz,
  decided_by bigint references users,
  decision_note text,
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id),
  check ((state = 'pending') = (decided_at is null)),
  check (state <> 'rejected' or decision_note is not null)
);
create unique index supplier_bank_changes_one_at_a_time on supplier_bank_changes (organization_id, supplier_id) where state = 'pending';
call guard_tenant_table('supplier_bank_changes');

-- A service may be given to one entrance. `place` is what an assignment concerns, as one text.
alter table service_assignments add column entrance smallint check (entrance is null or entrance > 0 and premises_id is null);
alter table service_assignments add column place text;
update service_assignments set place = coalesce('premises:' || premises_id, 'entrance:' || entrance, 'house');
alter table service_assignments alter column place set not null;
alter table service_assignments add check (place = coalesce('premises:' || premises_id, 'entrance:' || entrance, 'house'));
do $$
begin
  execute (select format('alter table service_assignments drop constraint %I', conname) from pg_constraint
            where conrelid = 'service_assignments'::regclass and contype = 'x');
end $$;
alter table service_assignments add constraint service_assignments_once
  exclude using gist (house_id with =, place with =, service_id with =, valid with &&) where (superseded_at is null);
create index service_assignments_service on service_assignments (service_id) where superseded_at is null;

alter table services force row level security;
alter table service_assignments force row level security;

-- Who bills a service of a house on which days: a service has one biller, also across organisations. Made from the
-- assignments in force by the triggers below, so that it never says anything else. A resource of the communal section is
-- one service whatever its code; shops may be billed by another than flats.
create table billing_claims (
  organization_id bigint not null references organizations,
  house_id bigint not null,
  fias_id uuid not null,
  service text not null,
  premises_kind text not null,
  valid daterange not null,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  constraint billing_claims_one_biller
    exclude using gist (fias_id with =, service with =, premises_kind with =, organization_id with <>, valid with &&)
);
create index billing_claims_house on billing_claims (house_id);
call guard_tenant_table('billing_claims', 'house_id');

create function billed_service(services) returns text
  language sql immutable parallel safe
  return case when $1.section = 'communal' then coalesce($1.resource, $1.code) else $1.code end;

create function claim_houses(houses bigint[]) returns void
  language plpgsql set search_path = public as $$
begin
  delete from billing_claims where house_id = any (houses);
  insert into billing_claims (organization_id, house_id, fias_id, service, premises_kind, valid)
  select organization_id, house_id, fias_id, service, kind, unnest(range_agg(valid))
    from (select a.organization_id, a.house_id, h.fias_id, billed_service(s) as service, k.kind, a.valid
            from service_assignments a
            join houses h on h.id = a.house_id and h.fias_id is not null
            join services s on s.id = a.service_id
            left join premises p on p.id = a.premises_id
           cross join lateral unnest(case when p.id is null then a.premises_kinds else array[p.kind] end) as k (kind)
           where a.house_id = any (houses) and a.superseded_at is null) given
   group by organization_id, house_id, fias_id, service, kind;
end $$;

create function claim_assigned() returns trigger language plpgsql as $$
begin
  perform claim_houses(array(select distinct house_id from assigned));
  return null;
end $$;
create trigger claim_new after insert on service_assignments
  referencing new table as assigned for each statement execute function claim_assigned();
create trigger claim_changed after update on service_assignments
  referencing new table as assigned for each statement execute function claim_assigned();

create function claim_house() returns trigger language plpgsql as $$
begin
  perform claim_houses(array[new.id]);
  return null;
end $$;
create trigger claim_renamed after update of fias_id on houses
  for each row when (old.fias_id is distinct from new.fias_id) execute function claim_house();

-- Of what others bill in a house only two things may be known, and never who: whether a day is taken, and on which day
-- the last of them ended before one begins.
create function claimed_elsewhere(house bigint, service bigint, kinds text[], days daterange) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (
    select from houses h
      join services s on s.id = claimed_elsewhere.service and s.organization_id = current_organization()
      join billing_claims c on c.fias_id = h.fias_id and c.service = billed_service(s) and c.premises_kind = any (kinds)
                           and c.organization_id <> current_organization() and c.valid && days
     where h.id = house and h.organization_id = current_organization())
$$;
create function claim_ended_before(house bigint, service bigint, kinds text[], day date) returns date
  language sql stable security definer set search_path = public as $$
  select max(upper(c.valid)) from houses h
      join services s on s.id = claim_ended_before.service and s.organization_id = current_organization()
      join billing_claims c on c.fias_id = h.fias_id and c.service = billed_service(s) and c.premises_kind = any (kinds)
     where h.id = house and h.organization_id = current_organization() and upper(c.valid) <= day
$$;
grant select on houses, services, billing_claims to dvor_resolver;
alter function claimed_elsewhere owner to dvor_resolver;
alter function claim_ended_before owner to dvor_resolver;
revoke execute on function claimed_elsewhere, claim_ended_before from public;
grant execute on function claimed_elsewhere, claim_ended_before to dvor_app;

-- The clause that a rate stands on (its act is `basis`), VAT and price ranges.
alter table tariffs add column clause text;
alter table tariffs add column vat_rate numeric(4, 2) check (vat_rate between 0 and 100); -- null: without VAT; a rate holds it already
alter table tariffs add column ranges jsonb check (jsonb_typeof(ranges) = 'array');       -- [{"upTo": "3900", "rates": {…}}, {"upTo": null, …}]
alter table norms add column clause text;

-- Rates that somebody thinks about. A run looks into tariffs and norms only and never finds one here.
create table rate_drafts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  kind text not null check (kind in ('tariff', 'norm')),
  service_id bigint not null,
  applies_to jsonb not null default '{}',
  valid daterange not null check (not isempty(valid)),
  rates jsonb,
  ranges jsonb,
  vat_rate numeric(4, 2) check (vat_rate between 0 and 100),
  value numeric(18, 8) check (value >= 0),
  act text,
  clause text,
  note text,
  version integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'approved', 'discarded')),
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  decided_at timestamptz,
  decided_by bigint references users,
  foreign key (organization_id, service_id) references services (organization_id, id),
  check (case kind when 'tariff' then rates is not null and value is null else value is not null and rates is null end)
);
create index rate_drafts_service on rate_drafts (service_id);
call guard_tenant_table('rate_drafts');

-- What an organisation or one of its houses has instead of the law's figure: a regional factor, a coefficient of the rent.
create table coefficients (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  house_id bigint,                                   -- null: all of the organisation's
  place text not null check (place = coalesce('house:' || house_id, 'organization')),
  code text not null,
  valid daterange not null check (not isempty(valid)),
  value numeric(18, 8) not null check (value >= 0),
  basis text not null,
  clause text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (organization_id with =, place with =, code with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('coefficients', 'house_id');
-- Those of all houses concern a member who sees some.
alter policy tenant on coefficients
  using (organization_id = (select current_organization()) and ((select current_house_scope()) is null or house_id is null
         or house_id = any ((select current_house_scope())::bigint[])))
  with check (organization_id = (select current_organization()) and ((select current_house_scope()) is null
         or house_id = any ((select current_house_scope())::bigint[])));

-- Where the law leaves a choice or is disputed, the organisation chooses, from a day on.
create table organization_settings (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null,
  valid daterange not null check (not isempty(valid)),
  value jsonb not null,
  basis text,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (organization_id with =, code with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('organization_settings');

grant select, insert, delete on billing_claims to dvor_app;
grant select, insert, update on supplier_bank_changes, rate_drafts to dvor_app;
grant select, insert on coefficients, organization_settings to dvor_app;
grant update (superseded_at, superseded_by) on coefficients, organization_settings to dvor_app;

-- How sure the product is of a parameter: read in the act's words, corroborated by others, from memory, or disputed.
alter table law_parameters add column certainty text not null default 'verified'
  check (certainty in ('verified', 'corroborated', 'from-memory', 'disputed'));
create index law_parameters_code on law_parameters (code);

update law_parameters set certainty = 'disputed', note = coalesce(note || '; ', '') || 'начало в середине декабря 2025: по дням или с 1-го числа – настройка'
 where code = 'excess-factor.cold-water' and lower(valid) = '2025-12-06';
update law_parameters set certainty = 'from-memory' where code = 'receipt-issue-day' and lower(valid) = '2005-03-01';

insert into law_parameters (code, valid, value, act, clause, certainty, note) values
  -- повышающий коэффициент электроэнергии до передачи учёта поставщикам
  ('excess-factor.electricity', '[2015-01-01,2015-07-01)', '"1.1"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', 'verified', null),
  ('excess-factor.electricity', '[2015-07-01,2016-01-01)', '"1.2"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', 'verified', null),
  ('excess-factor.electricity', '[2016-01-01,2017-01-01)', '"1.4"', 'ПП РФ № 344 от 16.04.2013', 'п. 42 ПП 354', 'verified', null),
  ('excess-factor.electricity', '[2017-01-01,2020-07-01)', '"1.5"', 'ПП РФ № 603 от 29.06.2016', 'п. 42 ПП 354', 'verified', null),
  -- пени
  ('penalty.free-days', '[2016-01-01,)', '30', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', 'дни 1–30 после срока – без пени'),
  ('penalty.divisor', '[2016-01-01,)', '300', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', 'дни 31–90: 1/300 ставки'),
  ('penalty.raised-from-day', '[2016-01-01,)', '91', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', null),
  ('penalty.raised-divisor', '[2016-01-01,)', '130', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', 'с 91-го дня: 1/130 ставки'),
  ('penalty.capital-repair.free-days', '[2018-01-01,)', '30', 'Жилищный кодекс РФ', 'ст. 155 ч. 14.1', 'disputed', 'день перехода на 31-й день между 2016 и 2021 годами не найден; уточните у фонда'),
  ('penalty.capital-repair.divisor', '[2016-01-01,)', '300', 'Жилищный кодекс РФ', 'ст. 155 ч. 14.1', 'verified', '1/300 за всё время, без 1/130'),
  ('penalty.rate-cap', '[2016-01-01,2022-02-28)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', 'предела нет'),
  ('penalty.rate-cap', '[2022-02-28,2022-08-01)', '"9.5 fixed"', 'ПП РФ № 474 от 26.03.2022', 'п. 1', 'verified', 'ставка на 27.02.2022, какой бы ни была ключевая'),
  ('penalty.rate-cap', '[2022-08-01,2023-01-01)', '"9.5"', 'ПП РФ № 474 в ред. ПП № 1681 от 23.09.2022', 'п. 1', 'verified', 'меньшая из 9,5 % и ключевой ставки на день оплаты'),
  ('penalty.rate-cap', '[2023-01-01,2024-01-01)', '"9.5"', 'ПП РФ № 474 в ред. ПП № 2479 от 28.12.2022', 'п. 1', 'verified', null),
  ('penalty.rate-cap', '[2024-01-01,2025-01-01)', '"9.5"', 'ПП РФ № 474 в ред. ПП № 2382 от 29.12.2023', 'п. 1', 'verified', null),
  ('penalty.rate-cap', '[2025-01-01,2027-01-01)', '"9.5"', 'ПП РФ № 329 от 18.03.2025', 'п. 1', 'verified', 'на 2027 год акта нет: без нового параметра пени не начисляются'),
  ('penalty.moratorium', '[2016-01-01,2020-04-06)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', null),
  ('penalty.moratorium', '[2020-04-06,2021-01-01)', '"all"', 'ПП РФ № 424 от 02.04.2020', 'п. 3–5', 'verified', 'ЖКУ, ТКО и капремонт, долги любого возраста'),
  ('penalty.moratorium', '[2021-01-01,2022-04-01)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', null),
  ('penalty.moratorium', '[2022-04-01,2022-10-02)', '"arisen-before"', 'ПП РФ № 497 от 28.03.2022', 'п. 1', 'verified', 'только долги, возникшие до 01.04.2022; счёт дней не прерывается'),
  ('penalty.moratorium', '[2022-10-02,)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'verified', null),
  -- объёмы
  ('average.months', '[2011-09-01,)', '6', 'ПП РФ № 354 от 06.05.2011', 'п. 59', 'verified', 'за сколько месяцев берётся среднее'),
  ('average.least-months', '[2011-09-01,)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 59', 'verified', 'если прибор работал меньше – норматив'),
  ('average.most-periods', '[2011-09-01,)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 59, 60', 'verified', 'не более трёх расчётных периодов подряд'),
  ('average.most-periods.electricity', '[2020-07-01,)', '"unlimited"', 'ПП РФ № 950 от 29.06.2020', 'п. 59 «г» ПП 354', 'verified', 'до ввода нового прибора'),
  ('house-meter.average.most-periods', '[2011-09-01,)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 59(1)', 'from-memory', 'вода, электроэнергия'),
  ('house-meter.average.most-periods.heating', '[2011-09-01,2025-03-01)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 59(1)', 'verified', null),
  ('house-meter.average.most-periods.heating', '[2025-03-01,)', '6', 'ПП РФ № 1176 от 29.08.2024', 'п. 59(1) ПП 354', 'verified', 'по дням отопления с поправкой на наружную температуру'),
  ('tampering.factor', '[2011-09-01,)', '10', 'ПП РФ № 354 от 06.05.2011', 'п. 62', 'from-memory', 'норматив ×10'),
  ('tampering.most-months', '[2011-09-01,)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 62', 'from-memory', null),
  ('readings.last-day', '[2011-09-01,)', '25', 'ПП РФ № 354 от 06.05.2011', 'п. 31 «ж», 33 «к»', 'from-memory', 'показания передают до 25-го числа'),
  ('temporary-resident.more-than-days', '[2011-09-01,)', '5', 'ПП РФ № 354 от 06.05.2011', 'п. 56', 'verified', null),
  ('common-property.true-up', '[2022-09-01,2023-03-27)', '"first-quarter"', 'ПП РФ № 92 от 03.02.2022', 'п. 29(3) ПП 491', 'verified', null),
  ('common-property.true-up', '[2023-03-27,)', '"next-year-equal-parts"', 'ПП РФ № 480 от 27.03.2023', 'п. 29(3) ПП 491', 'verified', null),
  ('instalments.rise-percent', '[2011-09-01,)', '25', 'ПП РФ № 354 от 06.05.2011', 'п. 72', 'verified', 'рост к тому же месяцу прошлого года'),
  ('instalments.months', '[2011-09-01,)', '12', 'ПП РФ № 354 от 06.05.2011', 'п. 72', 'verified', null),
  ('instalments.points-over-key-rate', '[2011-09-01,)', '3', 'ПП РФ № 354 от 06.05.2011', 'п. 72', 'verified', null),
  -- отопление
  ('heating.season-begins', '[2011-09-01,)', '"10-01"', 'ПП РФ № 354 от 06.05.2011', 'п. 5', 'disputed', 'день объявляет орган местного самоуправления; указан обычный'),
  ('heating.season-ends', '[2011-09-01,)', '"04-30"', 'ПП РФ № 354 от 06.05.2011', 'п. 5', 'disputed', 'последний день; объявляет орган местного самоуправления'),
  -- перерасчёты
  ('absence.more-than-days', '[2011-09-01,)', '5', 'ПП РФ № 354 от 06.05.2011', 'п. 86', 'verified', 'полных календарных дней подряд'),
  ('absence.apply-within-days', '[2011-09-01,)', '30', 'ПП РФ № 354 от 06.05.2011', 'п. 91', 'verified', 'после возвращения'),
  ('absence.waste', '[2023-03-01,2028-01-01)', '"by-persons-and-days"', 'ПП РФ № 2076 от 16.11.2022', 'прил. 4, п. 148(44) ПП 354', 'verified', 'после 31.12.2027 порядка нет'),
  ('recalculation.most-months', '[1996-01-01,)', '36', 'Гражданский кодекс РФ; ПВС РФ № 22 от 27.06.2017', 'ст. 196; п. 41', 'verified', 'исковая давность по каждому месяцу; уменьшения – по тому же пределу, если не решено иначе'),
  ('overcharge.fine-percent', '[2018-01-11,)', '50', 'Жилищный кодекс РФ; ПП РФ № 354', 'ст. 157 ч. 6; п. 155(1)', 'verified', null),
  ('cut-off.debt-months', '[2011-09-01,)', '2', 'ПП РФ № 354 от 06.05.2011', 'п. 119', 'verified', null),
  ('cut-off.notice-days', '[2011-09-01,)', '20', 'ПП РФ № 354 от 06.05.2011', 'п. 119', 'verified', null),
  ('cut-off.electricity-cost-cap', '[2017-01-01,2025-12-27)', '"1000"', 'ПП РФ № 354 от 06.05.2011', 'п. 121(1)', 'verified', 'рублей'),
  ('cut-off.electricity-cost-cap', '[2025-12-27,)', '"5000"', 'ПП РФ № 2075 от 19.12.2025', 'п. 121(1) ПП 354', 'verified', 'рублей с НДС'),
  -- качество (прил. 1 к ПП 354)
  ('quality.allowed-hours.cold-water', '[2011-09-01,)', '8', 'ПП РФ № 354, приложение 1', 'п. 1', 'verified', 'суммарно за месяц'),
  ('quality.allowed-hours.hot-water', '[2011-09-01,)', '8', 'ПП РФ № 354, приложение 1', 'п. 4', 'verified', null),
  ('quality.allowed-hours.sewage', '[2011-09-01,)', '8', 'ПП РФ № 354, приложение 1', 'п. 8', 'verified', null),
  ('quality.allowed-hours.electricity.two-sources', '[2011-09-01,)', '2', 'ПП РФ № 354, приложение 1', 'п. 9', 'verified', 'два независимых источника'),
  ('quality.allowed-hours.electricity.one-source', '[2011-09-01,)', '24', 'ПП РФ № 354, приложение 1', 'п. 9', 'verified', null),
  ('quality.allowed-hours.gas', '[2011-09-01,)', '4', 'ПП РФ № 354, приложение 1', 'п. 10', 'verified', null),
  ('quality.allowed-hours.heating', '[2011-09-01,)', '24', 'ПП РФ № 354, приложение 1', 'п. 14', 'verified', null),
  ('quality.allowed-hours.waste', '[2019-01-01,)', '72', 'ПП РФ № 354, приложение 1', 'п. 17', 'verified', null),
  ('quality.percent-per-hour', '[2011-09-01,)', '"0.15"', 'ПП РФ № 354, приложение 1', 'п. 1, 4, 8–10, 14', 'verified', 'платы за месяц за каждый час сверх допустимого'),
  ('quality.waste-percent-per-day', '[2019-01-01,)', '"3.3"', 'ПП РФ № 354, приложение 1', 'п. 17', 'verified', 'за каждые 24 часа'),
  ('quality.heating.least-degrees', '[2011-09-01,)', '18', 'ПП РФ № 354, приложение 1', 'п. 15', 'verified', 'угловые – 20; в холодных районах 20 и 22'),
  ('quality.heating.corner-least-degrees', '[2011-09-01,)', '20', 'ПП РФ № 354, приложение 1', 'п. 15', 'verified', null),
  ('quality.heating.percent-per-degree-hour', '[2011-09-01,)', '"0.15"', 'ПП РФ № 354, приложение 1', 'п. 15', 'verified', null),
  ('quality.hot-water.least-degrees', '[2011-09-01,)', '60', 'ПП РФ № 354, приложение 1', 'п. 5', 'verified', null),
  ('quality.hot-water.percent-per-three-degrees-hour', '[2011-09-01,)', '"0.1"', 'ПП РФ № 354, приложение 1', 'п. 5', 'verified', null),
  ('quality.hot-water.cold-tariff-below-degrees', '[2011-09-01,)', '40', 'ПП РФ № 354, приложение 1', 'п. 5', 'verified', 'часы ниже 40 °C – по тарифу холодной воды'),
  ('quality.pressure-percent-per-hour', '[2011-09-01,)', '"0.1"', 'ПП РФ № 354, приложение 1', 'п. 3, 7, 13', 'from-memory', 'отклонение до 25 %'),
  -- налоги и льготы
  ('vat.base-rate', '[2019-01-01,2026-01-01)', '20', 'Налоговый кодекс РФ', 'ст. 164 п. 3', 'verified', null),
  ('vat.base-rate', '[2026-01-01,)', '22', 'Закон № 425-ФЗ от 28.11.2025', 'ст. 164 п. 3 НК РФ', 'verified', null),
  ('vat.simplified-free-income-million', '[2025-01-01,2026-01-01)', '60', 'Налоговый кодекс РФ', 'ст. 145', 'from-memory', null),
  ('vat.simplified-free-income-million', '[2026-01-01,2027-01-01)', '20', 'Закон № 425-ФЗ от 28.11.2025', 'ст. 145 НК РФ', 'verified', null),
  ('vat.simplified-free-income-million', '[2027-01-01,2028-01-01)', '15', 'Закон № 425-ФЗ от 28.11.2025', 'ст. 145 НК РФ', 'verified', null),
  ('vat.simplified-free-income-million', '[2028-01-01,)', '10', 'Закон № 425-ФЗ от 28.11.2025', 'ст. 145 НК РФ', 'verified', null),
  ('subsidy.most-income-percent', '[2005-12-14,)', '22', 'ПП РФ № 761 от 14.12.2005; ЖК РФ', 'ст. 159', 'from-memory', 'федеральный предел; регион может снизить'),
  ('electricity.range-1.most', '[2025-01-01,)', '3900', 'ПП РФ № 1178 от 29.12.2011', 'диапазоны потребления', 'corroborated', 'кВт·ч в месяц; регион может установить другие'),
  ('electricity.range-2.most', '[2025-01-01,)', '6000', 'ПП РФ № 1178 от 29.12.2011', 'диапазоны потребления', 'corroborated', 'кВт·ч в месяц');

-- Until 2016 the penalty is reckoned by the refinancing rate; from then on it equals the key rate.
insert into law_parameters (code, valid, value, act, clause, certainty) values
  ('refinancing-rate', '[2012-09-14,2016-01-01)', '"8.25"', 'Банк России', 'указание Банка России', 'from-memory'),
  ('refinancing-rate', '[2016-01-01,)', '"key-rate"', 'Банк России', 'указание № 3894-У от 11.12.2015', 'from-memory');
insert into law_parameters (code, valid, value, act, clause, certainty, note)
select 'key-rate', daterange(day::date, lead(day::date) over (order by day::date)), to_jsonb(rate),
       'Банк России', 'решение Совета директоров', certainty, note
  from (values
    ('2013-09-13', '5.5', 'from-memory', null), ('2014-03-03', '7', 'from-memory', null), ('2014-04-28', '7.5', 'from-memory', null),
    ('2014-07-28', '8', 'from-memory', null), ('2014-11-05', '9.5', 'from-memory', null), ('2014-12-12', '10.5', 'from-memory', null),
    ('2014-12-16', '17', 'from-memory', null), ('2015-02-02', '15', 'from-memory', null), ('2015-03-16', '14', 'from-memory', null),
    ('2015-05-05', '12.5', 'from-memory', null), ('2015-06-16', '11.5', 'from-memory', null), ('2015-08-03', '11', 'from-memory', null),
    ('2016-06-14', '10.5', 'from-memory', null), ('2016-09-19', '10', 'from-memory', null),
    ('2017-03-27', '9.75', 'from-memory', null), ('2017-05-02', '9.25', 'from-memory', null), ('2017-06-19', '9', 'from-memory', null),
    ('2017-09-18', '8.5', 'from-memory', null), ('2017-10-30', '8.25', 'verified', null), ('2017-12-18', '7.75', 'from-memory', null),
    ('2018-02-12', '7.5', 'verified', null), ('2018-03-26', '7.25', 'from-memory', null), ('2018-09-17', '7.5', 'from-memory', null),
    ('2018-12-17', '7.75', 'from-memory', null), ('2019-06-17', '7.5', 'from-memory', null), ('2019-07-29', '7.25', 'from-memory', null),
    ('2019-09-09', '7', 'from-memory', null), ('2019-10-28', '6.5', 'from-memory', null), ('2019-12-16', '6.25', 'from-memory', null),
    ('2020-02-10', '6', 'from-memory', null), ('2020-04-27', '5.5', 'from-memory', null), ('2020-06-22', '4.5', 'from-memory', null),
    ('2020-07-27', '4.25', 'from-memory', null), ('2021-03-22', '4.5', 'from-memory', null), ('2021-04-26', '5', 'from-memory', null),
    ('2021-06-15', '5.5', 'from-memory', null), ('2021-07-26', '6.5', 'from-memory', null), ('2021-09-13', '6.75', 'from-memory', null),
    ('2021-10-25', '7.5', 'from-memory', null), ('2021-12-20', '8.5', 'from-memory', null), ('2022-02-14', '9.5', 'verified', null),
    ('2022-02-28', '20', 'verified', null), ('2022-04-11', '17', 'verified', null), ('2022-05-04', '14', 'from-memory', null),
    ('2022-05-27', '11', 'from-memory', null), ('2022-06-14', '9.5', 'from-memory', null), ('2022-07-25', '8', 'verified', null),
    ('2022-09-19', '7.5', 'verified', null), ('2023-07-24', '8.5', 'verified', null), ('2023-08-15', '12', 'verified', null),
    ('2023-09-18', '13', 'verified', null), ('2023-10-30', '15', 'verified', null), ('2023-12-18', '16', 'verified', null),
    ('2024-07-29', '18', 'verified', null), ('2024-09-16', '19', 'verified', null), ('2024-10-28', '21', 'verified', null),
    ('2025-06-09', '20', 'verified', null), ('2025-07-28', '18', 'verified', null), ('2025-09-15', '17', 'verified', null),
    ('2025-10-27', '16.5', 'verified', null), ('2025-12-22', '16', 'verified', null), ('2026-02-16', '15.5', 'verified', null),
    ('2026-03-23', '15', 'verified', null), ('2026-04-27', '14.5', 'verified', null), ('2026-06-22', '14.25', 'verified', null),
    ('2026-07-27', '14', 'disputed', 'решение 23.10.2026 не найдено: сверьте с сайтом Банка России')
  ) as decided (day, rate, certainty, note);
