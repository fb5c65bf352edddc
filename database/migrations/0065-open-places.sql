-- What is open in the books at the end of a closed month, so that a payment, an advance or a penalty need not read all the
-- postings of the years before. It says nothing that the postings do not, and holds for one closing of its month: one that
-- was undone and done anew has another number.

create table open_place_months (
  organization_id bigint not null references organizations,
  period date not null check (extract(day from period) = 1),
  reopened integer not null,                         -- how often the month's closing had been undone
  written_at timestamptz not null default now(),
  primary key (organization_id, period)
);
call guard_tenant_table('open_place_months');

-- An account's open receivables side by side: one row is read where there were dozens. Those of later months stand here
-- even when they are settled, so that of a later month's place that is missing nothing was ever posted.
create table open_places (
  organization_id bigint not null,
  period date not null,
  account_id bigint not null,
  recipient_ids bigint[] not null,
  service_ids bigint[] not null,
  origins date[] not null,
  kinds text[] not null,
  amounts bigint[] not null,                         -- kopecks; below zero: paid ahead
  primary key (organization_id, period, account_id),
  foreign key (organization_id, period) references open_place_months (organization_id, period) on delete cascade
);
call guard_tenant_table('open_places');

grant select, insert, delete on open_place_months, open_places to dvor_app;
