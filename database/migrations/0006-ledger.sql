-- Money moves only by postings. An entry is a balanced set of postings under a key: the same key twice is the same entry.
-- Nothing here is ever changed or deleted; a mistake is corrected by a reversal and a new entry in the open month.

create table ledger_entries (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  key text not null,
  kind text not null check (kind in ('opening', 'accrual')),
  period date not null check (extract(day from period) = 1),  -- the month it is booked in
  booked_on date not null,
  reason text not null,
  content_hash bytea not null,
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  unique (organization_id, id),
  unique (organization_id, key)
);
call guard_tenant_table('ledger_entries');

-- Debit is positive, credit is negative, in kopecks. A receivable is kept per account, recipient, service, month of origin
-- and kind; other ledger accounts leave out what does not concern them.
create table ledger_postings (
  organization_id bigint not null,
  period date not null,
  entry_id bigint not null,
  ledger_account text not null check (ledger_account in ('receivable', 'accrued', 'opening-balance')),
  account_id bigint,
  recipient_id bigint,
  service_id bigint,
  origin date not null,                              -- the month the charge is for
  kind text not null check (kind in ('charge', 'penalty')),
  amount bigint not null,
  check (ledger_account <> 'receivable' or account_id is not null)
) partition by list (period);
create index ledger_postings_account on ledger_postings (account_id) where account_id is not null;
create index ledger_postings_entry on ledger_postings (entry_id);
call guard_tenant_table('ledger_postings');

-- A month that is closed takes no more entries, nor does any before it.
create table closed_months (
  organization_id bigint not null references organizations,
  period date not null check (extract(day from period) = 1),
  closed_at timestamptz not null default now(),
  primary key (organization_id, period)
);
call guard_tenant_table('closed_months');

create function refuse_entries_of_closed_months() returns trigger language plpgsql as $$
begin
  if exists (select from closed_months c where c.organization_id = new.organization_id and c.period >= new.period) then
    raise exception 'month % is closed', to_char(new.period, 'YYYY-MM') using errcode = 'DV001';
  end if;
  return new;
end $$;
create trigger open_month before insert on ledger_entries for each row execute function refuse_entries_of_closed_months();

-- Postings belong to an entry of their own month, balance within it, and come while the month is open: an old entry of a
-- closed month takes none either.
create function refuse_unsound_postings() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select entry_id into wrong from inserted group by entry_id having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'ledger entry % is not balanced', wrong.entry_id using errcode = 'check_violation';
  end if;
  select i.entry_id into wrong
    from (select distinct organization_id, period, entry_id from inserted) i
    left join ledger_entries e on e.organization_id = i.organization_id and e.id = i.entry_id and e.period = i.period
   where e.id is null limit 1;
  if found then
    raise exception 'there is no ledger entry % of this organisation and month', wrong.entry_id using errcode = 'foreign_key_violation';
  end if;
  select i.period into wrong
    from (select distinct organization_id, period from inserted) i
    join closed_months c on c.organization_id = i.organization_id and c.period >= i.period limit 1;
  if found then
    raise exception 'month % is closed', to_char(wrong.period, 'YYYY-MM') using errcode = 'DV001';
  end if;
  return null;
end $$;
create trigger sound after insert on ledger_postings
  referencing new table as inserted for each statement execute function refuse_unsound_postings();

-- An account's balance at the end of a closed month, so that today's is a snapshot and a few postings. Checked against the
-- sum of postings when it is made.
create table account_balances (
  organization_id bigint not null,
  period date not null,
  account_id bigint not null,
  opening bigint not null,
  charged bigint not null,
  paid bigint not null,
  closing bigint not null check (closing = opening + charged - paid),
  primary key (organization_id, account_id, period),
  foreign key (organization_id, account_id) references accounts (organization_id, id)
);
call guard_tenant_table('account_balances');

grant select, insert on ledger_entries, ledger_postings, closed_months, account_balances to dvor_app;
