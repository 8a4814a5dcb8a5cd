-- Policies ask which part of the service is at work, and on which case, by a query of their own, so that it is asked once for
-- each statement and not for each row. To begin and end such a query costs more than asking a hundred times: the answer is a
-- setting, the service's statements look up a few rows by their keys, and a table like that of tasks has five such policies.
-- What people's policies ask for is dearer, and stays as it is; so does what a search through all cases asks for.
-- Why: src/docs/adr/0061.
do $$
declare
  one record;
  asked_once constant text[] := array['( SELECT acting_service() AS acting_service)', '( SELECT acting_case() AS acting_case)'];
  shows text;
  takes text;
begin
  for one in
    select polname as name, polrelid::regclass as of_table,
           pg_get_expr(polqual, polrelid) as shows, pg_get_expr(polwithcheck, polrelid) as takes
      from pg_policy join pg_class c on c.oid = polrelid and c.relnamespace = current_schema()::regnamespace
     where polroles = array['candor_service'::regrole::oid]
  loop
    shows := replace(replace(one.shows, asked_once[1], 'acting_service()'), asked_once[2], 'acting_case()');
    takes := replace(replace(one.takes, asked_once[1], 'acting_service()'), asked_once[2], 'acting_case()');
    if shows is distinct from one.shows or takes is distinct from one.takes then
      execute format('alter policy %I on %s', one.name, one.of_table)
        || coalesce(' using (' || shows || ')', '') || coalesce(' with check (' || takes || ')', '');
    end if;
  end loop;
end $$;
