-- Who stands in for whom, and for how long. No word of a case: colleagues may know it. Nothing is deleted; what ended early says when.
create table stand_in (
  id        uuid        primary key,
  absent    text        not null,
  stand_in  text        not null check (stand_in <> absent),
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  named_by  text        not null,
  named_at  timestamptz not null,
  ended_by  text,
  ended_at  timestamptz
);

create index stand_in_not_over on stand_in (ends_at) where ended_at is null;
