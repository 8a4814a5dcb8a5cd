-- The accounts and items that a flag names are among the words by which its case is found: whoever finds it by them reads them
-- there as well, the flagger too.
create or replace function note_words() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into case_words (reference, words, lexemes, principal) values (new.reference,
    lower(concat_ws(e'\n', new.reference, new.principal, new.sender, new.ask, nullif(array_to_string(new.items, e'\n'), ''))),
    to_tsvector(language_of(new.ask), new.ask), lower(new.principal));
  return null;
end $$;

-- This migration is nobody's transaction.
alter table cases no force row level security;
update case_words w set words = w.words || e'\n' || lower(array_to_string(c.items, e'\n'))
  from cases c where c.reference = w.reference and c.items <> '{}';
alter table cases force row level security;
