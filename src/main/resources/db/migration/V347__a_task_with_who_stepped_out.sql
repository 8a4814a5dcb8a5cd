-- Whoever does something with a task asks for it and for who stepped out of its case in one statement. Why:
-- src/docs/adr/0063.

create function recused_from(that text) returns text[] stable language sql as $$
  select coalesce(array_agg(person), '{}') from case_recusal where reference = that
$$;

-- Locks a task until the transaction ends; before it its case, if asked to, as whatever changes both does. What is told of
-- the task is asked after that, by a statement of its own: it sees what was written while this one waited.
create function lock_task(that bigint, with_its_case boolean)
returns table (found task, recused text[], hand_over_asked boolean)
language plpgsql rows 1 as $$
begin
  if with_its_case then
    perform from cases where reference = (select t.reference from task t where t.user_task_key = that)
      for no key update;
  end if;
  perform from task where user_task_key = that for no key update;
  return query
    select t, recused_from(t.reference),
           exists (select from task_hand_over h where h.user_task_key = t.user_task_key)
      from task t where t.user_task_key = that;
end $$;
