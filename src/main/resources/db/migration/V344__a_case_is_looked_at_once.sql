-- What a page of a case shows is read by some twenty-five statements, and the policy of each looked up anew, for each row it
-- came to, whether its reader knows of that case. What was found for the case that was looked at last is kept now until the
-- transaction ends. Why: src/docs/adr/0062.

-- What its reader sees of a case: DISCUSSION (all of it), CONTENT (its discussion not, since they flagged it), STATE or
-- NOTHING. All rows found must agree: who stepped out of a case sees nothing of it, whatever else they are.
create function look_at(of_case text) returns text stable language plpgsql as $$
declare
  seen text;
begin
  select case
      when bool_or(a.who like 'recused:%') is not false then 'NOTHING'
      when bool_and(a.who like 'flagger:%') then 'STATE'
      when bool_or(a.who like 'flagger:%') then 'CONTENT'
      else 'DISCUSSION'
    end
    into seen from case_access a where a.reference = of_case;
  perform set_config('candor.looked_at', of_case, true), set_config('candor.seen', seen, true);
  return seen;
end $$;

-- Expressions that PostgreSQL puts where they are asked, as those of acting_names(): only the look is a call.
create function seen_of(of_case text) returns text stable language sql
  return case
    when of_case = current_setting('candor.looked_at', true) then current_setting('candor.seen', true)
    else look_at(of_case)
  end;

create function shows_discussion(of_case text) returns boolean stable language sql
  return seen_of(of_case) = 'DISCUSSION';

create function shows_content(of_case text) returns boolean stable language sql
  return seen_of(of_case) in ('DISCUSSION', 'CONTENT');

create function shows_state(of_case text) returns boolean stable language sql
  return seen_of(of_case) <> 'NOTHING';

-- Whoever changes who knows of a case, in the same transaction, has it looked up again.
create or replace function end_noting_who_knows(at_work text) returns void language plpgsql as $$
begin
  perform set_config('candor.service', at_work, true), set_config('candor.looked_at', '', true);
end $$;

-- For reading alone. Whoever enters something is asked anew: a person who was removed a moment ago adds nothing. Lists look
-- through cases, tasks and case_access, and none of these is looked up here.
do $$
declare
  name text;
begin
  foreach name in array '{attachment,case_answer,case_carried_out,case_correction,case_emergency,case_ground,case_group,
      case_participant,case_precedent,case_recusal,case_reply,deadline,decision,decision_ground,legal_hold,mail_outbox,
      policy_discussion,press_inquiry,recommendation,task_hand_back}'::text[] loop
    execute format('alter policy content on %I using (shows_content(reference))', name);
  end loop;
end $$;

alter policy privileged on case_comment using (shows_discussion(reference));

alter policy privileged on case_dissent using (shows_discussion(reference));

alter policy known on engine_outbox using (shows_state(reference));

alter policy known on case_event using (shows_content(reference)
  or what in ('FLAGGED', 'TRIAGED', 'ASKED_IN_WRITING', 'ANSWERED', 'NOT_ANSWERED', 'DECIDED', 'CLOSED', 'WITHDRAWAL_ASKED',
      'WITHDRAWN') and shows_state(reference));

-- Of the other case, this asks by itself: what was found of the one that is read stays.
alter policy content on case_link using (shows_content(reference)
  and (select bool_and(a.who not like 'recused:%') from case_access a where a.reference = case_link.other));

alter policy content on case_precedent_opened using (shows_content(reference)
  and (select bool_and(a.who not like 'recused:%') from case_access a where a.reference = case_precedent_opened.precedent));

-- That others are mentioned is part of the discussion.
alter policy privileged on mail_outbox using (notice is distinct from 'MENTIONED' or person = acting_person()
  or acting_service() is not null or acting_case() is not null or shows_discussion(reference));
