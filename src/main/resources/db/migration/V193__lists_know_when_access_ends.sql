-- Row-level security asks of each row whether access has ended (V150): with that in the index, a list is counted without
-- looking into the table. See src/docs/adr/0030.
drop index case_access_in_order;
create index case_access_in_order on case_access (who, flagged_at desc, reference desc) include (type, state, desk, until);
