-- What a recalculation has found is told to the payer as well: the notice then names the run that gives it back.
alter table overcharge_notices
  alter column correction_id drop not null,
  add column run_id bigint,
  add constraint overcharge_notices_of check (num_nonnulls(correction_id, run_id) = 1),
  add constraint overcharge_notices_once_a_run unique (organization_id, run_id, account_id),
  add foreign key (organization_id, run_id) references billing_runs (organization_id, id);
