-- What needs a second person's word: who asked for what and why, who decided. What was asked for is told by `version`: a
-- word given on one content is no word on another. A word serves once.
create table approvals (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  action text not null,                              -- e.g. run.close
  object_type text not null,
  object_id text not null,
  object_label text not null,
  version text not null default '',
  details jsonb not null default '{}',
  asked_by bigint references users,
  asked_at timestamptz not null default organization_now(),
  reason text not null,
  decision text check (decision in ('approved', 'refused', 'withdrawn')),
  decided_by bigint references users,
  decided_at timestamptz,
  note text,
  alone boolean not null default false,              -- by a standing waiver, without a second person
  used_at timestamptz,
  unique (organization_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision is null or alone or decision = 'withdrawn' or decided_by <> asked_by),
  check (used_at is null or decision = 'approved')
);
create unique index approvals_one_waiting on approvals (organization_id, action, object_type, object_id) where decision is null;
create index approvals_of on approvals (organization_id, action, object_type, object_id, id);
call guard_tenant_table('approvals');

-- Where an organisation does without a second person, by action: since when, by whose will and why.
create table approval_waivers (
  id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  action text not null,
  waived_by bigint references users,
  waived_at timestamptz not null default organization_now(),
  reason text not null,
  restored_by bigint references users,
  restored_at timestamptz,
  restored_reason text,
  unique (organization_id, id)
);
create unique index approval_waivers_standing on approval_waivers (organization_id, action) where restored_at is null;
call guard_tenant_table('approval_waivers');

grant select, insert, update on approvals, approval_waivers to dvor_app;
