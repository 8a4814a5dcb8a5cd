-- Files of cases: what they are called and are, and the key that each is sealed with, itself sealed. Content is on the disk.

create table attachment (
  id         uuid        primary key,
  reference  text        not null references cases,
  name       text        not null check (length(name) between 1 and 200),
  kind       text        not null,
  size       bigint      not null check (size > 0),
  sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by   text        not null,
  at         timestamptz not null,
  sealed_key bytea       not null,
  key_number int         not null
);

create index attachment_of_case on attachment (reference, at, id);
create index attachment_by_key on attachment (key_number);

-- Under which key its own key is sealed may change, nothing else of it.
create function refuse_change_but_of_key() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{sealed_key,key_number}'::text[]) <> (to_jsonb(old) - '{sealed_key,key_number}'::text[]) then
    raise exception 'Rows of % are never changed', tg_table_name;
  end if;
  return new;
end $$;

create trigger append_only before delete on attachment for each row execute function refuse_change();
create trigger only_its_key before update on attachment for each row execute function refuse_change_but_of_key();

alter table attachment enable row level security, force row level security;

do $$
declare
  not_recused constant text := 'reference <> all ((select acting_recused())::text[])';
  content constant text := not_recused || ' and exists (select from case_access a
    where a.reference = attachment.reference and a.who = any ((select acting_keys())::text[]))';
  flagged constant text := not_recused || ' and exists (select from case_access f
    where f.reference = attachment.reference and f.who = ''flagger:'' || (select acting_person()))';
begin
  execute 'create policy content on attachment for select using (' || content || ')';
  execute 'create policy own_of_the_flagger on attachment for select using (
    added_by = (select acting_person()) and ' || flagged || ')';
  execute 'create policy adds on attachment for insert with check (
    added_by = (select acting_person()) and ((' || flagged || ') or (' || content || ')))';
end $$;

create policy service_on_its_case on attachment using (reference = (select acting_case()));

-- What seals keys anew, and asks which files have a row.
create policy keeper on attachment for select using ((select acting_service()) = 'attachments');
create policy keeper_seals on attachment for update using ((select acting_service()) = 'attachments');
