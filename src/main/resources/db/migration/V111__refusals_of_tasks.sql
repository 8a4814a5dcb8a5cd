-- Who is refused a task of a case they may not know of: the ledger notes it with the case, which they do not see.
create policy noting_refusals on task for select using ((select acting_service()) = 'note-refusal');

-- What was entered is seen by people who see its task, not by a service that sees it for that reason alone.
alter policy own_or_accepted on submission using ((select acting_service()) is null
  and (person = (select acting_person()) or accepted_at is not null)
  and exists (select from task t where t.user_task_key = submission.user_task_key));
