-- How each person wants their mail; it holds nothing of a case. Who chose nothing has no row.
create table mail_choice (
  person   text primary key,
  language text not null default 'ENGLISH'
);
