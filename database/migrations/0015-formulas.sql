-- An organisation's own formulas: what a service of its own is charged by where no method of the law fits.
create table charge_formulas (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'), -- stands in the settings of assignments and never changes
  name text not null,
  version integer not null default 1,                -- of the draft as it was last seen
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id),
  constraint charge_formulas_code unique (organization_id, code)
);
call guard_tenant_table('charge_formulas');

-- What a formula said at its time. A draft is edited; what was once in force never changes and is superseded.
create table charge_formula_versions (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  formula_id bigint not null,
  ordinal integer not null check (ordinal > 0),
  text text not null,
  unit text not null,                                -- roubles per this is the tariff: m2, m3, person …
  norm_per text not null default 'person' check (norm_per in ('person', 'm2', 'premises')),
  volumes jsonb not null default '{}' check (jsonb_typeof(volumes) = 'object'), -- code of a service → unit of its volume
  act text,
  clause text,
  note text,
  cases jsonb not null default '[]' check (jsonb_typeof(cases) = 'array'), -- the bench: inputs, expected kopecks, last outcome
  state text not null default 'draft' check (state in ('draft', 'active', 'retired')),
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  activated_at timestamptz,
  activated_by bigint references users,
  unique (organization_id, id),
  unique (organization_id, formula_id, ordinal),
  foreign key (organization_id, formula_id) references charge_formulas (organization_id, id),
  check ((state = 'draft') = (activated_at is null)),
  check (state = 'draft' or (act is not null and clause is not null and jsonb_array_length(cases) > 0))
);
create unique index charge_formula_versions_one_draft on charge_formula_versions (organization_id, formula_id) where state = 'draft';
call guard_tenant_table('charge_formula_versions');

create function keep_formula_version() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' and (tg_op = 'DELETE' or (new.organization_id, new.formula_id, new.ordinal) = (old.organization_id, old.formula_id, old.ordinal)) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' and new.state <> 'draft' then
    return new;
  end if;
  raise exception 'a version of a formula that was in force never changes';
end $$;
create trigger keep_formula_version before update or delete on charge_formula_versions
  for each row execute function keep_formula_version();

-- Which version a formula is charged by on which days: a table of facts, so that a past month finds what was known of it.
create table charge_formula_terms (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  formula_id bigint not null,
  version_id bigint not null,
  valid daterange not null check (not isempty(valid)),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, formula_id) references charge_formulas (organization_id, id),
  foreign key (organization_id, version_id) references charge_formula_versions (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (formula_id with =, valid with &&) where (superseded_at is null)
);
create index charge_formula_terms_version on charge_formula_terms (version_id);
call guard_tenant_table('charge_formula_terms');

grant select, insert, update on charge_formulas to dvor_app;
grant select, insert, update, delete on charge_formula_versions to dvor_app;
grant select, insert on charge_formula_terms to dvor_app;
grant update (superseded_at, superseded_by) on charge_formula_terms to dvor_app;
