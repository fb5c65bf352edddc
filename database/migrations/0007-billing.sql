-- The month's run: draft lines are written once, reviewed and promoted. Promotion changes the state of the run, never a line.

create table billing_runs (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  period date not null check (extract(day from period) = 1),
  state text not null default 'queued' check (state in ('queued', 'calculating', 'review', 'closing', 'closed', 'cancelled', 'failed')),
  engine_version text not null,
  fingerprint bytea,                                 -- of inputs, rule versions and engine; set at review
  requested_by bigint,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  reviewed_at timestamptz,
  closing_at timestamptz,
  closed_at timestamptz,
  closed_by bigint,
  cancelled_at timestamptz,
  failure text,
  flows integer not null default 0,                  -- how often its jobs were laid on the queue
  unique (organization_id, id)
);
create unique index billing_runs_one_per_month on billing_runs (organization_id, period) where state <> 'cancelled';
call guard_tenant_table('billing_runs');

create table billing_run_chunks (
  organization_id bigint not null,
  run_id bigint not null,
  chunk smallint not null,
  house_ids bigint[] not null,
  calculated_at timestamptz,
  posted_at timestamptz,
  primary key (organization_id, run_id, chunk),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id)
);
call guard_tenant_table('billing_run_chunks');

-- What a house came to, and the facts it was calculated from.
create table billing_run_houses (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  accounts integer not null,
  lines integer not null,
  amount bigint not null,
  snapshot bytea not null,                           -- HouseFacts as deflated JSON
  snapshot_hash bytea not null,                      -- sha-256 of the JSON
  totals jsonb not null,                             -- by service: volume, lines, amount
  primary key (organization_id, run_id, house_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id)
);
call guard_tenant_table('billing_run_houses', 'house_id');

-- What could not be calculated and why. A parked row blocks closing, never the other houses.
create table billing_run_parked (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint,                                 -- null: the whole house
  code text not null,
  details jsonb not null default '{}',
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index billing_run_parked_run on billing_run_parked (organization_id, run_id, house_id);
call guard_tenant_table('billing_run_parked', 'house_id');

create table charge_lines (
  organization_id bigint not null,
  period date not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  line smallint not null,
  service_id bigint not null,
  supplier_id bigint not null,
  part text not null,
  volume numeric,
  amount bigint not null,                            -- kopecks
  working json not null,                             -- enough to explain the line alone for ever
  primary key (account_id, run_id, line, period)
) partition by list (period);
call guard_tenant_table('charge_lines', 'house_id');
-- Lines of a cancelled run may go, and those of a house that is calculated again; all others stay for ever.
create policy only_drafts on charge_lines as restrictive for delete
  using (exists (select from billing_runs r where r.id = run_id and r.state in ('cancelled', 'calculating')));

-- One partition a month for lines and for postings, made when a run needs it. A partition addressed directly ignores its
-- parent's policy, so each gets its own. The table is made first and attached after: that needs no exclusive lock.
create function ensure_month(month date) returns void
  language plpgsql security definer set search_path = public as $$
declare
  parent text;
  part text;
begin
  if extract(day from month) <> 1 then
    raise exception '% is not the first day of a month', month;
  end if;
  foreach parent in array array['charge_lines', 'ledger_postings'] loop
    part := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
    continue when to_regclass(part) is not null;
    perform pg_advisory_xact_lock(hashtext('ensure_month'));
    execute format('lock table %I in access share mode', parent); -- brings news of what another has made meanwhile
    continue when to_regclass(part) is not null;
    execute format('create table %I (like %I including all)', part, parent);
    execute format('alter table %I add check (period = %L)', part, month);
    if parent = 'charge_lines' then
      call guard_tenant_table(part::regclass, 'house_id');
      execute format('create policy only_drafts on %I as restrictive for delete
        using (exists (select from billing_runs r where r.id = run_id and r.state in (''cancelled'', ''calculating'')))', part);
      execute format('grant insert on %I to dvor_writer', part);
    else
      call guard_tenant_table(part::regclass);
    end if;
    execute format('alter table %I attach partition %I for values in (%L)', parent, part, month);
  end loop;
end $$;
revoke execute on function ensure_month from public;
grant execute on function ensure_month to dvor_app;

grant select, insert, update on billing_runs, billing_run_chunks, billing_run_houses to dvor_app;
grant select, insert, delete on billing_run_parked to dvor_app;
grant select, delete on charge_lines to dvor_app;
