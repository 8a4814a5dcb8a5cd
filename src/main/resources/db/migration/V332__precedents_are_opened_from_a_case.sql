-- Of a precedent that was put beside a case: who opened it from there, and when first. That it was read is in the ledger as well,
-- which does not say from where.
create table case_precedent_opened (
  reference text        not null references cases,
  precedent text        not null references cases,
  person    text        not null,
  at        timestamptz not null,
  primary key (reference, precedent, person)
);

create index case_precedent_opened_by_precedent on case_precedent_opened (precedent);
create trigger append_only before update or delete on case_precedent_opened for each row execute function refuse_change();

alter table case_precedent_opened enable row level security, force row level security;

create policy service_on_its_case on case_precedent_opened to candor_service using (reference = (select acting_case()));
create policy retention on case_precedent_opened to candor_service using (
  (select retention_at_work()) and precedent = (select acting_case()));

-- As a link (V325): it names another case.
do $$
declare
  answer constant text := '(select bool_and(%1$s) from case_access a where a.reference = case_precedent_opened.%2$I%3$s)';
  present constant text := 'a.who not like ''recused:%''';
  content constant text := format(answer, present, 'reference', ' and a.who not like ''flagger:%''');
  known constant text := format(answer, present, 'precedent', '');
begin
  execute format('create policy content on case_precedent_opened for select to candor_person using (%s and %s)', content, known);
  execute format('create policy opens on case_precedent_opened for insert to candor_person
    with check (person = (select acting_person()) and %s and %s)', content, known);
end $$;

create policy reads_only on case_precedent_opened as restrictive for insert to candor_person
  with check (not acting_only_reads(reference));

-- They go with either case. What else goes stays as it is written before.
alter function delete_case(text) rename to delete_case_but_openings;

create function delete_case(gone text) returns void language plpgsql as $$
begin
  if (select held from legal_hold where reference = gone order by id desc limit 1) then
    raise exception 'A case on legal hold is not deleted';
  end if;
  delete from case_precedent_opened where reference = gone or precedent = gone;
  perform delete_case_but_openings(gone);
end $$;
