-- Who is mentioned in the privileged discussion of a case. It counts from the moment it is written, for those who may know of
-- the case as long as they may.
create table case_mention (
  comment   bigint not null references case_comment on delete cascade,
  person    text   not null,
  reference text   not null references cases on delete cascade,
  written   text   not null check (written like '@_%'),
  read_at   timestamptz,
  primary key (comment, person)
);

comment on column case_mention.written is 'As it stands in the words of the comment';
comment on column case_mention.read_at is 'When they opened the case after it; null: not yet';

create index case_mention_of_case on case_mention (reference);
create index case_mention_unread on case_mention (person) where read_at is null;

-- That it was read is noted once, and nothing else of it ever changes.
create trigger append_only before update on case_mention for each row
  when (old.read_at is not null
    or (old.comment, old.person, old.reference, old.written) is distinct from (new.comment, new.person, new.reference, new.written))
  execute function refuse_change();
create trigger never_deleted before delete on case_mention for each row execute function refuse_change();

alter table case_mention enable row level security, force row level security;

-- As the comment that it stands in: a look at that asks its policies, so that the flagger sees none.
create policy service_on_its_case on case_mention using (reference = (select acting_case()));
create policy privileged on case_mention for select using (
  exists (select from case_comment c where c.id = case_mention.comment));
create policy mentions on case_mention for insert with check (
  exists (select from case_comment c
    where c.id = case_mention.comment and c.reference = case_mention.reference and c.person = (select acting_person())));
create policy reads on case_mention for update using (
  person = (select acting_person()) and exists (select from case_comment c where c.id = case_mention.comment));

-- Who mentions somebody has a letter written to them, and no other.
create policy mentions on mail_outbox for insert with check (
  notice = 'MENTIONED' and exists (select from case_mention m join case_comment c on c.id = m.comment
    where m.reference = mail_outbox.reference and m.person = mail_outbox.person and c.person = (select acting_person())));

-- Their open desk hears of it, and that it was read.
create function tell_the_mentioned() returns trigger language plpgsql as $$
begin
  perform pg_notify('candor_desk', json_build_object('groups', '{}'::text[], 'people', array[new.person])::text);
  return null;
end $$;

create trigger tell_the_mentioned after insert or update on case_mention for each row execute function tell_the_mentioned();
