-- Which cases name an account or an item that another one names. Why: src/docs/adr/0058.

-- However somebody wrote it: small or large letters, with or without what an address begins with, an @ or a slash at the end.
-- As long for a long one as for a short one, and no word; null where nothing is left.
create function item_named(written text) returns uuid immutable language sql as $$
  select encode(substring(sha256(convert_to(named, 'UTF8')) for 16), 'hex')::uuid
    from rtrim(regexp_replace(lower(btrim(written)), '^(https?://)?(www\.)?@?', ''), '/') named
   where named <> ''
$$;

-- As they stand after corrections. What is looked for is one item, the newest cases first.
create table case_item (
  reference text not null references cases on delete cascade,
  item      uuid not null,
  primary key (item, reference)
);

comment on column case_item.item is 'By item_named, of what the request names as it stands';

create index case_item_of_case on case_item (reference);
alter table case_item enable row level security, force row level security;

do $$
begin
  execute format('create policy compared on case_item to %I using (true)', current_user);
end $$;

create policy nobody_else on case_item for select using ((select acting_keys()) is null);

create function keep_items() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into case_item
    select distinct new.reference, item_named(written) from unnest(new.items) written where item_named(written) is not null;
  return null;
end $$;

create trigger keep_items after insert on cases for each row when (new.items <> '{}') execute function keep_items();

create function keep_corrected_items() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from case_item where reference = new.reference;
  insert into case_item
    select distinct new.reference, item_named(written) from string_to_table(new.value, e'\n') written
     where item_named(written) is not null;
  return null;
end $$;

create trigger keep_corrected_items after insert on case_correction for each row
  when (new.field = 'items') execute function keep_corrected_items();

-- This migration is nobody's transaction.
alter table cases no force row level security;

insert into case_item
  select distinct reference, item_named(written)
    from cases, string_to_table(coalesce(corrected ->> 'items', array_to_string(items, e'\n')), e'\n') written
   where item_named(written) is not null;

alter table cases force row level security;
analyze case_item;

-- Which cases name one that this case names, and which those are, as this one writes and orders them. Bounded, however full
-- the register is and however many items a flag names: the newest hundred cases of each, and of those found the five hundred
-- that have most of them in common.
create function naming_the_same(of_case text, readers text[]) returns table (reference text, items text[])
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

-- For what looks for precedents: of all cases.
create function found_naming_the_same(of_case text) returns table (reference text, items text[])
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select * from naming_the_same(of_case, null) where (select acting_on_all_facts())
$$;

-- For a person: of those whose content they see, to a case whose content they see.
create function known_naming_the_same(of_case text) returns table (reference text, items text[])
language sql stable security definer set search_path = public, pg_temp rows 100 as $$
  select s.* from naming_the_same(of_case, (select acting_keys())) s
   where of_case <> all ((select acting_recused())::text[]) and s.reference <> all ((select acting_recused())::text[])
     and exists (select from case_access a where a.reference = of_case and a.who = any ((select acting_keys())::text[]))
$$;

revoke execute on function keep_items, keep_corrected_items, naming_the_same from public;

alter table case_precedent add column items text[] not null default '{}';

comment on column case_precedent.items is 'Accounts and items that both name, as the later one writes them';
