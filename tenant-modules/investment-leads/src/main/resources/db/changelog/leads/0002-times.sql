--liquibase formatted sql

--changeset leads:0002-counted-at
-- When what is due was last counted anew by the rules as they are, and by the calendar as it was known.
alter table leads.setting add column counted_at timestamptz;
--rollback alter table leads.setting drop column counted_at;
