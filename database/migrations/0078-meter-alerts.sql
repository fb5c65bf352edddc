-- Spikes and leaks (MTR-16): which houses are to be looked over, what was found, whom it is not to be told.

-- Readings of a house ask for a look; so does a new day. A look that runs twice finds nothing new.
create table meter_watches (
  organization_id bigint not null,
  house_id bigint primary key,
  asked integer not null default 1,                  -- how often a look was asked for
  done integer not null default 0,                   -- which of them was answered last
  looked_on date,
  foreign key (organization_id, house_id) references houses (organization_id, id)
);
call guard_tenant_table('meter_watches', 'house_id');

create table meter_alerts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  kind text not null check (kind in ('spike', 'leak')),
  week date not null check (extract(isodow from week) = 1), -- its Monday
  happened_on date not null,                         -- of a spike the reading's day, of a leak the last night's
  cause text not null,
  figures jsonb not null,                            -- {"volume": "42.1", "days": "30", "usual": "4.2", …}
  told boolean not null,                             -- to the resident too, who had not asked for silence
  state text not null default 'new' check (state in ('new', 'seen', 'resolved')),
  resolution text check (resolution in ('mended', 'mistake', 'people', 'meter', 'nothing', 'gone')),
  note text,
  raised_at timestamptz not null default organization_now(),
  decided_at timestamptz,
  decided_by bigint references users (id),
  unique (organization_id, id),
  unique (organization_id, meter_id, week),          -- a meter is spoken of once a week at most
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  check ((decided_at is null) = (state = 'new')),
  check ((resolution is null) = (state <> 'resolved'))
);
create unique index meter_alerts_of_month on meter_alerts (organization_id, meter_id, (happened_on - extract(day from happened_on)::int))
  where kind = 'spike' and resolution is distinct from 'gone'; -- a month is told of once, unless its reading was put right
create index meter_alerts_standing on meter_alerts (organization_id, id) where state <> 'resolved';
create index meter_alerts_house on meter_alerts (house_id);
call guard_tenant_table('meter_alerts', 'house_id');

-- Of a meter and side the last one holds.
create table meter_alert_mutes (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  side text not null check (side in ('staff', 'resident')),
  until date,                                        -- the last silent day; null: to be told again
  reason text not null,
  recorded_at timestamptz not null default organization_now(),
  recorded_by bigint not null references users (id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id)
);
create index meter_alert_mutes_meter on meter_alert_mutes (meter_id, side, id);
create index meter_alert_mutes_house on meter_alert_mutes (house_id);
call guard_tenant_table('meter_alert_mutes', 'house_id');

grant select, insert, update on meter_watches to dvor_app;
grant select, insert on meter_alerts, meter_alert_mutes to dvor_app;
grant update (state, resolution, note, decided_at, decided_by) on meter_alerts to dvor_app;

-- What a device told of its nights.
create index device_events_meter on device_events (meter_id, told_at);
