-- A search begins where there is least to look at: in what its reader knows, where that is little, else in the cases that hold
-- the word of it that the fewest others hold. Why: src/docs/adr/0030.

-- Of the words that a pattern as LIKE has it holds literally, with what stands beside them, the one that the fewest of 200
-- others hold, as a pattern: of what matches that, the index reads the trigrams of one word and not those of all. Null where
-- there is none that an index could find.
create function most_telling(pattern text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  with part as materialized (
    -- What stands between two words belongs to both.
    select distinct cut[1] as part
      from regexp_matches(regexp_replace(pattern, '([^[:alnum:]])', '\1\1', 'g'),
        '[^[:alnum:]%_\\]?[[:alnum:]]+[^[:alnum:]%_\\]?', 'g') cut
     where length(cut[1]) >= 3 or cut[1] ~ '^[^[:alnum:]]'),
  others as materialized (
    select words from case_words where (select count(*) from part) > 1 order by reference desc limit 200)
  select '%' || part || '%' from part
   order by (select count(*) from others where strpos(words, part) > 0), length(part) desc, part limit 1
$$;

-- What it answers says what other cases are about.
revoke execute on function most_telling from public;

-- With the plan for any words: making one for those at hand takes as long as finding a few cases. Where all words are to be
-- compared by the function behind LIKE, no index is asked for them.
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
      select a.* from case_words w join case_access a using (reference)
       where w.words like telling and textlike(w.words, pattern) and a.who = any (names);
  end if;
end $$;
