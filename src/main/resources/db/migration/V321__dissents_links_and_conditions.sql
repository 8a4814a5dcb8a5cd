-- What the result of a case holds besides: on which conditions it was decided, who dissents and why in their own words, and
-- which cases belong together.

alter table decision add column conditions text check (length(conditions) > 0);

create table case_dissent (
  id        bigint      generated always as identity primary key,
  reference text        not null references cases,
  person    text        not null,
  words     text        not null check (length(words) > 0),
  at        timestamptz not null
);

create index case_dissent_of_case on case_dissent (reference, id);

-- Two rows for each pair: each case has its own, which is seen and goes with it.
create table case_link (
  reference text        not null references cases,
  other     text        not null references cases check (other <> reference),
  linked_by text        not null,
  at        timestamptz not null,
  primary key (reference, other)
);

create index case_link_by_other on case_link (other);

create trigger append_only before update or delete on case_dissent for each row execute function refuse_change();
create trigger append_only before update or delete on case_link for each row execute function refuse_change();

alter table case_dissent enable row level security, force row level security;
alter table case_link enable row level security, force row level security;

create policy service_on_its_case on case_dissent to candor_service using (reference = (select acting_case()));
create policy service_on_its_case on case_link to candor_service using (reference = (select acting_case()));
create policy retention on case_link to candor_service using (
  (select retention_at_work()) and other = (select acting_case()));

-- As in V311: one look at who knows of the case, for each row.
do $$
declare
  answer constant text := '(select bool_and(%2$s) from case_access a where a.reference = %1$I.reference%3$s)';
  present constant text := 'a.who not like ''recused:%''';
  flagger constant text := 'a.who like ''flagger:%''';
  me constant text := '(select acting_person())';
  privileged constant text := format(answer, 'case_dissent', present || ' and not ' || flagger, '');
  content constant text := format(answer, 'case_link', present, ' and not ' || flagger);
  name text;
begin
  execute format('create policy privileged on case_dissent for select to candor_person using (%s)', privileged);
  execute format('create policy takes_part on case_dissent for insert to candor_person with check (person = %s and %s)', me,
    privileged);
  execute format('create policy content on case_link for select to candor_person using (%s)', content);
  execute format('create policy links on case_link for insert to candor_person with check (linked_by = %s and %s)', me, content);
  foreach name in array '{case_dissent,case_link}'::text[] loop
    execute format('create policy reads_only on %I as restrictive for insert to candor_person
      with check (not acting_only_reads(reference))', name);
  end loop;
end $$;

-- They go with the case. What else goes stays as it is written in V113.
alter function delete_case(text) rename to delete_case_but_dissents_and_links;

create function delete_case(gone text) returns void language plpgsql as $$
begin
  if (select held from legal_hold where reference = gone order by id desc limit 1) then
    raise exception 'A case on legal hold is not deleted';
  end if;
  delete from case_dissent where reference = gone;
  delete from case_link where reference = gone or other = gone;
  perform delete_case_but_dissents_and_links(gone);
end $$;
