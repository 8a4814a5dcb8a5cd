-- Need to know, for whatever query the service makes: row-level security by the identity that each transaction begins
-- with (dev.candor.access). What names nobody is refused. README of all of it: src/docs/adr/0013.

-- Who is at work. A person's settings do not count beside a service's, nor the other way round.
create function acting_service() returns text stable language sql
  return nullif(current_setting('candor.service', true), '');

create function acting_person() returns text stable language sql
  return case when acting_service() is null then nullif(current_setting('candor.person', true), '') end;

create function acting_case() returns text stable language sql
  return case when acting_service() is not null then nullif(current_setting('candor.case', true), '') end;

-- The keys under which somebody sees the content of cases. Nobody's transaction fails here, so that it is noticed;
-- who runs or measures the service has no key, whatever else they are.
create function acting_keys() returns text[] stable language plpgsql as $$
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

-- All that is noted under one's name in case_access.
create function acting_names() returns text[] stable language sql
  return acting_keys() || array['flagger:' || acting_person(), 'recused:' || acting_person()];

-- What looks for cases that resemble one reads the facts of all of them, and the grounds they were decided on.
create function acting_on_all_facts() returns boolean stable language sql
  return coalesce(acting_service() in ('candor.find-precedents', 'candor.count-similar-cases',
    'candor.gather-similar-cases', 'candor.gather-dossier'), false);

-- Who knows of which case, in one place that policies can look into without looking at themselves. Written by triggers.
create table case_access (
  reference text not null references cases,
  who       text not null,
  primary key (who, reference)
);

create index case_access_of_case on case_access (reference, who);

comment on table case_access is 'group:, person: see the content; flagger: the state; recused: nothing, whatever else';

-- The cases that somebody stepped out of: few, so that they are compared one by one.
create function acting_recused() returns text[] stable language plpgsql as $$
begin
  return array(select reference from case_access where who = 'recused:' || acting_person());
end $$;

insert into case_access select reference, 'flagger:' || flagger from cases;
insert into case_access select reference, 'group:' || group_name from case_group;
insert into case_access select reference, 'person:' || person from case_participant;
insert into case_access select reference, 'recused:' || person from case_recusal;

create function note_access() returns trigger language plpgsql as $$
begin
  insert into case_access values (new.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]));
  return null;
end $$;

create trigger note_access after insert on cases for each row execute function note_access('flagger:', 'flagger');
create trigger note_access after insert on case_group for each row execute function note_access('group:', 'group_name');
create trigger note_access after insert on case_participant for each row execute function note_access('person:', 'person');
create trigger note_access after insert on case_recusal for each row execute function note_access('recused:', 'person');

-- FORCE: where one role owns the tables and runs the service, too.
create function secure(tables text[]) returns void language plpgsql as $$
declare name text;
begin
  foreach name in array tables loop
    execute format('alter table %I enable row level security, force row level security', name);
  end loop;
end $$;

select secure('{case_access,cases,case_event,case_group,case_participant,case_recusal,recommendation,decision,
  decision_ground,case_correction,case_precedent,case_ground,case_answer,case_reply,case_carried_out,case_comment,
  legal_hold,deadline,task,submission,mail_outbox,engine_outbox,task_hand_back,policy_discussion,
  policy_discussion_case,policy_opinion,policy_conclusion,policy_draft,press_inquiry,press_dossier,press_draft,
  press_clearance,press_statement}');
drop function secure;

create policy own on case_access for select using (who = any ((select acting_names())::text[]));
create policy by_triggers on case_access for insert with check (pg_trigger_depth() > 0);

-- The conditions are written out where they are used: a function around a look-up would be called for each row.
do $$
declare
  not_recused constant text := 'reference <> all ((select acting_recused())::text[])';
  seen constant text := 'exists (select from case_access a
    where a.reference = %1$I.reference and a.who = any ((select acting_keys())::text[]))';
  content constant text := not_recused || ' and ' || seen;
  flagged constant text := not_recused || ' and exists (select from case_access f
    where f.reference = %1$I.reference and f.who = ''flagger:'' || (select acting_person()))';
  name text;
  parent text[];
begin
  -- The part of the service that works on a case may do with its rows what the triggers allow.
  foreach name in array '{cases,case_event,case_group,case_participant,case_recusal,recommendation,decision,
      decision_ground,case_correction,case_precedent,case_ground,case_answer,case_reply,case_carried_out,case_comment,
      legal_hold,deadline,task,mail_outbox,engine_outbox,policy_discussion,press_inquiry}'::text[] loop
    execute format('create policy service_on_its_case on %I using (reference = (select acting_case()))', name);
  end loop;

  -- Who sees the content reads these.
  foreach name in array '{recommendation,decision,decision_ground,case_correction,case_precedent,case_ground,case_answer,
      case_reply,case_carried_out,case_recusal,case_event,legal_hold,deadline,task,task_hand_back,policy_discussion,
      press_inquiry}'::text[] loop
    execute format('create policy content on %1$I for select using (' || content || ')', name);
  end loop;

  -- A row that is one's own needs no further look-up.
  execute format('create policy content on case_group for select using (' || not_recused || ' and
    (''group:'' || group_name = any ((select acting_keys())::text[]) or ' || seen || '))', 'case_group');
  execute format('create policy content on case_participant for select using (' || not_recused || ' and
    (''person:'' || person = any ((select acting_keys())::text[]) or ' || seen || '))', 'case_participant');

  -- The flagger, and who sees the content: that there is a case, and that it is to be withdrawn.
  execute format('create policy known on cases for select using (' || not_recused || ' and
    (flagger = (select acting_person()) or ' || seen || '))', 'cases');
  execute format('create policy known_changes on cases for update using (' || not_recused || ' and
    (flagger = (select acting_person()) or ' || seen || '))', 'cases');
  create policy flags on cases for insert with check (flagger = (select acting_person()) and state = 'FLAGGED');

  execute format('create policy milestones on case_event for select using (
    what in (''FLAGGED'', ''TRIAGED'', ''ASKED_IN_WRITING'', ''ANSWERED'', ''NOT_ANSWERED'', ''DECIDED'', ''CLOSED'',
      ''WITHDRAWAL_ASKED'', ''WITHDRAWN'') and ' || flagged || ')', 'case_event');
  execute format('create policy notes_own on case_event for insert with check (
    who = (select acting_person()) and ((' || flagged || ') or (' || content || ')))', 'case_event');

  execute format('create policy enters on case_answer for insert with check (
    entered_by = (select acting_person()) and ((' || flagged || ') or (' || content || ')))', 'case_answer');

  -- Not the flagger, even where they are of the desk.
  execute format('create policy privileged on case_comment for select using (
    (' || content || ') and not (' || flagged || '))', 'case_comment');
  execute format('create policy takes_part on case_comment for insert with check (
    person = (select acting_person()) and (' || content || ') and not (' || flagged || '))', 'case_comment');

  execute format('create policy says_so on case_recusal for insert with check (
    recused_by = (select acting_person()) and (' || content || '))', 'case_recusal');
  execute format('create policy gives_back on task_hand_back for insert with check (' || content || ')',
    'task_hand_back');

  execute format('create policy known on engine_outbox for select using ((' || flagged || ') or (' || content || '))',
    'engine_outbox');
  execute format('create policy tells on engine_outbox for insert with check ((' || flagged || ') or (' || content || '))',
    'engine_outbox');

  -- What hangs on a row that somebody sees or not.
  foreach parent slice 1 in array '{{policy_discussion_case,policy_discussion,discussion},
      {policy_opinion,policy_discussion,discussion},{policy_conclusion,policy_discussion,discussion},
      {policy_draft,policy_discussion,discussion},{press_dossier,press_inquiry,inquiry},
      {press_draft,press_inquiry,inquiry},{press_clearance,press_inquiry,inquiry},
      {press_statement,press_inquiry,inquiry}}'::text[] loop
    execute format('create policy with_its_case on %1$I for select using (
      exists (select from %2$I p where p.%3$I = %1$I.%3$I))', parent[1], parent[2], parent[3]);
    execute format('create policy service_on_its_case on %1$I using (
      (select acting_case()) is not null and exists (select from %2$I p where p.%3$I = %1$I.%3$I))',
      parent[1], parent[2], parent[3]);
  end loop;
end $$;

-- What somebody entered and the engine has not taken yet is theirs alone.
create policy own_or_accepted on submission for select using (
  (person = (select acting_person()) or accepted_at is not null)
  and exists (select from task t where t.user_task_key = submission.user_task_key));
create policy enters on submission for insert with check (
  person = (select acting_person()) and accepted_at is null
  and exists (select from task t where t.user_task_key = submission.user_task_key));
create policy takes_back on submission for delete using (
  person = (select acting_person()) and accepted_at is null);
create policy service_on_its_case on submission using (
  (select acting_case()) is not null
  and exists (select from task t where t.user_task_key = submission.user_task_key));

create policy facts_of_all on cases for select using ((select acting_on_all_facts()));
create policy facts_of_all on decision for select using ((select acting_on_all_facts()));
create policy facts_of_all on decision_ground for select using ((select acting_on_all_facts()));

-- Couriers empty their own outbox and see nothing else.
create policy courier on mail_outbox using ((select acting_service()) = 'mail');
create policy courier on engine_outbox using ((select acting_service()) = 'engine');
create policy courier on task_hand_back using ((select acting_service()) = 'hand-backs');
