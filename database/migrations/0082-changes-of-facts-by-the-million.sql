-- A file of readings brings a change of a fact for each: none of them looks its organisation up again, which is the one
-- that the transaction is bound to. Organisations are never deleted.
alter table fact_changes drop constraint fact_changes_organization_id_fkey;
