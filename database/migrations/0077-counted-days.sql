-- Energy by hours and half-hours as systems of commercial metering send it (XML 80020): files, points of metering, days.

create table interval_files (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  file_id bigint,                                    -- null: only tried out, and rolled back
  file_name text not null,
  file_hash bytea not null,                          -- the same file again changes nothing
  encoding text not null,
  messages jsonb not null,                           -- [{"number": 817, "day": "2026-10-20", "sender": "…"}]
  problems jsonb not null,                           -- what could not be read, by lines
  counts jsonb not null,                             -- days by what became of them: {"new": 62, "replaces": 1, …}
  effects jsonb not null default '[]',               -- months of meters that it has made whole, or changed
  received_at timestamptz not null default organization_now(),
  received_by bigint references users,
  withdrawn_at timestamptz,
  withdrawn_by bigint references users,
  withdrawal_reason text,
  unique (organization_id, id),
  foreign key (organization_id, file_id) references stored_files (organization_id, id)
);
create unique index interval_files_hash on interval_files (organization_id, file_hash) where withdrawn_at is null;
call guard_tenant_table('interval_files');

create table metering_points (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  code text not null,                                -- of АИИС КУЭ
  name text not null,                                -- as the last file calls it
  area text not null,                                -- where it belongs, as the last file says
  told_at timestamptz not null default organization_now(),
  unique (organization_id, code),
  unique (organization_id, id)
);
call guard_tenant_table('metering_points');

-- Which meter a channel of a point is, over which days; and whether its months go into the bills by themselves.
create table metering_point_meters (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  point_id bigint not null,
  channel text not null check (channel in ('01', '02')), -- active energy: what a meter of electricity counts
  valid daterange not null check (not isempty(valid)),
  meter_id bigint not null,
  by_itself boolean not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint,
  reason text not null,
  document_id bigint,
  superseded_at timestamptz,
  superseded_by bigint,
  foreign key (organization_id, point_id) references metering_points (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  exclude using gist (point_id with =, channel with =, valid with &&) where (superseded_at is null),
  exclude using gist (meter_id with =, valid with &&) where (superseded_at is null)
);
call guard_tenant_table('metering_point_meters');

-- Days as they were sent, each sending for itself. Of a day that counts the highest number is in force.
create table interval_days (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  interval_file_id bigint not null,
  point_id bigint not null,
  channel text not null check (channel in ('01', '02', '03', '04')),
  day date not null,
  number integer not null,                           -- of the message
  intervals jsonb not null,                          -- [[minute, minute, "kWh" or null, doubtful], …] in their order
  total numeric,                                     -- null: an interval is missing or unknown
  known numeric not null,                            -- of the intervals that are known
  unknown_minutes smallint not null,
  missing_minutes smallint not null,
  doubtful_minutes smallint not null,                -- known, and not commercial
  outcome text not null check (outcome in ('new', 'replaces', 'older', 'same', 'differs')),
  withdrawn_at timestamptz,
  foreign key (organization_id, interval_file_id) references interval_files (organization_id, id),
  foreign key (organization_id, point_id) references metering_points (organization_id, id)
);
create unique index interval_days_counting on interval_days (point_id, channel, day, number)
  where withdrawn_at is null and outcome in ('new', 'replaces', 'older');
create index interval_days_file on interval_days (interval_file_id, id);
call guard_tenant_table('interval_days');

-- Months that went from counted days into the bills: a volume of a house's meter, a reading of a flat's.
create table interval_months (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  meter_id bigint not null,
  period date not null check (extract(day from period) = 1),
  value jsonb,                                       -- null: it was taken out again
  reading_id bigint,
  by_itself boolean not null,
  interval_file_id bigint,                           -- whose coming has entered it
  entered_at timestamptz not null default organization_now(),
  entered_by bigint references users,
  reason text not null,
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, interval_file_id) references interval_files (organization_id, id)
);
create index interval_months_latest on interval_months (meter_id, period, id desc);
call guard_tenant_table('interval_months');

grant select, insert on interval_files, metering_points, metering_point_meters, interval_days, interval_months to dvor_app;
grant update (effects, withdrawn_at, withdrawn_by, withdrawal_reason) on interval_files to dvor_app;
grant update (name, area, told_at) on metering_points to dvor_app;
grant update (superseded_at, superseded_by) on metering_point_meters to dvor_app;
grant update (withdrawn_at) on interval_days to dvor_app;

-- Which hours a zone of a meter counts; those of no other zone belong to the day, and where there is a peak, to the half-peak.
insert into law_parameters (code, valid, value, act, clause, certainty, note) values
  ('electricity.hours.night', '[2014-01-01,)', '"23:00-07:00"', 'Приказ ФСТ России от 26.11.2013 № 1473-э', 'п. 1', 'from-memory', 'интервалы тарифных зон суток для населения'),
  ('electricity.hours.peak', '[2014-01-01,)', '"07:00-10:00,17:00-21:00"', 'Приказ ФСТ России от 26.11.2013 № 1473-э', 'п. 1', 'from-memory', 'интервалы тарифных зон суток для населения');
