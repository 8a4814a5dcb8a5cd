-- Who has a letter under way, or one that failed: few, and asked for with every letter that is taken.
create index mail_outbox_attempted on mail_outbox (person) where open and attempts > 0;
