-- A run beside the closed run of the month before, by reasons. Reckoned when somebody first looks, from lines that both
-- runs have; it may be thrown away and reckoned again at any time.

create table run_comparisons (
  organization_id bigint not null,
  run_id bigint not null,
  base_run_id bigint not null,
  asked integer not null default 1,                  -- how often its jobs were laid on the queue
  asked_at timestamptz not null default now(),
  primary key (organization_id, run_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, base_run_id) references billing_runs (organization_id, id)
);
call guard_tenant_table('run_comparisons');

-- A house is compared when it has a row here; one that is calculated again loses it.
create table run_house_changes (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  accounts integer not null,                         -- with any reason to tell
  causes jsonb not null,                             -- {service, reason, amount, accounts}; service null: accounts of the reason by any service
  primary key (organization_id, run_id, house_id),
  foreign key (organization_id, run_id) references run_comparisons (organization_id, run_id),
  foreign key (organization_id, house_id) references houses (organization_id, id)
);
call guard_tenant_table('run_house_changes', 'house_id');

create table run_account_changes (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  amount_before bigint not null,
  amount_after bigint not null,
  causes jsonb not null,                             -- [service, reason, kopecks]
  primary key (organization_id, run_id, account_id),
  foreign key (organization_id, run_id, house_id) references run_house_changes (organization_id, run_id, house_id) on delete cascade,
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index run_account_changes_house on run_account_changes (organization_id, run_id, house_id);
call guard_tenant_table('run_account_changes', 'house_id');

grant select, insert, update, delete on run_comparisons, run_house_changes, run_account_changes to dvor_app;
