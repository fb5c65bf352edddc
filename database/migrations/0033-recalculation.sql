-- Corrections of closed months: lines of the open month's run that say which month they correct, and what a run replayed.

alter table charge_lines add column origin date
  check (origin is null or (extract(day from origin) = 1 and origin < period));
comment on column charge_lines.origin is 'First day of the closed month that the line corrects; null: the line is of its own month.';
-- Few lines correct anything: what was corrected of an account's month is found without reading the others.
create index charge_lines_origin on charge_lines (account_id, origin) where origin is not null;

-- What social protection pays is corrected beside the bill, as it is charged beside it.
alter table compensated_benefits add column origin date check (origin is null or extract(day from origin) = 1);
alter table compensated_benefits drop constraint compensated_benefits_pkey;
alter table compensated_benefits add unique nulls not distinct (organization_id, run_id, account_id, service_id, origin);

-- A negative volume that a closed month leaves to the next may come out otherwise when it is replayed.
alter table billing_run_carry add column origin date check (origin is null or extract(day from origin) = 1);
alter table billing_run_carry drop constraint billing_run_carry_volume_check;
alter table billing_run_carry add check (volume < 0 or (origin is not null and volume = 0)); -- none is left after all
alter table billing_run_carry drop constraint billing_run_carry_pkey;
alter table billing_run_carry add unique nulls not distinct (organization_id, run_id, house_id, service_id, origin);

-- Which changes were made together: one change of a tariff for all, one import, one act.
alter table fact_changes add column transaction_id bigint;
alter table fact_changes no force row level security;
update fact_changes set transaction_id = -id; -- each for itself: what belonged together was not written down
alter table fact_changes force row level security;
alter table fact_changes alter column transaction_id set default (pg_current_xact_id()::text)::bigint;
alter table fact_changes alter column transaction_id set not null;
create index fact_changes_transaction on fact_changes (organization_id, transaction_id);

-- What a house divides between all its accounts, as it came out: a replay of one account takes it as it stands.
alter table billing_run_houses add column figures jsonb;
-- Has it been found out what the run replays?
alter table billing_runs add column replays_found_at timestamptz;

-- What a run replays: which accounts and services of a house, in which closed months, because of which changes.
create table billing_run_replays (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint,                                 -- null: the whole house
  service_id bigint,                                 -- null: all services
  rates_only boolean not null default false,         -- no volume depends on what was changed
  months daterange not null check (not isempty(months)),
  changes bigint[] not null,
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create index billing_run_replays_house on billing_run_replays (organization_id, run_id, house_id);
call guard_tenant_table('billing_run_replays', 'house_id');
create policy only_drafts on billing_run_replays as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

-- A house's closed month as a run replayed it: the facts it was replayed from, and what came of it.
create table billing_run_replayed (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  origin date not null check (extract(day from origin) = 1),
  accounts integer not null,                         -- that were replayed
  lines integer not null,                            -- of correction
  amount bigint not null,
  snapshot bytea not null,                           -- HouseFacts as deflated JSON
  snapshot_hash bytea not null,                      -- sha-256 of the JSON
  figures jsonb,                                     -- of the whole house; null: only some accounts were replayed
  primary key (organization_id, run_id, house_id, origin),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id)
);
create index billing_run_replayed_house on billing_run_replayed (house_id, origin);
call guard_tenant_table('billing_run_replayed', 'house_id');
create policy only_drafts on billing_run_replayed as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

-- A closed month that could not be replayed for an account. The next run tries again: a correction is never lost.
create table billing_run_unreplayed (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  origin date not null check (extract(day from origin) = 1),
  code text not null,
  details jsonb not null default '{}',
  changes bigint[] not null,
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index billing_run_unreplayed_house on billing_run_unreplayed (organization_id, run_id, house_id);
call guard_tenant_table('billing_run_unreplayed', 'house_id');
create policy only_drafts on billing_run_unreplayed as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

-- A change of many accounts' past at once waits until a person has seen what comes of it.
create table recalculation_batches (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  transaction_id bigint not null,                    -- of its changes
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'postponed', 'posted')),
  reason text,                                       -- why it was postponed, or allowed beyond the months that are usual
  beyond_limit boolean not null default false,
  decided_by bigint,
  decided_at timestamptz,
  run_id bigint,                                     -- that posted it
  undoes bigint,                                     -- the batch whose changes this one puts back
  created_at timestamptz not null default organization_now(),
  unique (organization_id, id),
  constraint recalculation_batches_transaction unique (organization_id, transaction_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, undoes) references recalculation_batches (organization_id, id)
);
call guard_tenant_table('recalculation_batches');

grant select, insert, delete on billing_run_replays, billing_run_replayed, billing_run_unreplayed to dvor_app;
grant select, insert, update on recalculation_batches to dvor_app;
