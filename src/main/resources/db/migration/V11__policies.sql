-- Policies, their versions and the clauses a decision can rest on. A version is in force from its day until the next one's.

create table policy (
  code text primary key,
  name text not null
);

create table policy_version (
  policy        text not null references policy,
  version       text not null,
  in_force_from date not null,
  primary key (policy, version),
  unique (policy, in_force_from)
);

create table policy_clause (
  policy  text not null,
  version text not null,
  clause  text not null,
  title   text not null,
  wording text not null,
  ground  text not null,
  primary key (policy, version, clause),
  unique (policy, version, ground),
  foreign key (policy, version) references policy_version
);

create index policy_clause_by_ground on policy_clause (ground);

insert into policy (code, name) values
  ('COMMUNITY_GUIDELINES', 'Community Guidelines'),
  ('STATE_CONTROLLED_MEDIA', 'State-controlled media policy'),
  ('LAW_ENFORCEMENT', 'Law-enforcement guidelines');

insert into policy_version (policy, version, in_force_from) values
  ('COMMUNITY_GUIDELINES', '1.0', '2016-01-01'),
  ('COMMUNITY_GUIDELINES', '2.0', '2020-01-08'),
  ('COMMUNITY_GUIDELINES', '3.0', '2023-04-21'),
  ('STATE_CONTROLLED_MEDIA', '1.0', '2016-01-01'),
  ('STATE_CONTROLLED_MEDIA', '2.0', '2020-08-06'),
  ('STATE_CONTROLLED_MEDIA', '3.0', '2023-01-18'),
  ('STATE_CONTROLLED_MEDIA', '4.0', '2026-07-01'),
  ('LAW_ENFORCEMENT', '1.0', '2016-01-01'),
  ('LAW_ENFORCEMENT', '2.0', '2021-06-01');

insert into policy_clause (policy, version, clause, ground, title, wording) values
  ('COMMUNITY_GUIDELINES', '1.0', '7.1', 'COORDINATED_INAUTHENTIC_BEHAVIOUR', 'Coordinated inauthentic behaviour',
   'Accounts must not hide who runs them in order to influence what others think.'),
  ('COMMUNITY_GUIDELINES', '1.0', '7.2', 'IMPERSONATION', 'Impersonation',
   'Nobody may pretend to be another person or body.'),
  ('COMMUNITY_GUIDELINES', '1.0', '9.1', 'POLITICAL_ADVERTISING', 'Political advertising',
   'Advertising for or against a candidate, a party or a law is not accepted.'),
  ('COMMUNITY_GUIDELINES', '2.0', '8.1', 'COORDINATED_INAUTHENTIC_BEHAVIOUR', 'Coordinated inauthentic behaviour',
   'Concealing one''s identity or purpose, alone or with others, to exert influence on public opinion is not allowed, for governments least of all.'),
  ('COMMUNITY_GUIDELINES', '2.0', '8.3', 'IMPERSONATION', 'Impersonation',
   'Nobody may pretend to be another person or body, in an account or in a request to us.'),
  ('COMMUNITY_GUIDELINES', '2.0', '10.1', 'POLITICAL_ADVERTISING', 'Political advertising',
   'Paid content for or against a candidate, a party, a law or its maker is not accepted, by whichever way it is paid.'),
  ('COMMUNITY_GUIDELINES', '3.0', '8.1', 'COORDINATED_INAUTHENTIC_BEHAVIOUR', 'Covert influence operations',
   'Networks and single accounts that conceal their identity or purpose to exert influence on public opinion are not allowed.'),
  ('COMMUNITY_GUIDELINES', '3.0', '8.4', 'IMPERSONATION', 'Impersonation',
   'Nobody may pretend to be another person or body, in an account or in a request to us.'),
  ('COMMUNITY_GUIDELINES', '3.0', '10.2', 'POLITICAL_ADVERTISING', 'Political advertising',
   'Governments, politicians and parties cannot advertise, and creators are not paid for political content.'),
  ('STATE_CONTROLLED_MEDIA', '1.0', '2', 'STATE_CONTROLLED_MEDIA', 'Open accounts of state bodies',
   'State bodies and media they control may have accounts that openly bear their name.'),
  ('STATE_CONTROLLED_MEDIA', '2.0', '3.1', 'STATE_CONTROLLED_MEDIA', 'Labelling of state-controlled media',
   'Outlets whose editorial line a government controls bear a label that says so.'),
  ('STATE_CONTROLLED_MEDIA', '3.0', '3.1', 'STATE_CONTROLLED_MEDIA', 'Labelling of state-controlled media',
   'Outlets whose editorial line a government controls or can control bear a label, in every market.'),
  ('STATE_CONTROLLED_MEDIA', '4.0', '3.2', 'STATE_CONTROLLED_MEDIA', 'Labelling of state-controlled media and government entities',
   'Outlets that a government funds or controls, and government entities that publish to foreign audiences, bear a label; independence of the newsroom has to be shown.'),
  ('LAW_ENFORCEMENT', '1.0', '4', 'LEGAL_PROCESS', 'Legal process',
   'User data is disclosed on valid legal process only, by the legal-process team.'),
  ('LAW_ENFORCEMENT', '2.0', '4.1', 'LEGAL_PROCESS', 'Legal process',
   'User data is disclosed on valid legal process only, by the legal-process team, which narrows what is asked too broadly and tells the user where it may.');
