-- The head that was published on a day, and whom it was mailed to. Nothing of a case.
create table ledger_publication (
  day  date        primary key,
  size bigint      not null references ledger_head (size),
  at   timestamptz not null
);

create table ledger_publication_mail (
  day             date        not null references ledger_publication,
  address         text        not null,
  message_id      text        not null unique,
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  sent_at         timestamptz,
  trouble         text,
  primary key (day, address)
);

comment on column ledger_publication_mail.trouble is 'A code: why the last attempt failed';

create index ledger_publication_mail_due on ledger_publication_mail (next_attempt_at) where sent_at is null;
create trigger append_only before update or delete on ledger_publication for each row execute function refuse_change();
create trigger append_only before delete on ledger_publication_mail for each row execute function refuse_change();
