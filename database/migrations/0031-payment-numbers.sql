-- A payment's number is known before it is written: its answer and its entry in the books hold it, and all three are
-- written by one statement.
grant usage on sequence payments_id_seq to dvor_app;
