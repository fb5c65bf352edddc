-- A restriction that has lost its reason: since when, and why. The service is to be given back within the law's days.
alter table restrictions
  add column cleared_on date,
  add column cleared_why text check (cleared_why in ('paid', 'plan')),
  add check ((cleared_on is null) = (cleared_why is null));
grant update (cleared_on, cleared_why) on restrictions to dvor_app;
create index restrictions_account on restrictions (account_id, id desc);

-- What limiting, cutting off or giving back has cost, which its debtor pays (ПП РФ № 354, п. 121(1)).
alter table debt_steps
  add column one_off_act_id bigint,
  add foreign key (organization_id, one_off_act_id) references one_off_acts (organization_id, id);

create index debt_letters_house on debt_letters (house_id, id desc);
