-- Whom the OpenID provider has told of. Colleagues' names are no case content: everybody may know them.

create table person (
  id        text primary key,
  name      text not null,
  email     text not null,
  roles     text[] not null,
  desks     text[] not null,
  zone      text not null,
  stated_at timestamptz not null,
  seen_at   timestamptz not null
);

comment on column person.id is 'the subject of the provider';
comment on column person.stated_at is 'when the provider said so; what it said earlier does not count against it';
