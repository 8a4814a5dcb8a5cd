-- What journalists ask about a case, what we drafted, and what went on the record.

create table press_inquiry (
  inquiry     uuid        primary key,
  reference   text        not null references cases,
  asked_by    text,
  question    text        not null,
  answer_by   timestamptz,
  received_by text        not null,
  received_at timestamptz not null
);

create index press_inquiry_of_case on press_inquiry (reference, received_at);

comment on column press_inquiry.asked_by is 'The journalist or the outlet';
comment on column press_inquiry.received_by is 'Who of us passed it on';

-- The cases that an answer must not contradict.
create table press_dossier (
  inquiry   uuid not null references press_inquiry,
  position  int  not null,
  reference text not null references cases,
  primary key (inquiry, reference)
);

create table press_draft (
  submission uuid        primary key,
  inquiry    uuid        not null references press_inquiry,
  person     text        not null,
  answer     text        not null check (answer in ('STATEMENT', 'NO_COMMENT')),
  words      text        not null,
  rationale  text        not null,
  at         timestamptz not null
);

create index press_draft_of_inquiry on press_draft (inquiry, at);

create table press_clearance (
  submission uuid        primary key,
  inquiry    uuid        not null references press_inquiry,
  person     text        not null,
  clearance  text        not null check (clearance in ('CLEARED', 'SENT_BACK')),
  rationale  text        not null,
  at         timestamptz not null
);

create table press_statement (
  inquiry    uuid        primary key references press_inquiry,
  submission uuid        not null unique,
  answer     text        not null check (answer in ('STATEMENT', 'NO_COMMENT')),
  words      text        not null,
  cleared_by text        not null,
  at         timestamptz not null
);

create trigger append_only before update or delete on press_inquiry for each row execute function refuse_change();
create trigger append_only before update or delete on press_dossier for each row execute function refuse_change();
create trigger append_only before update or delete on press_draft for each row execute function refuse_change();
create trigger append_only before update or delete on press_clearance for each row execute function refuse_change();
create trigger append_only before update or delete on press_statement for each row execute function refuse_change();
