-- The payment document as it was issued: the numbers it shows, the file it stands in.

create table receipt_files (
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  file_id bigint not null,
  receipts integer not null,
  pages integer not null,
  printed_at timestamptz not null default now(),
  primary key (organization_id, run_id, house_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
call guard_tenant_table('receipt_files', 'house_id');

create table receipts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  run_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  period date not null,
  number text not null,
  issued_on date not null,
  due_on date not null,
  total bigint not null,                             -- kopecks to pay
  document jsonb not null,                           -- everything that is printed
  first_page integer not null,                       -- in the house's file, from 1
  pages smallint not null,                           -- its own PDF is cut out of it when asked for
  unique (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, account_id, run_id),
  foreign key (organization_id, run_id) references billing_runs (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index receipts_run on receipts (organization_id, run_id, house_id);
call guard_tenant_table('receipts', 'house_id');

grant select, insert on receipts to dvor_app;
grant select, insert on receipt_files to dvor_app;
