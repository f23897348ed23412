--liquibase formatted sql

--changeset enterprises:0020-merged
create index enterprise_by_survivor on enterprises.enterprise (tenant_id, merged_into) where merged_into is not null;
--rollback drop index enterprises.enterprise_by_survivor;
