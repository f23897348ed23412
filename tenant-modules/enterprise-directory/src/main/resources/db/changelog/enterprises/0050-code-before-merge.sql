--liquibase formatted sql

--changeset enterprises:0050-code-before-merge
-- One that is merged away gives its credit code up, but is still known by it.
alter table enterprises.enterprise add column code_before_merge text collate "C" check (length(code_before_merge) = 18);
--rollback alter table enterprises.enterprise drop column code_before_merge;
