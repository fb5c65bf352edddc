-- A snapshot of debts holds for one closing of its month. The hour of a closing does not tell it from another one: where an
-- organisation's own clock stands still, both have the same. What was taken before is taken anew after the next closing.

truncate debt_snapshots, debt_snapshot_months;
alter table debt_snapshot_months add column reopened integer not null; -- how often the month's closing had been undone

-- What is forgiven of charges is neither a penalty nor a payment.
alter table account_balances add column written_off bigint not null default 0;
alter table account_balances drop constraint account_balances_adds_up;
alter table account_balances add constraint account_balances_adds_up
  check (closing = opening + charged + penalties + interest - written_off - paid);
grant update (written_off) on account_balances to dvor_app;
