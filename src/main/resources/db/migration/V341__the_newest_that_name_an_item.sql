-- As in V340, with a bound that holds for a flag that names many items which many name: the newest hundred of each, and of
-- those found the five hundred that have most of them in common. Why: src/docs/adr/0058.
create or replace function naming_the_same(of_case text, readers text[]) returns table (reference text, items text[])
language sql stable security definer set search_path = public, pg_temp as $$
  with named as materialized (
    select distinct on (item) item, written, place
      from cases c,
        string_to_table(coalesce(c.corrected ->> 'items', array_to_string(c.items, e'\n')), e'\n')
          with ordinality as listed (written, place),
        item_named(written) item
     where c.reference = of_case and item is not null
     order by item, place)
  select other.reference, array_agg(n.written order by n.place)
    from named n cross join lateral (
      select i.reference from case_item i
       where i.item = n.item and i.reference <> of_case
         and (readers is null or exists (
               select from case_access a where a.reference = i.reference and a.who = any (readers)))
       order by i.reference desc limit 100) other
   group by other.reference
   order by count(*) desc, other.reference desc limit 500
$$;
