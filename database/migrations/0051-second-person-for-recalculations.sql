-- Whose own work is asked about, besides who asks: they don't decide on it.
alter table approvals add column authors bigint[] not null default '{}';

-- What was put back before any run had posted it is neither waited for nor posted.
alter table recalculation_batches drop constraint recalculation_batches_state_check;
alter table recalculation_batches add check (state in ('waiting', 'approved', 'postponed', 'posted', 'undone'));
