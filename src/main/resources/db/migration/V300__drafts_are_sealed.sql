-- What a forwarded mail says is sealed like a file, with a key of its draft's own (ADR 42). Rows of before are sealed by the
-- service, which has the keys; none is written unsealed any more.
alter table flag_draft
  add column sealed_subject  bytea,
  add column sealed_words    bytea,
  add column sealed_original bytea,
  add column sealed_key      bytea,
  add column key_number      int,
  alter column subject set default '',
  alter column words set default '',
  -- It cannot be made smaller.
  alter column sealed_original set storage external,
  drop constraint nothing_left_when_ended,
  add constraint nothing_left_when_ended
    check (num_nulls(sealed_subject, sealed_words, sealed_original, sealed_key, key_number) in (0, 5)),
  add constraint nothing_unsealed check (original is null and subject = '' and words = '') not valid;

comment on column flag_draft.original is 'The whole mail as it was kept before drafts were sealed; the next start seals it';
comment on column flag_draft.sealed_original is 'The whole mail; null when it was flagged, thrown away or too old';

create trigger only_its_key before update on flag_draft
  for each row when (old.sealed_key is not null and new.sealed_key is not null)
  execute function refuse_change_but_of_key();

-- What seals keys anew, and rows of before. Nothing is left to seal in what ended.
create policy keeper on flag_draft for select to candor_service using (
  (select acting_service()) = 'attachments' and (sealed_key is not null or original is not null));
create policy keeper_seals on flag_draft for update to candor_service using (
  (select acting_service()) = 'attachments' and (sealed_key is not null or original is not null));
