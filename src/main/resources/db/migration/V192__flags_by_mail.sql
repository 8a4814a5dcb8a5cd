-- A mail that somebody forwarded to be flagged: theirs alone until they complete it or throw it away. What is left then is
-- that it was taken, so that the same mail is not taken twice. Why this way: src/docs/adr/0034.
create table flag_draft (
  id         uuid        primary key,
  person     text        not null,
  message_id text        not null,
  taken_at   timestamptz not null,
  sent_at    timestamptz,
  subject    text        not null,
  words      text        not null,
  original   bytea,
  unique (person, message_id),
  constraint nothing_left_when_ended check (original is not null or (subject = '' and words = ''))
);

comment on column flag_draft.original is 'The whole mail; null when it was flagged, thrown away or too old';

alter table flag_draft enable row level security, force row level security;

create policy own on flag_draft for select using (
  (select acting_keys()) is not null and person = (select acting_person()));
create policy ends on flag_draft for update using (
  (select acting_keys()) is not null and person = (select acting_person()));
create policy takes on flag_draft for insert with check ((select acting_service()) = 'flags-by-mail');

-- What takes mails reads none of them afterwards; it empties what nobody looked at for so long.
create policy old on flag_draft for select using (
  (select acting_service()) = 'flags-by-mail' and taken_at < now() - interval '30 days');
create policy forgets on flag_draft for update using (
  (select acting_service()) = 'flags-by-mail' and taken_at < now() - interval '30 days');
