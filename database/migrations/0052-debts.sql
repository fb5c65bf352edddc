-- Debts: who owes as of a day, what was said to debtors and by them, what they dispute, what was forgiven.

-- "As it was known then" goes by the organisation's own clock.
alter table ledger_entries alter column recorded_at set default organization_now();
alter table closed_months alter column closed_at set default organization_now();

-- What accounts owed at the end of a closed month, by month of the debt, kind and group of services: the debtor register of
-- a day is a snapshot and the postings since. It holds for the closing it was made after, and is made anew after another.
create table debt_snapshot_months (
  organization_id bigint not null references organizations,
  period date not null check (extract(day from period) = 1),
  closed_at timestamptz not null,
  primary key (organization_id, period)
);
call guard_tenant_table('debt_snapshot_months');

create table debt_snapshots (
  organization_id bigint not null,
  period date not null,
  account_id bigint not null,
  origin date not null,
  kind text not null,
  section text not null check (section in ('utilities', 'housing', 'capital-repair', 'other')),
  amount bigint not null check (amount <> 0),        -- kopecks; below zero: paid ahead
  primary key (organization_id, period, account_id, origin, kind, section),
  foreign key (organization_id, period) references debt_snapshot_months (organization_id, period) on delete cascade
);
call guard_tenant_table('debt_snapshots');

-- Calls, visits and messages, with what the debtor promised. Whether a promise was kept is told by the money that came.
create table debt_contacts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  way text not null check (way in ('call', 'visit', 'message', 'office')),
  on_date date not null,
  reached boolean not null,                          -- somebody was spoken to
  note text not null,
  promised bigint check (promised > 0),              -- kopecks
  promised_by date,                                  -- the last day of the promise
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  withdrawn_at timestamptz,                          -- entered by mistake
  withdrawn_by bigint references users,
  withdrawn_reason text,
  unique (organization_id, id),
  check ((promised is null) = (promised_by is null)),
  check (promised_by is null or promised_by >= on_date),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index debt_contacts_account on debt_contacts (account_id, on_date desc, id desc);
call guard_tenant_table('debt_contacts', 'house_id');

-- What a payer says is not owed: all of it, or a service's, a month's, a sum. While it is open, no letter asks for it.
create table debt_disputes (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint,                                 -- null: every service
  origin date check (extract(day from origin) = 1),  -- null: every month
  amount bigint check (amount > 0),                  -- kopecks; null: all that is owed there
  reason text not null,
  document_id bigint,
  opened_on date not null,
  opened_at timestamptz not null default organization_now(),
  opened_by bigint references users,
  closed_on date,
  closed_at timestamptz,
  closed_by bigint references users,
  outcome text check (outcome in ('upheld', 'partly', 'rejected', 'withdrawn')),
  outcome_note text,
  unique (organization_id, id),
  check (closed_on is null or closed_on >= opened_on),
  check ((closed_on is null) = (outcome is null) and (closed_on is null) = (closed_at is null)),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
create index debt_disputes_account on debt_disputes (account_id, id desc);
create index debt_disputes_open on debt_disputes (organization_id) where closed_on is null;
call guard_tenant_table('debt_disputes', 'house_id');

-- Debts forgiven by a paper: entered, given a second person's word, posted as one; taken back as one by its mirror.
create table write_offs (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  number integer not null,
  basis text not null check (basis in
    ('limitation-expired', 'death', 'liquidation', 'bankruptcy', 'bailiff-impossible', 'court-decision', 'meeting-decision', 'settlement', 'mistake')),
  reason text not null,
  document_id bigint not null,
  chosen jsonb not null,                             -- what was asked for: accounts or a filter, kinds, months, sum
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  posted_at timestamptz,
  posted_by bigint references users,
  posted_on date,
  period date,                                       -- the month it is booked in
  withdrawn_at timestamptz,
  withdrawn_by bigint references users,
  withdrawn_reason text,
  reversed_at timestamptz,
  reversed_by bigint references users,
  reversed_reason text,
  reversal_document_id bigint,
  unique (organization_id, id),
  constraint write_offs_number unique (organization_id, number),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  foreign key (organization_id, reversal_document_id) references documents (organization_id, id),
  check ((posted_at is null) = (posted_on is null) and (posted_at is null) = (period is null)),
  check (posted_at is null or withdrawn_at is null),
  check (reversed_at is null or posted_at is not null),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check ((reversed_at is null) = (reversed_reason is null))
);
call guard_tenant_table('write_offs');

create table write_off_items (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  write_off_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  recipient_id bigint,
  service_id bigint,
  origin date not null check (extract(day from origin) = 1),
  kind text not null,
  was bigint not null,                               -- kopecks owed there when it was entered
  amount bigint not null check (amount > 0 and amount <= was),
  unique (organization_id, id),
  constraint write_off_items_once unique nulls not distinct (organization_id, write_off_id, account_id, recipient_id, service_id, origin, kind),
  foreign key (organization_id, write_off_id) references write_offs (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id)
);
create index write_off_items_account on write_off_items (account_id);
call guard_tenant_table('write_off_items', 'house_id');

grant select, insert on debt_contacts, debt_disputes, write_offs, write_off_items to dvor_app;
grant select, insert, delete on debt_snapshot_months, debt_snapshots to dvor_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on debt_contacts to dvor_app;
grant update (closed_on, closed_at, closed_by, outcome, outcome_note) on debt_disputes to dvor_app;
grant update (posted_at, posted_by, posted_on, period, withdrawn_at, withdrawn_by, withdrawn_reason,
              reversed_at, reversed_by, reversed_reason, reversal_document_id) on write_offs to dvor_app;
