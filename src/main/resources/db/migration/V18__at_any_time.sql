-- What can happen to a case at any time: somebody steps out of it, it is held, it is talked about.

create table case_recusal (
  reference  text        not null references cases,
  person     text        not null,
  reason     text        not null check (length(reason) > 0),
  recused_by text        not null,
  at         timestamptz not null,
  primary key (reference, person)
);

create index case_recusal_by_person on case_recusal (person, reference);

comment on column case_recusal.recused_by is 'The person themself, or who said so for them';

-- Set and lifted: whether a case is held is what its last entry says.
create table legal_hold (
  id        bigint      generated always as identity primary key,
  reference text        not null references cases,
  held      boolean     not null,
  reason    text        not null check (length(reason) > 0),
  person    text        not null,
  at        timestamptz not null
);

create index legal_hold_of_case on legal_hold (reference, id);

create table case_comment (
  id        bigint      generated always as identity primary key,
  reference text        not null references cases,
  person    text        not null,
  words     text        not null check (length(words) > 0),
  at        timestamptz not null
);

create index case_comment_of_case on case_comment (reference, id);

create trigger append_only before update or delete on case_recusal for each row execute function refuse_change();
create trigger append_only before update or delete on legal_hold for each row execute function refuse_change();
create trigger append_only before update or delete on case_comment for each row execute function refuse_change();
