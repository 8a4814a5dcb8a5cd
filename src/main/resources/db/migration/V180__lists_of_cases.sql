-- A list of cases is answered from who knows of them: what it is ordered and filtered by stands beside that, so that the
-- list of who sees 50 of 200,000 cases, or 50,000 of them, looks at no case that is not on its page. Why: src/docs/adr/0030.

alter table case_access
  add column flagged_at timestamptz,
  add column type       text,
  add column state      text,
  add column desk       text;

-- This migration is nobody's transaction, and changes every row.
alter table case_access no force row level security;
alter table cases no force row level security;
alter table case_access disable trigger user;

update case_access a set flagged_at = c.flagged_at, type = c.type, state = c.state, desk = c.desk
  from cases c where c.reference = a.reference;

alter table case_access enable trigger user;
alter table case_access force row level security;

alter table case_access
  alter column flagged_at set not null,
  alter column type set not null,
  alter column state set not null;

create index case_access_in_order on case_access (who, flagged_at desc, reference desc) include (type, state, desk);

comment on column case_access.state is 'Of the case, as are type and desk: kept in step by a trigger';

create or replace function note_access() returns trigger language plpgsql as $$
begin
  insert into case_access (reference, who, flagged_at, type, state, desk)
    select c.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]), c.flagged_at, c.type, c.state, c.desk
      from cases c where c.reference = new.reference;
  if not found then
    raise insufficient_privilege using message = 'Who lets somebody know of a case has to see it';
  end if;
  return null;
end $$;

create function note_stage() returns trigger language plpgsql as $$
begin
  update case_access set type = new.type, state = new.state, desk = new.desk where reference = new.reference;
  return null;
end $$;

create trigger note_stage after update on cases for each row
  when ((old.type, old.state, old.desk) is distinct from (new.type, new.state, new.desk))
  execute function note_stage();

-- Whoever changes the case: its rows are one, also for those that the one at work does not see otherwise.
create policy kept_in_step on case_access for update using ((select pg_trigger_depth()) > 0);
create policy seen_to_keep_in_step on case_access for select using ((select pg_trigger_depth()) > 0);

-- What is searched of each case, by itself: no index serves a search in a table whose rows each reader sees others of.
-- Nobody reads it but the function below, which answers with what the reader knows of.
create extension if not exists pg_trgm;

create table case_words (
  reference text primary key references cases on delete cascade,
  words     text not null
);

insert into case_words select reference, lower(concat_ws(e'\n', reference, principal, sender, ask)) from cases;
alter table cases force row level security;

create index case_words_by_trigram on case_words using gin (words gin_trgm_ops);
alter table case_words enable row level security, force row level security;

do $$
begin
  execute format('create policy searched on case_words to %I using (true)', current_user);
end $$;

create policy nobody_else on case_words for select using ((select acting_keys()) is null);

create function note_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_words values (new.reference, lower(concat_ws(e'\n', new.reference, new.principal, new.sender, new.ask)));
  return null;
end $$;

create trigger note_words after insert on cases for each row execute function note_words();

-- The rows of case_access by which who is at work knows of cases with these words; a pattern as LIKE has it, in lower case.
create function known_with_words(pattern text) returns setof case_access
  language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select a.* from case_words w join case_access a using (reference)
   where w.words like pattern and a.who = any ((select acting_names())::text[])
$$;
