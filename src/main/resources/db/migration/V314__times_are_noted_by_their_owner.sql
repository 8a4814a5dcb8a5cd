-- As who knows of a case (V310) and tasks (V312): the triggers that note times of cases work as the tables' owner, under the
-- same name, and nobody sees, changes or deletes times out of a trigger of their own. Why: src/docs/adr/0051.
create or replace function insight_of_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  if tg_op = 'DELETE' then
    perform insight_forget(old.reference);
  else
    insert into insight_case (reference, type, channel, market, severity, desk, state, instance_key, flagged_at)
    values (new.reference, new.type, new.channel, new.market, new.severity, new.desk, new.state, new.process_instance_key,
      new.flagged_at)
    on conflict (reference) do update set severity = excluded.severity, desk = excluded.desk, state = excluded.state,
      instance_key = excluded.instance_key;
    insert into insight_pending (reference) values (new.reference);
  end if;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function insight_of_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update insight_case
     set outcome = case when new.what = 'DECIDED' then coalesce(outcome, new.detail) else outcome end,
         decided_at = case when new.what = 'DECIDED' then coalesce(decided_at, new.at) else decided_at end,
         over_at = case when new.what <> 'DECIDED' then coalesce(over_at, new.at) else over_at end
   where reference = new.reference;
  insert into insight_pending (reference) values (new.reference);
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function insight_of_task() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
  values (new.user_task_key, new.reference, new.process_instance_key, new.element, new.created_at, new.due_at,
    new.ended_at, new.state = 'COMPLETED')
  on conflict (user_task_key) do update set ended_at = excluded.ended_at, completed = excluded.completed;
  update insight_hold set let_go_at = coalesce(new.ended_at, greatest(now(), claimed_at))
   where user_task_key = new.user_task_key and let_go_at is null
     and (new.state <> 'CLAIMED' or person <> new.assignee);
  insert into insight_hold (user_task_key, person, claimed_at)
  select new.user_task_key, new.assignee, new.claimed_at
   where new.state = 'CLAIMED'
     and not exists (select from insight_hold where user_task_key = new.user_task_key and let_go_at is null);
  insert into insight_pending (reference) values (new.reference);
  perform end_noting_who_knows(at_work);
  return null;
end $$;

revoke execute on function insight_of_case, insight_of_event, insight_of_task from public;

do $$
declare name text;
begin
  foreach name in array '{insight_case,insight_task,insight_hold,insight_instance,insight_pass,insight_time,insight_pending,insight_missed}'::text[] loop
    execute format('drop policy by_triggers on %I', name);
    execute format('create policy by_triggers on %I to %I using ((select acting_service()) = ''who-knows'')', name, current_user);
  end loop;
end $$;
