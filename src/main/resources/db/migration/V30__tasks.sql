-- What people have to do, as the engine's task listeners told it.
create table task (
  user_task_key          bigint      primary key,
  reference              text        not null,
  element                text        not null,
  name                   text        not null,
  process_definition_key bigint      not null,
  process_instance_key   bigint      not null,
  form_key               bigint,
  candidate_groups       text[]      not null,
  state                  text        not null check (state in ('CREATED', 'CLAIMED', 'COMPLETED', 'CANCELED')),
  assignee               text,
  due_at                 timestamptz,
  created_at             timestamptz not null,
  claimed_at             timestamptz,
  ended_at               timestamptz,
  check (state <> 'CLAIMED' or assignee is not null)
);

create index task_of_case on task (reference);
create index task_of_person on task (assignee) where state = 'CLAIMED';
create index task_of_groups on task using gin (candidate_groups) where state in ('CREATED', 'CLAIMED');

-- A form's version never changes, so it is asked for once.
create table task_form (
  form_key bigint primary key,
  schema   text   not null
);

-- What people entered. Accepted by the completing listener, and from then on unchangeable.
create table submission (
  id            uuid        primary key,
  user_task_key bigint      not null references task,
  person        text        not null,
  entered       jsonb       not null,
  entered_at    timestamptz not null,
  accepted_at   timestamptz
);

create unique index submission_accepted_once on submission (user_task_key) where accepted_at is not null;
create index submission_of_task on submission (user_task_key);

create function submission_stays() returns trigger language plpgsql as $$
begin
  raise exception 'An accepted submission is neither changed nor deleted';
end
$$;

create trigger submission_stays
  before update or delete on submission
  for each row when (old.accepted_at is not null)
  execute function submission_stays();
