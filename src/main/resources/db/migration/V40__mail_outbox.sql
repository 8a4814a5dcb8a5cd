-- Mails to be sent. A mail is its notice, a reference and a person; there is no column for words.
create table mail_outbox (
  id              uuid        primary key,
  occasion        text        not null,
  notice          text        not null,
  reference       text        not null,
  person          text        not null,
  message_id      text        not null unique,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  given_up_at     timestamptz,
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  unique (occasion, notice, reference, person)
);

comment on column mail_outbox.occasion is 'What makes this telling one of a kind: a repeat sends nothing';
comment on column mail_outbox.last_error is 'A code, never a message';

create index mail_outbox_due on mail_outbox (next_attempt_at) where sent_at is null and given_up_at is null;
