-- What each person wants told at once, once a day, or not at all; and the letters of a day in one.
alter table mail_choice add column digest_hour int not null default 8 check (digest_hour between 0 and 23);

create table mail_choice_of_kind (
  person   text not null references mail_choice on delete cascade,
  kind     text not null,
  delivery text not null,
  primary key (person, kind)
);

-- A digest is a letter of its own, on no case. What it tells waits until its hour, and is sent with it.
alter table mail_outbox
  alter column reference drop not null,
  alter column notice drop not null,
  add column gather_at timestamptz,
  add column in_digest uuid references mail_outbox;

comment on column mail_outbox.gather_at is 'When it goes into a digest; null: it is a letter of its own';
comment on column mail_outbox.in_digest is 'The digest that tells it';

alter table mail_outbox drop column open;
alter table mail_outbox
  add column open boolean not null generated always as
    (sent_at is null and given_up_at is null and withheld is null and gather_at is null) stored;
create index mail_outbox_due on mail_outbox (next_attempt_at) where open;
create index mail_outbox_open_of_person on mail_outbox (person) where open;
create index mail_outbox_to_gather on mail_outbox (gather_at) where gather_at is not null and in_digest is null;
create index mail_outbox_in_digest on mail_outbox (in_digest) where in_digest is not null;
create unique index mail_outbox_digest on mail_outbox (person, occasion) where notice is null;
