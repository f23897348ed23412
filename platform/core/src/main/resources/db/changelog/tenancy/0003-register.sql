--liquibase formatted sql

--changeset tenancy:0003-divisions
-- Where a tenant lies, or what a supervisor supervises: statistics-bureau codes without trailing zeros (51, 5106, 510603).
alter table tenancy.tenant add column divisions text[] not null default '{}';
create index tenant_by_state on tenancy.tenant (state, id);
grant update (kind, divisions) on tenancy.tenant to kaiyuan_app;
--rollback alter table tenancy.tenant drop column divisions;
