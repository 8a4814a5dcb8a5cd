-- As who knows of a case (V310): the trigger that keeps tasks in step with their case works as the tables' owner, under the
-- same name, and nobody sees or changes a task out of a trigger of their own. Why: src/docs/adr/0051.
create or replace function note_tasks_of_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update task set type = new.type, severity = new.severity, desk = new.desk where reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

revoke execute on function note_tasks_of_case from public;

drop policy kept_in_step on task;
drop policy seen_to_keep_in_step on task;
do $$
begin
  execute format('create policy seen_to_keep_in_step on task for select to %I using ((select acting_service()) = ''who-knows'')', current_user);
  execute format('create policy kept_in_step on task for update to %I using ((select acting_service()) = ''who-knows'')', current_user);
end $$;
