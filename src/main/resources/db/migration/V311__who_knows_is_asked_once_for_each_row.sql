-- Whether somebody may see a row that belongs to a case is one look at who knows of that case: at the rows that its reader
-- sees there, which say as well whether they stepped out of it. Why: src/docs/adr/0033.

-- All that is noted under one's name in case_access, in one function: it is asked a few times in each statement.
create or replace function acting_names() returns text[] stable language plpgsql as $$
declare
  person constant text := acting_person();
  names text[] := array['flagger:' || person, 'recused:' || person];
  name text;
begin
  if person is null then
    return acting_part_keys(); -- none for the service, and a refusal for nobody
  end if;
  if coalesce(nullif(current_setting('candor.roles', true), ''), '{}')::text[] && '{ADMIN,MANAGER}' then
    return names;
  end if;
  names := names || array['person:' || person, 'emergency:' || person];
  foreach name in array coalesce(nullif(current_setting('candor.groups', true), ''), '{}')::text[] loop
    names := names || ('group:' || name);
  end loop;
  return names;
end $$;

-- The names of one case stand side by side here: one descent for all of a reader's.
drop index case_access_of_case;
create index case_access_of_case on case_access (reference, who) include (until);

-- All rows found must agree, and there must be one: who stepped out of a case sees nothing of it, whatever else they are. A
-- look-up that puts rows together is asked for each row: PostgreSQL never makes a table of hashes of it (offset 0, before).
-- The two tables that this is not for: tasks, which a list looks through (ADR 44), and emergencies, which counsel and who
-- opened them read without knowing of the case.
do $$
declare
  answer constant text := '(select bool_and(%2$s) from case_access a where a.reference = %1$I.reference%3$s)';
  present constant text := 'a.who not like ''recused:%''';
  flagger constant text := 'a.who like ''flagger:%''';
  milestone constant text := 'case_event.what in (''FLAGGED'', ''TRIAGED'', ''ASKED_IN_WRITING'', ''ANSWERED'', ''NOT_ANSWERED'',
    ''DECIDED'', ''CLOSED'', ''WITHDRAWAL_ASKED'', ''WITHDRAWN'')';
  me constant text := '(select acting_person())';
  name text;

  -- Of the policies below: what a row of this table asks of who knows.
  content text;
  as_the_flagger text;
  either text;
  content_and_not_as_the_flagger text;
begin
  foreach name in array '{attachment,case_answer,case_carried_out,case_comment,case_correction,case_emergency,case_event,
      case_ground,case_group,case_participant,case_precedent,case_recusal,case_reply,cases,deadline,decision,
      decision_ground,engine_outbox,legal_hold,mail_outbox,policy_discussion,press_inquiry,recommendation,
      task_hand_back}'::text[] loop
    content := format(answer, name, present, ' and not ' || flagger);
    as_the_flagger := format(answer, name, flagger, ' and (' || flagger || ' or not ' || present || ')');
    either := format(answer, name, present, '');
    content_and_not_as_the_flagger := format(answer, name, present || ' and not ' || flagger, '');

    case name
      -- A case that is just being flagged: nobody knows of it yet.
      when 'cases' then
        execute format('alter policy known on cases using (coalesce(%s, flagger = %s))', either, me);
        execute format('alter policy known_changes on cases using (coalesce(%s, flagger = %s))', either, me);
      when 'case_event' then
        drop policy content on case_event;
        drop policy milestones on case_event;
        execute 'create policy known on case_event for select to candor_person using ('
          || format(answer, name, present, ' and (not ' || flagger || ' or ' || milestone || ')') || ')';
        execute format('alter policy notes_own on case_event with check (who = %s and %s)', me, either);
      when 'case_comment' then
        execute format('alter policy privileged on case_comment using (%s)', content_and_not_as_the_flagger);
        execute format('alter policy takes_part on case_comment with check (person = %s and %s)', me,
          content_and_not_as_the_flagger);
      when 'engine_outbox' then
        execute format('alter policy known on engine_outbox using (%s)', either);
        execute format('alter policy tells on engine_outbox with check (%s)', either);
      else
        execute format('alter policy content on %I using (%s)', name, content);
    end case;

    case name
      when 'attachment' then
        execute format('alter policy own_of_the_flagger on attachment using (added_by = %s and %s)', me, as_the_flagger);
        execute format('alter policy adds on attachment with check (added_by = %s and %s)', me, either);
      when 'case_answer' then
        execute format('alter policy enters on case_answer with check (entered_by = %s and %s)', me, either);
      when 'case_recusal' then
        execute format('alter policy says_so on case_recusal with check (recused_by = %s and %s)', me, content);
      when 'task_hand_back' then
        execute format('alter policy gives_back on task_hand_back with check (%s)', content);
      else null;
    end case;
  end loop;
end $$;
