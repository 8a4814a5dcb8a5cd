-- What was flagged wrongly is corrected by entries, as long as the case is open: the flag stays as it was sent. What stands
-- after them is kept beside it, in step by triggers, for what looks at many cases at once. Why: src/docs/adr/0048.

alter table case_correction
  add column id     bigint generated always as identity,
  add column reason text check (length(reason) > 0),
  drop constraint case_correction_field_check,
  add constraint case_correction_field_check check (field in ('sender', 'relationship', 'principal', 'principalKind',
    'principalCountry', 'market', 'audience', 'legalBasis', 'items', 'receivedOn', 'replyWantedBy')),
  add constraint case_correction_has_its_reason check (reason is not null
    or field in ('principalKind', 'relationship', 'audience', 'legalBasis'));

comment on column case_correction.value is 'As text: codes, days of ISO 8601, items one in a line; empty where there is none';
comment on column case_correction.reason is 'Null where the task that completes the facts asked for it';

drop index case_correction_of_case;
create unique index case_correction_of_case on case_correction (reference, id);

alter table cases add column corrected jsonb not null default '{}';

comment on column cases.corrected is 'The last correction of each field, by its name: kept in step by a trigger';

-- This migration is nobody's transaction.
alter table cases no force row level security;
alter table case_correction no force row level security;
alter table cases disable trigger user;

update cases c set corrected = k.corrected
  from (select reference, jsonb_object_agg(field, value order by id) as corrected from case_correction group by reference) k
 where k.reference = c.reference;

alter table cases enable trigger user;
alter table cases force row level security;
alter table case_correction force row level security;

-- What stands, of what cases are found, compared and grouped by.
alter table cases
  add column principal_now         text not null generated always as (coalesce(corrected ->> 'principal', principal)) stored,
  add column principal_kind_now    text not null generated always as (coalesce(corrected ->> 'principalKind', principal_kind)) stored,
  add column principal_country_now text not null
    generated always as (coalesce(corrected ->> 'principalCountry', principal_country)) stored,
  add column market_now            text not null generated always as (coalesce(corrected ->> 'market', market)) stored;

-- Nobody sets what stands but the corrections themselves, whoever writes.
create function refuse_what_no_correction_says() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
  said jsonb;
begin
  select coalesce(jsonb_object_agg(field, value order by id), '{}') into said
    from case_correction where reference = new.reference;
  perform end_noting_who_knows(at_work);
  if new.corrected <> said then
    raise exception 'What stands of a flag is what its corrections say';
  end if;
  return new;
end $$;

create trigger corrections_alone before insert on cases for each row
  when (new.corrected <> '{}') execute function refuse_what_no_correction_says();
create trigger corrections_alone_change before update on cases for each row
  when (old.corrected is distinct from new.corrected) execute function refuse_what_no_correction_says();

create function note_correction() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_work constant text := begin_noting_who_knows();
begin
  update cases
     set corrected = (select jsonb_object_agg(field, value order by id) from case_correction where reference = new.reference)
   where reference = new.reference;
  perform end_noting_who_knows(at_work);
  return null;
end $$;

create trigger note_correction after insert on case_correction for each row execute function note_correction();

revoke execute on function refuse_what_no_correction_says, note_correction from public;

do $$
begin
  execute format('create policy who_knows on case_correction for select to %I using ((select acting_service()) = ''who-knows'')',
    current_user);
  execute format('create policy who_knows_corrects on cases for update to %I using ((select acting_service()) = ''who-knows'')',
    current_user);
end $$;

-- Whoever sees the content corrects it, unless they opened it in an emergency: those read.
do $$
begin
  execute format('create policy corrects on case_correction for insert to candor_person with check (
      corrected_by = (select acting_person()) and (select bool_and(%1$s) from case_access a
        where a.reference = case_correction.reference and not %2$s))',
    'a.who not like ''recused:%''', 'a.who like ''flagger:%''');
end $$;

create policy reads_only on case_correction as restrictive for insert to candor_person
  with check (not acting_only_reads(reference));

-- It is counted by what stands.
drop policy transparency on case_correction;

analyze cases;
