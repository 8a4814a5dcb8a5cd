-- That something changed on the desk, for all machines that show it: told by the database, after the commit, whoever wrote. Of the task
-- it says whose it is and was; of its case, nothing.
create function tell_the_desk() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (new.state, new.assignee) is distinct from (old.state, old.assignee) then
    perform pg_notify('candor_desk', json_build_object(
      'groups', new.candidate_groups,
      'people', array_remove(array[new.assignee, case when tg_op = 'UPDATE' then old.assignee end], null))::text);
  end if;
  return null;
end $$;

create trigger tell_the_desk after insert or update on task for each row execute function tell_the_desk();
