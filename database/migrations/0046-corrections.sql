-- Corrections by hand (and fines owed to payers): documents that say by how much a closed month was charged wrongly. They
-- are posted by the next run as lines of their own; what was posted is taken back by a mirror document, never deleted.
create table corrections (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  number integer not null,
  kind text not null check (kind in ('correction', 'fine')),
  dated date not null,
  reason text not null,
  late_reason text,                                  -- why it speaks of what is more than three years ago
  document_id bigint not null,                       -- the paper that says so
  own_error boolean not null,                        -- of the organisation: charged above the due, evidence against a fine
  mirrors bigint,                                    -- the correction that it takes back
  above_limit boolean not null,                      -- a second person's word was needed
  created_at timestamptz not null default organization_now(),
  created_by bigint references users,
  released_at timestamptz,                           -- from then on the next run posts it
  released_by bigint references users,
  withdrawn_at timestamptz,                          -- before it was released
  withdrawn_by bigint references users,
  withdrawn_reason text,
  unique (organization_id, id),
  constraint corrections_number unique (organization_id, number),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  foreign key (organization_id, mirrors) references corrections (organization_id, id),
  check (released_at is null or withdrawn_at is null),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index corrections_one_mirror on corrections (organization_id, mirrors) where withdrawn_at is null;
call guard_tenant_table('corrections');

create table correction_items (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  correction_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint not null,
  supplier_id bigint not null,
  part text not null check (part in ('individual', 'common')),
  origin date not null check (extract(day from origin) = 1),
  was bigint,                                        -- kopecks that stood for the month
  amount bigint not null check (amount <> 0),        -- kopecks more, or less
  excess bigint check (excess > 0),                  -- of a fine: kopecks charged above the due
  unique (organization_id, id),
  constraint correction_items_once unique (organization_id, correction_id, account_id, service_id, supplier_id, part, origin),
  foreign key (organization_id, correction_id) references corrections (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, supplier_id) references suppliers (organization_id, id)
);
create index correction_items_correction on correction_items (correction_id);
create index correction_items_account on correction_items (account_id);
call guard_tenant_table('correction_items', 'house_id');

-- Residents' claims that they were charged above the due, with the time they came: what was found before a claim is no
-- ground for a fine (ЖК РФ, ст. 157, ч. 6–7; ПП 354, п. 155(1)).
create table overcharge_claims (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  service_id bigint not null,
  origin date not null check (extract(day from origin) = 1),
  received_at timestamptz not null,
  claim text not null,
  document_id bigint,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint references users,
  decided_at timestamptz,
  decided_by bigint references users,
  decision text check (decision in ('fine', 'put-right-before', 'payers-fault', 'not-confirmed')),
  decision_reason text,
  excess bigint check (excess > 0),                  -- kopecks
  fine_id bigint,                                    -- the document that posts the fine
  unique (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, service_id) references services (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  foreign key (organization_id, fine_id) references corrections (organization_id, id),
  check ((decided_at is null) = (decision is null)),
  check ((decision is not distinct from 'fine') = (fine_id is not null))
);
create index overcharge_claims_account on overcharge_claims (account_id, origin);
call guard_tenant_table('overcharge_claims', 'house_id');

-- When a payer was told that he had been charged above the due: kept as evidence.
create table overcharge_notices (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  account_id bigint not null,
  correction_id bigint not null,
  told_at timestamptz not null default organization_now(),
  told_by bigint references users,
  how text not null check (how in ('letter', 'receipt', 'cabinet', 'other')),
  unique (organization_id, id),
  constraint overcharge_notices_once unique (organization_id, correction_id, account_id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, account_id) references accounts (organization_id, id),
  foreign key (organization_id, correction_id) references corrections (organization_id, id)
);
call guard_tenant_table('overcharge_notices', 'house_id');

grant select, insert on corrections, correction_items, overcharge_claims, overcharge_notices to dvor_app;
grant update (released_at, released_by, withdrawn_at, withdrawn_by, withdrawn_reason) on corrections to dvor_app;
grant update (decided_at, decided_by, decision, decision_reason, excess, fine_id) on overcharge_claims to dvor_app;
