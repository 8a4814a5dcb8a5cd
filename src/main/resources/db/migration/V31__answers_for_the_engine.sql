-- Which kinds of message there are is the code's to say.
alter table engine_outbox drop constraint if exists engine_outbox_kind_check;
