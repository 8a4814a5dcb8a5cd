-- Precedents by facts without looking at every case of the type: whatever facts two cases share, the newest with these are
-- read from an index. Why these, and no case is missed by it: src/docs/adr/0040.

create index cases_decided_by_country on cases (type, principal_country, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_kind on cases (type, principal_kind, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_country_and_kind
  on cases (type, principal_country, principal_kind, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_country_and_market
  on cases (type, principal_country, market, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_kind_and_market
  on cases (type, principal_kind, market, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');
create index cases_decided_by_all_three
  on cases (type, principal_country, principal_kind, market, flagged_at desc, reference desc)
  where state in ('DECIDED', 'CLOSED');

-- A principal is known by its name in whatever letters, which no index serves under row-level security: lower() may leak.
alter table case_words add column principal text;

alter table cases no force row level security;
update case_words w set principal = lower(c.principal) from cases c where c.reference = w.reference;
alter table cases force row level security;

alter table case_words alter column principal set not null;
create index case_words_by_principal on case_words (principal, reference desc);

comment on column case_words.principal is 'In lower case';

create or replace function note_words() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into case_words (reference, words, lexemes, principal) values (new.reference,
    lower(concat_ws(e'\n', new.reference, new.principal, new.sender, new.ask)),
    to_tsvector(language_of(new.ask), new.ask), lower(new.principal));
  return null;
end $$;

-- The cases of the principal of this one, for what looks for precedents.
create function found_of_principal(of_case text) returns setof text
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select other.reference from case_words one join case_words other using (principal)
   where one.reference = of_case and other.reference <> of_case and (select acting_on_all_facts())
$$;
