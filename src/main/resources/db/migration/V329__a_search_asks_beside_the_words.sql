-- Beside the words of a case stand the names under which anybody ever knew of it: what a search finds is asked there whether
-- its reader can know of it, and looked up in case_access only where they can. Why: src/docs/adr/0030.

-- All that were ever in case_access, and none is taken away: who may see a case says case_access alone.
-- Room on each page, so that a name more is written beside the words and no index is touched.
alter table case_words set (fillfactor = 80);
alter table case_words add column known_to text[] not null default '{}';

comment on column case_words.known_to is 'At least the names in case_access; narrows a search down, and shows nothing to anybody';

do $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update case_words w set known_to =
    coalesce((select array_agg(a.who) from case_access a where a.reference = w.reference), '{}');
  perform end_noting_who_knows(at_work);
end $$;

create function note_known_to() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_words set known_to = known_to || new.who
   where reference = new.reference and new.who <> all (known_to);
  return null;
end $$;

create trigger note_known_to after insert on case_access for each row execute function note_known_to();

-- Triggers take turns by name. The words of a case that is flagged are there before anybody is noted beside them.
alter trigger note_words on cases rename to keep_words;

create or replace function known_with_words(pattern text) returns setof case_access
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan rows 100
as $$
declare
  names constant text[] := acting_names();
  little constant int := 1000;
  telling text;
begin
  if (select count(*) from (select from case_access where who = any (names) limit little + 1) known) <= little then
    return query
      with known as materialized (select * from case_access where who = any (names) limit 1000)
      select known.* from known join case_words w using (reference) where textlike(w.words, pattern);
    return;
  end if;
  telling := most_telling(pattern);
  if telling is null then
    return query
      select a.* from case_access a join case_words w using (reference)
       where a.who = any (names) and textlike(w.words, pattern);
  else
    return query
      with found as materialized (
        select reference from case_words w
         where w.words like telling and w.known_to && names and textlike(w.words, pattern))
      select a.* from found join case_access a using (reference) where a.who = any (names);
  end if;
end $$;
