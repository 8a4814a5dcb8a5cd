-- What cases say about our policies: opinions, a conclusion, and the draft of a new version where one is proposed.

create table policy_discussion (
  discussion text        primary key check (length(discussion) between 1 and 100),
  reference  text        not null references cases,
  opened_at  timestamptz not null
);

create index policy_discussion_of_case on policy_discussion (reference, opened_at);

comment on table policy_discussion is 'Opened by the case of the reference; about the cases of policy_discussion_case as well';

create table policy_discussion_case (
  discussion text not null references policy_discussion,
  position   int  not null,
  reference  text not null references cases,
  primary key (discussion, reference)
);

create table policy_opinion (
  submission uuid        primary key,
  discussion text        not null references policy_discussion,
  spoke_for  text        not null,
  person     text        not null,
  opinion    text        not null check (opinion in ('CHANGE', 'KEEP', 'UNDECIDED')),
  rationale  text        not null,
  at         timestamptz not null
);

create index policy_opinion_of_discussion on policy_opinion (discussion, at);

create table policy_conclusion (
  discussion text        primary key references policy_discussion,
  submission uuid        not null unique,
  person     text        not null,
  conclusion text        not null check (conclusion in ('CHANGE_PROPOSED', 'NO_CHANGE')),
  rationale  text        not null,
  at         timestamptz not null
);

-- No version: nothing can be decided on it. Lawyers read it first.
create table policy_draft (
  discussion text        primary key references policy_discussion,
  submission uuid        not null unique,
  policy     text        not null references policy,
  title      text        not null,
  wording    text        not null,
  rationale  text        not null,
  person     text        not null,
  at         timestamptz not null
);

create trigger append_only before update or delete on policy_discussion for each row execute function refuse_change();
create trigger append_only before update or delete on policy_discussion_case for each row execute function refuse_change();
create trigger append_only before update or delete on policy_opinion for each row execute function refuse_change();
create trigger append_only before update or delete on policy_conclusion for each row execute function refuse_change();
create trigger append_only before update or delete on policy_draft for each row execute function refuse_change();
