-- That somebody is mentioned is part of the privileged discussion: such a letter is on the record for those who read that, so not
-- for the flagger, and for who gets it. Services, which write and send letters, are not narrowed.
create policy privileged on mail_outbox as restrictive for select using (
  notice is distinct from 'MENTIONED'
  or person = (select acting_person())
  or (select acting_service()) is not null
  or (select acting_case()) is not null
  or exists (select from case_comment c where c.reference = mail_outbox.reference));
