-- Each statement of a person asks for their keys, and each change of a task or a case has its triggers asked: what is said
-- here is what was said before, in fewer and cheaper words.

-- A condition of a trigger is read anew, word by word, by each statement that could meet it. A statement that names none of
-- what was flagged changes none of it, and is not asked any more.
drop trigger the_flag_stays on cases;

create trigger the_flag_stays before update of reference, flagger, flagged_at, idempotency_key, type, sender, relationship,
    principal, principal_kind, principal_country, market, channel, ask, legal_basis, wants_to_stay_hidden, audience,
    political_content, paid, threat, received_on, items, reply_wanted_by
  on cases for each row
  when ((old.reference, old.flagger, old.flagged_at, old.idempotency_key, old.type, old.sender, old.relationship, old.principal,
      old.principal_kind, old.principal_country, old.market, old.channel, old.ask, old.legal_basis, old.wants_to_stay_hidden,
      old.audience, old.political_content, old.paid, old.threat, old.received_on, old.items, old.reply_wanted_by)
    is distinct from
      (new.reference, new.flagger, new.flagged_at, new.idempotency_key, new.type, new.sender, new.relationship, new.principal,
      new.principal_kind, new.principal_country, new.market, new.channel, new.ask, new.legal_basis, new.wants_to_stay_hidden,
      new.audience, new.political_content, new.paid, new.threat, new.received_on, new.items, new.reply_wanted_by))
  execute function refuse_change_of_the_flag();

drop trigger corrections_alone_change on cases;

create trigger corrections_alone_change before update of corrected on cases for each row
  when (old.corrected is distinct from new.corrected)
  execute function refuse_what_no_correction_says();

-- Of a task's times: that it is offered, who holds it from when to when, and that it ended. Each change says one of these.
create or replace function insight_of_task() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  let_go constant boolean not null := coalesce(old.state = 'CLAIMED'
    and (new.state, new.assignee) is distinct from (old.state, old.assignee), false);
  taken constant boolean not null := new.state = 'CLAIMED'
    and (new.state, new.assignee) is distinct from (old.state, old.assignee);
  at_work text;
begin
  if (new.state, new.assignee, new.ended_at) is not distinct from (old.state, old.assignee, old.ended_at) then
    return null;
  end if;
  at_work := begin_noting_who_knows();
  if tg_op = 'INSERT' or new.ended_at is distinct from old.ended_at then
    insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
    values (new.user_task_key, new.reference, new.process_instance_key, new.element, new.created_at, new.due_at,
      new.ended_at, new.state = 'COMPLETED')
    on conflict (user_task_key) do update set ended_at = excluded.ended_at, completed = excluded.completed;
  end if;
  if let_go then
    update insight_hold set let_go_at = coalesce(new.ended_at, greatest(now(), claimed_at))
     where user_task_key = new.user_task_key and let_go_at is null;
  end if;
  if taken then
    insert into insight_hold (user_task_key, person, claimed_at)
    select new.user_task_key, new.assignee, new.claimed_at
     where not exists (select from insight_hold where user_task_key = new.user_task_key and let_go_at is null);
  end if;
  insert into insight_pending (reference) values (new.reference);
  perform end_noting_who_knows(at_work);
  return null;
end $$;

-- The names under which somebody knows of cases are asked for several times in each statement, once for each policy: they are
-- one expression now, which PostgreSQL puts where it is asked, and no function that is called.
-- What parts them stands in no name: it is taken out of each.
create function acting_in_groups() returns text[] stable language sql
  return string_to_array('group:' || array_to_string(
    nullif(replace(coalesce(nullif(current_setting('candor.groups', true), ''), '{}'), chr(1), '')::text[], '{}'),
    chr(1) || 'group:'), chr(1));

create function acting_without_content() returns boolean stable language sql
  return coalesce(nullif(current_setting('candor.roles', true), ''), '{}')::text[] && '{ADMIN,MANAGER}';

-- Nobody's transaction fails, so that it is noticed.
create function acting_as_nobody() returns text[] stable language plpgsql as $$
begin
  raise insufficient_privilege using message = 'This transaction does not say whose it is',
    hint = 'Begin it through the service, or set candor.person (roles, groups) or candor.service (case) in it';
end $$;

-- The keys of those who have a part in a case: none for the service, nor for who runs or measures it.
create or replace function acting_part_keys() returns text[] stable language sql
  return case
    when acting_service() is not null then '{}'
    when acting_person() is null then acting_as_nobody()
    when acting_without_content() then '{}'
    else array['person:' || acting_person()] || acting_in_groups()
  end;

-- To read a case, an emergency is one key more.
create or replace function acting_keys() returns text[] stable language sql
  return acting_part_keys() || case
    when acting_service() is not null or acting_without_content() then '{}'
    else array['emergency:' || acting_person()]
  end;

-- All that is noted under one's name in case_access; null where there is no person.
create function acting_names_worked_out() returns text[] stable language sql
  return case
    when acting_person() is null then null
    when acting_without_content() then array['flagger:' || acting_person(), 'recused:' || acting_person()]
    else array['flagger:' || acting_person(), 'recused:' || acting_person(), 'person:' || acting_person(),
      'emergency:' || acting_person()] || acting_in_groups()
  end;

-- The same, as the service has it worked out when it names a transaction: what belongs to a case is looked up there and then
-- by some twenty statements, and most ask for this two or three times.
create or replace function acting_names() returns text[] stable language sql
  return case
    when acting_service() is not null then '{}'
    when nullif(current_setting('candor.names', true), '') is not null then current_setting('candor.names')::text[]
    else coalesce(acting_names_worked_out(), acting_as_nobody())
  end;

-- What acting_recused() looks up, as a part of the statement that asks for it.
alter policy content on task using (
  reference <> all (array(select r.reference from case_access r where r.who = 'recused:' || (select acting_person())))
  and exists (select from case_access a
    where a.reference = task.reference and (a.who = any ((select acting_keys())::text[])) is true));
