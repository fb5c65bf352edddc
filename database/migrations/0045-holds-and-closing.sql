-- A bill that looks wrong is held: the run goes on, the bill is not issued until somebody has looked at it. An acceptance
-- is of these figures: other figures are another hold.
create table billing_run_holds (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  code text not null,                                -- the rule that it fell under
  service_id bigint,                                 -- null: the whole bill
  details jsonb not null,                            -- the figures
  state text not null default 'held' check (state in ('held', 'accepted', 'released')), -- released: calculated again, it is gone
  found_at timestamptz not null default organization_now(),
  decided_by bigint references users,
  decided_at timestamptz,
  note text,
  question text,
  asked_by bigint references users,
  asked_at timestamptz,
  unique (organization_id, id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create unique index billing_run_holds_standing on billing_run_holds (organization_id, run_id, account_id, code, service_id)
  nulls not distinct where state <> 'released';
create index billing_run_holds_run on billing_run_holds (organization_id, run_id, house_id) where state <> 'released';
create index billing_run_holds_account on billing_run_holds (account_id) where state = 'held';
call guard_tenant_table('billing_run_holds', 'house_id');
grant select, insert, update on billing_run_holds to dvor_app;

-- A closed month may be closed no longer, once: the last one, before its receipts are issued. What was closed, when and by
-- whom stays written here; the accrual is mirrored in the ledger, never taken out of it.
create table month_reopenings (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  period date not null check (extract(day from period) = 1),
  run_id bigint not null,
  closed_at timestamptz not null,
  closed_by bigint references users,
  reopened_at timestamptz not null default organization_now(),
  reopened_by bigint references users,
  reason text not null,
  unique (organization_id, id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id)
);
call guard_tenant_table('month_reopenings');
grant select, insert on month_reopenings to dvor_app;

alter table billing_runs drop constraint billing_runs_state_check;
alter table billing_runs add constraint billing_runs_state_check
  check (state in ('queued', 'calculating', 'review', 'closing', 'closed', 'reopening', 'cancelled', 'failed'));
alter table billing_runs add column reopened integer not null default 0; -- how often its closing was undone
alter table billing_runs add column reopening_by bigint references users;
alter table billing_runs add column reopening_reason text;

create policy only_reopened on closed_months as restrictive for delete
  using (exists (select from billing_runs r where r.organization_id = closed_months.organization_id
                    and r.period = closed_months.period and r.state = 'reopening'));
create policy only_reopened on account_balances as restrictive for delete
  using (exists (select from billing_runs r where r.organization_id = account_balances.organization_id
                    and r.period = account_balances.period and r.state = 'reopening'));
grant delete on closed_months, account_balances to dvor_app;

-- Receipts of bills that were held come later, in a file of their own.
alter table receipt_files add column part smallint not null default 1;
alter table receipt_files drop constraint receipt_files_pkey;
alter table receipt_files add primary key (organization_id, run_id, house_id, part);
alter table receipts add column part smallint not null default 1;

-- A whole run calculated again from its snapshots: does it give what stands in the books, and if not, what differs.
create table run_proofs (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  engine_version text not null,                      -- of whoever checked
  state text not null default 'working' check (state in ('working', 'done')),
  houses integer not null,
  done integer not null default 0,
  lines integer not null default 0,
  differing integer not null default 0,              -- lines
  last_house bigint,                                 -- up to which it has come
  findings jsonb not null default '[]',              -- the first of them, house by house
  asked_by bigint references users,
  asked_at timestamptz not null default organization_now(),
  done_at timestamptz,
  unique (organization_id, id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id)
);
create unique index run_proofs_one_working on run_proofs (organization_id, run_id) where state = 'working';
call guard_tenant_table('run_proofs');
grant select, insert, update on run_proofs to dvor_app;
