-- The register of cases. What is written once is never changed: triggers refuse it for everybody.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or deleted', tg_table_name;
end $$;

-- The last reference given in each year. Gaps are fine, giving one twice is not.
create table case_number (
  year int primary key,
  last int not null check (last > 0)
);

create table cases (
  reference            text        primary key check (reference ~ '^SR-\d{4}-\d{5,}$'),
  flagger              text        not null,
  flagged_at           timestamptz not null,
  idempotency_key      text,

  -- the flag
  type                 text        not null check (type in ('CREATE_OR_PROMOTE', 'REMOVE_OR_RESTRICT', 'DISCLOSE_DATA', 'VERIFY_OR_LABEL', 'POLICY_CHANGE', 'OTHER')),
  sender               text        not null,
  relationship         text,
  principal            text        not null,
  principal_kind       text        not null check (principal_kind in ('MINISTRY', 'AGENCY', 'EMBASSY', 'STATE_MEDIA', 'PARTY', 'STATE_COMPANY', 'UNKNOWN')),
  principal_country    text        not null check (principal_country ~ '^[A-Z]{2}$'),
  market               text        not null check (market ~ '^[A-Z]{2}$'),
  channel              text        not null check (channel in ('FORMAL', 'INFORMAL', 'VERBAL')),
  ask                  text        not null check (length(ask) > 0),
  legal_basis          text,
  wants_to_stay_hidden boolean     not null,
  audience             text,
  political_content    boolean     not null,
  paid                 boolean     not null,
  threat               boolean     not null,
  received_on          date        not null,

  -- where it stands
  state                text        not null check (state in ('FLAGGED', 'IN_REVIEW', 'AWAITING_DECISION', 'DECIDED', 'CLOSED', 'WITHDRAWN')),
  severity             text        check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  desk                 text,
  review_due_at        timestamptz,
  process_instance_key bigint,
  review_overdue       boolean     not null default false,
  withdrawal_asked     boolean     not null default false,

  unique (flagger, idempotency_key),
  constraint triaged_from_review_on check (
    state in ('FLAGGED', 'WITHDRAWN')
    or (severity is not null and desk is not null and review_due_at is not null))
);

create index cases_by_time on cases (flagged_at desc, reference desc);

create table case_event (
  id        bigint      generated always as identity primary key,
  reference text        not null references cases,
  at        timestamptz not null,
  who       text,
  what      text        not null,
  detail    text
);

comment on column case_event.who is 'A person; null when the service itself did it';
comment on column case_event.detail is 'Codes only, none of anybody''s words';

create index case_event_of_case on case_event (reference, id);

-- Need to know: groups the case has come to, people who took a task of it.
create table case_group (
  reference  text        not null references cases,
  group_name text        not null,
  since      timestamptz not null,
  primary key (reference, group_name)
);

create index case_group_by_name on case_group (group_name, reference);

create table case_participant (
  reference text        not null references cases,
  person    text        not null,
  since     timestamptz not null,
  primary key (reference, person)
);

create index case_participant_by_person on case_participant (person, reference);

create table recommendation (
  submission     uuid        primary key,
  reference      text        not null references cases,
  recommended_by text        not null,
  role           text        not null,
  recommendation text        not null check (recommendation in ('DECLINE', 'DECLINE_WITH_ALTERNATIVE', 'ACCEPT_WITH_LABEL', 'PUT_IN_WRITING', 'POLICY_ASSESSMENT', 'ESCALATE')),
  rationale      text        not null,
  at             timestamptz not null
);

create index recommendation_of_case on recommendation (reference, at);

create table decision (
  submission        uuid        primary key,
  reference         text        not null unique references cases,
  decided_by        text        not null,
  outcome           text        not null check (outcome in ('DECLINED', 'DECLINED_WITH_ALTERNATIVE', 'ACCEPTED', 'ACCEPTED_WITH_LABEL', 'PARTLY_ACCEPTED', 'REFERRED', 'NOT_AUTHENTIC', 'WITHDRAWN', 'NO_ACTION')),
  rationale         text        not null,
  dissent           text,
  policy_discussion boolean     not null,
  at                timestamptz not null
);

-- The versions a case was decided by stay with the case, whatever becomes of the policies.
create table decision_ground (
  reference text not null references decision (reference),
  position  int  not null,
  code      text not null,
  policy    text not null,
  version   text not null,
  clause    text not null,
  primary key (reference, code)
);

-- Four eyes, for whoever writes: who flagged or recommended does not decide.
create function refuse_two_eyes() returns trigger language plpgsql as $$
begin
  if exists (select 1 from cases where reference = new.reference and flagger = new.decided_by)
     or exists (select 1 from recommendation where reference = new.reference and recommended_by = new.decided_by) then
    raise exception 'Who flagged or recommended does not decide';
  end if;
  return new;
end $$;

create trigger four_eyes before insert on decision for each row execute function refuse_two_eyes();

create trigger append_only before update or delete on case_event for each row execute function refuse_change();
create trigger append_only before update or delete on recommendation for each row execute function refuse_change();
create trigger append_only before update or delete on decision for each row execute function refuse_change();
create trigger append_only before update or delete on decision_ground for each row execute function refuse_change();
create trigger never_deleted before delete on cases for each row execute function refuse_change();
