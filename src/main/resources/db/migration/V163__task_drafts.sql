-- What somebody has typed into a task's form and not sent yet: theirs alone, and gone with the task or with their access.
create table task_draft (
  user_task_key bigint      not null references task on delete cascade,
  person        text        not null,
  entered       jsonb       not null,
  version       int         not null check (version > 0),
  saved_at      timestamptz not null,
  primary key (user_task_key, person)
);

comment on column task_draft.version is 'One more with each saving: who saves from an older one is told so';

alter table task_draft enable row level security, force row level security;

create policy own on task_draft using (
  (select acting_keys()) is not null and person = (select acting_person())
  and exists (select from task t where t.user_task_key = task_draft.user_task_key));
create policy reads_only on task_draft as restrictive for insert with check (not acting_only_reads(
  (select t.reference from task t where t.user_task_key = task_draft.user_task_key)));

-- It goes when the task ends, and when somebody steps out; nobody else ever reads it.
create policy ends on task_draft for delete using ((select acting_service()) is not null
  and exists (select from task t where t.user_task_key = task_draft.user_task_key));
create policy ends_known on task_draft for select using ((select acting_case()) is not null
  and exists (select from task t where t.user_task_key = task_draft.user_task_key));
