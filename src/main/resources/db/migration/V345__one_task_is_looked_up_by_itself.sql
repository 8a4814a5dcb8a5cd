-- A list of tasks asks of thousands at once whether their reader knows of their cases, and PostgreSQL makes a table of hashes
-- of these for it. It did so for one task as well, while the register is young and few cases are noted under each name: it
-- read all that a person knows, four times for each task that was claimed and completed. Lists say now that they look
-- through tasks; whatever else reads a task looks at its case alone. Both show the same tasks; which of the
-- two it is, is asked once for each statement. Why: src/docs/adr/0044.
alter policy content on task using (case
    when (select current_setting('candor.looks_through', true)) = 'tasks' then
      reference <> all (array(select r.reference from case_access r where r.who = 'recused:' || (select acting_person())))
      and exists (select from case_access a
        where a.reference = task.reference and (a.who = any ((select acting_keys())::text[])) is true)
    else shows_content(reference)
  end);
