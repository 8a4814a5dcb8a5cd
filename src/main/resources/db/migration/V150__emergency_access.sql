-- Who opened a case they have no part in, and why. It ends by itself: from then on the database shows them nothing,
-- whatever the service thinks. Why this way: src/docs/adr/0021.

create table case_emergency (
  id        bigint      generated always as identity primary key,
  reference text        not null references cases on delete cascade,
  person    text        not null,
  reason    text        not null check (length(reason) > 0),
  at        timestamptz not null,
  ends_at   timestamptz not null check (ends_at > at)
);

create index case_emergency_of_case on case_emergency (reference, id);
create index case_emergency_of_person on case_emergency (person, reference);

create trigger append_only before update or delete on case_emergency for each row execute function refuse_change();

alter table case_access add column until timestamptz;
comment on column case_access.until is 'When it ends by itself; null: it does not';
comment on table case_access is
  'group:, person: see the content; emergency: reads it until a time; flagger: the state; recused: nothing, whatever else';

drop policy own on case_access;
create policy own on case_access for select using (
  who = any ((select acting_names())::text[]) and (until is null or until > now()));

-- A second opening finds the row of the first one, which is over. The columns beside it come with V180, before any row does.
create function note_emergency() returns trigger language plpgsql as $$
begin
  insert into case_access (reference, who, until, flagged_at, type, state, desk)
    select c.reference, 'emergency:' || new.person, new.ends_at, c.flagged_at, c.type, c.state, c.desk
      from cases c where c.reference = new.reference
    on conflict (who, reference) do update set until = excluded.until;
  return null;
end $$;

create trigger note_emergency after insert on case_emergency for each row execute function note_emergency();

-- The keys of those who have a part in a case, as before.
create function acting_part_keys() returns text[] stable language plpgsql as $$
begin
  if acting_service() is not null then
    return '{}';
  end if;
  if acting_person() is null then
    raise insufficient_privilege using message = 'This transaction does not say whose it is',
      hint = 'Begin it through the service, or set candor.person (roles, groups) or candor.service (case) in it';
  end if;
  if coalesce(nullif(current_setting('candor.roles', true), ''), '{}')::text[] && '{ADMIN,MANAGER}' then
    return '{}';
  end if;
  return array(
    select 'group:' || name
      from unnest(coalesce(nullif(current_setting('candor.groups', true), ''), '{}')::text[]) name
    union all select 'person:' || acting_person());
end $$;

-- What the policies ask for: to read a case, an emergency is one key more.
create or replace function acting_keys() returns text[] stable language plpgsql as $$
declare
  part text[] := acting_part_keys();
begin
  return case when cardinality(part) = 0 then part else part || ('emergency:' || acting_person()) end;
end $$;

-- Whose only key to a case is an emergency: they read it, and change nothing.
create function acting_only_reads(that text) returns boolean stable language plpgsql as $$
begin
  return acting_person() is not null
    and exists (select from case_access where reference = that and who = 'emergency:' || acting_person() and until > now())
    and not exists (select from case_access where reference = that and who = any (acting_part_keys()));
end $$;

do $$
declare name text;
begin
  foreach name in array '{case_event,case_answer,case_comment,case_recusal,task_hand_back,engine_outbox,attachment}'::text[]
  loop
    execute format('create policy reads_only on %I as restrictive for insert with check (not acting_only_reads(reference))',
      name);
  end loop;
end $$;

create policy reads_only on cases as restrictive for update using (not acting_only_reads(reference));
create policy reads_only on submission as restrictive for insert with check (not acting_only_reads(
  (select t.reference from task t where t.user_task_key = submission.user_task_key)));

alter table case_emergency enable row level security, force row level security;

create policy service_on_its_case on case_emergency using (reference = (select acting_case()));
create policy content on case_emergency for select using (
  reference <> all ((select acting_recused())::text[])
  and exists (select from case_access a
    where a.reference = case_emergency.reference and a.who = any ((select acting_keys())::text[])));
create policy own on case_emergency for select using (
  reference <> all ((select acting_recused())::text[])
  and 'person:' || person = any ((select acting_keys())::text[]));

-- Counsel answer for what is done in an emergency: they read the reasons of all, and no case by that.
create policy counsel on case_emergency for select using (
  reference <> all ((select acting_recused())::text[])
  and (select 'group:counsel' = any (acting_part_keys())));
