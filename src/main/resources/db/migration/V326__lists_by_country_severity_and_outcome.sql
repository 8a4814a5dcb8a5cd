-- Lists are narrowed down by country, severity and outcome as by state and type: what they are asked for stands beside each name
-- under which a case is known, and only where that name shows it. So nobody finds out by a filter, or by how many it finds, what
-- they do not see: a flagger reads how it ended and which country asked, and not how grave it is. See src/docs/adr/0052.

alter table case_access
  add column country  text,
  add column severity text;

-- This migration is nobody's transaction, and changes every row.
alter table case_access no force row level security;
alter table cases no force row level security;
alter table decision no force row level security;
alter table case_access disable trigger user;

update case_access a
   set country = c.principal_country, severity = case when a.asker is not null then c.severity end,
       outcome = case when a.who not like 'recused:%' then d.outcome end
  from cases c left join decision d using (reference)
 where c.reference = a.reference;

alter table case_access enable trigger user;
alter table case_access force row level security;
alter table cases force row level security;
alter table decision force row level security;

alter table case_access
  add constraint content_has_its_severity check (severity is null or asker is not null),
  add constraint who_left_has_no_outcome check (outcome is null or who not like 'recused:%');

comment on column case_access.country is 'Of who asked';
comment on column case_access.severity is 'Kept in step by a trigger; null: none yet, or no name that shows the content';
comment on column case_access.outcome is 'Of the decision, kept in step by a trigger; null: none yet, or a name that shows nothing';

drop index case_access_in_order;
create index case_access_in_order on case_access (who, flagged_at desc, reference desc)
  include (type, state, desk, until, asker, outcome, country, severity);

create or replace function note_access() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  shown constant boolean not null := tg_argv[0] not in ('flagger:', 'recused:');
  at_work constant text := begin_noting_who_knows();
begin
  insert into case_access (reference, who, flagged_at, type, state, desk, country, severity, asker, outcome)
    select c.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]), c.flagged_at, c.type, c.state, c.desk,
        c.principal_country, case when shown then c.severity end, case when shown then asker_named(c.principal) end,
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
        c.principal_country, c.severity, asker_named(c.principal),
        (select max(a.outcome) from case_access a where a.reference = c.reference)
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
  update case_access
     set type = new.type, state = new.state, desk = new.desk, severity = case when asker is not null then new.severity end
   where reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

drop trigger note_stage on cases;
create trigger note_stage after update on cases for each row
  when ((old.type, old.state, old.desk, old.severity) is distinct from (new.type, new.state, new.desk, new.severity))
  execute function note_stage();

create or replace function note_outcome() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update case_access set outcome = new.outcome where reference = new.reference and who not like 'recused:%';
  perform end_noting_who_knows(at_work);
  return null;
end $$;
