--liquibase formatted sql

--changeset leads:0020-saved-view-owner
-- Whose a shared view is, as colleagues call them.
alter table leads.saved_view add column owner_name text not null default '';
--rollback alter table leads.saved_view drop column owner_name;

--changeset leads:0020-calendar
create index lead_by_next_action on leads.lead (tenant_id, next_action_on) where next_action_on is not null;
create index milestone_by_plan on leads.milestone (tenant_id, planned_on) where planned_on is not null;
--rollback drop index leads.lead_by_next_action; drop index leads.milestone_by_plan;
