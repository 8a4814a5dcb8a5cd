-- How long the tasks of a step took last, for the share that will be late.
create index insight_task_by_element on insight_task (element, ended_at desc);
