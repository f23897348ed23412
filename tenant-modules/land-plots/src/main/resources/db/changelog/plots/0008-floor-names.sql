--liquibase formatted sql

--changeset plots:0008-lease-by-tenant
-- Leases and buildings are found by the beginning of a name. The names are in collation C, so that a plain index serves beginnings.
create index lease_by_tenant on plots.lease (tenant_id, tenant_name);
--rollback drop index plots.lease_by_tenant;

--changeset plots:0008-building-by-name
create index building_by_name on plots.building (tenant_id, name) where ended_on is null;
--rollback drop index plots.building_by_name;
