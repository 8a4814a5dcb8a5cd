-- What managers want to hear of. A target is numbers and codes: there is no column for words.
create table insight_target (
  id          uuid        primary key,
  owner       text        not null,
  kind        text        not null check (kind in ('SHARE_BREACHED', 'IDLE', 'STEP_P85')),
  most        int         not null check (most > 0),
  desk        text,
  process     text,
  element     text,
  created_at  timestamptz not null,
  paused      boolean     not null default false,
  deleted_at  timestamptz,
  checked_at  timestamptz,
  figure      double precision,
  check ((kind = 'STEP_P85') = (process is not null and element is not null))
);

comment on column insight_target.most is 'Per cent, working days, or hours of working time';
comment on column insight_target.figure is 'When it was checked: a share, a number of cases, or seconds; null where there was too little';

create index insight_target_of_owner on insight_target (owner, created_at);
create index insight_target_to_check on insight_target (checked_at nulls first) where not paused and deleted_at is null;

-- Each time it was missed, from when to when. While it is, nobody is told again.
create table insight_missed (
  id        uuid             primary key,
  target    uuid             not null references insight_target,
  letter    uuid             not null,
  reference text,
  begun_at  timestamptz      not null,
  ended_at  timestamptz,
  figure    double precision not null,
  most      int              not null
);

comment on column insight_missed.letter is 'What was found missed at once is told in one letter';
comment on column insight_missed.reference is 'The case that is idle; null where it is about many';

create unique index insight_missed_once on insight_missed (target, coalesce(reference, '')) where ended_at is null;
create index insight_missed_of_target on insight_missed (target, begun_at);
create index insight_missed_in_letter on insight_missed (letter);
create index insight_missed_of_case on insight_missed (reference) where reference is not null;

do $$
declare name text;
begin
  foreach name in array '{insight_target,insight_missed}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy times on %I using ((select acting_on_times()))', name);
  end loop;
end $$;
create policy by_triggers on insight_missed using (pg_trigger_depth() > 0);

-- Deadlines of a week, and of the last 90 days, are read by when they ended.
create index insight_task_by_end on insight_task (ended_at) where due_at is not null;

create or replace function insight_forget(gone text) returns void language plpgsql as $$
begin
  update insight_feed set forgotten = forgotten + 1;
  perform from insight_case where reference = gone for update;
  delete from insight_pass where instance_key in (select instance_key from insight_instance where reference = gone);
  delete from insight_instance where reference = gone;
  delete from insight_task where reference = gone;
  delete from insight_time where reference = gone;
  delete from insight_pending where reference = gone;
  delete from insight_missed where reference = gone;
  delete from insight_case where reference = gone;
end $$;
