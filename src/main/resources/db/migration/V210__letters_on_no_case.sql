-- Letters on no case: what a part of the service reports to somebody. As all letters they hold no words; those are asked for
-- when one is sent. The index that keeps digests apart keeps these apart as well.
alter table mail_outbox
  add column report text,
  add constraint a_report_is_on_no_case check (report is null or (notice is null and reference is null and gather_at is null));

comment on column mail_outbox.report is 'What kind of report it is; null: it is on a case, or a digest';

-- Who counts times tells managers of them, and reads no letter.
create policy reports_of_times on mail_outbox for insert
  with check ((select acting_service()) = 'insight' and report is not null);
