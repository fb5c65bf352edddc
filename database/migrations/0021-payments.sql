-- Money in: channels, payments and what becomes of them. In the books every rouble stands in one place.

-- The day money counts from (penalties look at it), where it differs from the day it was booked.
alter table ledger_entries add column value_on date;

-- `received`: money that channels hold for us; `unallocated`: money whose account is not known; `fee`: what channels keep.
alter table ledger_postings drop constraint ledger_postings_ledger_account_check;
alter table ledger_postings add constraint ledger_postings_ledger_account_check
  check (ledger_account in ('receivable', 'accrued', 'opening-balance', 'received', 'unallocated', 'fee'));
alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries add constraint ledger_entries_kind_check
  check (kind in ('opening', 'accrual', 'transfer', 'payment', 'refund', 'move', 'offset', 'settlement'));

-- A road by which money comes: a protocol and its settings. The code stands in the address that the bank calls, so it is
-- one for the whole install.
create table payment_channels (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  preset text not null,
  protocol text,                                     -- null: no door of its own, its money is entered or loaded
  name text not null,
  state text not null default 'off' check (state in ('off', 'testing', 'on')),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  version integer not null default 1,
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  unique (organization_id, id)
);
call guard_tenant_table('payment_channels');

-- What a channel keeps for its work, and of whose money, from a day on: the last row up to a day holds.
create table payment_channel_fees (
  organization_id bigint not null,
  channel_id bigint not null,
  since date not null,
  payer text not null check (payer in ('payer', 'organization')),
  percent numeric(6, 4) not null check (percent between 0 and 100),
  least bigint not null check (least >= 0),           -- kopecks
  most bigint check (most >= least),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  reason text not null,
  primary key (channel_id, since, recorded_at),
  foreign key (organization_id, channel_id) references payment_channels (organization_id, id)
);
call guard_tenant_table('payment_channel_fees');

create function channel_by_code(channel_code text)
  returns table (organization_id bigint, id bigint)
  language sql stable security definer set search_path = public as $$
  select c.organization_id, c.id from payment_channels c where c.code = channel_code
$$;
grant select on payment_channels to dvor_resolver;
alter function channel_by_code owner to dvor_resolver;
revoke execute on function channel_by_code from public;
grant execute on function channel_by_code to dvor_app;

-- Money that has come. The same id of the same channel is the same money; what was asked and answered is kept as it was.
create table payments (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  channel_id bigint not null,
  external_id text not null check (length(external_id) between 1 and 100),
  account_given text not null,                       -- as the payer or the bank wrote it
  account_id bigint,                                 -- null: not known yet, the money waits
  house_id bigint,
  amount bigint not null check (amount > 0),          -- kopecks, what counts for the payer
  fee bigint not null default 0 check (fee >= 0),
  fee_payer text not null default 'payer' check (fee_payer in ('payer', 'organization')),
  returned bigint not null default 0 check (returned between 0 and amount),
  paid_at timestamptz not null,
  paid_on date not null,
  booked_on date not null,
  received_at timestamptz not null default organization_now(),
  words jsonb not null default '{}',                 -- what the payer said: month, services, penalties, purpose
  allocation jsonb,                                  -- which rule split it how, as evidence
  request text,
  answer text,
  recorded_by bigint references users,
  unique (organization_id, id),
  constraint payments_external unique (channel_id, external_id),
  foreign key (organization_id, channel_id) references payment_channels (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  check ((account_id is null) = (house_id is null))
);
create index payments_account on payments (account_id, id desc) where account_id is not null;
create index payments_latest on payments (organization_id, id desc);
create index payments_days on payments (organization_id, booked_on, channel_id);
call guard_tenant_table('payments', 'house_id');

-- What was done with a payment afterwards. Nothing is taken back by changing it.
create table payment_operations (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  payment_id bigint not null,
  kind text not null check (kind in ('match', 'move', 'void', 'refund')),
  amount bigint not null check (amount > 0),
  from_account_id bigint,
  to_account_id bigint,
  reason text not null,
  booked_on date not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,               -- null: the channel itself
  unique (organization_id, id),
  foreign key (organization_id, payment_id) references payments (organization_id, id),
  foreign key (organization_id, from_account_id) references accounts (organization_id, id),
  foreign key (organization_id, to_account_id) references accounts (organization_id, id)
);
create index payment_operations_payment on payment_operations (payment_id);
call guard_tenant_table('payment_operations');

-- What the other side's trial of a channel said and heard: no money, but the proof that lets the channel be switched on.
create table payment_channel_trials (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  channel_id bigint not null,
  kind text not null check (kind in ('check', 'unknown-account', 'pay', 'repeat', 'other')),
  external_id text,
  request text not null,
  answer text not null,
  tried_at timestamptz not null default now(),
  foreign key (organization_id, channel_id) references payment_channels (organization_id, id)
);
create index payment_channel_trials_channel on payment_channel_trials (channel_id, id);
create unique index payment_channel_trials_pay on payment_channel_trials (channel_id, external_id) where kind = 'pay';
call guard_tenant_table('payment_channel_trials');

-- A day's money of one recipient, to be sent on: its registry and payment order.
create table supplier_transfers (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  recipient_id bigint not null,
  day date not null,
  received bigint not null,                          -- kopecks, with returns taken off; may be below zero
  fee bigint not null,
  order_number integer not null,
  state text not null default 'prepared' check (state in ('prepared', 'sent')),
  sent_on date,
  sent_by bigint references users,
  prepared_at timestamptz not null default organization_now(),
  check ((state = 'sent') = (sent_on is not null)),
  unique (organization_id, id),
  unique (organization_id, recipient_id, day),
  foreign key (organization_id, recipient_id) references suppliers (organization_id, id)
);
create index supplier_transfers_days on supplier_transfers (organization_id, day desc);
call guard_tenant_table('supplier_transfers');

grant select, insert on payment_channels, payment_channel_fees, payments, payment_operations, payment_channel_trials,
  supplier_transfers to dvor_app;
grant update (name, state, settings, version) on payment_channels to dvor_app;
grant update (account_id, house_id, returned, allocation, answer) on payments to dvor_app;
grant update (answer) on payment_channel_trials to dvor_app;
grant update (state, sent_on, sent_by) on supplier_transfers to dvor_app;
