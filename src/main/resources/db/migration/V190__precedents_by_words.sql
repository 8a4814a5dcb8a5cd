-- Precedents by what they share: facts as before, and words in the language of the ask. Why: src/docs/adr/0032.

-- The language whose words that say nothing ("the", "und", "het") it holds most of; 'simple' where it holds none, as
-- Hebrew does: PostgreSQL has no stemmer for that.
create function language_of(words text) returns regconfig stable language sql as $$
  select language
    from unnest('{simple,english,german,french,dutch}'::regconfig[]) with ordinality as known (language, place)
   order by (select coalesce(sum(cardinality(positions)), 0) from unnest(to_tsvector(language, left(words, 4000)))), place
   limit 1
$$;

alter table case_words add column lexemes tsvector;

alter table cases no force row level security;
update case_words w set lexemes = to_tsvector(language_of(c.ask), c.ask) from cases c where c.reference = w.reference;
alter table cases force row level security;

alter table case_words alter column lexemes set not null;
create index case_words_by_lexeme on case_words using gin (lexemes);

comment on column case_words.lexemes is 'Of the ask alone, stemmed in its language';

create or replace function note_words() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into case_words (reference, words, lexemes) values (new.reference,
    lower(concat_ws(e'\n', new.reference, new.principal, new.sender, new.ask)),
    to_tsvector(language_of(new.ask), new.ask));
  return null;
end $$;

-- Which cases ask in like words, and by which words: those of this ask that few of 500 others hold, at most twelve, the
-- rarest first. What each call looks at is bounded by that, however full the register is. Its part: of the weight of all
-- these words, how much the other case holds.
create function in_like_words(of_case text, readers text[]) returns table (reference text, words text[], part float)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select ask, language_of(ask) as language from cases c where c.reference = of_case),
  others as materialized (
    select lexemes from case_words w where w.reference <> of_case order by w.reference desc limit 500),
  held as (select lexeme, count(*) as cases from others, unnest(lexemes) group by lexeme),
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

revoke execute on function in_like_words from public;

-- For what looks for precedents: of all cases.
create function found_in_like_words(of_case text) returns table (reference text, words text[], part float)
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select * from in_like_words(of_case, null) where (select acting_on_all_facts())
$$;

-- For a person: of those whose content they see, to a case whose content they see.
create function known_in_like_words(of_case text) returns table (reference text, words text[], part float)
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select l.* from in_like_words(of_case, (select acting_keys())) l
   where of_case <> all ((select acting_recused())::text[]) and l.reference <> all ((select acting_recused())::text[])
     and exists (select from case_access a where a.reference = of_case and a.who = any ((select acting_keys())::text[]))
$$;

-- What is compared with a case by its facts is of its type.
create index cases_by_type on cases (type);

-- Why each of them is alike.
alter table case_precedent
  add column likeness text[] not null default '{}'
    check (likeness <@ '{PRINCIPAL,COUNTRY,KIND,MARKET,GROUND}'),
  add column words    text[] not null default '{}';

comment on column case_precedent.words is 'That both asks hold, as the later one writes them';

-- Why a decision is another than that of most precedents.
alter table decision add column departure text;
