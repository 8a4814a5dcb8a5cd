-- What was deployed, when, by whom and from what. A restart deploys the newest set again, not the one in the jar.
create table process_set (
    number      integer primary key,
    deployed_at timestamptz not null,
    deployed_by text,
    origin      text        not null check (origin in ('SERVICE', 'FOLDER', 'UPLOAD', 'EARLIER')),
    sha256      text        not null
);

create table process_file (
    sha256  text primary key,
    content bytea not null
);

create table process_set_file (
    set_number integer not null references process_set,
    name       text    not null,
    sha256     text    not null references process_file,
    primary key (set_number, name)
);

-- The engine's version of each process, table and form of the set.
create table process_set_version (
    set_number     integer not null references process_set,
    kind           text    not null check (kind in ('PROCESS', 'TABLE', 'FORM')),
    id             text    not null,
    name           text    not null,
    file           text    not null,
    version        integer not null,
    definition_key bigint  not null,
    primary key (set_number, kind, id)
);
