--liquibase formatted sql

--changeset enterprises:0040-saved-view-owner
alter table enterprises.saved_view add column owner_name text not null default '';
--rollback alter table enterprises.saved_view drop column owner_name;
