-- What the engine is to be told. Written in the transaction that makes it true, sent after it.
create table engine_outbox (
  id              uuid        primary key,
  kind            text        not null check (kind in ('BEGIN', 'WITHDRAW')),
  reference       text        not null,
  payload         jsonb       not null,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  unique (kind, reference)
);

comment on table engine_outbox is 'Messages for the engine: routing facts only, none of anybody''s words';
comment on column engine_outbox.last_error is 'A code, never a message';

create index engine_outbox_due on engine_outbox (next_attempt_at) where sent_at is null;
