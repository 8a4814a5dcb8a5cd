-- A link says of each of its two cases that there is the other: the database shows it to nobody who may not know of both, and
-- only who sees the content of both makes one. As in V311: one look at who knows, for each row and each of its cases.
do $$
declare
  answer constant text := '(select bool_and(%1$s) from case_access a where a.reference = case_link.%2$I%3$s)';
  present constant text := 'a.who not like ''recused:%''';
  not_as_the_flagger constant text := ' and a.who not like ''flagger:%''';
  content_of_its_own constant text := format(answer, present, 'reference', not_as_the_flagger);
  content_of_the_other constant text := format(answer, present, 'other', not_as_the_flagger);
  known constant text := format(answer, present, 'other', '');
begin
  execute format('alter policy content on case_link using (%s and %s)', content_of_its_own, known);
  execute format('alter policy links on case_link with check (linked_by = (select acting_person()) and %s and %s)',
    content_of_its_own, content_of_the_other);
end $$;

alter policy reads_only on case_link with check (not acting_only_reads(reference) and not acting_only_reads(other));
