-- A proposal of a meter: one picture is enough; the last reading of the meter that it takes the place of; numbers are
-- compared as they are among meters, however they are typed.
alter table meter_proposals
  alter column photo_id drop not null,
  alter column passport_id drop not null,
  add constraint meter_proposals_pictured check (photo_id is not null or passport_id is not null),
  add column final_amounts numeric(12, 4)[],         -- of the meter that stood there
  add constraint meter_proposals_final check (final_amounts is null or replaces_id is not null),
  add column serial_key text not null generated always as (identifier_key(serial)) stored;

drop index meter_proposals_open;
create unique index meter_proposals_open on meter_proposals (organization_id, premises_id, resource, serial_key) where state = 'open';
create index meter_proposals_serial on meter_proposals (organization_id, serial_key);
create index meter_proposals_queue on meter_proposals (organization_id, state, id);
