-- A case that is over goes for good when it was kept long enough and nobody holds it. Nothing else deletes a row of it.

create function retention_at_work() returns boolean stable language sql
  return coalesce(acting_service() = 'retention' and acting_case() is not null, false);

-- Of the register's tables; those of the ledger and of the policies keep their rows whoever asks.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name !~ '^(ledger_|policy_version|policy_clause)' and retention_at_work() then
    return old;
  end if;
  raise exception 'Rows of % are never changed or deleted', tg_table_name;
end $$;

create or replace function submission_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and retention_at_work() then
    return old;
  end if;
  raise exception 'An accepted submission is neither changed nor deleted';
end $$;

-- What says that a case is due: codes and days, no word.
create policy retention on cases for select using ((select acting_service()) = 'retention');
create policy retention on case_event for select using (
  (select acting_service()) = 'retention' and what in ('DECIDED', 'CLOSED', 'WITHDRAWN'));
create policy retention on legal_hold for select using ((select acting_service()) = 'retention');

-- What tells of it elsewhere goes with it.
create policy retention on case_access using ((select retention_at_work()) and reference = (select acting_case()));
create policy retention on task_hand_back using ((select retention_at_work()) and reference = (select acting_case()));
create policy retention on case_precedent using ((select retention_at_work()) and precedent = (select acting_case()));
create policy retention on policy_discussion_case using (
  (select retention_at_work()) and reference = (select acting_case()));
create policy retention on press_dossier using ((select retention_at_work()) and reference = (select acting_case()));

-- The one way: all of a case, or nothing. The row of the case is locked by who calls it.
create function delete_case(gone text) returns void language plpgsql as $$
begin
  if (select held from legal_hold where reference = gone order by id desc limit 1) then
    raise exception 'A case on legal hold is not deleted';
  end if;
  delete from press_statement where inquiry in (select inquiry from press_inquiry where reference = gone);
  delete from press_clearance where inquiry in (select inquiry from press_inquiry where reference = gone);
  delete from press_draft where inquiry in (select inquiry from press_inquiry where reference = gone);
  delete from press_dossier where reference = gone
      or inquiry in (select inquiry from press_inquiry where reference = gone);
  delete from press_inquiry where reference = gone;
  delete from policy_draft where discussion in (select discussion from policy_discussion where reference = gone);
  delete from policy_conclusion where discussion in (select discussion from policy_discussion where reference = gone);
  delete from policy_opinion where discussion in (select discussion from policy_discussion where reference = gone);
  delete from policy_discussion_case where reference = gone
      or discussion in (select discussion from policy_discussion where reference = gone);
  delete from policy_discussion where reference = gone;
  delete from submission where user_task_key in (select user_task_key from task where reference = gone);
  delete from task where reference = gone;
  delete from task_hand_back where reference = gone;
  delete from deadline where reference = gone;
  delete from mail_outbox where reference = gone;
  delete from engine_outbox where reference = gone;
  delete from attachment where reference = gone;
  delete from case_carried_out where reference = gone;
  delete from case_reply where reference = gone;
  delete from case_answer where reference = gone;
  delete from case_ground where reference = gone;
  delete from case_precedent where reference = gone or precedent = gone;
  delete from case_correction where reference = gone;
  delete from case_comment where reference = gone;
  delete from case_recusal where reference = gone;
  delete from case_participant where reference = gone;
  delete from case_group where reference = gone;
  delete from decision_ground where reference = gone;
  delete from decision where reference = gone;
  delete from recommendation where reference = gone;
  delete from case_event where reference = gone;
  delete from legal_hold where reference = gone;
  delete from case_access where reference = gone;
  delete from cases where reference = gone;
end $$;
