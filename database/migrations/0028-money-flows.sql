
-- Accounts that were ever credited: only they can be paid ahead.
create index ledger_postings_credits on ledger_postings (organization_id, account_id)
  where ledger_account = 'receivable' and amount < 0;

-- A snapshot is taken while its month is being closed; money that still comes in meanwhile is written into it.
grant update (opening, charged, paid, closing) on account_balances to dvor_app;
