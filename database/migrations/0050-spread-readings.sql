-- A reading after months that had none may settle them by days: the run that does so says it of the reading, and every
-- later replay of those months goes by it.
alter table billing_run_late_readings add column spread boolean not null default false;
create index billing_run_late_readings_meter on billing_run_late_readings (organization_id, meter_id);
