-- Co-owners of one premises may each have an account of their own, which bears a share of it: on every day the shares of
-- the accounts that are open on a premises make up one whole. An account that stands alone has none.
alter table account_facts
  add share_numerator integer check (share_numerator > 0),
  add share_denominator integer check (share_denominator >= share_numerator),
  add constraint account_facts_share check ((share_numerator is null) = (share_denominator is null));
