-- A case whose principal, sender or items were corrected is found by the right ones as well, is of that principal where cases are
-- compared, and counts as asked by it. Why: src/docs/adr/0048.

-- Of few cases, and apart from what was flagged: who flagged one finds it by that alone.
create table case_corrected_words (
  reference text primary key references cases on delete cascade,
  words     text not null
);

create index case_corrected_words_by_trigram on case_corrected_words using gin (words gin_trgm_ops);
alter table case_corrected_words enable row level security, force row level security;

do $$
begin
  execute format('create policy searched on case_corrected_words to %I using (true)', current_user);
end $$;

create policy nobody_else on case_corrected_words for select using ((select acting_keys()) is null);

comment on column case_words.principal is 'As it stands after corrections, in lower case';
comment on column case_access.country is 'Of who asked: as it stands, and as it was flagged under names that do not show the content';
comment on column case_access.asker is 'By asker_named, of the principal as it stands; null under names that do not show the content';

create or replace function note_correction() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update cases
     set corrected = (select jsonb_object_agg(field, value order by id) from case_correction where reference = new.reference)
   where reference = new.reference;
  if new.field in ('principal', 'sender', 'items') and new.value <> '' then
    insert into case_corrected_words values (new.reference, lower(new.value))
      on conflict (reference) do update set words = case_corrected_words.words || e'\n' || excluded.words;
  end if;
  if new.field = 'principal' then
    update case_words set principal = lower(new.value) where reference = new.reference;
    update case_access set asker = asker_named(new.value) where reference = new.reference and asker is not null;
  end if;
  if new.field = 'principalCountry' then
    update case_access set country = new.value where reference = new.reference and asker is not null;
  end if;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function note_access() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown constant boolean not null := tg_argv[0] not in ('flagger:', 'recused:');
  at_work constant text := begin_noting_who_knows();
begin
  insert into case_access (reference, who, flagged_at, type, state, desk, country, severity, asker, outcome)
    select c.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]), c.flagged_at, c.type, c.state, c.desk,
        case when shown then c.principal_country_now else c.principal_country end, case when shown then c.severity end,
        case when shown then asker_named(c.principal_now) end,
        case when tg_argv[0] <> 'recused:'
          then (select max(a.outcome) from case_access a where a.reference = c.reference) end
      from cases c where c.reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create or replace function note_emergency() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  insert into case_access (reference, who, until, flagged_at, type, state, desk, country, severity, asker, outcome)
    select c.reference, 'emergency:' || new.person, new.ends_at, c.flagged_at, c.type, c.state, c.desk,
        c.principal_country_now, c.severity, asker_named(c.principal_now),
        (select max(a.outcome) from case_access a where a.reference = c.reference)
      from cases c where c.reference = new.reference
    on conflict (who, reference) do update set until = excluded.until;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

-- As in V329, and what was corrected: not by the names under which only the state is seen, and none twice.
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
      select known.* from known join case_words w using (reference)
       where textlike(w.words, pattern)
          or known.who not like 'flagger:%' and exists (
               select from case_corrected_words k where k.reference = known.reference and textlike(k.words, pattern));
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
  return query
    select a.* from case_corrected_words k join case_access a using (reference)
     where textlike(k.words, pattern) and a.who = any (names) and a.who not like 'flagger:%'
       and not exists (select from case_words w where w.reference = k.reference and textlike(w.words, pattern));
end $$;

-- Precedents share what stands.
drop index cases_decided_by_country;
drop index cases_decided_by_kind;
drop index cases_decided_by_country_and_kind;
drop index cases_decided_by_country_and_market;
drop index cases_decided_by_kind_and_market;
drop index cases_decided_by_all_three;

create index cases_decided_by_country on cases (type, principal_country_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_kind on cases (type, principal_kind_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_country_and_kind
  on cases (type, principal_country_now, principal_kind_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_country_and_market
  on cases (type, principal_country_now, market_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_kind_and_market
  on cases (type, principal_kind_now, market_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_all_three
  on cases (type, principal_country_now, principal_kind_now, market_now, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
