-- Whoever keeps steps in memory asks which cases were counted since. Numbered as insight_time is, by the one who counts.
alter table insight_case add column counted bigint not null default 0;

comment on column insight_case.counted is 'Grows with each time the case was counted; 0 before the first';

create index insight_case_counted on insight_case (counted);

-- Deadlines that run are few: they are read as they are.
create index insight_task_running on insight_task (element) where ended_at is null and due_at is not null;
