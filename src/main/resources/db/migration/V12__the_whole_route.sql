-- Deadlines belong to tasks; who decides is noted when the case is passed on.
alter table cases
  drop constraint triaged_from_review_on,
  drop column review_due_at,
  add column decider text check (decider in ('DESK_HEAD', 'GENERAL_COUNSEL', 'LEGAL_PROCESS')),
  add constraint triaged_from_review_on check (
    state in ('FLAGGED', 'WITHDRAWN') or (severity is not null and desk is not null));

alter table recommendation
  add constraint recommendation_role check (role in ('DESK', 'SECOND_REVIEWER', 'POLICY'));

-- What was completed after the flag: the flag itself stays as it was sent in.
create table case_correction (
  submission   uuid        not null,
  field        text        not null check (field in ('principalKind', 'relationship', 'audience', 'legalBasis')),
  reference    text        not null references cases,
  value        text        not null,
  corrected_by text        not null,
  at           timestamptz not null,
  primary key (submission, field)
);

create index case_correction_of_case on case_correction (reference, at);

create table case_precedent (
  reference text        not null references cases,
  position  int         not null,
  precedent text        not null references cases,
  found_at  timestamptz not null,
  primary key (reference, position),
  unique (reference, precedent)
);

-- On which grounds the request could be refused, in the versions of the day it was received.
create table case_ground (
  reference  text    not null references cases,
  position   int     not null,
  code       text    not null,
  policy     text    not null,
  version    text    not null,
  clause     text    not null,
  assessment boolean not null,
  primary key (reference, code)
);

create table case_answer (
  reference  text        primary key references cases,
  answer     text        not null check (length(answer) > 0),
  entered_by text        not null,
  at         timestamptz not null
);

create table case_reply (
  submission uuid        primary key,
  reference  text        not null unique references cases,
  reply      text        not null,
  replied_by text        not null,
  at         timestamptz not null
);

create table case_carried_out (
  submission uuid        primary key,
  reference  text        not null unique references cases,
  note       text        not null,
  done_by    text        not null,
  at         timestamptz not null
);

create trigger append_only before update or delete on case_correction for each row execute function refuse_change();
create trigger append_only before update or delete on case_precedent for each row execute function refuse_change();
create trigger append_only before update or delete on case_ground for each row execute function refuse_change();
create trigger append_only before update or delete on case_answer for each row execute function refuse_change();
create trigger append_only before update or delete on case_reply for each row execute function refuse_change();
create trigger append_only before update or delete on case_carried_out for each row execute function refuse_change();
