-- A flag stays as it was sent: corrections are entries of their own, of fields that nothing is found or counted by. So what
-- stands elsewhere too (case_access, case_words) is in step for good. For everybody, whoever writes.
create function refuse_change_of_the_flag() returns trigger language plpgsql as $$
begin
  raise exception 'A flag is never changed: corrections are entries of their own';
end $$;

create trigger the_flag_stays before update on cases for each row
  when ((old.reference, old.flagger, old.flagged_at, old.idempotency_key, old.type, old.sender, old.relationship, old.principal,
      old.principal_kind, old.principal_country, old.market, old.channel, old.ask, old.legal_basis, old.wants_to_stay_hidden,
      old.audience, old.political_content, old.paid, old.threat, old.received_on)
    is distinct from
      (new.reference, new.flagger, new.flagged_at, new.idempotency_key, new.type, new.sender, new.relationship, new.principal,
      new.principal_kind, new.principal_country, new.market, new.channel, new.ask, new.legal_basis, new.wants_to_stay_hidden,
      new.audience, new.political_content, new.paid, new.threat, new.received_on))
  execute function refuse_change_of_the_flag();
