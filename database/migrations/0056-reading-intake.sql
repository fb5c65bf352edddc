-- One road for readings: what is doubtful about one is written down, and what is done about it is a choice kept as data.

alter table readings drop constraint readings_source_check, add constraint readings_source_check check
  (source in ('accountant', 'resident', 'quick', 'message', 'integrator', 'import', 'payment', 'device', 'act'));
alter table readings
  add column document_id bigint,                     -- a photo of the dial, an act
  add column refused_at timestamptz,                 -- taken, looked at, and found wrong: it stays in the log and counts no more
  add foreign key (organization_id, document_id) references documents (organization_id, id);
grant update (refused_at) on readings to dvor_app;

create table reading_doubts (
  id bigint generated always as identity primary key,
  organization_id bigint not null,
  house_id bigint not null,
  meter_id bigint not null,
  taken_on date not null,
  amounts numeric(12, 4)[] not null,
  source text not null,
  document_id bigint,
  findings jsonb not null,                           -- [{rule, details}], the gravest action decided what was done
  volume numeric(16, 4),                             -- since the reading before; null: below it
  reading_id bigint,                                 -- taken already, to be looked at; null: held back
  state text not null default 'open' check (state in ('open', 'asked', 'accepted', 'fixed', 'refused', 'replaced')),
  raised_at timestamptz not null default organization_now(),
  raised_by bigint references users (id),
  decided_at timestamptz,
  decided_by bigint references users (id),
  note text,
  unique (organization_id, id),
  foreign key (organization_id, house_id) references houses (organization_id, id),
  foreign key (organization_id, meter_id) references meters (organization_id, id),
  foreign key (organization_id, document_id) references documents (organization_id, id),
  check ((decided_at is null) = (state in ('open', 'asked')))
);
create unique index reading_doubts_standing on reading_doubts (organization_id, meter_id, taken_on, source) where state in ('open', 'asked');
create index reading_doubts_open on reading_doubts (organization_id, id) where state in ('open', 'asked');
create index reading_doubts_house on reading_doubts (house_id);
call guard_tenant_table('reading_doubts', 'house_id');

-- What the organisation does about a finding of a source; where it has said nothing, what is usual.
create table reading_policies (
  organization_id bigint not null references organizations (id),
  source text not null,
  rule text not null,
  action text not null check (action in ('accept', 'tell', 'look', 'confirm', 'hold', 'block')),
  changed_at timestamptz not null default organization_now(),
  changed_by bigint references users (id),
  primary key (organization_id, source, rule)
);
call guard_tenant_table('reading_policies');

grant select, insert, update on reading_doubts to dvor_app;
grant select, insert, update, delete on reading_policies to dvor_app;
