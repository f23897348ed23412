--liquibase formatted sql

--changeset services:0004-inbox
-- Each box of the inbox reads its page through one of these, whatever else the zone has.
create index case_urgent_running on services.case_file (tenant_id, urgent_on, id) where state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED');
create index case_urgent_team on services.case_file (tenant_id, team, urgent_on, id) where open;
create index case_closed_service on services.case_file (tenant_id, service_id, submitted_at desc, id desc) where not open;
create index case_closed_state on services.case_file (tenant_id, state, submitted_at desc, id desc) where not open;
create index case_closed_company on services.case_file (tenant_id, company, submitted_at desc, id desc) where not open and company is not null;
create index case_opinion_of_team on services.case_opinion (tenant_id, team, due_on, case_id) where verdict is null;
create index rating_of_state on services.rating (tenant_id, state, at desc, id desc);
create index complaint_of_state on services.complaint (tenant_id, state, at desc, id desc);
--rollback drop index services.case_urgent_running, services.case_urgent_team, services.case_closed_service, services.case_closed_state, services.case_closed_company, services.case_opinion_of_team, services.rating_of_state, services.complaint_of_state;
