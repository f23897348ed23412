--liquibase formatted sql

--changeset tenancy:0002-state
-- Where a tenant stands in its life. Only an active one is signed in to.
alter table tenancy.tenant
    add column state text not null default 'ACTIVE'
        check (state in ('APPLIED', 'SETTING_UP', 'ACTIVE', 'SUSPENDED', 'CLOSING', 'DELETED')),
    add column state_reason text,
    add column modules text[],
    add column version bigint not null default 0;
comment on column tenancy.tenant.modules is 'Words of the modules that are switched on; null: all.';
grant update (name, level_type, city, state, state_reason, modules, version) on tenancy.tenant to kaiyuan_app;
--rollback alter table tenancy.tenant drop column state, drop column state_reason, drop column modules, drop column version;
