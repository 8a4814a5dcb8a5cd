-- What a search for precedents looks at grows no longer with the register. Why: src/docs/adr/0032.

-- Of the cases of one principal the newest 500, as of those that hold the same words.
create or replace function found_of_principal(of_case text) returns setof text
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select other.reference from case_words one join case_words other using (principal)
   where one.reference = of_case and other.reference <> of_case and (select acting_on_all_facts())
   order by other.reference desc limit 500
$$;

-- How many of 500 other cases hold each word is counted for every search: of their words alone, and no longer with the places
-- and weights that PostgreSQL writes out beside them. As in V190 otherwise.
create or replace function in_like_words(of_case text, readers text[]) returns table (reference text, words text[], part float)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select ask, language_of(ask) as language from cases c where c.reference = of_case),
  others as materialized (
    select lexemes from case_words w where w.reference <> of_case order by w.reference desc limit 500),
  held as (select lexeme, count(*) as cases from others, unnest(tsvector_to_array(lexemes)) lexeme group by lexeme),
  telling as materialized (
    select lexeme, word, ln((500 + 1.0) / (1 + coalesce(held.cases, 0))) as weight
      from (select distinct on (lexeme) lexeme, lower(token) as word
              from asked, ts_parse('default', ask), unnest(to_tsvector(language, token))
             order by lexeme, token) mine
      left join held using (lexeme)
     where coalesce(held.cases, 0) <= greatest(5, (select count(*) from others) / 50)
     order by weight desc, lexeme limit 12),
  quoted as (select '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' as quoted from telling),
  found as materialized (
    select w.reference, tsvector_to_array(w.lexemes) as lexemes from case_words w
     where w.lexemes @@ (
             select string_agg(one.quoted || '&' || other.quoted, '|')::tsquery
               from quoted one join quoted other on one.quoted < other.quoted)
       and w.reference <> of_case
       and (readers is null or exists (
             select from case_access a where a.reference = w.reference and a.who = any (readers)))
     order by w.reference desc limit 500)
  select f.reference, array_agg(t.word order by t.weight desc, t.word),
         sum(t.weight)::float / (select sum(weight) from telling)::float
    from found f join telling t on t.lexeme = any (f.lexemes)
   group by f.reference having count(*) >= 3
$$;
