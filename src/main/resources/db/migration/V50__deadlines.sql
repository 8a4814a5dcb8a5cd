-- Until when each run of a step had to be done, and from what that was computed. Set once.
create table deadline (
  element_instance_key bigint      primary key,
  reference            text        not null,
  step                 text        not null,
  severity             text        not null,
  desk                 text        not null,
  market               text,
  working_seconds      bigint      not null check (working_seconds >= 0),
  set_at               timestamptz not null,
  remind_at            timestamptz not null,
  due_at               timestamptz not null,
  check (set_at <= remind_at and remind_at <= due_at)
);

create index deadline_of_case on deadline (reference);
