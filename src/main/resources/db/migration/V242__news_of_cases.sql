-- Which case changed, for those who have its page open: a reference, and nothing of what happened. Not at each entry of the
-- timeline, most of which the route writes beside what is told here: each telling holds up other commits for a moment.
create or replace function tell_the_desk() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (new.state, new.assignee) is distinct from (old.state, old.assignee) then
    perform pg_notify('candor_desk', json_build_object(
      'reference', new.reference,
      'groups', new.candidate_groups,
      'people', array_remove(array[new.assignee, case when tg_op = 'UPDATE' then old.assignee end], null))::text);
  end if;
  return null;
end $$;

create function tell_of_a_case() returns trigger language plpgsql as $$
begin
  perform pg_notify('candor_desk', json_build_object(
    'reference', new.reference, 'groups', '{}'::text[], 'people', '{}'::text[])::text);
  return null;
end $$;

create trigger tell_of_a_case after insert on case_comment for each row execute function tell_of_a_case();
create trigger tell_of_a_case after insert on case_recusal for each row execute function tell_of_a_case();
create trigger tell_of_a_case after insert on attachment for each row execute function tell_of_a_case();
create trigger tell_of_a_case after insert on case_event for each row when (new.who is not null) execute function tell_of_a_case();
create trigger tell_of_a_case after update on cases for each row when (old.state is distinct from new.state)
  execute function tell_of_a_case();
