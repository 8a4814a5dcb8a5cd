-- Each policy is for those whom it can let in: what asks for a person, or that no part of the service is at work, for
-- people; what asks for a part of the service, or its case, for the service (ADR 41). What asks for neither stays for all.
do $$
declare
  one record;
  asks_for_people constant text := 'acting_(person|keys|part_keys|names|recused|only_reads)\(|acting_service\(\) AS acting_service\) IS NULL';
  asks_for_the_service constant text := 'acting_(service|case|on_all_facts)\(|retention_at_work\(';
begin
  for one in
    select polname as name, polrelid::regclass as of_table,
           coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') as asks
      from pg_policy join pg_class c on c.oid = polrelid and c.relnamespace = current_schema()::regnamespace
  loop
    -- What hangs on a row that people see or not; the service has a policy of its own there.
    if one.asks ~ asks_for_people and one.of_table <> 'case_words'::regclass or one.name = 'with_its_case'
        or one.of_table = 'case_mention'::regclass and one.name = 'privileged' then
      execute format('alter policy %I on %s to candor_person', one.name, one.of_table);
    elsif one.asks ~ asks_for_the_service then
      execute format('alter policy %I on %s to candor_service', one.name, one.of_table);
    end if;
  end loop;
end $$;

-- Without the service's policy beside it, an index is asked for nobody's rows before anybody asks who that is.
create function acting_somebody() returns text language sql stable
  return case when acting_keys() is not null then acting_person() end;

alter policy own on task_draft using (
  person = (select acting_somebody())
  and exists (select from task t where t.user_task_key = task_draft.user_task_key));
alter policy own on flag_draft using (person = (select acting_somebody()));
alter policy ends on flag_draft using (person = (select acting_somebody()));
alter policy own on saved_filter using (owner = (select acting_somebody()));

grant usage on schema public to candor_service;
alter default privileges in schema public grant select, insert, update, delete on tables to candor_service;
alter default privileges in schema public grant usage on sequences to candor_service;

-- Of our own: others may have tables beside them.
do $$
declare
  own record;
begin
  for own in
    select oid::regclass as name, relkind from pg_class
     where relnamespace = current_schema()::regnamespace and relowner = current_user::regrole and relkind in ('r', 'v', 'S')
  loop
    if own.relkind = 'S' then
      execute format('grant usage on sequence %s to candor_service', own.name);
    else
      execute format('grant select, insert, update, delete on %s to candor_service', own.name);
    end if;
  end loop;
end $$;
