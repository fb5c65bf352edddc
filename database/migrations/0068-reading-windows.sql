-- Days of the month on which residents may send readings, by house and resource; and of a reading that came after them
-- the month for which it counts.

create table reading_windows (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  house_id bigint,                                   -- null: all of the organisation's
  place text not null check (place = coalesce('house:' || house_id, 'organization')),
  resource text not null check (resource in ('any', 'cold-water', 'hot-water', 'electricity', 'gas', 'heating')),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  entry text not null check (entry in ('on', 'off', 'with-house-meter')),
  opens smallint not null check (opens between 1 and 31),
  closes smallint not null check (closes between opens and 31), -- 31: the last day of any month
  outside text not null check (outside in ('next-month', 'refuse')),
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (organization_id with =, place with =, resource with =, valid with &&) where (superseded_at is null)
);
create index reading_windows_house on reading_windows (house_id);
call guard_tenant_table('reading_windows', 'house_id');
alter policy tenant on reading_windows
  using (organization_id = (select current_organization()) and ((select current_house_scope()) is null or house_id is null
         or house_id = any ((select current_house_scope())::bigint[])))
  with check (organization_id = (select current_organization()) and ((select current_house_scope()) is null
         or house_id = any ((select current_house_scope())::bigint[])));

grant select, insert on reading_windows to dvor_app;
grant update (superseded_at, superseded_by) on reading_windows to dvor_app;

-- The first day of the month for which the sender was told that it counts; null: its own day.
alter table readings add column counts_from date check (counts_from > taken_on);
alter table reading_doubts add column counts_from date check (counts_from > taken_on);
