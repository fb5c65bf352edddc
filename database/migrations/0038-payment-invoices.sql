-- Bills that payers make out for themselves: so much, for that, till then. A cash desk or a bank takes the number as it takes
-- an account's. Nothing of one is ever changed but what became of it: who wants another sum makes out another.
create table payment_invoices (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  number text not null check (number ~ '^9[0-9]{11}$'),
  amount bigint not null check (amount > 0),          -- kopecks
  words jsonb not null default '{}',                 -- what the payer names: month, services, penalties
  state text not null default 'open' check (state in ('open', 'paid', 'cancelled')),
  last_day date not null,                            -- on which it can be paid
  payment_id bigint,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  check (state <> 'open' or payment_id is null),
  check (state <> 'paid' or payment_id is not null),
  unique (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, payment_id) references payments (organization_id, id)
);
create index payment_invoices_account on payment_invoices (account_id, id desc);
call guard_tenant_table('payment_invoices', 'house_id');

grant select, insert on payment_invoices to dvor_app;
grant update (state, payment_id) on payment_invoices to dvor_app;
