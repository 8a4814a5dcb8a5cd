-- People see their own rows of case_access by one policy, which the index serves. What lets triggers see and change the rows
-- of others is for the tables' owner alone: the triggers that keep them in step work as that one. Why: src/docs/adr/0051.

-- A part of the service of its own, until the trigger is done: whoever changes a case, people or nobody (who writes beside
-- the service), what stands beside it is kept in step.
create function begin_noting_who_knows() returns text language plpgsql as $$
declare
  at_work constant text := coalesce(current_setting('candor.service', true), '');
begin
  perform set_config('candor.service', 'who-knows', true);
  return at_work;
end $$;

create function end_noting_who_knows(at_work text) returns void language plpgsql as $$
begin
  perform set_config('candor.service', at_work, true);
end $$;

create or replace function note_access() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown constant boolean not null := tg_argv[0] not in ('flagger:', 'recused:');
  at_work constant text := begin_noting_who_knows();
begin
  insert into case_access (reference, who, flagged_at, type, state, desk, asker, outcome)
    select c.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]), c.flagged_at, c.type, c.state, c.desk,
        case when shown then asker_named(c.principal) end,
        case when shown then (select max(a.outcome) from case_access a where a.reference = c.reference) end
      from cases c where c.reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function note_emergency() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  insert into case_access (reference, who, until, flagged_at, type, state, desk, asker, outcome)
    select c.reference, 'emergency:' || new.person, new.ends_at, c.flagged_at, c.type, c.state, c.desk,
        asker_named(c.principal), (select max(a.outcome) from case_access a where a.reference = c.reference)
      from cases c where c.reference = new.reference
    on conflict (who, reference) do update set until = excluded.until;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function note_stage() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update case_access set type = new.type, state = new.state, desk = new.desk where reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function note_outcome() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update case_access set outcome = new.outcome where reference = new.reference and asker is not null;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

-- Whoever may not call one cannot hang it on a table of their own.
revoke execute on function note_access, note_emergency, note_stage, note_outcome from public;

drop policy by_triggers on case_access;
drop policy kept_in_step on case_access;
drop policy seen_to_keep_in_step on case_access;
do $$
begin
  execute format('create policy who_knows on case_access to %I using ((select acting_service()) = ''who-knows'')', current_user);
  execute format('create policy who_knows on cases for select to %I using ((select acting_service()) = ''who-knows'')', current_user);
end $$;

-- A list is counted from the smallest index that knows when access ends.
alter table case_access drop constraint case_access_pkey, add primary key (who, reference) include (until);

-- Most names know few cases, and what is looked for are names of groups, which know many. PostgreSQL takes a name that it does
-- not know yet for a common one then: or it would rather read all that somebody knows than look at the few rows at hand.
alter table case_access alter column who set (n_distinct = 100);
analyze case_access;

-- As for cases (V191): of the rows of one case, or of a page, each is looked up, whatever the planner expects. The one table
-- that a list of people looks through is that of tasks (ADR 44): there the planner may choose. "is true", because the index is
-- asked for a reader's names once: the planner takes two lists of names for a hundred look-ups.
do $$
declare
  one record;
  of_keys constant text := '\((\w+\.who = ANY \(\( SELECT acting_keys\(\) AS acting_keys\)::text\[\]\))\)';
  of_case constant text := '(FROM case_access (\w+)\s+WHERE \(\(\2\.reference = \w+\.reference\) AND '
    || '(\(\(\2\.who = ANY \(\( SELECT acting_keys\(\) AS acting_keys\)::text\[\]\)\) IS TRUE\)'
    || '|\(\2\.who = \(''flagger:''::text \|\| \( SELECT acting_person\(\) AS acting_person\)\)\))\))(?!\s+OFFSET)';
  asked text;
begin
  for one in
    select polname as name, polrelid::regclass as of_table, polqual is not null as shows,
           coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as asks
      from pg_policy join pg_class c on c.oid = polrelid and c.relnamespace = current_schema()::regnamespace
  loop
    asked := regexp_replace(one.asks, of_keys, '((\1) IS TRUE)', 'g');
    if one.of_table <> 'task'::regclass then
      asked := regexp_replace(asked, of_case, '\1 OFFSET 0', 'g');
      if regexp_count(asked, 'FROM case_access') <> regexp_count(asked, 'OFFSET 0') then
        raise exception 'The policy % of % asks who knows in words that are not known here', one.name, one.of_table;
      end if;
    end if;
    if asked <> one.asks then
      execute format('alter policy %I on %s %s (%s)', one.name, one.of_table,
        case when one.shows then 'using' else 'with check' end, asked);
    end if;
  end loop;
end $$;
