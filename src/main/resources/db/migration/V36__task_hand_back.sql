-- Who steps out of a case gives back what they hold of it: written with the recusal, carried out by the engine after it.
create table task_hand_back (
  reference       text        not null,
  person          text        not null,
  created_at      timestamptz not null,
  done_at         timestamptz,
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  primary key (reference, person)
);

comment on column task_hand_back.last_error is 'A code, never a message';

create index task_hand_back_due on task_hand_back (next_attempt_at) where done_at is null;

alter table task add column nobody_left_at timestamptz;

comment on column task.nobody_left_at is 'When it was noticed, and told, that nobody of its groups may take it any more';
