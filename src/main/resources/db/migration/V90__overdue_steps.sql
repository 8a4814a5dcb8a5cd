-- What the engine noticed on a case is noted once, however often its job is delivered.
alter table case_event add column occasion bigint;
create unique index case_event_once on case_event (what, occasion) where occasion is not null;
