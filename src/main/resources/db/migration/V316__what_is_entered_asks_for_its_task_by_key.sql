-- Whoever enters something into a task, or saves a draft of it, must see the task and not only read its case. That stood in
-- the policies as a look into task, and for a row that is written PostgreSQL made of it a table of hashes of all cases that
-- the person knows of, twice. A function has a plan of its own, for one task. Why: src/docs/adr/0044.
create function acting_sees_task(that bigint) returns boolean stable language plpgsql as $$
begin
  return exists (select from task where user_task_key = that);
end $$;

-- Who knows of a case by their part in it does more than read (V150): whoever stepped out of it sees no task of it.
create function acting_enters(that bigint) returns boolean stable language plpgsql as $$
declare
  its_case constant text := (select reference from task where user_task_key = that);
begin
  return exists (select from case_access where reference = its_case and who = any (acting_part_keys()));
end $$;

alter policy enters on submission with check (person = (select acting_person()) and accepted_at is null);
alter policy reads_only on submission with check (acting_enters(user_task_key));

alter policy own on task_draft
  using (person = (select acting_somebody()) and acting_sees_task(user_task_key))
  with check (person = (select acting_somebody()));
alter policy reads_only on task_draft with check (acting_enters(user_task_key));
