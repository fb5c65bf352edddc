-- The final balances of a house that has gone to another manager, as the accountant has fixed them: the paper holds the list.
create table final_acts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  last_day date not null,                            -- of the management
  document_id bigint not null,
  accounts integer not null,
  debts bigint not null check (debts >= 0),          -- kopecks
  advances bigint not null check (advances >= 0),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  unique (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id)
);
create index final_acts_house on final_acts (house_id, id desc);
call guard_tenant_table('final_acts', 'house_id');
grant select, insert on final_acts to dvor_app;
