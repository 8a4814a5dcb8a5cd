-- Which tasks the desk believes to be open is compared with the engine's, whichever case they are of.
create policy reconciled on task for select using (
  (select acting_service()) = 'reconciliation' and state in ('CREATED', 'CLAIMED'));
