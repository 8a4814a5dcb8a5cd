-- What lists of the desk count and order by, of open tasks alone: a list reads this index once, however many tasks there were. It
-- also has what row-level security asks of a task, so that no row of the table is looked at but those that are shown. See
-- src/docs/adr/0044.
create index task_open on task (reference)
  include (user_task_key, name, state, assignee, candidate_groups, due_at, created_at, type, severity, desk, nobody_left_at)
  where state in ('CREATED', 'CLAIMED');

-- Served lists of one group, which are counted with the others now.
drop index task_of_groups;
