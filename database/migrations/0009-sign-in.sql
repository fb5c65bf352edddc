-- Failures to sign in are counted by the e-mail that was typed, whether anybody has it or not: a lock must not tell a
-- known e-mail from an unknown one. Of the e-mail itself only a hash is kept.
create table sign_in_failures (
  email_hash bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_failures_by_age on sign_in_failures (last_at);
grant select, insert, update, delete on sign_in_failures to dvor_app;

alter table users drop column failed_sign_ins, drop column locked_until;

-- The first organisation takes its id before it is there, so that its row is written under its own policy.
grant usage on sequence organizations_id_seq to dvor_app;

alter table sessions add foreign key (organization_id) references organizations;

-- What was ever done to one object, however long the log.
create index audit_entries_object on audit_entries (organization_id, object_type, object_id, id);
