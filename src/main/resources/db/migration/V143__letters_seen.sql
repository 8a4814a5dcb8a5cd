-- Whether a letter was seen, as its reader said by the link in it; and that it was not sent after all, because its
-- reader was not to know of the case any more.
alter table mail_outbox
  add column seen_at  timestamptz,
  add column withheld text,
  add column open     boolean not null generated always as (sent_at is null and given_up_at is null and withheld is null) stored;

comment on column mail_outbox.withheld is 'Why it is never sent: a code';
comment on column mail_outbox.open is 'Still to be sent';

drop index mail_outbox_due;
drop index mail_outbox_open_of_person;
create index mail_outbox_due on mail_outbox (next_attempt_at) where open;
create index mail_outbox_open_of_person on mail_outbox (person) where open;
create index mail_outbox_of_case on mail_outbox (reference);

-- Who sees a case sees who was told of it.
create policy content on mail_outbox for select using (
  reference <> all ((select acting_recused())::text[])
  and exists (select from case_access a
    where a.reference = mail_outbox.reference and a.who = any ((select acting_keys())::text[])));
