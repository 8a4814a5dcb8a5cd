-- A case has one beginning and one withdrawal, and any number of press inquiries.
-- Which kinds there are is the code's to say: a new message needs no migration.
alter table engine_outbox
  add column subject text not null default '',
  drop constraint if exists engine_outbox_kind_check,
  drop constraint engine_outbox_kind_reference_key,
  add unique (kind, reference, subject);

comment on column engine_outbox.subject is 'What of the case it is about: an id; empty where there is one of its kind only';
