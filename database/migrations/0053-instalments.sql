-- Instalments (рассрочка): by agreement on a debt, or by right where a fee has risen (ПП 354, п. 72). A plan covers exact
-- places of the ledger; its schedule adds up to them. Whether it is kept is never written by hand: it follows from the
-- money that came to the places. What is written here is what was agreed, and what was found and said.

-- A plan's interest is owed at a kind of its own: no penalty is ever reckoned on it.
alter table ledger_postings drop constraint ledger_postings_kind_check;
alter table ledger_postings add constraint ledger_postings_kind_check check (kind in ('charge', 'penalty', 'interest'));
alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries add constraint ledger_entries_kind_check
  check (kind in ('opening', 'accrual', 'transfer', 'payment', 'refund', 'move', 'offset', 'settlement', 'penalty', 'write-off', 'interest'));
alter table account_balances add column interest bigint not null default 0;
alter table account_balances drop constraint account_balances_adds_up;
alter table account_balances add constraint account_balances_adds_up check (closing = opening + charged + penalties + interest - paid);
grant update (interest) on account_balances to dvor_app;

-- Parts of receivables that are to be paid later than their bill, by somebody's agreement; they go when it ends.
create table deferrals (
  organization_id bigint not null,
  key text not null,                                 -- what deferred them
  account_id bigint not null,
  recipient_id bigint not null,
  service_id bigint not null,
  origin date not null check (extract(day from origin) = 1),
  kind text not null check (kind in ('charge', 'penalty')),
  due_on date not null,
  amount bigint not null check (amount > 0),
  primary key (organization_id, account_id, recipient_id, service_id, origin, kind, due_on),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index deferrals_account on deferrals (account_id);
create index deferrals_key on deferrals (organization_id, key);
call guard_tenant_table('deferrals');
grant select, insert, delete on deferrals to dvor_app;

create table instalment_plans (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  number integer not null,
  basis text not null check (basis in ('agreement', 'right')),
  state text not null default 'draft' check (state in ('draft', 'active', 'done', 'ended', 'cancelled')),
  rate integer not null check (rate between 0 and 10000000),   -- ten-thousandths of a percent a year
  grace_days smallint not null check (grace_days >= 0),        -- so late a part may be
  misses smallint not null check (misses >= 1),                -- so many missed parts end the plan
  days_come_back boolean not null,                             -- after a miss, days that were free cost a penalty on what is not paid
  note text,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  document_id bigint,                                          -- signed by both; none: accepted in the cabinet
  started_on date,
  started_by bigint references users,
  ended_on date,
  end_reason text,
  ended_by bigint references users,
  unique (organization_id, id),
  unique (organization_id, number),
  check ((state = 'draft') = (started_on is null) or state = 'cancelled'),
  check ((state in ('draft', 'active')) = (ended_on is null)),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
create index instalment_plans_account on instalment_plans (account_id);
create index instalment_plans_house on instalment_plans (house_id) where started_on is not null;
call guard_tenant_table('instalment_plans', 'house_id');

create table instalment_places (
  organization_id bigint not null,
  plan_id bigint not null,
  account_id bigint not null,
  recipient_id bigint not null,
  service_id bigint not null,
  origin date not null check (extract(day from origin) = 1),
  kind text not null check (kind in ('charge', 'penalty')),
  amount bigint not null check (amount > 0),
  live boolean not null default false,               -- while the plan is active
  primary key (plan_id, recipient_id, service_id, origin, kind),
  foreign key (organization_id, plan_id) references instalment_plans (organization_id, id)
);
create unique index instalment_places_once on instalment_places (account_id, recipient_id, service_id, origin, kind) where live;
call guard_tenant_table('instalment_places');

create table instalment_parts (
  organization_id bigint not null,
  plan_id bigint not null,
  part smallint not null check (part >= 1),
  due_on date not null,
  amount bigint not null check (amount > 0),
  interest bigint not null check (interest >= 0),    -- by the schedule; less where it was paid ahead
  interest_posted bigint,                            -- null: the part was not billed yet
  primary key (plan_id, part),
  foreign key (organization_id, plan_id) references instalment_plans (organization_id, id)
);
call guard_tenant_table('instalment_parts');

-- What was found of a plan and told, once each.
create table instalment_events (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  plan_id bigint not null,
  kind text not null check (kind in ('made', 'started', 'late', 'missed', 'done', 'ended', 'resumed', 'cancelled')),
  part smallint,
  at timestamptz not null default organization_now(),
  by bigint references users,
  note text,
  foreign key (organization_id, plan_id) references instalment_plans (organization_id, id)
);
create index instalment_events_plan on instalment_events (plan_id, id);
create unique index instalment_events_late on instalment_events (plan_id, kind, part) where kind in ('late', 'missed');
call guard_tenant_table('instalment_events');

-- The right to instalments (ПП 354, п. 72), found after a closing: offered, and what the payer said.
create table instalment_offers (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  period date not null check (extract(day from period) = 1),
  recipient_id bigint not null,
  service_id bigint not null,
  amount bigint not null check (amount > 0),         -- charged for the month
  before bigint not null check (before > 0),         -- charged for the same month a year ago
  rate integer not null check (rate between 0 and 10000000),
  parts smallint not null check (parts >= 1),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  answer_until date not null,
  offered_at timestamptz not null default organization_now(),
  answered_at timestamptz,
  answered_by bigint references users,
  plan_id bigint,
  unique (organization_id, id),
  unique (account_id, period, service_id, recipient_id),
  check ((state = 'accepted') = (plan_id is not null)),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, plan_id) references instalment_plans (organization_id, id)
);
create index instalment_offers_open on instalment_offers (organization_id, answer_until) where state = 'open';
call guard_tenant_table('instalment_offers', 'house_id');

grant select, insert on instalment_plans, instalment_places, instalment_parts, instalment_events, instalment_offers to dvor_app;
grant update (state, document_id, started_on, started_by, ended_on, end_reason, ended_by) on instalment_plans to dvor_app;
grant update (live) on instalment_places to dvor_app;
grant update (interest_posted) on instalment_parts to dvor_app;
grant update (state, amount, answered_at, answered_by, plan_id) on instalment_offers to dvor_app;
