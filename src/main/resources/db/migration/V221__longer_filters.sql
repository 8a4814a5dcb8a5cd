-- As in an address, a letter of Hebrew takes six characters and one of Chinese nine.
alter table saved_filter drop constraint saved_filter_query_check,
  add constraint saved_filter_query_check check (length(query) <= 2500);
