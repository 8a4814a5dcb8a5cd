-- Who asks again is counted from who knows: what that is grouped and counted by stands beside each name under which the content
-- of a case is seen, so that no case and no decision is looked at for it. Why: src/docs/adr/0047.

-- Who asked, whatever the case of its letters: as long for a long name as for a short one, and no word.
create function asker_named(principal text) returns uuid immutable language sql as $$
  select encode(substring(sha256(convert_to(lower(principal), 'UTF8')) for 16), 'hex')::uuid
$$;

alter table case_access
  add column asker   uuid,
  add column outcome text;

-- This migration is nobody's transaction, and changes every row that shows content.
alter table case_access no force row level security;
alter table cases no force row level security;
alter table decision no force row level security;
alter table case_access disable trigger user;

update case_access a set asker = asker_named(c.principal), outcome = d.outcome
  from cases c left join decision d using (reference)
 where c.reference = a.reference and a.who not like 'flagger:%' and a.who not like 'recused:%';

alter table case_access enable trigger user;
alter table case_access force row level security;
alter table cases force row level security;
alter table decision force row level security;

alter table case_access add constraint content_has_its_asker
  check ((asker is null) = (who like 'flagger:%' or who like 'recused:%'));

comment on column case_access.asker is 'By asker_named; null under names that do not show the content';
comment on column case_access.outcome is 'Of the decision, kept in step by a trigger; null: none yet, or no name that shows the content';

drop index case_access_in_order;
create index case_access_in_order on case_access (who, flagged_at desc, reference desc)
  include (type, state, desk, until, asker, outcome);

create or replace function note_access() returns trigger language plpgsql as $$
declare
  shown constant boolean not null := tg_argv[0] not in ('flagger:', 'recused:');
begin
  insert into case_access (reference, who, flagged_at, type, state, desk, asker, outcome)
    select c.reference, tg_argv[0] || (to_jsonb(new) ->> tg_argv[1]), c.flagged_at, c.type, c.state, c.desk,
        case when shown then asker_named(c.principal) end,
        case when shown then (select max(a.outcome) from case_access a where a.reference = c.reference) end
      from cases c where c.reference = new.reference;
  if not found then
    raise insufficient_privilege using message = 'Who lets somebody know of a case has to see it';
  end if;
  return null;
end $$;

create or replace function note_emergency() returns trigger language plpgsql as $$
begin
  insert into case_access (reference, who, until, flagged_at, type, state, desk, asker, outcome)
    select c.reference, 'emergency:' || new.person, new.ends_at, c.flagged_at, c.type, c.state, c.desk,
        asker_named(c.principal), (select max(a.outcome) from case_access a where a.reference = c.reference)
      from cases c where c.reference = new.reference
    on conflict (who, reference) do update set until = excluded.until;
  return null;
end $$;

create function note_outcome() returns trigger language plpgsql as $$
begin
  update case_access set outcome = new.outcome where reference = new.reference and asker is not null;
  return null;
end $$;

create trigger note_outcome after insert on decision for each row execute function note_outcome();
