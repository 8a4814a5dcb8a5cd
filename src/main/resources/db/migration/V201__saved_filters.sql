-- A list of the desk that somebody kept under a name. What it searches for may be words of a case: it is theirs, until they share it.
create table saved_filter (
  id       uuid        primary key,
  owner    text        not null,
  name     text        not null check (length(name) between 1 and 80),
  query    text        not null check (length(query) <= 1000),
  shared   boolean     not null,
  saved_at timestamptz not null,
  unique (owner, name)
);

comment on column saved_filter.query is 'As in the address of the desk. Whose tasks are found by it depends on who asks';
comment on column saved_filter.shared is 'Whether colleagues who were given its link may open it';

alter table saved_filter enable row level security, force row level security;

create policy own on saved_filter using ((select acting_keys()) is not null and owner = (select acting_person()));
create policy shared on saved_filter for select using (shared and (select acting_keys()) is not null);
