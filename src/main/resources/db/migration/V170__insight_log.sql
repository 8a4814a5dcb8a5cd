-- Times of cases, for who may see no case: codes, moments and the engine's keys, nobody's words. What the register and the
-- desk write is noted by triggers, in the same transaction; what the engine did is read from it (dev.candor.insight).

-- Of a case: what it is grouped by, and when it began and ended.
create table insight_case (
  reference    text        primary key,
  type         text        not null,
  channel      text        not null,
  market       text        not null,
  severity     text,
  desk         text,
  outcome      text,
  state        text        not null,
  instance_key bigint,
  flagged_at   timestamptz not null,
  decided_at   timestamptz,
  over_at      timestamptz
);

comment on column insight_case.decided_at is 'When the decision was recorded: the end of the cycle time';
comment on column insight_case.over_at is 'When the case was closed or withdrawn';

-- What people were given to do, and who held it from when to when.
create table insight_task (
  user_task_key bigint      primary key,
  reference     text        not null,
  instance_key  bigint      not null,
  element       text        not null,
  offered_at    timestamptz not null,
  due_at        timestamptz,
  ended_at      timestamptz,
  completed     boolean     not null default false
);

create index insight_task_of_case on insight_task (reference);

create table insight_hold (
  id            bigint      generated always as identity primary key,
  user_task_key bigint      not null references insight_task on delete cascade,
  person        text        not null,
  claimed_at    timestamptz not null,
  let_go_at     timestamptz
);

create index insight_hold_of_task on insight_hold (user_task_key);
create index insight_hold_of_person on insight_hold (person, claimed_at);

-- The elements of diagrams, numbered, so that each run of one names it in four bytes.
create table insight_element (
  id      int  generated always as identity primary key,
  process text not null,
  element text not null,
  name    text not null,
  kind    text not null,
  unique (process, element)
);

comment on column insight_element.kind is 'As the engine calls the type: USER_TASK, EVENT_BASED_GATEWAY';

create table insight_version (
  definition_key bigint primary key,
  process        text   not null,
  version        int    not null
);

create table insight_instance (
  instance_key bigint primary key,
  reference    text
);

comment on column insight_instance.reference is 'Null while the engine has not told which case it carries';

create index insight_instance_of_case on insight_instance (reference);
create index insight_instance_without on insight_instance (instance_key) where reference is null;

-- Each run of an element, once. Seconds are null until they are counted; working time is null, too, without a calendar.
create table insight_pass (
  pass_key       bigint      primary key,
  instance_key   bigint      not null,
  definition_key bigint      not null,
  element        int         not null,
  begun_at       timestamptz not null,
  ended_at       timestamptz,
  completed      boolean     not null,
  for_us         int,
  in_hand        int,
  for_them       int,
  for_us_working   int,
  in_hand_working  int,
  for_them_working int
);

create index insight_pass_of_instance on insight_pass (instance_key);
create index insight_pass_by_end on insight_pass (ended_at, element);

comment on column insight_pass.element is 'Number of insight_element; joined when it is written, hence no key to check';
comment on column insight_pass.for_us is 'Seconds in which it waited for us';
comment on column insight_pass.in_hand is 'Seconds in which somebody had claimed it';
comment on column insight_pass.for_them is 'Seconds in which we waited for the other side';

-- A finished case in one row, counted from the log; counted anew, and the same, whenever something of it comes late.
create table insight_time (
  reference  text        primary key,
  type       text        not null,
  channel    text        not null,
  severity   text        not null,
  desk       text        not null,
  outcome    text        not null,
  version    int         not null,
  begun_at   timestamptz not null,
  ended_at   timestamptz not null,
  for_us     int         not null,
  in_hand    int         not null,
  for_them   int         not null,
  for_us_working   int   not null,
  in_hand_working  int   not null,
  for_them_working int   not null,
  way        text        not null,
  counted    bigint      not null
);

comment on column insight_time.version is 'Of the process; 0 where the engine did not tell before its history was gone';
comment on column insight_time.way is 'Elements passed, in order, as numbers of insight_element';
comment on column insight_time.counted is 'Grows with each row that is written';

create sequence insight_counted;
create index insight_time_counted on insight_time (counted);
create index insight_time_by_end on insight_time (ended_at);

-- Cases of which something is new. Each transaction adds a row of its own: none is lost to one that is just being worked off.
create table insight_pending (
  id        bigint generated always as identity primary key,
  reference text   not null
);

-- How far the engine's history was read.
create table insight_feed (
  the_one boolean    primary key default true check (the_one),
  up_to   timestamptz not null
);

insert into insight_feed (up_to) values ('1970-01-01T00:00:00Z');

-- Need to know. The part of the service that counts times sees these and no other table of a case.
create function acting_on_times() returns boolean stable language plpgsql as $$
begin
  if acting_service() is null and acting_person() is null then
    raise insufficient_privilege using message = 'This transaction does not say whose it is';
  end if;
  return coalesce(acting_service() = 'insight', false);
end $$;

-- What was there before this: without policies in the way, once.
select set_config('candor.service', 'insight', true);
create policy moving on cases for select using (true);
create policy moving on case_event for select using (true);
create policy moving on task for select using (true);

insert into insight_case
select c.reference, c.type, c.channel, c.market, c.severity, c.desk,
       (select detail from case_event e where e.reference = c.reference and what = 'DECIDED' order by id limit 1),
       c.state, c.process_instance_key, c.flagged_at,
       (select min(at) from case_event e where e.reference = c.reference and what = 'DECIDED'),
       (select min(at) from case_event e where e.reference = c.reference and what in ('CLOSED', 'WITHDRAWN'))
  from cases c;

insert into insight_task
select user_task_key, reference, process_instance_key, element, created_at, due_at, ended_at, state = 'COMPLETED' from task;

insert into insight_hold (user_task_key, person, claimed_at, let_go_at)
select user_task_key, assignee, claimed_at, ended_at from task where claimed_at is not null and assignee is not null;

insert into insight_pending (reference) select reference from insight_case;

drop policy moving on cases;
drop policy moving on case_event;
drop policy moving on task;

do $$
declare name text;
begin
  foreach name in array '{insight_case,insight_task,insight_hold,insight_instance,insight_pass,insight_time,insight_pending}'::text[] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy times on %I using ((select acting_on_times()))', name);
    execute format('create policy by_triggers on %I using (pg_trigger_depth() > 0)', name);
  end loop;
end $$;

-- One's own times are shown to oneself.
create policy own on insight_hold for select using (person = (select acting_person()));

-- A case that is deleted goes from here as well.
create function insight_forget(gone text) returns void language plpgsql as $$
begin
  delete from insight_pass where instance_key in (select instance_key from insight_instance where reference = gone);
  delete from insight_instance where reference = gone;
  delete from insight_task where reference = gone;
  delete from insight_time where reference = gone;
  delete from insight_pending where reference = gone;
  delete from insight_case where reference = gone;
end $$;

create function insight_of_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform insight_forget(old.reference);
    return null;
  end if;
  insert into insight_case (reference, type, channel, market, severity, desk, state, instance_key, flagged_at)
  values (new.reference, new.type, new.channel, new.market, new.severity, new.desk, new.state, new.process_instance_key,
    new.flagged_at)
  on conflict (reference) do update set severity = excluded.severity, desk = excluded.desk, state = excluded.state,
    instance_key = excluded.instance_key;
  insert into insight_pending (reference) values (new.reference);
  return null;
end $$;

create function insight_of_event() returns trigger language plpgsql as $$
begin
  update insight_case
     set outcome = case when new.what = 'DECIDED' then coalesce(outcome, new.detail) else outcome end,
         decided_at = case when new.what = 'DECIDED' then coalesce(decided_at, new.at) else decided_at end,
         over_at = case when new.what <> 'DECIDED' then coalesce(over_at, new.at) else over_at end
   where reference = new.reference;
  insert into insight_pending (reference) values (new.reference);
  return null;
end $$;

create function insight_of_task() returns trigger language plpgsql as $$
begin
  insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
  values (new.user_task_key, new.reference, new.process_instance_key, new.element, new.created_at, new.due_at,
    new.ended_at, new.state = 'COMPLETED')
  on conflict (user_task_key) do update set ended_at = excluded.ended_at, completed = excluded.completed;
  update insight_hold set let_go_at = coalesce(new.ended_at, greatest(now(), claimed_at))
   where user_task_key = new.user_task_key and let_go_at is null
     and (new.state <> 'CLAIMED' or person <> new.assignee);
  insert into insight_hold (user_task_key, person, claimed_at)
  select new.user_task_key, new.assignee, new.claimed_at
   where new.state = 'CLAIMED'
     and not exists (select from insight_hold where user_task_key = new.user_task_key and let_go_at is null);
  insert into insight_pending (reference) values (new.reference);
  return null;
end $$;

create trigger insight after insert or update or delete on cases for each row execute function insight_of_case();
create trigger insight after insert on case_event
  for each row when (new.what in ('DECIDED', 'CLOSED', 'WITHDRAWN')) execute function insight_of_event();
create trigger insight after insert or update on task for each row execute function insight_of_task();
