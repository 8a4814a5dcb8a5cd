-- What governments ask for, and how: grounds that the first catalogue had no clause for.
insert into policy (code, name) values
  ('GOVERNMENT_REQUESTS', 'Government requests policy');

insert into policy_version (policy, version, in_force_from) values
  ('GOVERNMENT_REQUESTS', '1.0', '2016-01-01'),
  ('GOVERNMENT_REQUESTS', '2.0', '2022-02-01');

insert into policy_clause (policy, version, clause, ground, title, wording) values
  ('GOVERNMENT_REQUESTS', '1.0', '2', 'GOVERNMENT_REMOVAL', 'Removal at a government''s request',
   'Content is removed at a government''s request where the law of that country demands it and the request is in writing.'),
  ('GOVERNMENT_REQUESTS', '1.0', '3', 'THREATS_AND_INDUCEMENTS', 'Threats and inducements',
   'No request is granted because of a threat or for an advantage.'),
  ('GOVERNMENT_REQUESTS', '2.0', '2.1', 'GOVERNMENT_REMOVAL', 'Removal at a government''s request',
   'Content is removed at a government''s request only where it breaks our guidelines, or where a law named in writing demands it, and then in that country alone.'),
  ('GOVERNMENT_REQUESTS', '2.0', '3.1', 'THREATS_AND_INDUCEMENTS', 'Threats and inducements',
   'No request is granted because of a threat or for an advantage, and nobody who was threatened decides it alone.');
