-- Back to the standard wording is a version like any other: from then on the standard one holds, whatever it comes to be.
alter table letter_wordings add column standard boolean not null default false;

-- Nothing is asked of a dead person; what was written before stands among the versions of the party.
alter table parties
  add column died_on date,
  add constraint parties_lived check (died_on is null or (kind = 'person' and (birth_date is null or birth_date <= died_on)));
