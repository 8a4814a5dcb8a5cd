-- A letter is claimed for a while and sent without a transaction: a server that hangs holds no connection to the
-- database. Who claimed it and died leaves it to the next when that while is over.
alter table mail_outbox
  add column under_way_until timestamptz,
  add column retried_at      timestamptz;

comment on column mail_outbox.under_way_until is 'Somebody is handing it to the mail server; after this time nobody is';
comment on column mail_outbox.retried_at is 'Last asked for by hand: its age counts from here';

create index mail_outbox_open_of_person on mail_outbox (person) where sent_at is null and given_up_at is null;
create index mail_outbox_stuck on mail_outbox (given_up_at) where sent_at is null and given_up_at is not null;
