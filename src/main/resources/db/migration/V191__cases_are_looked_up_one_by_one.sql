-- Whether somebody knows of a case is looked up for each case that a query comes to, which are few: lists come from
-- case_access. Without "offset 0" the planner puts all that they know of into a table of hashes first, 25,000 rows for a page
-- of 25. Why, and what it costs: src/docs/adr/0033.
do $$
declare
  knows constant text := 'reference <> all ((select acting_recused())::text[])
    and (flagger = (select acting_person()) or exists (select from case_access a
      where a.reference = cases.reference and a.who = any ((select acting_keys())::text[]) offset 0))';
begin
  execute 'alter policy known on cases using (' || knows || ')';
  execute 'alter policy known_changes on cases using (' || knows || ')';
end $$;
