-- What transparency figures are counted from: codes and days of all cases, read by the part of the service that counts.
create policy transparency on cases for select using ((select acting_service()) = 'transparency');
create policy transparency on case_event for select using (
  (select acting_service()) = 'transparency' and what = 'DECIDED');
create policy transparency on case_correction for select using (
  (select acting_service()) = 'transparency' and field = 'legalBasis');

create index case_event_decided on case_event (reference) where what = 'DECIDED';
