-- How many cases were deleted so far: whoever keeps times in memory begins anew when it has grown.
alter table insight_feed add column forgotten bigint not null default 0;

create or replace function insight_forget(gone text) returns void language plpgsql as $$
begin
  delete from insight_pass where instance_key in (select instance_key from insight_instance where reference = gone);
  delete from insight_instance where reference = gone;
  delete from insight_task where reference = gone;
  delete from insight_time where reference = gone;
  delete from insight_pending where reference = gone;
  delete from insight_case where reference = gone;
  update insight_feed set forgotten = forgotten + 1;
end $$;

-- Whatever is open is few: what was finished is read from insight_time.
create index insight_case_open on insight_case (flagged_at) where decided_at is null and over_at is null;
