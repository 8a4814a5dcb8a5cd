-- Which accounts or items a request names, one each, and by when the other side wants to hear from us.

alter table cases
  add column items           text[] not null default '{}' check (array_position(items, null) is null),
  add column reply_wanted_by date;

comment on column cases.items is 'Words of the other side: they stay in the register, as the ask does';

-- They are part of the flag, and stay as it was sent.
drop trigger the_flag_stays on cases;

create trigger the_flag_stays before update on cases for each row
  when ((old.reference, old.flagger, old.flagged_at, old.idempotency_key, old.type, old.sender, old.relationship, old.principal,
      old.principal_kind, old.principal_country, old.market, old.channel, old.ask, old.legal_basis, old.wants_to_stay_hidden,
      old.audience, old.political_content, old.paid, old.threat, old.received_on, old.items, old.reply_wanted_by)
    is distinct from
      (new.reference, new.flagger, new.flagged_at, new.idempotency_key, new.type, new.sender, new.relationship, new.principal,
      new.principal_kind, new.principal_country, new.market, new.channel, new.ask, new.legal_basis, new.wants_to_stay_hidden,
      new.audience, new.political_content, new.paid, new.threat, new.received_on, new.items, new.reply_wanted_by))
  execute function refuse_change_of_the_flag();
