-- A claim that nobody looks after for too long lapses: the task is offered again.
alter table task
  add column attended_at timestamptz,
  add column lapses_at timestamptz;

update task set attended_at = claimed_at where state = 'CLAIMED';

comment on column task.attended_at is 'When its holder last took, opened or filled it in';
comment on column task.lapses_at is 'When the claim is to be looked at next; null: at once';

create index task_unattended on task (lapses_at nulls first) where state = 'CLAIMED';

create policy unattended on task for select using (
  (select acting_service()) = 'unattended-claims' and state = 'CLAIMED');

-- The service itself asks too.
alter table task_hand_over alter column asked_by drop not null;
