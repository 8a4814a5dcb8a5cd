-- Who gives a task to whom: asked at the desk, allowed by the engine's listener because it stands here, and gone with it.
-- What came of it is on the case's timeline.
create table task_hand_over (
  user_task_key bigint      primary key references task on delete cascade,
  how           text        not null,
  from_person   text,
  to_person     text        not null,
  asked_by      text        not null,
  asked_at      timestamptz not null
);

comment on column task_hand_over.from_person is 'Who holds the task; null when nobody does. It counts for no other holder';

alter table task add column delegated_by text;

comment on column task.delegated_by is 'To whom it goes back when its holder gives it back; null: to its groups';

alter table task_hand_over enable row level security, force row level security;

create policy content on task_hand_over for select using (
  exists (select from task t where t.user_task_key = task_hand_over.user_task_key) and (select acting_service()) is null);
create policy service_on_its_case on task_hand_over using ((select acting_case()) is not null
  and exists (select from task t where t.user_task_key = task_hand_over.user_task_key));

-- That a task waits for nobody is for who answers for the route, without knowing the case.
create policy nobody_left on task for select using (
  (select acting_service()) = 'nobody-left' and nobody_left_at is not null and state in ('CREATED', 'CLAIMED'));
