-- Nothing of a case that is deleted is written anew. Who writes about a case holds on to its row of insight_case; who deletes
-- it has that row alone first, and then sees all that was written until then. The feed's row comes before it, as in counting.
create or replace function insight_forget(gone text) returns void language plpgsql as $$
begin
  update insight_feed set forgotten = forgotten + 1;
  perform from insight_case where reference = gone for update;
  delete from insight_pass where instance_key in (select instance_key from insight_instance where reference = gone);
  delete from insight_instance where reference = gone;
  delete from insight_task where reference = gone;
  delete from insight_time where reference = gone;
  delete from insight_pending where reference = gone;
  delete from insight_case where reference = gone;
end $$;
