-- Penalties for late payment (пени): accrued at the month's end by the difference between what the law makes of a place's
-- dues and money as of its last day and what was posted for it before.

alter table ledger_entries drop constraint ledger_entries_kind_check;
alter table ledger_entries add constraint ledger_entries_kind_check
  check (kind in ('opening', 'accrual', 'transfer', 'payment', 'refund', 'move', 'offset', 'settlement', 'penalty', 'write-off'));

alter table account_balances add column penalties bigint not null default 0;
alter table account_balances drop constraint account_balances_check;
alter table account_balances add constraint account_balances_adds_up check (closing = opening + charged + penalties - paid);
grant update (penalties) on account_balances to dvor_app;

-- The law before 2016, for debts that are older.
insert into law_parameters (code, valid, value, act, clause, certainty, note) values
  ('penalty.free-days', '[2005-03-01,2016-01-01)', '0', 'Жилищный кодекс РФ в ред. до закона № 307-ФЗ от 03.11.2015', 'ст. 155 ч. 14', 'from-memory', 'с первого дня просрочки'),
  ('penalty.divisor', '[2005-03-01,2016-01-01)', '300', 'Жилищный кодекс РФ в ред. до закона № 307-ФЗ от 03.11.2015', 'ст. 155 ч. 14', 'from-memory', null),
  ('penalty.raised-from-day', '[2005-03-01,2016-01-01)', '"none"', 'Жилищный кодекс РФ в ред. до закона № 307-ФЗ от 03.11.2015', 'ст. 155 ч. 14', 'from-memory', '1/300 за всё время'),
  ('penalty.rate-cap', '[2005-03-01,2016-01-01)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'from-memory', 'предела нет'),
  ('penalty.moratorium', '[2005-03-01,2016-01-01)', '"none"', 'Жилищный кодекс РФ', 'ст. 155 ч. 14', 'from-memory', null);

-- One accrual of a month's penalties, asked for by the closing of a billing run. It is never undone: the next one posts
-- the difference, whatever has happened since.
create table penalty_accruals (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  period date not null check (extract(day from period) = 1),
  as_of date not null,
  closing text not null,                             -- whose closing asked for it
  begun_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (organization_id, id)
);
create unique index penalty_accruals_under_way on penalty_accruals (organization_id, period) where finished_at is null;
call guard_tenant_table('penalty_accruals');

create table penalty_accrual_chunks (
  organization_id bigint not null,
  accrual_id bigint not null,
  chunk smallint not null,
  house_ids bigint[] not null,
  done_at timestamptz,
  lines integer not null default 0,
  amount bigint not null default 0,                  -- kopecks posted, corrections downwards taken off
  refused jsonb not null default '[]',               -- [{ parameter, date, accounts }]: the law said nothing
  primary key (organization_id, accrual_id, chunk),
  foreign key (organization_id, accrual_id) references penalty_accruals (organization_id, id)
);
call guard_tenant_table('penalty_accrual_chunks');

-- What was posted for a place of the ledger (recipient, service, month of the debt) and its working: all of it as of the
-- day, so that the last line of a place explains its whole penalty.
create table penalty_lines (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  accrual_id bigint not null,
  period date not null,
  house_id bigint not null,
  account_id bigint not null,
  recipient_id bigint not null,
  service_id bigint not null,
  origin date not null,
  due bigint not null check (due >= 0),              -- kopecks: what should have been accrued as of the day
  before bigint not null,                            -- what was posted up to now
  amount bigint not null check (amount = due - before and amount <> 0),
  working json not null,
  unique (organization_id, id),
  foreign key (organization_id, accrual_id) references penalty_accruals (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
create index penalty_lines_account on penalty_lines (account_id, period);
create index penalty_lines_accrual on penalty_lines (accrual_id, house_id);
call guard_tenant_table('penalty_lines', 'house_id');

grant select, insert on penalty_accruals, penalty_accrual_chunks, penalty_lines to dvor_app;
grant update (finished_at) on penalty_accruals to dvor_app;
grant update (done_at, lines, amount, refused) on penalty_accrual_chunks to dvor_app;
