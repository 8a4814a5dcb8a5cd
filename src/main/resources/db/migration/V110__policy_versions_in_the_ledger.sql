-- What of the policies the ledger has been told. A version is what it says: its text stays as it was noted.

create view policy_version_text as
  select version.policy, version.version, version.in_force_from, said.clauses,
         encode(sha256(convert_to(
           jsonb_build_array(version.policy, version.version, version.in_force_from, said.clauses)::text, 'UTF8')), 'hex')
           as sha256
    from policy_version version
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_array(clause, ground, title, wording) order by clause collate "C"), '[]')
               as clauses
        from policy_clause clause
       where clause.policy = version.policy and clause.version = version.version) said;

comment on view policy_version_text is 'sha256: over [policy, version, first day, [[clause, ground, title, wording], …]] as jsonb prints it';

create table policy_version_noted (
  policy  text not null,
  version text not null,
  sha256  text not null check (length(sha256) = 64),
  primary key (policy, version, sha256),
  foreign key (policy, version) references policy_version
);

create trigger append_only before update or delete on policy_version for each row execute function refuse_change();
create trigger append_only before update or delete on policy_clause for each row execute function refuse_change();
create trigger append_only before update or delete on policy_version_noted for each row execute function refuse_change();
