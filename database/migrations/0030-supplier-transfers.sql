
-- What a recipient's day left below zero is taken off the next one; a day with nothing to send has no payment order.
alter table supplier_transfers add column carried bigint not null default 0 check (carried <= 0);
alter table supplier_transfers alter column order_number drop not null;
alter table supplier_transfers drop constraint supplier_transfers_state_check;
alter table supplier_transfers add constraint supplier_transfers_state_check
  check (state in ('prepared', 'sent', 'carried') and (state = 'carried') = (received - fee + carried <= 0)
         and (state = 'carried') = (order_number is null));
alter table supplier_transfers add constraint supplier_transfers_order unique (organization_id, order_number);

-- Up to which days transfers are written down: the last row counts.
create table supplier_transfer_days (
  organization_id bigint not null references organizations,
  day date not null,
  prepared_at timestamptz not null default organization_now(),
  primary key (organization_id, day)
);
call guard_tenant_table('supplier_transfer_days');
grant select, insert on supplier_transfer_days to dvor_app;

-- Money by the day it was booked.
create index ledger_entries_money on ledger_entries (organization_id, booked_on)
  where kind in ('payment', 'refund', 'move', 'offset');
